import { Check } from 'lucide-react';
import type { LessonTask } from '../../graph/lesson/lesson.ts';
import buttons from '../controls/buttons.module.css';
import { GuideText } from '../help/guide-text.tsx';
import { useWords } from '../language/words.ts';
import asked from './asked.module.css';
import { useLesson } from './lesson-state.ts';
import { restorePage } from './play-lesson.ts';
import said from './said.module.css';
import styles from './tasks.module.css';

interface TasksProps {
  readonly tasks: readonly LessonTask[];
  /** How many are done; they are done in their order. */
  readonly done: number;
  /** The document that they are about is open. */
  readonly isHere: boolean;
}

export function Tasks({ tasks, done, isHere }: TasksProps) {
  const words = useWords();
  const isSoAlready = useLesson(state => state.isSoAlready) && isHere;
  return (
    <section className={`${asked.asked} ${said.said}`} aria-label={words('lesson.tasks')}>
      <h3 className={asked.kind}>{words('lesson.try')}</h3>
      <ol className={styles.list}>
        {tasks.map(({ text }, number) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a task is its number
            key={number}
            className={styles.task}
            data-state={number < done ? 'done' : number === done ? 'now' : 'later'}
            aria-current={number === done ? 'step' : undefined}
          >
            <span className={styles.tick}>
              {number < done && (
                <Check size={12} strokeWidth={2.5} role="img" aria-label={words('lesson.done')} />
              )}
            </span>
            <div>
              <GuideText text={words(text)} />
              {number === done && isSoAlready && (
                <p className={styles.already}>
                  {words('lesson.already-so')}{' '}
                  <button type="button" className={buttons.link} onClick={restorePage}>
                    {words('lesson.set-up-again')}
                  </button>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
