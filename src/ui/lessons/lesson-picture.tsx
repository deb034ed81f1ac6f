/**
 * What the picture of a page will look like, over the viewer, until its first iteration is there. It waits for the
 * page's prediction: nobody is to see the answer before.
 */
import type { NodeId } from '../../graph/document.ts';
import { graphAt } from '../../graph/lesson/lesson.ts';
import { own } from '../../graph/own.ts';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import { type PaintingState, usePainting } from '../state/painting.ts';
import { useViewedNode } from '../viewer/use-viewed.ts';
import styles from './lesson-picture.module.css';
import { nothingDone, useLesson, useProgress } from './lesson-state.ts';
import { isPredicted } from './page-done.ts';
import { pictureOf } from './shipped/pictures.ts';

export function LessonPicture() {
  const words = useWords();
  const address = useAddress();
  const viewed = useViewedNode();
  const kind = useEditor(({ history }) => own(history.document.nodes, viewed ?? '')?.kind);
  const optimiser = useEditor(({ history: { document } }) =>
    Object.keys(document.nodes).find(id => document.nodes[id]?.kind === 'optimiser'),
  );
  const isComing = usePainting(state => isStillComing(state, optimiser, viewed));
  const isOfResult = kind === 'output' || kind === 'optimiser';
  if (address === undefined || !isOfResult || !isComing) return null;
  return (
    <figure className={styles.coming}>
      <img src={address} alt="" />
      <figcaption>{words('lesson.picture-to-come')}</figcaption>
    </figure>
  );
}

/** Of the picture of the open page, once it may be seen. */
function useAddress(): string | undefined {
  const open = useLesson(state => state.open);
  const progress = useProgress(({ of }) => (open && of[open.lesson.id]) ?? nothingDone);
  const document = useEditor(({ id }) => id);
  if (!open) return undefined;
  const { lesson, page: at } = open;
  const page = lesson.pages[at];
  const graph = graphAt(lesson, at) ?? '';
  const isHere = progress.documents[graph] === document;
  return isHere && page && isPredicted(page, progress, at) ? pictureOf(lesson.id, graph) : undefined;
}

/** Whether there is no picture of this graph yet, and one is on its way. */
function isStillComing(
  { runs, iterations, reports }: PaintingState,
  optimiser: NodeId | undefined,
  viewed: NodeId | undefined,
): boolean {
  if (optimiser === undefined) {
    const state = reports[viewed ?? '']?.state ?? 'waiting';
    return state === 'waiting' || state === 'running';
  }
  if (iterations[optimiser]) return false;
  const { state = 'waiting', iteration = 0 } = runs[optimiser] ?? {};
  return iteration === 0 && ['waiting', 'preparing', 'running'].includes(state);
}
