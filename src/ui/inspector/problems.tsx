import type { NodeId } from '../../graph/document.ts';
import type { Problem } from '../../graph/problem.ts';
import { useWords } from '../language/words.ts';
import { usePainting } from '../state/painting.ts';
import styles from './inspector.module.css';
import { Marked } from './marked.tsx';
import { mend } from './mend.ts';
import { Section } from './section.tsx';

/** What is wrong with a node, and everything that is offered to mend it. */
export function Problems({ id }: { readonly id: NodeId }) {
  const words = useWords();
  const problems = usePainting(({ problemsAt }) => problemsAt[id]);
  if (!problems || problems.length === 0) return null;
  return (
    <Section title={words('inspector.problems')}>
      {problems.map(problem => (
        <ProblemNote key={`${problem.param} ${problem.port} ${problem.reason.id}`} problem={problem} />
      ))}
    </Section>
  );
}

export function ProblemNote({ problem }: { readonly problem: Problem }) {
  const words = useWords();
  const offers = problem.offers ?? (problem.fix ? [problem.fix] : []);
  return (
    <div className={styles.problem} data-severity={problem.severity} role="status">
      <Marked text={words(problem.reason)} />
      {offers.map(fix => (
        <button key={words(fix.label)} type="button" className={styles.button} onClick={() => mend(fix)}>
          {words(fix.label)}
        </button>
      ))}
    </div>
  );
}
