import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Lesson } from '../../../graph/lesson/lesson.ts';
import { readLesson, writeLesson } from '../../../graph/lesson/lesson-file.ts';
import { problemsOfLesson } from '../../../graph/lesson/lesson-problems.ts';
import type { Text } from '../../../language/text.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { glossaryEntry } from '../../help/glossary/glossary.ts';
import { guideLinksIn } from '../../help/guide-link.ts';
import { shippedLessons } from './index.ts';

const lessons = await Promise.all(
  shippedLessons.map(async listed => [listed.id, listed, await listed.load()] as const),
);

describe.each(lessons)('%s', (id, listed, lesson) => {
  test('is what the gallery says', () => {
    const { title, summary, minutes, pages } = lesson;
    expect({ id: lesson.id, title, summary, minutes, pages: pages.length }).toEqual({
      id,
      title: listed.title,
      summary: listed.summary,
      minutes: listed.minutes,
      pages: listed.pages,
    });
  });

  test('D5 goes through the parser of lessons as it is, whole and unchanged', () => {
    const read = readLesson(writeLesson(lesson));
    expect(read.ok && read.value.repairs).toEqual([]);
    const again = read.ok ? writeLesson(read.value.lesson) : '';
    expect(JSON.parse(again)).toEqual(JSON.parse(writeLesson(lesson)));
  });

  test('has a picture of every graph, for as long as the student’s own is not there', () => {
    for (const graph of Object.keys(lesson.graphs)) {
      const { size } = statSync(new URL(`./pictures/${id}.${graph}.webp`, import.meta.url));
      expect(size).toBeLessThan(30_000);
    }
  });

  test('says everything in both languages, with the same links', () => {
    for (const said of textsOf(lesson)) {
      expect(said.en.trim()).not.toBe('');
      if (/\p{L}/u.test(said.en)) expect(said.zh).toMatch(/\p{Script=Han}/u);
      const [english, chinese] = [said.en, said.zh].map(
        text => new Set(guideLinksIn(text).map(link => JSON.stringify(link))),
      );
      expect(chinese).toEqual(english);
      for (const link of guideLinksIn(said.en)) {
        if (link.type === 'term') expect(glossaryEntry(link.id), link.id).toBeDefined();
        if (link.type === 'node') expect(nodeKinds.get(link.kind), link.kind).toBeDefined();
        if (link.type === 'lesson') expect(shippedLessons.map(one => one.id)).toContain(link.id);
      }
    }
  });

  test('can be taught: its words are there, its names are those of its graphs, nothing that is asked is locked', () => {
    expect(problemsOfLesson(lesson, nodeKinds)).toEqual([]);
  });
});

const textsOf = ({ title, summary, titles = {}, pages }: Lesson): readonly Text[] => [
  title,
  summary,
  ...Object.values(titles),
  ...pages.flatMap(page => [
    page.title,
    page.text,
    ...(page.predict ? [page.predict.question, ...page.predict.choices, page.predict.because] : []),
    ...(page.tasks ?? []).map(({ text }) => text),
  ]),
];
