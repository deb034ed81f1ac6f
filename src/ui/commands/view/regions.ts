/** Where the keyboard is: the regions of the page, reached directly or one after the other. */
import type { Text } from '../../../language/text.ts';

/** Elements that carry the name in `data-region`. */
export const regions = [
  { region: 'lesson', label: { en: 'Lesson', zh: '课程' } },
  { region: 'canvas', label: { en: 'Graph', zh: '图' } },
  { region: 'viewer', label: { en: 'Picture', zh: '画面' } },
  { region: 'inspector', label: { en: 'Inspector, runs and history', zh: '检查器、运行记录与历史' } },
] as const satisfies readonly { readonly region: string; readonly label: Text }[];

const elementOf = (region: string) =>
  globalThis.document.querySelector<HTMLElement>(`[data-region="${region}"]`);

/**
 * Gives a region the keyboard, where it is shown: the region itself is focused, so that Tab goes on to what is
 * first in it.
 * @returns whether it is shown.
 */
export function focusRegion(region: string): boolean {
  const element = elementOf(region);
  if (!element || element.offsetParent === null) return false;
  element.tabIndex = -1;
  element.focus();
  return true;
}

/** Goes to the next region that is shown, or to the one before, round the page. */
export function focusRegionBeside(by: 1 | -1): void {
  const at = regions.findIndex(({ region }) =>
    elementOf(region)?.contains(globalThis.document.activeElement),
  );
  const from = at < 0 && by < 0 ? 0 : at;
  for (let steps = 1; steps <= regions.length; steps++) {
    const next = regions[(from + by * steps + regions.length * 2) % regions.length];
    if (next && focusRegion(next.region)) return;
  }
}
