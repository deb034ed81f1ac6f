import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say } from '../../language/message.ts';
import { parseDocument } from '../file/parse.ts';
import { anyDocument } from '../testing/arbitrary.ts';
import { styleTransfer } from '../testing/build.ts';
import { isLink, linkAdvice, readLink, writeLink } from './link.ts';
import { reasonsOf, smallJpeg } from './testing/shared.ts';

const folder = new URL('../../../presets/', import.meta.url);
const files = readdirSync(folder).filter(name => name.endsWith('.gramarye.json'));
const presets = files.map(name => {
  const parsed = parseDocument(readFileSync(new URL(name, folder), 'utf8'));
  if (!parsed.ok) throw new Error(name);
  return [name, parsed.value.document] as const;
});

describe('a link', () => {
  test('holds any document whole, with what it is to show (D1)', () => {
    fc.assert(
      fc.property(anyDocument, document => {
        const shown = { locked: true, hidden: ['style.weight', 'timeline'], message: '看看颜色 & <b>' };
        const shared = { document, shown, included: { 'file:cat.jpg': smallJpeg } };
        expect(readLink(`#${writeLink(shared)}`)).toEqual({ ok: true, value: { ...shared, repairs: [] } });
      }),
      { numRuns: 50 },
    );
  });

  test('consists of letters that stand in an address as they are', () => {
    const link = writeLink({ document: styleTransfer });
    expect(new URL(`https://example.org/#${link}`).hash).toBe(`#${link}`);
    expect(link).toMatch(/^g1\.[\w-]+$/);
    expect(isLink(`#${link}`) && !isLink('#about') && !isLink('')).toBe(true);
  });

  test.each(presets)('for the preset %s is short enough to send, and exact', (_, document) => {
    const link = writeLink({ document });
    expect(linkAdvice(`https://example.org/gramarye/#${link}`.length)).toBeUndefined();
    expect(readLink(link)).toEqual({ ok: true, value: { document, repairs: [] } });
  });

  test('is read though the sentence goes on behind it', () => {
    const link = writeLink({ document: styleTransfer });
    for (const behind of [').', ' and more', '。', '"', '?utm=1'])
      expect(readLink(link + behind).ok).toBe(true);
  });

  test('D5 that was cut or altered is refused for that very reason', () => {
    const link = writeLink({ document: styleTransfer });
    const said = (text: string) => reasonsOf(readLink(text)).join(' ');
    for (const length of [3, 4, 9, 200, link.length - 1])
      expect(said(link.slice(0, length))).toMatch(/not complete/);
    expect(said(link.replace(/.{9}$/, 'AAAAAAAAA'))).toMatch(/not complete/);
    expect(said(link.replace('g1.', 'g2.'))).toMatch(/newer Gramarye/);
    expect(said('#lesson-1')).toMatch(/no graph/);
    expect(said(`g1.${'A'.repeat(3e6)}`)).toMatch(/no graph needs/);
  });
});

test('long links come with advice', () => {
  expect(linkAdvice(1_900)).toBeUndefined();
  expect(say(linkAdvice(2_500) ?? { id: 'share.no-graph', values: {} })).toMatch(/2,500 characters.*cut/);
  expect(say(linkAdvice(40_000) ?? { id: 'share.no-graph', values: {} })).toMatch(/browsers/);
});
