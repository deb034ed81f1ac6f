/** How a node is, and why it was computed again (rule R11). */
import type { NodeId } from '../../graph/document.ts';
import { formatBytes } from '../../language/format.ts';
import { useWords } from '../language/words.ts';
import { usePainting } from '../state/painting.ts';
import styles from './inspector.module.css';
import { Marked } from './marked.tsx';
import { Section } from './section.tsx';

export function NodeNow({ id }: { readonly id: NodeId }) {
  const words = useWords();
  const report = usePainting(({ reports }) => reports[id]);
  if (!report) return null;
  const { state, why, bytes, milliseconds } = report;
  return (
    <Section title={words('inspector.state')}>
      <p className={styles.facts}>
        <span className={styles.state} data-state={state}>
          {words(`inspector.state.${state}`)}
        </span>
        {milliseconds > 0 && <span>{words('inspector.took', { time: timeText(milliseconds) })}</span>}
        {bytes > 0 && <span>{words('inspector.held', { bytes: formatBytes(bytes) })}</span>}
      </p>
      {why && (
        <div className={styles.why}>
          {state === 'miss' && <p className={styles.question}>{words('inspector.why')}</p>}
          <Marked text={words(why)} />
        </div>
      )}
    </Section>
  );
}

const timeText = (milliseconds: number): string =>
  milliseconds < 10 ? milliseconds.toFixed(1) : String(Math.round(milliseconds));
