import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useWords } from '../language/words.ts';
import { goToStep, useEditor } from '../state/editor.ts';
import styles from './history.module.css';

/** Every step of the document's history; the chosen one is the state that is open. */
export function History() {
  const words = useWords();
  const list = useRef<HTMLDivElement>(null);
  const now = useEditor(({ history }) => history.past.length);
  // A gesture that is going on makes its step anew with every move; what it is called stays the same.
  const labels = useEditor(
    useShallow(({ history }) => [...history.past, ...history.future.toReversed()].map(({ label }) => label)),
  );
  const rows = [words('history.beginning'), ...labels.map(label => words(label))];

  useEffect(() => {
    list.current?.querySelector(`[data-step="${now}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [now]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepFor(event.key, now, rows.length - 1);
    if (step === undefined) return;
    event.preventDefault();
    goToStep(step);
  };
  return (
    <div
      ref={list}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label={words('editor.region.history')}
      aria-activedescendant={idOf(now)}
      onKeyDown={onKeyDown}
    >
      {rows.map((row, step) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys for all of its options
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the list
          key={step}
          id={idOf(step)}
          className={styles.step}
          role="option"
          tabIndex={-1}
          aria-selected={step === now}
          data-step={step}
          data-undone={step > now}
          onClick={() => goToStep(step)}
        >
          <span className={styles.number}>{step}</span>
          <span className={styles.label}>{row}</span>
        </div>
      ))}
    </div>
  );
}

const idOf = (step: number) => `history-step-${step}`;

function stepFor(key: string, now: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return Math.max(0, now - 1);
    case 'ArrowDown':
      return Math.min(last, now + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
