/**
 * A lesson in the address: `#lesson=what-style-is` is one that ships, `#l1.…` one that somebody wrote. It is then
 * taken out of the address, as a shared graph is.
 */
import type { Lesson } from '../../graph/lesson/lesson.ts';
import {
  isLessonLink,
  type LinkedLesson,
  readLessonLink,
  writeLessonLink,
} from '../../graph/lesson/lesson-link.ts';
import type { Result } from '../../language/result.ts';

const pattern = /^#lesson=([a-z0-9-]{1,64})$/;

export type LessonLink =
  | { readonly type: 'shipped'; readonly id: string }
  | { readonly type: 'brought'; readonly read: Result<LinkedLesson> };

/** The lesson in the address, which then has none. */
export function takeLessonLink(): LessonLink | undefined {
  const { hash } = location;
  const [, id] = pattern.exec(hash) ?? [];
  if (id === undefined && !isLessonLink(hash)) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return id === undefined ? { type: 'brought', read: readLessonLink(hash) } : { type: 'shipped', id };
}

const here = (): string => `${location.origin}${location.pathname}`;

/** Opens lesson `id`, which ships, for whoever has it. */
export const linkToLesson = (id: string): string => `${here()}#lesson=${id}`;

/** Holds all of a lesson. */
export const linkWithLesson = (lesson: Lesson): string => `${here()}#${writeLessonLink(lesson)}`;
