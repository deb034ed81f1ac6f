import { describe, expect, test } from 'vitest';
import { say } from '../../../language/message.ts';
import type { JsonObject } from '../json.ts';
import { parseDocument } from '../parse.ts';
import { currentSchema, type Migration, migrate, migrations } from './index.ts';

/** Steps that never were: schema 1 called the nodes `things`, schema 2 called them `items`. */
const renamed = (name: string, from: string, to: string): Migration => ({
  name,
  up: ({ [from]: value, ...rest }) => (value === undefined ? rest : { ...rest, [to]: value }),
});
const chain = [renamed('things-are-items', 'things', 'items'), renamed('items-are-nodes', 'items', 'nodes')];

const refusalOf = (file: JsonObject, steps?: readonly Migration[]) => {
  const migrated = migrate(file, steps);
  return migrated.ok ? 'migrated' : say(migrated.reason);
};

describe('D2 a file', () => {
  test('of an earlier schema takes every step since', () => {
    expect(migrate({ schema: 1, things: { a: 1 }, other: true }, chain)).toEqual({
      ok: true,
      value: {
        file: { schema: 3, nodes: { a: 1 }, other: true },
        steps: ['things-are-items', 'items-are-nodes'],
      },
    });
    expect(migrate({ schema: 2, items: {} }, chain)).toMatchObject({ value: { steps: ['items-are-nodes'] } });
  });

  test('of this schema takes none', () => {
    const file = { schema: currentSchema, nodes: {} };
    expect(migrate(file)).toEqual({ ok: true, value: { file, steps: [] } });
  });

  test('from the future is refused in plain words', () => {
    expect(refusalOf({ schema: 7 })).toBe(
      'The file was saved by a newer Gramarye (schema 7; this one reads up to 1). Update Gramarye to open it.',
    );
  });

  test('without a schema is refused', () => {
    for (const schema of [undefined, null, '1', 0, -1, 1.5]) {
      expect(refusalOf(schema === undefined ? {} : { schema })).toMatch(/does not say which schema/);
    }
  });

  test('that makes a step stumble is refused, not a crash', () => {
    const stumbling: Migration = {
      name: 'stumbles',
      up: () => {
        throw new TypeError('not iterable');
      },
    };
    expect(refusalOf({ schema: 1 }, [stumbling])).toMatch(/step “stumbles”/);
  });

  test('is migrated when it is opened', () => {
    const text = JSON.stringify({ format: 'gramarye', schema: 1, things: { a: { kind: 'image' } } });
    expect(parseDocument(text, { migrations: chain })).toMatchObject({
      ok: true,
      value: { document: { nodes: { a: { kind: 'image' } } } },
    });
  });
});

test('D2 each step has a name of its own', () => {
  const names = migrations.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
