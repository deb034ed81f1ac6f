/** The balance meter: each loss' share of the whole and of what moves the picture, live, and weights that make them even. */
import { Scale } from 'lucide-react';
import { type CSSProperties, useEffect, useState } from 'react';
import type { NodeId } from '../../../graph/document.ts';
import { formatLoss } from '../../../language/format.ts';
import { message } from '../../../language/message.ts';
import type { MeasuredPull } from '../../../runtime/lenses/balance.ts';
import type { PullsBy } from '../../../runtime/lenses/pulls.ts';
import buttons from '../../controls/buttons.module.css';
import { useWords } from '../../language/words.ts';
import { FrameCanvas } from '../../painting/frame-canvas.tsx';
import { act, openDocument, undo, useEditor, useLocked } from '../../state/editor.ts';
import { refuse } from '../../state/notices.ts';
import lens from '../lens-panel.module.css';
import styles from './balance.module.css';
import { type BalanceChange, balanceChange } from './balance-change.ts';
import { ByChoice } from './by-choice.tsx';
import { LensFrame, NothingSeen } from './lens-frame.tsx';
import frame from './loss-lens.module.css';
import { optimiserBelow } from './optimiser-below.ts';
import { percent } from './percent.ts';
import { rebalance, unevenness } from './rebalance.ts';
import { type Shares, sharesOf } from './shares.ts';
import { useReading } from './use-reading.ts';

const colourAt = (at: number): string => `var(--chart-${1 + (at % 6)})`;

/** Pulls that differ by less are called even. */
const even = 1.25;

export function BalancePanel({ node }: { readonly node: NodeId }) {
  const optimiser = useEditor(({ history }) => optimiserBelow(history.document, node));
  return optimiser === undefined ? <NothingSeen news={undefined} /> : <Balance optimiser={optimiser} />;
}

function Balance({ optimiser }: { readonly optimiser: NodeId }) {
  const words = useWords();
  const [by, setBy] = useState<PullsBy>('losses');
  const news = useReading<'balance'>({ kind: 'balance', optimiser, by });
  const reading = news?.type === 'reading' ? news.reading : undefined;
  const document = useEditor(({ id }) => id);
  const change = useChange(reading?.pulls, `${document} ${optimiser} ${by}`);
  if (!reading) return <NothingSeen news={news} />;
  const { pulls, iteration } = reading;
  const shares = sharesOf(pulls);
  return (
    <LensFrame optimiser={optimiser} iteration={iteration} controls={<ByChoice by={by} choose={setBy} />}>
      <p className={frame.why}>{words('loss-lens.balance-why')}</p>
      {change && <ChangeNote change={change} />}
      <div className={styles.beside}>
        <div className={styles.measured}>
          <table className={styles.table} aria-label={words('loss-lens.balance')}>
            <thead>
              <tr>
                <th scope="col">{words('loss-lens.term')}</th>
                <th scope="col">{words('loss-lens.share-of-loss')}</th>
                <th scope="col">{words('loss-lens.share-of-pull')}</th>
                <th scope="col" className={styles.number}>
                  {words('loss-lens.value')}
                </th>
                <th scope="col" className={styles.number}>
                  {words('loss-lens.length')}
                </th>
              </tr>
            </thead>
            <tbody>
              {pulls.map((pull, at) => (
                <Row key={pull.name} pull={pull} share={shares.get(pull.name)} colour={colourAt(at)} />
              ))}
            </tbody>
          </table>
          <Verdict pulls={pulls} />
        </div>
        <FrameCanvas
          node={optimiser}
          size={384}
          label={words('loss-lens.picture')}
          className={lens.picture}
        />
      </div>
    </LensFrame>
  );
}

interface RowProps {
  readonly pull: MeasuredPull;
  readonly share: Shares | undefined;
  readonly colour: string;
}

function Row({ pull: { name, loss, length }, share = { loss: 0, pull: 0 }, colour }: RowProps) {
  return (
    <tr style={{ '--colour': colour } as CSSProperties}>
      <th scope="row">
        <span className={styles.name}>
          <span className={styles.dot} />
          {name}
        </span>
      </th>
      <td className={styles.loss}>
        <ShareBar part={share.loss} />
      </td>
      <td>
        <ShareBar part={share.pull} />
      </td>
      <td className={styles.number}>{formatLoss(loss)}</td>
      <td className={styles.number}>{formatLoss(length)}</td>
    </tr>
  );
}

function ShareBar({ part }: { readonly part: number }) {
  return (
    <div className={styles.share}>
      <div className={styles.track}>
        <div className={styles.bar} style={{ width: `${100 * part}%` }} />
      </div>
      <span className={styles.percent}>{percent(part)}</span>
    </div>
  );
}

/** How even the pulls are, and what makes them so. */
function Verdict({ pulls }: { readonly pulls: readonly MeasuredPull[] }) {
  const words = useWords();
  const isLocked = useLocked();
  const [wasRebalanced, setRebalanced] = useState<object>();
  const present = useEditor(({ history }) => history.document);
  const ratio = unevenness(pulls);
  const silent = pulls.find(({ length }) => length === 0);
  const edits = rebalance(openDocument(), pulls);
  const equalise = () => {
    const done = act(edits, { label: message('loss-lens.rebalanced') });
    if (done.ok) setRebalanced(openDocument());
    else refuse(done.reason);
  };
  return (
    <div className={styles.verdict}>
      <button
        type="button"
        className={buttons.primary}
        title={words('loss-lens.rebalance-hint')}
        disabled={isLocked || edits.length === 0 || ratio < 1.01}
        onClick={equalise}
      >
        <Scale size={16} strokeWidth={1.75} aria-hidden />
        {words('loss-lens.rebalance')}
      </button>
      {wasRebalanced === present && (
        <button type="button" className={buttons.button} onClick={undo}>
          {words('loss-lens.undo')}
        </button>
      )}
      <p className={frame.told} role="status">
        {ratio < even
          ? words('loss-lens.even')
          : words('loss-lens.uneven', { ratio: ratio < 10 ? ratio.toFixed(1) : String(Math.round(ratio)) })}
        {silent && ` ${words('loss-lens.silent', { name: silent.name })}`}
      </p>
    </div>
  );
}

function ChangeNote({ change: { added, removed, name, before, after } }: { readonly change: BalanceChange }) {
  const words = useWords();
  const [id, layers] =
    added.length > 0
      ? (['loss-lens.changed-on', added] as const)
      : (['loss-lens.changed-off', removed] as const);
  const values = { layers: layers.join(', '), name, before: percent(before), after: percent(after) };
  return (
    <p className={styles.changed} role="status">
      {words(id, values)}
    </p>
  );
}

/**
 * What switching layers has changed since the last reading; it stands until something else does.
 *
 * @param of Another where what was measured before says nothing of this.
 */
function useChange(pulls: readonly MeasuredPull[] | undefined, of: string): BalanceChange | undefined {
  const [change, setChange] = useState<BalanceChange>();
  useEffect(() => {
    if (!pulls) return;
    const before = lastSeen.get(of);
    const found = before && balanceChange(before, pulls);
    if (found) setChange(found);
    lastSeen.set(of, pulls);
  }, [pulls, of]);
  return change;
}

/** Layers are switched with the lens closed, for it lies above the page: what was seen is remembered until then. */
const lastSeen = new Map<string, readonly MeasuredPull[]>();
