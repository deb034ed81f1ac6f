/** The lesson that is being written. The browser keeps it as the text of its file; it is read again like any. */
import { create } from 'zustand';
import { changePage, draftOf, newLesson, withoutField } from '../../../graph/lesson/draft.ts';
import type { Lesson, LessonPage } from '../../../graph/lesson/lesson.ts';
import { readLesson, writeLesson } from '../../../graph/lesson/lesson-file.ts';
import type { Language } from '../../../language/text.ts';
import { openDocument } from '../../state/editor.ts';
import { useSettings } from '../../state/settings.ts';

interface DraftState {
  readonly lesson: Lesson;
  /** The page that is written on, from 0. */
  readonly at: number;
  /** Which language's words are written. */
  readonly language: Language;
  readonly isSharing: boolean;
}

const key = 'gramarye.lesson-draft';

export const useDraft = create<DraftState>()(() => ({
  lesson: kept() ?? newLesson(openDocument()),
  at: 0,
  language: useSettings.getState().language,
  isSharing: false,
}));

useDraft.subscribe(({ lesson }, before) => {
  if (lesson === before.lesson) return;
  try {
    localStorage.setItem(key, writeLesson(lesson));
  } catch {
    // A browser that keeps nothing, or no more: the lesson is there until the page is left.
  }
});

function kept(): Lesson | undefined {
  const text = localStorage.getItem(key);
  const read = text === null ? undefined : readLesson(text);
  return read?.ok ? draftOf(read.value.lesson) : undefined;
}

export const changeDraft = (change: (lesson: Lesson) => Lesson): void =>
  useDraft.setState(({ lesson }) => ({ lesson: change(lesson) }));

/** @param lesson As it is shared. */
export const writeOn = (lesson: Lesson): void => useDraft.setState({ lesson: draftOf(lesson), at: 0 });

export const beginDraft = (): void => useDraft.setState({ lesson: newLesson(openDocument()), at: 0 });

export const turnDraft = (at: number): void => useDraft.setState({ at });

/** Sets fields of the page that is written on. */
export const setPage = (changes: Partial<LessonPage>): void =>
  changeDraft(lesson => changePage(lesson, useDraft.getState().at, changes));

/** Takes a field of the page that is written on away. */
export const dropField = (field: keyof LessonPage): void =>
  changeDraft(lesson => withoutField(lesson, useDraft.getState().at, field));
