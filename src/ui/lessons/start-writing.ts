import { useLesson } from './lesson-state.ts';

/** Shows the lesson that is being written; one that is open is left for it. */
export async function startWriting(): Promise<void> {
  if (useLesson.getState().open) await (await import('./play-lesson.ts')).leaveLesson();
  useLesson.setState({ isWriting: true, isGalleryOpen: false });
}
