/** Two runs, compared as the viewer compares, and all that differs between them. */
import { useEffect, useMemo, useState } from 'react';
import { describeDifference } from '../../graph/describe-difference.ts';
import { formatLoss } from '../../language/format.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { Dialog, DialogBody } from '../commands/dialog.tsx';
import { useWords } from '../language/words.ts';
import { CompareModes, ShowOther } from '../viewer/compare-modes.tsx';
import { Comparison } from '../viewer/comparison.tsx';
import type { Source } from '../viewer/picture-layer.tsx';
import { type Still, stillOfFile } from '../viewer/still.ts';
import { firstLook, type Look } from '../viewer/viewer-state.ts';
import styles from './compare.module.css';
import type { RunEntry } from './run-log.ts';
import { closeRunsDialog } from './runs-dialogs-store.ts';
import { keptPicture } from './runs-storage.ts';
import { useRuns } from './runs-store.ts';

export function CompareDialog({ runs: [olderId, newerId] }: { readonly runs: readonly [string, string] }) {
  const words = useWords();
  const older = useRuns(({ log }) => log.entries.find(({ id }) => id === olderId));
  const newer = useRuns(({ log }) => log.entries.find(({ id }) => id === newerId));
  const [look, setLook] = useState(firstLook);
  const change = (changes: Partial<Look>) => setLook(before => ({ ...before, ...changes }));
  const [a, b] = [useSource(older), useSource(newer)];
  if (!older || !newer) return null;
  const differences = describeDifference(older.document, newer.document, nodeKinds).map(line => words(line));
  return (
    <Dialog onClose={closeRunsDialog} title={words('runs.compare-title')}>
      <DialogBody>
        <div className={styles.modes}>
          <CompareModes look={look} change={change} />
          <ShowOther look={look} change={change} />
        </div>
        <div className={styles.pictures}>
          <Comparison
            main={b}
            other={a}
            names={{ main: words('runs.newer'), other: words('runs.older') }}
            look={look}
            change={change}
            nothing={words('runs.picture-gone')}
          />
        </div>
        <div className={styles.pair}>
          <Caption entry={older} name={words('runs.older')} />
          <Caption entry={newer} name={words('runs.newer')} />
        </div>
        <ul className={styles.differences}>
          {differences.map(line => (
            <li key={line}>{line}</li>
          ))}
          {differences.length === 0 && <li>{words('runs.no-difference')}</li>}
        </ul>
      </DialogBody>
    </Dialog>
  );
}

function Caption({ entry, name }: { readonly entry: RunEntry; readonly name: string }) {
  const words = useWords();
  const painted = entry.painted.at(-1);
  return (
    <p className={styles.caption}>
      <b>{name}</b>
      {painted && words('runs.facts', { loss: formatLoss(painted.loss), iterations: painted.iteration })}
      {entry.mixed && <span title={words('runs.mixed')}>{words('runs.mixed-mark')}</span>}
    </p>
  );
}

/** The larger picture of a run, the thumbnail until it is there. */
function useSource(entry: RunEntry | undefined): Source | undefined {
  const [still, setStill] = useState<Still>();
  const { id, thumbnail } = entry ?? {};
  useEffect(() => {
    let isWanted = true;
    const show = async () => {
      if (id === undefined) return;
      const file = (await keptPicture(id)) ?? thumbnail;
      const found = file && (await stillOfFile(file));
      if (isWanted) setStill(found);
    };
    void show();
    return () => {
      isWanted = false;
    };
  }, [id, thumbnail]);
  return useMemo(() => still && { type: 'still', still }, [still]);
}
