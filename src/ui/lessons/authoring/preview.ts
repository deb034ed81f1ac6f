/** The draft, played as a student has it, from the page that is written on. It leaves nothing behind. */
import { finished } from '../../../graph/lesson/draft.ts';
import { changeProgress, nothingDone } from '../lesson-state.ts';
import { playLesson } from '../play-lesson.ts';
import { useDraft } from './draft-state.ts';

const id = 'preview-of-draft';

export async function preview(): Promise<void> {
  const { lesson, at } = useDraft.getState();
  changeProgress(id, { ...nothingDone, page: at });
  await playLesson({ ...finished(lesson), id }, 'preview');
}
