/**
 * Judges the tasks of the page that is open, one after the other, and ticks them off. What is done in another
 * document counts for nothing, nor what was done before the page's prediction was made.
 */
import { isSoAlready, type Watch, watch, watchOn } from '../../graph/lesson/watch.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { useEditor } from '../state/editor.ts';
import { documentAt } from './lesson-documents.ts';
import { changeProgress, progressOf, useLesson } from './lesson-state.ts';
import { observe, whenever } from './observe.ts';
import { isPageDone, isPredicted } from './page-done.ts';

/** Begins to judge. @returns what ends that. */
export function judge(): () => void {
  let watched: { readonly of: string; readonly watch: Watch } | undefined;
  const look = () => {
    const asked = taskAsked();
    if (!asked) {
      watched = undefined;
      tellSoAlready(false);
      return;
    }
    const now = observe();
    watched =
      watched?.of === asked.key
        ? { of: asked.key, watch: watchOn(watched.watch, now, nodeKinds) }
        : { of: asked.key, watch: watch(asked.when, now, nodeKinds) };
    tellSoAlready(isSoAlready(watched.watch));
    if (watched.watch.isMet) tick();
  };
  look();
  const ends = [whenever(look), useLesson.subscribe(look)];
  return () => {
    for (const end of ends) end();
  };
}

/** The first task of the page that is not done, where its document is open. */
function taskAsked() {
  const { open } = useLesson.getState();
  if (!open) return undefined;
  const { lesson, page: at } = open;
  const page = lesson.pages[at];
  const progress = progressOf(lesson.id);
  if (!page || !isPredicted(page, progress, at)) return undefined;
  const { id } = useEditor.getState();
  if (documentAt(lesson, at) !== id) return undefined;
  const number = progress.tasks[at] ?? 0;
  const task = page.tasks?.[number];
  return task && { key: `${lesson.id} ${at} ${number} ${id}`, when: task.when };
}

function tick(): void {
  const { open } = useLesson.getState();
  if (!open) return;
  const { lesson, page: at } = open;
  const { tasks } = progressOf(lesson.id);
  changeProgress(lesson.id, { tasks: { ...tasks, [at]: (tasks[at] ?? 0) + 1 } });
  seePage();
  // The next task is watched from this moment on.
  useLesson.setState({ open: { ...open } });
}

/** Keeps that the open page is done, where it is. */
export function seePage(): void {
  const { open } = useLesson.getState();
  if (!open) return;
  const { lesson, page: at } = open;
  const page = lesson.pages[at];
  const progress = progressOf(lesson.id);
  if (!page || progress.done.includes(at) || !isPageDone(page, progress, at)) return;
  changeProgress(lesson.id, { done: [...progress.done, at] });
}

function tellSoAlready(is: boolean): void {
  if (useLesson.getState().isSoAlready !== is) useLesson.setState({ isSoAlready: is });
}
