/**
 * A lesson while it is being written: pages come, go and change places, and record graphs. It is a lesson all the
 * time, only one in which words may be missing and in which every page names its graph itself, so that a page
 * that is moved takes its graph along. {@link finished} makes of it what is shared.
 */
import type { Text } from '../../language/text.ts';
import type { GraphDocument } from '../document.ts';
import { serialiseDocument } from '../file/serialise.ts';
import { graphAt, type Lesson, type LessonPage, longestLessonId } from './lesson.ts';

const nothing: Text = { en: '', zh: '' };

/** A lesson of one page about a graph. */
export const newLesson = (graph: GraphDocument): Lesson => ({
  id: 'lesson',
  title: nothing,
  summary: nothing,
  minutes: 5,
  graphs: { graph1: graph },
  pages: [{ title: nothing, text: nothing, graph: 'graph1' }],
});

/** A lesson that is there, to be written on. */
export const draftOf = (lesson: Lesson): Lesson => ({
  ...lesson,
  pages: lesson.pages.map((page, at) => {
    const graph = graphAt(lesson, at);
    return { ...page, ...(graph !== undefined && { graph }) };
  }),
});

export function changePage(lesson: Lesson, at: number, changes: Partial<LessonPage>): Lesson {
  const pages = lesson.pages.map((page, number) => (number === at ? { ...page, ...changes } : page));
  return { ...lesson, pages };
}

/** The page without a field. */
export function withoutField(lesson: Lesson, at: number, field: keyof LessonPage): Lesson {
  const pages = lesson.pages.map((page, number) => {
    if (number !== at) return page;
    const { [field]: _gone, ...rest } = page;
    return { ...rest, title: page.title, text: page.text };
  });
  return { ...lesson, pages };
}

/** Another page behind page `at`, about the same graph. */
export function addPage(lesson: Lesson, at: number): Lesson {
  const graph = lesson.pages[at]?.graph;
  const page: LessonPage = { title: nothing, text: nothing, ...(graph !== undefined && { graph }) };
  return { ...lesson, pages: lesson.pages.toSpliced(at + 1, 0, page) };
}

/** The last page of a lesson stays. */
export const removePage = (lesson: Lesson, at: number): Lesson =>
  lesson.pages.length <= 1 ? lesson : { ...lesson, pages: lesson.pages.toSpliced(at, 1) };

/** @param by How far towards the end; a page does not leave the lesson. */
export function movePage(lesson: Lesson, at: number, by: number): Lesson {
  const page = lesson.pages[at];
  const to = at + by;
  if (!page || to < 0 || to >= lesson.pages.length) return lesson;
  return { ...lesson, pages: lesson.pages.toSpliced(at, 1).toSpliced(to, 0, page) };
}

/** Keeps `graph` as what page `at` is about; pages that shared its graph until now keep the one before. */
export function recordGraph(lesson: Lesson, at: number, graph: GraphDocument): Lesson {
  const text = serialiseDocument(graph);
  const same = Object.keys(lesson.graphs).find(name => textOf(lesson, name) === text);
  const name = same ?? ownNameAt(lesson, at) ?? newName(lesson);
  const recorded = { ...lesson, graphs: { ...lesson.graphs, [name]: graph } };
  return withUsedGraphs(changePage(recorded, at, { graph: name }));
}

function textOf({ graphs }: Lesson, name: string): string {
  const graph = graphs[name];
  return graph ? serialiseDocument(graph) : '';
}

/** The name of the graph of page `at`, where no other page is about it. */
function ownNameAt({ pages }: Lesson, at: number): string | undefined {
  const name = pages[at]?.graph;
  return pages.some((page, number) => number !== at && page.graph === name) ? undefined : name;
}

function newName({ graphs }: Lesson): string {
  let number = 1;
  while (Object.hasOwn(graphs, `graph${number}`)) number++;
  return `graph${number}`;
}

function withUsedGraphs(lesson: Lesson): Lesson {
  const used = new Set(lesson.pages.map(({ graph }) => graph));
  const graphs = Object.entries(lesson.graphs).filter(([name]) => used.has(name));
  return { ...lesson, graphs: Object.fromEntries(graphs) };
}

/** As it is shared: what was written in one language stands for both, and a graph is named where it is another. */
export function finished(draft: Lesson): Lesson {
  const { graphs, ...head } = withUsedGraphs(draft);
  const said = inBoth(head);
  const pages = said.pages.map(({ graph, ...page }, at) => ({
    ...page,
    ...(graph !== undefined && graph !== said.pages[at - 1]?.graph && { graph }),
  }));
  return { ...said, id: idFrom(said.title), graphs, pages };
}

const isText = (value: object): value is Text => 'en' in value && 'zh' in value;

/** Every text in it said in both languages, where it is said at all. */
function inBoth<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (isText(value)) return { ...value, en: value.en || value.zh, zh: value.zh || value.en };
  if (Array.isArray(value)) return value.map(inBoth) as T;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inBoth(part)])) as T;
}

/** What its file is called, and its progress kept under. */
function idFrom({ en }: Text): string {
  const words = en
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestLessonId)
    .replace(/^-+|-+$/g, '');
  return words || 'lesson';
}
