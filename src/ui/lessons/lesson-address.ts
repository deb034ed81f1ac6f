/**
 * A lesson in the address: `#lesson=what-style-is` is one that ships, `#l1.…` one that somebody wrote. It is then
 * taken out of the address, as a shared graph is.
 */

const shipped = /^#lesson=([a-z0-9-]{1,64})$/;
const brought = /^#l\d+\./;

export type LessonLink =
  | { readonly type: 'shipped'; readonly id: string }
  /** What stands behind the `#`; it is read when what reads it is loaded. */
  | { readonly type: 'brought'; readonly fragment: string };

/** The lesson in the address, which then has none. */
export function takeLessonLink(): LessonLink | undefined {
  const { hash } = location;
  const [, id] = shipped.exec(hash) ?? [];
  if (id === undefined && !brought.test(hash)) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return id === undefined ? { type: 'brought', fragment: hash } : { type: 'shipped', id };
}

/** Where the page lies, without what is open in it. */
export const here = (): string => `${location.origin}${location.pathname}`;

/** Opens lesson `id`, which ships, for whoever has it. */
export const linkToLesson = (id: string): string => `${here()}#lesson=${id}`;
