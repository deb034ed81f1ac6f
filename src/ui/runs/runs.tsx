/** What was tried: the sweep that is being painted or was painted last, and every run, newest first. */
import { Columns2, Grid3x3 } from 'lucide-react';
import { useMemo } from 'react';
import buttons from '../controls/buttons.module.css';
import { useWords } from '../language/words.ts';
import { RunRow } from './run-row.tsx';
import styles from './runs.module.css';
import { showCompareDialog, showSweepDialog } from './runs-dialogs-store.ts';
import { useRuns } from './runs-store.ts';
import { SweepGrid } from './sweep-grid.tsx';
import { useSweep } from './sweep-store.ts';

export function Runs() {
  const words = useWords();
  const log = useRuns(state => state.log);
  const chosen = useRuns(state => state.chosen);
  const sweep = useSweep(state => state.sweep);
  const painted = useMemo(() => log.entries.filter(entry => entry.painted.length > 0), [log]);
  const openId = log.open && log.entries.at(-1)?.id;
  return (
    <div className={styles.runs}>
      <div className={styles.toolbar}>
        <button type="button" className={`${buttons.button} ${buttons.small}`} onClick={showSweepDialog}>
          <Grid3x3 size={16} strokeWidth={1.75} aria-hidden />
          {words('sweep.open')}
        </button>
        <button
          type="button"
          className={`${buttons.button} ${buttons.small}`}
          disabled={chosen.length !== 2}
          onClick={showCompareDialog}
        >
          <Columns2 size={16} strokeWidth={1.75} aria-hidden />
          {words('runs.compare')}
        </button>
        {painted.length > 1 && chosen.length !== 2 && (
          <span className={styles.hint}>{words('runs.compare-hint')}</span>
        )}
      </div>
      {sweep && <SweepGrid sweep={sweep} />}
      {painted.length < 2 && !sweep && (
        <div className={styles.empty}>
          <h3>{words('runs.empty-title')}</h3>
          <p>{words('runs.empty')}</p>
        </div>
      )}
      <ol className={styles.list} aria-label={words('runs.list')}>
        {painted.toReversed().map((entry, at) => (
          <RunRow
            key={entry.id}
            entry={entry}
            before={painted[painted.length - 2 - at]}
            isOpen={entry.id === openId}
            isChosen={chosen.includes(entry.id)}
          />
        ))}
      </ol>
    </div>
  );
}
