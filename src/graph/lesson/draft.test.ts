import { expect, test } from 'vitest';
import { emptyDocument } from '../document.ts';
import {
  addPage,
  changePage,
  draftOf,
  finished,
  movePage,
  newLesson,
  recordGraph,
  removePage,
} from './draft.ts';
import { readLesson, writeLesson } from './lesson-file.ts';

const graph = (title: string) => ({ ...emptyDocument, title });
const said = (en: string) => ({ en, zh: '' });

const three = () => {
  const one = recordGraph(addPage(newLesson(graph('a')), 0), 1, graph('b'));
  const two = addPage(one, 1);
  return ['1', '2', '3'].reduce((lesson, title, at) => changePage(lesson, at, { title: said(title) }), two);
};

const titles = (lesson: ReturnType<typeof three>) => lesson.pages.map(({ title }) => title.en).join('');
const graphsOf = (lesson: ReturnType<typeof three>) =>
  lesson.pages.map(({ graph: name }) => name && lesson.graphs[name]?.title).join('');

test('a page that is added is about the graph of the one before it', () => {
  expect(graphsOf(three())).toBe('abb');
});

test('a page that is moved takes its graph along', () => {
  const moved = movePage(three(), 2, -2);
  expect(titles(moved)).toBe('312');
  expect(graphsOf(moved)).toBe('bab');
  expect(movePage(moved, 0, -1)).toBe(moved);
});

test('a graph that is recorded for one page leaves the others theirs', () => {
  const recorded = recordGraph(three(), 2, graph('c'));
  expect(graphsOf(recorded)).toBe('abc');
  expect(graphsOf(recordGraph(recorded, 2, graph('d')))).toBe('abd');
  expect(Object.keys(recordGraph(recorded, 2, graph('a')).graphs)).toHaveLength(2);
});

test('the last page stays, and graphs that no page is about go', () => {
  const one = removePage(removePage(three(), 0), 0);
  expect(removePage(one, 0)).toBe(one);
  expect(Object.values(finished(one).graphs).map(({ title }) => title)).toEqual(['b']);
});

test('D5 what is finished is a lesson that is read whole; its words stand for both languages', () => {
  const done = finished({ ...three(), title: said('Two weights, one rope!') });
  expect(done.id).toBe('two-weights-one-rope');
  expect(done.pages.map(({ graph: name }) => name)).toEqual(['graph1', 'graph2', undefined]);
  expect(done.pages[1]?.title).toEqual({ en: '2', zh: '2' });
  expect(readLesson(writeLesson(done))).toEqual({ ok: true, value: { lesson: done, repairs: [] } });
  expect(graphsOf(draftOf(done))).toBe('abb');
});
