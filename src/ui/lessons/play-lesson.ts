/** Going through a lesson: open it, turn its pages, answer, leave. */
import type { Lesson } from '../../graph/lesson/lesson.ts';
import { connected } from '../painting/connected.ts';
import { select, useEditor } from '../state/editor.ts';
import { look, useViewer } from '../viewer/viewer-state.ts';
import { judge, seePage } from './judge.ts';
import { heldAt, leaveDocuments, openGraphAt, putAway, setUpAgain } from './lesson-documents.ts';
import {
  changeProgress,
  nothingDone,
  type OpenLesson,
  progressOf,
  useLesson,
  useTab,
} from './lesson-state.ts';

/** Ends the judging of the lesson that is open. */
let endJudging: (() => void) | undefined;

/** Opens a lesson where it was left. */
export async function playLesson(lesson: Lesson, as: OpenLesson['as'] = 'lesson'): Promise<void> {
  const { open } = useLesson.getState();
  if (open && open.lesson.id !== lesson.id) await leaveLesson();
  const cameFrom = open?.cameFrom ?? useTab.getState().cameFrom ?? useEditor.getState().id;
  // A page that is loaded again would not know what was previewed.
  useTab.setState(as === 'lesson' ? { lesson: lesson.id, cameFrom } : {}, true);
  const at = Math.min(progressOf(lesson.id).page, lesson.pages.length - 1);
  useLesson.setState({ isGalleryOpen: false });
  // Before anything is painted: on a fast device that may be over before the page of the lesson is drawn.
  endJudging ??= judge();
  await showPage({ lesson, page: at, cameFrom, as });
}

export async function turnTo(at: number): Promise<void> {
  const { open } = useLesson.getState();
  if (open?.lesson.pages[at]) await showPage({ ...open, page: at });
}

async function showPage(open: OpenLesson): Promise<void> {
  const { lesson, page: at } = open;
  const page = lesson.pages[at];
  if (!page) return;
  await openGraphAt(lesson, at);
  changeProgress(lesson.id, { page: at });
  useLesson.setState({ open });
  select(page.select === undefined ? {} : { nodes: new Set([page.select]) });
  useViewer.setState({ other: undefined, image: undefined, scrub: undefined });
  if (page.view !== undefined) look(page.view);
  seePage();
}

/** Keeps what was predicted, and lets what waited for it begin. */
export function predict(choice: number): void {
  const { open } = useLesson.getState();
  if (!open) return;
  const { lesson, page: at } = open;
  const held = heldAt(lesson, at);
  const { answers } = progressOf(lesson.id);
  if (answers[at] !== undefined) return;
  changeProgress(lesson.id, { answers: { ...answers, [at]: choice } });
  if (held !== undefined) void connected().then(client => client?.play(held));
  seePage();
  useLesson.setState({ open: { ...open } });
}

/** The graph of the page as it was at first. */
export function restorePage(): void {
  const { open } = useLesson.getState();
  if (open) setUpAgain(open.lesson, open.page);
}

/** Closes the lesson, and opens what was open before it. */
export async function leaveLesson(): Promise<void> {
  const { open } = useLesson.getState();
  if (!open) return;
  endJudging?.();
  endJudging = undefined;
  useLesson.setState({ open: undefined, isSoAlready: false });
  useTab.setState({}, true);
  await leaveDocuments(open.lesson, open.cameFrom, open.as);
}

/** From its first page on, with nothing done; its graphs as they were at first. */
export async function beginAgain(): Promise<void> {
  const { open } = useLesson.getState();
  if (!open) return;
  // Documents that were changed stay on the shelf, for whoever changed them.
  await putAway(open.lesson, open.as);
  changeProgress(open.lesson.id, nothingDone);
  await turnTo(0);
}
