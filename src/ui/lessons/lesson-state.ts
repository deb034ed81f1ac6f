/** The lesson that is open, where one is in it, and what the browser keeps of how far one has come. */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { Lesson } from '../../graph/lesson/lesson.ts';

export interface OpenLesson {
  readonly lesson: Lesson;
  /** From 0. */
  readonly page: number;
  /** The document that was open before, to go back to. */
  readonly cameFrom: string;
  /** A preview is of whoever writes the lesson, and leaves nothing behind. */
  readonly as: 'lesson' | 'preview';
}

export interface LessonState {
  readonly open: OpenLesson | undefined;
  /** The task that is asked for is so already, and has to be undone first. */
  readonly isSoAlready: boolean;
  readonly isGalleryOpen: boolean;
  /** A lesson is being written. */
  readonly isWriting: boolean;
}

export const useLesson = create<LessonState>()(() => ({
  open: undefined,
  isSoAlready: false,
  isGalleryOpen: false,
  isWriting: false,
}));

/** How far one has come with a lesson. Pages are keyed by their number. */
export interface LessonProgress {
  readonly page: number;
  /** How many tasks of each page are done. */
  readonly tasks: Readonly<Record<number, number>>;
  /** What was predicted. */
  readonly answers: Readonly<Record<number, number>>;
  /** Pages that were read to the end with everything done. */
  readonly done: readonly number[];
  /** The kept document of each of its graphs. */
  readonly documents: Readonly<Record<string, string>>;
}

export const nothingDone: LessonProgress = { page: 0, tasks: {}, answers: {}, done: [], documents: {} };

interface Progresses {
  readonly of: Readonly<Record<string, LessonProgress>>;
}

export const useProgress = create<Progresses>()(
  persist((): Progresses => ({ of: {} }), { name: 'gramarye.lessons', version: 1 }),
);

export const progressOf = (id: string): LessonProgress => useProgress.getState().of[id] ?? nothingDone;

export function changeProgress(id: string, changes: Partial<LessonProgress>): void {
  useProgress.setState(({ of }) => ({ of: { ...of, [id]: { ...nothingDone, ...of[id], ...changes } } }));
}

interface Tab {
  readonly lesson?: string;
  readonly cameFrom?: string;
  /** Of a lesson that came as a file. */
  readonly text?: string;
}

/** The lesson that this tab has open, for when the page is loaded again. */
export const useTab = create<Tab>()(
  persist((): Tab => ({}), {
    name: 'gramarye.lesson-open',
    version: 1,
    storage: createJSONStorage(() => sessionStorage),
  }),
);
