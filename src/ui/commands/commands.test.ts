import { expect, test } from 'vitest';
import { nodeKinds } from '../../nodes/registry.ts';
import { defaultDocument } from '../state/default-document.ts';
import { open, openDocument } from '../state/editor.ts';
import { labelOf, whetherPossible } from './command.ts';
import { commands } from './commands.ts';
import { commandContext } from './context.ts';
import { parseKeys } from './keys.ts';
import { menuIds } from './menu-titles.ts';
import { menuGroups } from './menus.ts';

const names = commands.map(command => [command.id, command] as const);

test('no two commands share an id, and none shares its keys', () => {
  const ids = commands.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const keys = commands.flatMap(({ keys = [] }) => keys.map(text => JSON.stringify(parseKeys(text))));
  expect(keys.filter((one, at) => keys.indexOf(one) !== at)).toEqual([]);
});

/** What shows a tab is called by the tab alone: the three stand together. */
const otherwise: Readonly<Record<string, string>> = {
  'view.inspector': './view/tabs.ts',
  'view.runs': './view/tabs.ts',
  'view.history': './view/tabs.ts',
};

const files = import.meta.glob<Readonly<Record<string, unknown>>>(
  ['./{file,edit,view,insert,run,help}/*.ts', '!**/*.test.ts'],
  { eager: true },
);

test.each(names)(
  '%s stands in the file that its id names, alone or with the rest of its family',
  (id, command) => {
    const [menu, what = ''] = id.split('.');
    const words = what.split('-');
    const called = words.map((_, at) => `./${menu}/${words.slice(0, words.length - at).join('-')}.ts`);
    const file = otherwise[id] ?? called.find(name => name in files);
    expect(Object.values(files[file ?? ''] ?? {}).flat()).toContain(command);
  },
);

test('no two commands of a menu are called the same, in either language', () => {
  for (const language of ['en', 'zh'] as const) {
    const labels = commands.map(
      ({ label, place }) => `${place.menu}/${place.submenu ?? ''}/${label[language]}`,
    );
    expect(labels.filter((one, at) => labels.indexOf(one) !== at)).toEqual([]);
  }
});

test.each(names)('%s speaks both languages', (id, { label, keywords, summary }) => {
  // A language is called by its own name.
  const isLanguage = /^view\.language-/.test(id);
  for (const text of [label, keywords, summary]) {
    if (!text) continue;
    expect(text.en.trim()).not.toBe('');
    if (!isLanguage) expect(text.zh).toMatch(/\p{Script=Han}/u);
  }
});

test('every command is found in just one place of the menus', () => {
  const inMenus = menuIds
    .flatMap(menuGroups)
    .flatMap(({ items }) => items)
    .flatMap(item => (item.type === 'command' ? [item.command] : item.commands));
  expect(inMenus.map(({ id }) => id).toSorted()).toEqual(commands.map(({ id }) => id).toSorted());
});

test('every kind of node can be inserted', () => {
  const ids = new Set(commands.map(({ id }) => id));
  expect(nodeKinds.kinds.filter(({ kind }) => !ids.has(`insert.node-${kind}`))).toEqual([]);
});

test('whether a command can be done, and what it is called, is asked of nothing but the state', () => {
  open('test', defaultDocument());
  const before = openDocument();
  const context = commandContext();
  for (const command of commands) {
    labelOf(command, context);
    command.isOn?.(context);
    const whether = whetherPossible(command, context);
    if (!whether.ok) expect(whether.reason.id).not.toBe('');
  }
  expect(openDocument()).toBe(before);
});
