import { History, Pin, PinOff, Trash2 } from 'lucide-react';
import { type KeyboardEvent, memo } from 'react';
import { describeDifference } from '../../graph/describe-difference.ts';
import { formatLoss } from '../../language/format.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords, type Words } from '../language/words.ts';
import { FrameCanvas } from '../painting/frame-canvas.tsx';
import { useEditor } from '../state/editor.ts';
import { usePainting } from '../state/painting.ts';
import { restoreRun } from './restore.ts';
import { pictureNode } from './run-camera.ts';
import type { Painted, RunEntry } from './run-log.ts';
import styles from './runs.module.css';
import { choose, deleteRun, pin } from './runs-store.ts';
import { useBlobUrl } from './use-blob-url.ts';

interface RunRowProps {
  readonly entry: RunEntry;
  /** The run before it in the list. */
  readonly before: RunEntry | undefined;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
}

/** The most differences that are told of a run. */
const mostLines = 3;

/** A run: its picture, what was done otherwise than before, how far it came, and what can be done with it. */
export const RunRow = memo(function RunRow({ entry, before, isOpen, isChosen }: RunRowProps) {
  const words = useWords();
  const lines = linesOf(entry, before, words);
  const what = lines.join(' ');
  return (
    <li className={styles.row} data-chosen={isChosen} onKeyDown={event => onKeyDown(event, entry.id)}>
      <label className={styles.choose}>
        <input
          type="checkbox"
          checked={isChosen}
          onChange={() => choose(entry.id)}
          aria-label={words('runs.choose', { what })}
        />
        {isOpen ? <LivePicture what={what} /> : <Thumbnail entry={entry} what={what} />}
      </label>
      <div className={styles.about}>
        {lines.slice(0, mostLines).map(line => (
          <p key={line} className={styles.difference}>
            {line}
          </p>
        ))}
        {lines.length > mostLines && (
          <p className={styles.facts}>{words('runs.more', { count: lines.length - mostLines })}</p>
        )}
        <p className={styles.facts}>
          {isOpen ? <LiveFacts entry={entry} /> : <Facts painted={entry.painted.at(-1)} />}
        </p>
        <p className={styles.facts}>
          {isOpen ? (
            <span className={styles.now}>{words('runs.now')}</span>
          ) : (
            <time dateTime={new Date(entry.startedAt).toISOString()}>{timeText(entry.startedAt, words)}</time>
          )}
          {entry.mixed && <span title={words('runs.mixed')}> · {words('runs.mixed-mark')}</span>}
        </p>
      </div>
      <div className={styles.actions} data-pinned={entry.pinned}>
        {!isOpen && (
          <IconButton icon={History} label={words('runs.restore')} onClick={() => restoreRun(entry.id)} />
        )}
        <IconButton
          icon={entry.pinned ? PinOff : Pin}
          label={words(entry.pinned ? 'runs.unpin' : 'runs.pin')}
          aria-pressed={entry.pinned}
          onClick={() => pin(entry.id, !entry.pinned)}
        />
        <IconButton icon={Trash2} label={words('runs.delete')} onClick={() => deleteRun(entry.id)} />
      </div>
    </li>
  );
});

function linesOf(entry: RunEntry, before: RunEntry | undefined, words: Words): readonly string[] {
  if (!before) return [words('runs.first')];
  const lines = describeDifference(before.document, entry.document, nodeKinds);
  return lines.length > 0 ? lines.map(line => words(line)) : [words('runs.again')];
}

function Thumbnail({ entry, what }: { readonly entry: RunEntry; readonly what: string }) {
  const words = useWords();
  const url = useBlobUrl(entry.thumbnail);
  return url ? (
    <img className={styles.thumbnail} src={url} alt={words('runs.picture', { what })} loading="lazy" />
  ) : (
    <span className={styles.thumbnail} />
  );
}

/** What is being painted now. */
function LivePicture({ what }: { readonly what: string }) {
  const words = useWords();
  const node = useEditor(({ history }) => pictureNode(history.document));
  if (node === undefined) return <span className={styles.thumbnail} />;
  return (
    <FrameCanvas
      node={node}
      size={160}
      label={words('runs.picture', { what })}
      className={styles.thumbnail}
    />
  );
}

function LiveFacts({ entry }: { readonly entry: RunEntry }) {
  const known = entry.painted.at(-1);
  const now = usePainting(({ iterations }) => (known ? iterations[known.optimiser] : undefined));
  const isFurther = now && known && now.iteration >= known.iteration;
  return <Facts painted={isFurther ? { ...known, iteration: now.iteration, loss: now.total } : known} />;
}

function Facts({ painted }: { readonly painted: Painted | undefined }) {
  const words = useWords();
  if (!painted) return null;
  return words('runs.facts', { loss: formatLoss(painted.loss), iterations: painted.iteration });
}

/** On the box of a row, the arrow keys walk the list, Enter restores and Delete deletes. */
function onKeyDown(event: KeyboardEvent<HTMLLIElement>, id: string): void {
  const { currentTarget, key, target } = event;
  if (!(target instanceof HTMLInputElement)) return;
  const boxIn = (row: Element | null) => row?.querySelector('input');
  const [next, previous] = [
    boxIn(currentTarget.nextElementSibling),
    boxIn(currentTarget.previousElementSibling),
  ];
  if (key === 'ArrowDown') next?.focus();
  else if (key === 'ArrowUp') previous?.focus();
  else if (key === 'Enter') restoreRun(id);
  else if (key === 'Delete' || key === 'Backspace') {
    (next ?? previous)?.focus();
    deleteRun(id);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function timeText(at: number, { language }: Words): string {
  const locale = navigator.languages.find(one => one.startsWith(language)) ?? language;
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(locale, {
    ...(!isToday && { month: 'short', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}
