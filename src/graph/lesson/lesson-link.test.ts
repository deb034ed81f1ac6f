import { expect, test } from 'vitest';
import { emptyDocument } from '../document.ts';
import { sealed } from '../share/sealed.ts';
import type { Lesson } from './lesson.ts';
import { readLessonLink, writeLessonLink } from './lesson-link.ts';

const both = (text: string) => ({ en: text, zh: text });

const lesson: Lesson = {
  id: 'mine',
  title: both('Mine'),
  summary: both('A lesson'),
  minutes: 5,
  graphs: { empty: emptyDocument },
  pages: [{ title: both('First'), text: both('Look.'), graph: 'empty' }],
};

const refusal = (link: string): string | undefined => {
  const read = readLessonLink(link);
  return read.ok ? undefined : read.reason.id;
};

test('D5 a lesson in a link is the lesson that was put there', () => {
  const link = `#${writeLessonLink(lesson)}`;
  const read = readLessonLink(link);
  expect(read.ok && read.value.lesson).toEqual(lesson);
});

test('D5 a link that was cut, is of the future or holds something else is refused, and says why', () => {
  const link = writeLessonLink(lesson);
  expect(refusal(link.slice(0, -9))).toBe('share.link-cut');
  expect(refusal(`l9${link.slice(2)}`)).toBe('share.newer');
  expect(refusal('g1.abc')).toBe('lesson.not-lesson');
  expect(refusal(sealed('l1.', '{"format":"gramarye"}'))).toBe('lesson.not-lesson');
});

test('D5 a short link that would be very long is given up on the way', () => {
  expect(refusal(sealed('l1.', ' '.repeat(9_000_000)))).toBe('share.too-large');
});
