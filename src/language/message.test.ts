import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { catalogue, type Message, type MessageId, message, say } from './message.ts';
import { cliMessages } from './messages/cli.ts';
import { compileMessages } from './messages/compile.ts';
import { documentMessages } from './messages/document.ts';
import { encoderMessages } from './messages/encoder.ts';
import { runMessages } from './messages/run.ts';
import type { Text } from './text.ts';

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

/**
 * The names that a text shows, also within plurals and choices. A plural that shows no number only bends
 * the words around it, which Chinese need not do.
 */
function placeholders(parts: readonly Part[]): string[] {
  return parts.flatMap(part => {
    switch (part.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.plural: {
        const forms = Object.values(part.options).flatMap(option => option.value);
        const shows = forms.some(form => form.type === TYPE.pound);
        return [...(shows ? [part.value] : []), ...placeholders(forms)];
      }
      case TYPE.select:
        return [part.value, ...placeholders(Object.values(part.options).flatMap(option => option.value))];
      case TYPE.tag:
        return placeholders(part.children);
      default:
        return [part.value];
    }
  });
}

/** As intl-messageformat numbers them; its parser's enumeration is of a package that we do not depend on. */
const TYPE = { literal: 0, select: 5, plural: 6, pound: 7, tag: 8 } as const;

const placeholdersOf = (text: string, locale: string) =>
  new Set(placeholders(new IntlMessageFormat(text, locale).getAst()));

const entries: [string, Text][] = Object.entries(catalogue);

describe('the catalogue', () => {
  test.each(entries)('says `%s` in both languages with the same placeholders', (_id, { en, zh }) => {
    expect(en.trim()).not.toBe('');
    expect(zh.trim()).not.toBe('');
    expect(placeholdersOf(zh, 'zh-CN')).toEqual(placeholdersOf(en, 'en'));
  });

  test.each(entries)('says `%s` in Chinese, not in English twice', (_id, { zh }) => {
    // What stands around the placeholders may be signs alone, which every language reads.
    const words = zh.replace(/\{[^}]*\}/g, '');
    if (/\p{L}/u.test(words)) expect(zh).toMatch(/\p{Script=Han}/u);
  });

  test('gives no id to two texts', () => {
    const parts = [documentMessages, compileMessages, encoderMessages, runMessages, cliMessages];
    const ids = parts.flatMap(part => Object.keys(part));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });
});

describe('a message', () => {
  const unknown = message('unknown-node', {
    node: 'stlye',
    hint: message('did-you-mean', { name: 'style' }),
  });

  test('is said in the language that is asked for, with what it carries', () => {
    expect(say(unknown)).toBe('There is no node `stlye`. Did you mean `style`?');
    expect(say(unknown, 'zh')).toBe('没有节点 `stlye`。是不是 `style`？');
  });

  test('carries texts and lists of them', () => {
    const choices = [{ en: 'max', zh: '最大' }, 'average'];
    expect(say(message('expect-choice', { choices }))).toBe('one of: max, average');
    expect(say(message('expect-choice', { choices }), 'zh')).toBe('以下之一：最大、average');
  });

  test('is data that survives the way to a worker and back', () => {
    const travelled: Message = JSON.parse(JSON.stringify(unknown));
    expect(travelled).toEqual(unknown);
    expect(say(structuredClone(unknown))).toBe(say(unknown));
  });

  test('shows values as they are, whatever they look like', () => {
    const node = "{x} <b> '{' # `";
    expect(say(message('unknown-node', { node, hint: '' }))).toBe(`There is no node \`${node}\`.`);
  });

  test('is found by every id of the catalogue', () => {
    const ids = Object.keys(catalogue) as MessageId[];
    for (const id of ids) {
      const names = catalogue[id].en.match(/(?<=\{)\w+(?=[,}])/g) ?? [];
      const values = Object.fromEntries(names.map(name => [name, 1]));
      expect(say(message(id, values))).not.toBe('');
    }
  });
});

test('a message that lacks what its text shows does not compile', () => {
  // @ts-expect-error: `hint` is missing
  const lacking = message('unknown-node', { node: 'style' });
  // @ts-expect-error: it is `node`, not `nodes`
  const misspelt = message('unknown-node', { nodes: 'style', hint: '' });
  // @ts-expect-error: both are missing
  const empty = message('unknown-node');
  expect([lacking, misspelt, empty].map(({ id }) => id)).toEqual(Array(3).fill('unknown-node'));
});
