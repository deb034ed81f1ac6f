import { Check } from 'lucide-react';
import type { Lesson } from '../../graph/lesson/lesson.ts';
import { useWords } from '../language/words.ts';
import type { LessonProgress } from './lesson-state.ts';
import { turnTo } from './play-lesson.ts';
import styles from './steps.module.css';

interface StepsProps {
  readonly lesson: Lesson;
  readonly at: number;
  readonly progress: LessonProgress;
}

/** The pages of a lesson as a row of marks: which one it is, which are done; each leads there. */
export function Steps({ lesson, at, progress }: StepsProps) {
  const words = useWords();
  return (
    <nav className={styles.steps} aria-label={words('lesson.pages')}>
      {lesson.pages.map(({ title }, number) => {
        const isDone = progress.done.includes(number);
        return (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
            key={number}
            type="button"
            className={styles.step}
            aria-current={number === at ? 'step' : undefined}
            aria-label={words(isDone ? 'lesson.page-is-done' : 'lesson.page', {
              number: number + 1,
              title: words(title),
            })}
            title={words(title)}
            data-done={isDone}
            onClick={() => void turnTo(number)}
          >
            <i aria-hidden>{isDone ? <Check size={10} strokeWidth={3} /> : number + 1}</i>
          </button>
        );
      })}
    </nav>
  );
}
