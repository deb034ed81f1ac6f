/** A whole lesson in the part of an address that stands behind `#`: `l1.` and, sealed, the text of its file. */
import { message } from '../../language/message.ts';
import { failure, type Result } from '../../language/result.ts';
import { sealed, unsealed } from '../share/sealed.ts';
import type { Lesson } from './lesson.ts';
import { longestLesson, type ReadLesson, readLesson, writeLesson } from './lesson-file.ts';

const prefix = 'l1.';

const anyVersion = /^l\d+\./;

/** What to put behind the `#`. */
export const writeLessonLink = (lesson: Lesson): string =>
  sealed(prefix, JSON.stringify(JSON.parse(writeLesson(lesson))));

export interface LinkedLesson extends ReadLesson {
  /** Of the lesson's file. */
  readonly text: string;
}

/** Reads what stands behind a `#`: refused whole, or a lesson as its file would give it (rule D5). */
export function readLessonLink(fragment: string): Result<LinkedLesson> {
  const link = fragment.replace(/^#/, '');
  if (!link.startsWith(prefix)) {
    return failure(message(anyVersion.test(link) ? 'share.newer' : 'lesson.not-lesson'));
  }
  const text = unsealed(prefix, link, longestLesson);
  if (!text.ok) return text;
  const read = readLesson(text.value);
  return read.ok ? { ok: true, value: { ...read.value, text: text.value } } : read;
}
