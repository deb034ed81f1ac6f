/** Where the keyboard is: the regions of the page, reached directly or one after the other with F6. */
import { CornerDownRight } from 'lucide-react';
import type { Text } from '../../../language/text.ts';
import { showTab } from '../../layout/shown-tab.ts';
import type { Command } from '../command.ts';

/** Elements that carry the name in `data-region`. */
const regions = [
  { region: 'lesson', label: { en: 'Lesson', zh: '课程' } },
  { region: 'canvas', label: { en: 'Graph', zh: '图' } },
  { region: 'viewer', label: { en: 'Picture', zh: '画面' } },
  { region: 'inspector', label: { en: 'Inspector, runs and history', zh: '检查器、运行记录与历史' } },
] as const satisfies readonly { readonly region: string; readonly label: Text }[];

const elementOf = (region: string) =>
  globalThis.document.querySelector<HTMLElement>(`[data-region="${region}"]`);

/** The region itself is focused, so that Tab goes on to what is first in it. */
function focusRegion(region: string): boolean {
  const element = elementOf(region);
  if (!element || element.offsetParent === null) return false;
  element.tabIndex = -1;
  element.focus();
  return true;
}

function focusNext(by: 1 | -1): void {
  const at = regions.findIndex(({ region }) =>
    elementOf(region)?.contains(globalThis.document.activeElement),
  );
  const from = at < 0 && by < 0 ? 0 : at;
  for (let steps = 1; steps <= regions.length; steps++) {
    const next = regions[(from + by * steps + regions.length * 2) % regions.length];
    if (next && focusRegion(next.region)) return;
  }
}

export const focusCommands: readonly Command[] = [
  ...regions.map(
    ({ region, label }): Command => ({
      id: `view.focus-${region}`,
      label,
      place: { menu: 'view', group: 'panels', submenu: 'focus' },
      icon: CornerDownRight,
      keywords: { en: 'focus keyboard', zh: '焦点 键盘' },
      undo: 'none',
      run: () => {
        if (focusRegion(region)) return;
        // In a narrow window the picture is a tab among others.
        if (region === 'viewer') showTab('picture');
        focusRegion('inspector');
      },
    }),
  ),
  {
    id: 'view.focus-next',
    label: { en: 'Next part of the page', zh: '页面的下一部分' },
    place: { menu: 'view', group: 'panels', submenu: 'focus' },
    keys: ['F6'],
    whileTyping: true,
    keywords: { en: 'focus keyboard', zh: '焦点 键盘' },
    undo: 'none',
    run: () => focusNext(1),
  },
  {
    id: 'view.focus-before',
    label: { en: 'Part of the page before', zh: '页面的上一部分' },
    place: { menu: 'view', group: 'panels', submenu: 'focus' },
    keys: ['Shift+F6'],
    whileTyping: true,
    keywords: { en: 'focus keyboard', zh: '焦点 键盘' },
    undo: 'none',
    run: () => focusNext(-1),
  },
];
