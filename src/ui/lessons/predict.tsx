import { Check, X } from 'lucide-react';
import { useId } from 'react';
import type { Prediction } from '../../graph/lesson/lesson.ts';
import { useWords } from '../language/words.ts';
import asked from './asked.module.css';
import { predict as keep } from './play-lesson.ts';
import styles from './predict.module.css';

interface PredictProps {
  readonly predict: Prediction;
  /** What was predicted. */
  readonly answer: number | undefined;
  /** It has been seen what happens. */
  readonly isDone: boolean;
}

/** A question to answer before one sees; once it was seen, the answer is held against what happened. */
export function Predict({
  predict: { question, choices, answer: right, because },
  answer,
  isDone,
}: PredictProps) {
  const words = useWords();
  const id = useId();
  const isAnswered = answer !== undefined;
  return (
    <section className={asked.asked} aria-labelledby={id}>
      <h3 className={asked.kind}>{words('lesson.predict')}</h3>
      <p id={id} className={styles.question}>
        {words(question)}
      </p>
      <fieldset className={styles.choices} aria-labelledby={id}>
        {choices.map((choice, number) => (
          <button
            key={choice.en}
            type="button"
            className={styles.choice}
            aria-pressed={number === answer}
            disabled={isAnswered && number !== answer && !(isDone && number === right)}
            data-is={isDone && isAnswered ? (number === right ? 'right' : 'wrong') : undefined}
            onClick={() => keep(number)}
          >
            {words(choice)}
            {isDone && number === right && <Check size={14} strokeWidth={2.25} aria-hidden />}
            {isDone && number === answer && number !== right && (
              <X size={14} strokeWidth={2.25} aria-hidden />
            )}
          </button>
        ))}
      </fieldset>
      {isAnswered && (
        <p className={styles.because} role="status">
          {isDone ? (
            <>
              <b>{words(answer === right ? 'lesson.as-predicted' : 'lesson.otherwise')}</b> {words(because)}
            </>
          ) : (
            words('lesson.kept')
          )}
        </p>
      )}
    </section>
  );
}
