/** Paint, pause, step, begin again; how far it is, how fast, and how long it will take. */
import { Pause, Play, RefreshCw, RotateCcw, StepForward } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { NodeId } from '../../graph/document.ts';
import { formatDuration } from '../../language/format.ts';
import { keyCaps } from '../commands/keys.ts';
import { play } from '../commands/run/play.ts';
import { restart } from '../commands/run/restart.ts';
import { step } from '../commands/run/step.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { Tooltip } from '../controls/tooltip.tsx';
import { useWords, type Words } from '../language/words.ts';
import { useParameterLocked } from '../state/editor.ts';
import type { RunFacts } from '../state/painting.ts';
import { formatRate } from './rate.ts';
import { useRates } from './rates.ts';
import styles from './transport.module.css';
import { beginAgain, type Progress, playOrPause, stepOnce } from './transport.ts';
import { type Chain, useChain, useIteration } from './use-chain.ts';
import { useViewedOptimiser } from './use-viewed.ts';

const keysOf = ({ keys: [first] = [] }: { readonly keys?: readonly string[] }) =>
  first === undefined ? undefined : keyCaps(first).join(' ');

export function TransportBar() {
  const words = useWords();
  const optimiser = useViewedOptimiser();
  const chain = useChain(optimiser);
  if (optimiser === undefined) return null;
  const isIdle = chain.progress === 'nothing' || chain.progress === 'waiting';
  return (
    <div className={styles.bar} data-part="transport">
      <PlayButton optimiser={optimiser} chain={chain} />
      <IconButton
        icon={StepForward}
        label={words('viewer.step')}
        keys={keysOf(step)}
        side="top"
        disabled={isIdle}
        onClick={() => void stepOnce(optimiser)}
      />
      <IconButton
        icon={RotateCcw}
        label={words('viewer.restart')}
        keys={keysOf(restart)}
        side="top"
        disabled={chain.progress === 'nothing'}
        onClick={() => void beginAgain(optimiser)}
      />
      <Numbers chain={chain} />
      <Announcement chain={chain} />
    </div>
  );
}

function PlayButton({ optimiser, chain }: { readonly optimiser: NodeId; readonly chain: Chain }) {
  const words = useWords();
  // To paint on is to ask for more iterations: an edit.
  const isOver = useParameterLocked(`${optimiser}.iterations`) && chain.progress === 'done';
  const iteration = chain.progress === 'done' ? (chain.run?.iteration ?? 0) : 0;
  const { icon, label } = faceOf(words, chain.progress, iteration);
  return (
    <IconButton
      icon={icon}
      label={label}
      keys={chain.progress === 'done' ? undefined : keysOf(play)}
      side="top"
      className={styles.play ?? ''}
      disabled={chain.progress === 'nothing' || chain.progress === 'waiting' || isOver}
      onClick={() => void playOrPause(optimiser)}
    />
  );
}

function faceOf(words: Words, progress: Progress, iteration: number) {
  switch (progress) {
    case 'playing':
      return { icon: Pause, label: words('viewer.pause') };
    case 'failed':
      return { icon: RefreshCw, label: words('viewer.try-again') };
    case 'done':
      return { icon: Play, label: words('viewer.paint-on', { count: iteration }) };
    case 'nothing':
    case 'waiting':
    case 'paused':
      return { icon: Play, label: words('viewer.play') };
  }
}

function Numbers({ chain: { progress, run } }: { readonly chain: Chain }) {
  const words = useWords();
  const iteration = useIteration(run);
  const rate = useRates(rates => (run ? rates[run.optimiser] : undefined));
  if (!run) return <p className={styles.state}>{words('viewer.state.nothing')}</p>;
  const state = stateOf(progress, run);
  return (
    <p className={styles.numbers}>
      <span className={styles.iteration}>
        <span className="unseen">{words('viewer.iterations-of', { iteration, until: run.until })}</span>
        <span aria-hidden>
          {iteration} <i>/ {run.until}</i>
        </span>
      </span>
      {run.scale && (
        <Tooltip text={words('viewer.scale-hint', { ...run.scale })} side="top">
          <span className={styles.scale}>{words('viewer.scale', { ...run.scale })}</span>
        </Tooltip>
      )}
      {state && <span className={styles.state}>{words(state)}</span>}
      {!state && rate !== undefined && (
        <>
          <Tooltip text={words('viewer.per-second-hint')} side="top">
            <span className={styles.rate}>{words('viewer.per-second', { rate: formatRate(rate) })}</span>
          </Tooltip>
          <span className={styles.left}>
            {words('viewer.left', { time: formatDuration(iterationsLeft(run, iteration) / rate) })}
          </span>
        </>
      )}
      {run.mixed && (
        <Tooltip text={words('viewer.mixed-hint')} side="top">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its explanation is to be had by keyboard, too */}
          <span className={styles.mixed} tabIndex={0}>
            {words('viewer.mixed')}
          </span>
        </Tooltip>
      )}
    </p>
  );
}

/** Of the present scale; those of larger ones, which take longer, are counted for as many as they take. */
const iterationsLeft = ({ until, scale }: RunFacts, iteration: number): number =>
  scale ? scale.until - iteration + scale.ahead : until - iteration;

/** What is said in the place of a rate. */
function stateOf(progress: Progress, run: RunFacts) {
  if (progress === 'playing') return run.state === 'preparing' ? 'viewer.state.preparing' : undefined;
  return `viewer.state.${progress}` as const;
}

/** Tells whoever does not see it how far it is, at every quarter. */
function Announcement({ chain: { progress, run } }: { readonly chain: Chain }) {
  const words = useWords();
  const iteration = useIteration(run);
  const quarter = run ? Math.floor((4 * iteration) / run.until) : 0;
  const heard = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (!heard.current || quarter === 0) return;
    heard.current.textContent =
      quarter >= 4 ? words('viewer.finished') : words('viewer.at-quarter', { percent: 25 * quarter });
  }, [quarter, words]);
  return <p ref={heard} className="unseen" role="status" data-progress={progress} />;
}
