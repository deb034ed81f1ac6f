/** Two runs beside each other, or one over the other with a line to swipe, and all that differs between them. */
import { useEffect, useState } from 'react';
import { describeDifference } from '../../graph/describe-difference.ts';
import { formatLoss } from '../../language/format.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { Dialog, DialogBody } from '../commands/dialog.tsx';
import { useWords } from '../language/words.ts';
import styles from './compare.module.css';
import type { RunEntry } from './run-log.ts';
import { closeRunsDialog } from './runs-dialogs-store.ts';
import { keptPicture } from './runs-storage.ts';
import { useRuns } from './runs-store.ts';
import { useBlobUrl } from './use-blob-url.ts';

export function CompareDialog({ runs: [olderId, newerId] }: { readonly runs: readonly [string, string] }) {
  const words = useWords();
  const older = useRuns(({ log }) => log.entries.find(({ id }) => id === olderId));
  const newer = useRuns(({ log }) => log.entries.find(({ id }) => id === newerId));
  const [mode, setMode] = useState<'swipe' | 'side-by-side'>('swipe');
  const [line, setLine] = useState(50);
  const a = usePicture(older);
  const b = usePicture(newer);
  if (!older || !newer) return null;
  const differences = describeDifference(older.document, newer.document, nodeKinds).map(line => words(line));
  return (
    <Dialog onClose={closeRunsDialog} title={words('runs.compare-title')}>
      <DialogBody>
        <div className={styles.modes} role="radiogroup" aria-label={words('runs.compare')}>
          {(['swipe', 'side-by-side'] as const).map(one => (
            <label key={one} data-on={mode === one}>
              <input type="radio" className="unseen" checked={mode === one} onChange={() => setMode(one)} />
              {words(`runs.${one}`)}
            </label>
          ))}
        </div>
        {mode === 'swipe' ? (
          <div className={styles.swipe}>
            <Picture url={b} label={words('runs.newer')} />
            <div className={styles.over} style={{ clipPath: `inset(0 ${100 - line}% 0 0)` }}>
              <Picture url={a} label={words('runs.older')} />
            </div>
            <span className={styles.line} style={{ left: `${line}%` }} />
            <input
              type="range"
              min={0}
              max={100}
              value={line}
              aria-label={words('runs.swipe-at')}
              onChange={({ target }) => setLine(Number(target.value))}
            />
          </div>
        ) : (
          <div className={styles.pair}>
            <Picture url={a} label={words('runs.older')} />
            <Picture url={b} label={words('runs.newer')} />
          </div>
        )}
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

function Picture({ url, label }: { readonly url: string | undefined; readonly label: string }) {
  const words = useWords();
  return url ? (
    <img className={styles.picture} src={url} alt={label} />
  ) : (
    <span className={styles.picture}>{words('runs.picture-gone')}</span>
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
function usePicture(entry: RunEntry | undefined): string | undefined {
  const [picture, setPicture] = useState<Blob>();
  const { id, thumbnail } = entry ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thumbnail means that there is another picture
  useEffect(() => {
    let isWanted = true;
    if (id !== undefined) keptPicture(id).then(found => isWanted && setPicture(found));
    return () => {
      isWanted = false;
    };
  }, [id, thumbnail]);
  return useBlobUrl(picture ?? thumbnail);
}
