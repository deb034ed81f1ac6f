import type { Problem } from '../../graph/problem.ts';
import { Marked } from '../inspector/marked.tsx';
import { mend } from '../inspector/mend.ts';
import { useWords } from '../language/words.ts';
import styles from './graph-node-view.module.css';

/** What is wrong with a node, in a sentence, with the edit that mends it. */
export function NodeProblem({ problem: { reason, fix } }: { readonly problem: Problem }) {
  const words = useWords();
  return (
    <div className={styles.error} role="status">
      <Marked text={words(reason)} />
      {fix && (
        <button type="button" className={`${styles.mend} nodrag`} onClick={() => mend(fix)}>
          {words(fix.label)}
        </button>
      )}
    </div>
  );
}
