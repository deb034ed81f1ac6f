import { expect, test } from 'vitest';
import type { GraphDocument } from '../document.ts';
import { testRegistry } from '../testing/kinds.ts';
import { changePage, newLesson } from './draft.ts';
import type { LessonPage } from './lesson.ts';
import { problemsOfLesson } from './lesson-problems.ts';

const both = (text: string) => ({ en: text, zh: text });

const graph: GraphDocument = {
  title: '',
  nodes: { style: { kind: 'style-loss', version: 1, params: {}, position: { x: 0, y: 0 } } },
  edges: {},
};

const problems = (page: Partial<LessonPage>) => {
  const lesson = { ...newLesson(graph), title: both('Mine') };
  const written = changePage(lesson, 0, { title: both('First'), ...page });
  return problemsOfLesson(written, testRegistry).map(({ page: at, reason }) => `${at} ${reason.id}`);
};

test('a page with a title and right names has none', () => {
  const when = { type: 'parameter', node: 'style', param: 'weight' } as const;
  expect(problems({ select: 'style', tasks: [{ text: both('Pull.'), when }] })).toEqual([]);
});

test('names that the graph does not have, words that are missing and tasks that are locked are told', () => {
  expect(problems({ title: both(' ') })).toEqual(['0 lesson.problem.page-title']);
  expect(problems({ view: 'gone', unlocked: ['style.colour'] })).toEqual([
    '0 lesson.problem.name',
    '0 lesson.problem.name',
  ]);
  const when = { type: 'parameter', node: 'style', param: 'weight' } as const;
  expect(problems({ unlocked: [], tasks: [{ text: both(''), when }] })).toEqual([
    '0 lesson.problem.task',
    '0 lesson.problem.locked',
  ]);
  expect(problemsOfLesson(newLesson(graph), testRegistry)[0]?.reason.id).toBe('lesson.problem.title');
});
