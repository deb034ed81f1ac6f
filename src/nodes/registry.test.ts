/** What every node kind owes to those who find, read, edit, save and compile it. */
import { describe, expect, test } from 'vitest';
import { inputsOfType } from '../graph/bypass.ts';
import { isName } from '../graph/name.ts';
import { accepts, portTypes } from '../graph/port-type.ts';
import { unstorablePart } from '../graph/storable.ts';
import type { Text } from '../language/text.ts';
import { nodeKinds } from './registry.ts';

const said = ({ en, zh }: Text): boolean =>
  en.trim() !== '' && /\p{Script=Han}|^[\p{Script=Greek}₁₂]+$|^Adam$/u.test(zh);

test('there are the twelve kinds of the first vocabulary, each found by its name', () => {
  const names = nodeKinds.kinds.map(({ kind }) => kind);
  const first = [
    'image',
    'resize',
    'encoder',
    'layer-taps',
    'gram-matrix',
    'content-loss',
    'style-loss',
    'total-variation',
    'weighted-sum',
    'picture',
    'optimiser',
    'output',
  ];
  expect(names).toEqual(expect.arrayContaining(first));
  for (const kind of nodeKinds.kinds) expect(nodeKinds.get(kind.kind)).toBe(kind);
  expect(nodeKinds.get('gram')).toBeUndefined();
  expect(nodeKinds.get('constructor')).toBeUndefined();
});

test('no two kinds have the same title', () => {
  for (const language of ['en', 'zh'] as const) {
    const titles = nodeKinds.kinds.map(({ title }) => title[language]);
    expect(new Set(titles).size).toBe(titles.length);
  }
});

describe.each(nodeKinds.kinds.map(kind => [kind.kind, kind] as const))('%s', (name, kind) => {
  test('has a title, a summary of one line and a documentation in both languages', () => {
    for (const text of [kind.title, kind.summary, kind.documentation]) expect(said(text)).toBe(true);
    expect(kind.summary.en).not.toMatch(/[\n.]$/);
    expect(kind.documentation.en).toMatch(/\.$/);
    expect(kind.documentation.zh).toMatch(/。$/);
  });

  test('has a formula and says where it is from, if it computes something', () => {
    const computes = name !== 'image' && name !== 'output';
    expect([kind.formula !== '', kind.source !== '']).toEqual([computes, computes]);
    // What opens in LaTeX must close.
    const braces = [...kind.formula].filter(letter => letter === '{').length;
    expect([...kind.formula].filter(letter => letter === '}')).toHaveLength(braces);
  });

  test('names its ports and parameters so that files and command lines can, and says them in both languages', () => {
    const ports = Object.entries({ ...kind.inputs, ...kind.outputs });
    for (const [port, { title, type }] of ports) {
      expect([port, isName(port), said(title), portTypes.includes(type)]).toEqual([port, true, true, true]);
    }
    for (const [param, { title, hint, control }] of Object.entries(kind.params)) {
      expect([param, isName(param), said(title), said(hint)]).toEqual([param, true, true, true]);
      const choices = control.type === 'choice' ? Object.entries(control.choices) : [];
      for (const [choice, text] of choices) expect([choice, said(text)]).toEqual([choice, true]);
    }
  });

  test('says what it passes on while it is bypassed, where its types leave a choice', () => {
    for (const [output, input] of Object.entries(kind.passes ?? {})) {
      const [given, kept] = [kind.outputs[output], kind.inputs[input]];
      if (!given || !kept) throw new Error(`${output} or ${input} is no port of it.`);
      expect(kept.arity).not.toBe('many');
      // Whoever takes what it gives takes what it passes on.
      for (const { inputs } of nodeKinds.kinds) {
        for (const [port, { type }] of Object.entries(inputs)) {
          if (accepts(type, given.type)) expect([port, accepts(type, kept.type)]).toEqual([port, true]);
        }
      }
    }
    for (const [output, { type }] of Object.entries(kind.outputs)) {
      if (inputsOfType(kind, type).length > 1) expect(Object.keys(kind.passes ?? {})).toContain(output);
    }
  });

  test('lets a parameter matter only with values that others can have', () => {
    for (const [param, { matters = {} }] of Object.entries(kind.params)) {
      for (const [other, values] of Object.entries(matters)) {
        expect([param, other === param, Object.hasOwn(kind.params, other)]).toEqual([param, false, true]);
        expect(values).not.toEqual([]);
        for (const value of values) expect(kind.params[other]?.schema.safeParse(value).success).toBe(true);
      }
    }
  });

  test('has defaults that it takes itself and that a file can hold', () => {
    for (const [param, { schema, default: standard, control }] of Object.entries(kind.params)) {
      expect([param, schema.safeParse(standard)]).toEqual([param, { success: true, data: standard }]);
      expect(unstorablePart(standard)).toBeUndefined();
      if (control.type !== 'number' && control.type !== 'integer') continue;
      for (const limit of [control.min, control.max]) expect(schema.safeParse(limit).success).toBe(true);
      for (const beyond of [control.min - 1, control.max + 1])
        expect(schema.safeParse(beyond).success).toBe(false);
    }
  });
});
