import type { LessonPage } from '../../graph/lesson/lesson.ts';
import type { LessonProgress } from './lesson-state.ts';

/** Whether the prediction of a page was made, where it asks for one. */
export const isPredicted = ({ predict }: LessonPage, progress: LessonProgress, at: number): boolean =>
  predict === undefined || progress.answers[at] !== undefined;

export const tasksLeft = ({ tasks = [] }: LessonPage, progress: LessonProgress, at: number): number =>
  Math.max(0, tasks.length - (progress.tasks[at] ?? 0));

/** Everything that page `at` asks for was done. */
export const isPageDone = (page: LessonPage, progress: LessonProgress, at: number): boolean =>
  isPredicted(page, progress, at) && tasksLeft(page, progress, at) === 0;
