import { formatBytes } from '../../../language/format.ts';
import type { PartAccount } from '../../../runtime/compile/account.ts';
import { useWords } from '../../language/words.ts';
import styles from './plan.module.css';

interface AliveChartProps {
  readonly part: PartAccount;
  /** Steps that are pointed at. */
  readonly marked: readonly number[];
}

const height = 36;

/** How much memory is alive while each step runs, from the first to the last. */
export function AliveChart({ part: { steps, peakBytes }, marked }: AliveChartProps) {
  const words = useWords();
  const y = (alive: number) => height - (alive / Math.max(1, peakBytes)) * (height - 2);
  const top = steps.map(({ alive }, at) => `L${at} ${y(alive)}L${at + 1} ${y(alive)}`).join('');
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${steps.length} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words('plan-lens.alive', { peak: formatBytes(peakBytes) })}
    >
      <path className={styles.alive} d={`M0 ${height}${top}L${steps.length} ${height}Z`} />
      {marked.map(at => (
        <rect key={at} className={styles.mark} x={at} y={0} width={1} height={height} />
      ))}
    </svg>
  );
}
