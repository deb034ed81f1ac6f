import { describe, expect, test } from 'vitest';
import type { GraphDocument } from '../../../graph/document.ts';
import { graphAt, type Lesson, type Pointer } from '../../../graph/lesson/lesson.ts';
import { readLesson, writeLesson } from '../../../graph/lesson/lesson-file.ts';
import { own } from '../../../graph/own.ts';
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

  test('names only nodes and parameters that its graphs have', () => {
    for (const [at, page] of lesson.pages.entries()) {
      const graph = lesson.graphs[graphAt(lesson, at) ?? ''];
      if (!graph) throw new Error('The page has a graph.');
      const nodes = [page.select, page.view, ...(page.focus ?? []), page.predict?.holds];
      for (const node of nodes) if (node !== undefined) expect(own(graph.nodes, node), node).toBeDefined();
      const named = [...(page.unlocked ?? []), ...(page.point ?? []).flatMap(pointerName)];
      for (const name of named) expectNamed(graph, name);
      for (const { when } of page.tasks ?? []) {
        if ('node' in when) expectNamed(graph, 'param' in when ? `${when.node}.${when.param}` : when.node);
        if ('optimiser' in when) expect(own(graph.nodes, when.optimiser)?.kind).toBe('optimiser');
      }
    }
  });

  test('what a page asks for is not locked on it', () => {
    for (const { unlocked, tasks = [] } of lesson.pages) {
      if (!unlocked) continue;
      for (const { when } of tasks) {
        if (when.type === 'parameter') expect(unlocked).toContain(`${when.node}.${when.param}`);
        if (when.type === 'layers') expect(unlocked).toContain(`${when.node}.layers`);
        expect(['flow', 'wire', 'node']).not.toContain(when.type);
      }
    }
  });
});

function pointerName(pointer: Pointer): readonly string[] {
  if (pointer.type === 'part') return [];
  return [pointer.type === 'node' ? pointer.node : `${pointer.node}.${pointer.param}`];
}

function expectNamed(graph: GraphDocument, name: string): void {
  const [id = '', param] = name.split('.');
  const node = own(graph.nodes, id);
  expect(node, name).toBeDefined();
  if (param !== undefined) expect(nodeKinds.get(node?.kind ?? '')?.params[param], name).toBeDefined();
}

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
