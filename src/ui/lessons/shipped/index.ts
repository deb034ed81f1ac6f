/** The lessons that ship, in the order in which they are meant. A lesson itself is loaded when it is opened. */
import type { Lesson } from '../../../graph/lesson/lesson.ts';
import type { Text } from '../../../language/text.ts';

/** What the gallery says of a lesson; a test compares it with the lesson. */
export interface ShippedLesson {
  readonly id: string;
  readonly title: Text;
  readonly summary: Text;
  readonly minutes: number;
  readonly pages: number;
  load(): Promise<Lesson>;
}

export const shippedLessons: readonly ShippedLesson[] = [];

export const shippedLesson = async (id: string): Promise<Lesson | undefined> =>
  shippedLessons.find(lesson => lesson.id === id)?.load();
