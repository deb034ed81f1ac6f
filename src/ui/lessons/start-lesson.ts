import { message } from '../../language/message.ts';
import { refuse } from '../state/notices.ts';
import { shippedLesson } from './shipped/index.ts';

/** Opens a lesson by its id. What that takes is loaded then. */
export async function startLesson(id: string): Promise<void> {
  const lesson = await shippedLesson(id);
  if (!lesson) {
    refuse(message('lesson.unknown', { id: id.slice(0, 80) }));
    return;
  }
  const { playLesson } = await import('./play-lesson.ts');
  await playLesson(lesson);
}
