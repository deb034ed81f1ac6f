/** A lesson from a file or an address, such as one that a teacher wrote. This tab keeps its text, for when it is loaded again. */
import { type Lesson, longestLessonId } from '../../graph/lesson/lesson.ts';
import { readLesson } from '../../graph/lesson/lesson-file.ts';
import { readLessonLink } from '../../graph/lesson/lesson-link.ts';
import { crc32 } from '../../graph/share/crc32.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { chooseFiles } from '../documents/choose-files.ts';
import { refuse } from '../state/notices.ts';
import { useLesson, useTab } from './lesson-state.ts';
import { playLesson } from './play-lesson.ts';

/** Lets the person choose a file, and opens the lesson in it. */
export async function openLessonFile(): Promise<void> {
  const [file] = await chooseFiles({ accept: '.json,application/json', multiple: false });
  if (!file) return;
  const opened = await openLessonText(await file.text());
  if (!opened.ok) refuse(opened.reason);
}

/** Opens the lesson that an address brought, or says why not. */
export async function openLessonLink(fragment: string): Promise<void> {
  const read = readLessonLink(fragment);
  if (read.ok) await openLessonText(read.value.text);
  else refuse(read.reason);
}

/** Opens the lesson whose file has this text. */
export async function openLessonText(text: string): Promise<Result<Lesson>> {
  const read = readLesson(text);
  if (!read.ok) return failure(read.reason);
  const lesson = { ...read.value.lesson, id: ownId(read.value.lesson.id, text) };
  useLesson.setState({ isGalleryOpen: false });
  await playLesson(lesson);
  useTab.setState({ text });
  return success(lesson);
}

/** Another than that of any lesson with other contents: what was done in one was not done in the other. */
function ownId(id: string, text: string): string {
  const sum = crc32(new TextEncoder().encode(text)).toString(16);
  return `${id.slice(0, longestLessonId - sum.length - 1)}-${sum}`;
}
