/**
 * The graphs of a lesson are documents of their own, so that a lesson never touches anybody's work: each is
 * opened as a new document the first time and found again later. Whoever leaves gets back what was open before,
 * and of the lesson's documents only those stay that were changed.
 */
import type { GraphDocument } from '../../graph/document.ts';
import { editsBetween } from '../../graph/edits-between.ts';
import { serialiseDocument } from '../../graph/file/serialise.ts';
import { graphAt, type Lesson } from '../../graph/lesson/lesson.ts';
import { own } from '../../graph/own.ts';
import type { Shown } from '../../graph/share/link.ts';
import { message } from '../../language/message.ts';
import type { Language } from '../../language/text.ts';
import { flushOpen, isOpen, newDocument, openKept } from '../documents/open-documents.ts';
import { shelf } from '../documents/the-shelf.ts';
import { act, endGesture, openDocument, useEditor } from '../state/editor.ts';
import { useSettings } from '../state/settings.ts';
import { changeProgress, type OpenLesson, progressOf } from './lesson-state.ts';

/** The kept document that page `at` is about; undefined before it was opened. */
export function documentAt(lesson: Lesson, at: number): string | undefined {
  const graph = graphAt(lesson, at);
  return graph === undefined ? undefined : progressOf(lesson.id).documents[graph];
}

/** What page `at` wants shown, as a link would say it. A painting that is over may always be painted on. */
export function shownAt(lesson: Lesson, at: number): Shown | undefined {
  const { hidden, unlocked } = lesson.pages[at] ?? {};
  if (!hidden && !unlocked) return undefined;
  const { nodes = {} } = own(lesson.graphs, graphAt(lesson, at) ?? '') ?? {};
  const optimisers = Object.keys(nodes).filter(id => own(nodes, id)?.kind === 'optimiser');
  const free = unlocked && [...unlocked, ...optimisers.map(id => `${id}.iterations`)];
  return { ...(hidden && { hidden }), ...(free && { locked: true, unlocked: free }) };
}

/** The graph of page `at` as the lesson has it. */
export function graphOf(lesson: Lesson, at: number): GraphDocument | undefined {
  const name = graphAt(lesson, at) ?? '';
  const { language } = useSettings.getState();
  return own(lesson.graphs, name) && graphIn(lesson, name, language);
}

/** A graph of the lesson, its nodes called as `language` calls them. */
function graphIn(
  { titles = {}, ...lesson }: Lesson,
  name: string,
  language: Language,
): GraphDocument | undefined {
  const graph = own(lesson.graphs, name);
  if (!graph) return undefined;
  const nodes = Object.entries(graph.nodes).map(([id, node]) => {
    const title = own(titles, id)?.[language];
    return [id, title === undefined ? node : { ...node, title }] as const;
  });
  return { ...graph, title: titleOf(lesson.title[language], name, lesson), nodes: Object.fromEntries(nodes) };
}

/** Told apart where a lesson has several. */
function titleOf(title: string, name: string, { graphs }: Pick<Lesson, 'graphs'>): string {
  const names = Object.keys(graphs);
  return names.length > 1 ? `${title} (${names.indexOf(name) + 1})` : title;
}

/** Opens the document of page `at`, and shows of it what the page wants shown. */
export async function openGraphAt(lesson: Lesson, at: number): Promise<void> {
  const shown = shownAt(lesson, at);
  const known = documentAt(lesson, at);
  const isThere = known !== undefined && (isOpen(known) || (await shelf().document(known)) !== undefined);
  if (!(isThere && (await openKept(known)))) {
    const graph = graphOf(lesson, at);
    const name = graphAt(lesson, at);
    if (!graph || name === undefined) return;
    const held = heldAt(lesson, at);
    await newDocument(graph, shown, held === undefined ? [] : [held]);
    const { documents } = progressOf(lesson.id);
    changeProgress(lesson.id, { documents: { ...documents, [name]: useEditor.getState().id } });
  }
  useEditor.setState({ shown });
}

/** The optimiser that page `at` holds until its prediction was made. */
export function heldAt({ id, pages }: Lesson, at: number): string | undefined {
  return progressOf(id).answers[at] === undefined ? pages[at]?.predict?.holds : undefined;
}

/** Makes the open graph what it was when the lesson began, as one step of history. */
export function setUpAgain(lesson: Lesson, at: number): void {
  const graph = graphOf(lesson, at);
  if (!graph) return;
  const { shown } = useEditor.getState();
  endGesture();
  // What is locked is locked for the student, not for the lesson.
  useEditor.setState({ shown: undefined });
  act(editsBetween(openDocument(), { ...graph, title: openDocument().title }), {
    label: message('lesson.set-up-again'),
  });
  useEditor.setState({ shown });
  endGesture();
}

/** Goes back to what was open before, and puts away what of the lesson nobody has changed. */
export async function leaveDocuments(lesson: Lesson, cameFrom: string, as: OpenLesson['as']): Promise<void> {
  const { documents } = progressOf(lesson.id);
  const mine = Object.values(documents);
  if (mine.some(isOpen)) {
    useEditor.setState({ shown: undefined });
    await flushOpen();
    if (await shelf().document(cameFrom)) await openKept(cameFrom);
  }
  await putAway(lesson, as);
}

/** Removes the documents of a lesson that nobody has changed, and all of a preview, but the one that is open. */
export async function putAway(lesson: Lesson, as: OpenLesson['as']): Promise<void> {
  const { documents } = progressOf(lesson.id);
  const left: Record<string, string> = {};
  for (const [name, id] of Object.entries(documents)) {
    const kept = await shelf().document(id);
    if (!kept) continue;
    const isAsItWas = (['en', 'zh'] as const).some(
      language => kept.text === asOpened(lesson, name, language),
    );
    if ((isAsItWas || as === 'preview') && !isOpen(id)) await shelf().removeDocument(id);
    else left[name] = id;
  }
  changeProgress(lesson.id, { documents: left });
}

function asOpened(lesson: Lesson, name: string, language: Language): string | undefined {
  const graph = graphIn(lesson, name, language);
  return graph && serialiseDocument(graph);
}
