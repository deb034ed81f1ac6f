/** Below everything: what it paints on, how it gets on, what it holds, what is wrong. */
import { TriangleAlert } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { formatBytes } from '../../language/format.ts';
import type { MemoryUse } from '../../runtime/host/protocol.ts';
import { shownFlow } from '../canvas/flow.ts';
import { Tooltip } from '../controls/tooltip.tsx';
import { useWords } from '../language/words.ts';
import { select } from '../state/editor.ts';
import { usePainting } from '../state/painting.ts';
import { formatRate } from '../viewer/rate.ts';
import { useRates } from '../viewer/rates.ts';
import { DeviceMenu } from './device-menu.tsx';
import styles from './status-bar.module.css';
import { WorkerNotice } from './worker-notice.tsx';

export function StatusBar() {
  const words = useWords();
  return (
    <section className={styles.status} aria-label={words('editor.region.status')}>
      <WorkerNotice />
      <DeviceMenu />
      <Rate />
      <span className={styles.room} />
      <Problems />
      <Memory />
    </section>
  );
}

/** Of all optimisers together: it is the device that is fast or slow. */
function Rate() {
  const words = useWords();
  const perSecond = useRates(rates => Object.values(rates).reduce((sum, rate) => sum + rate, 0));
  const isPainting = usePainting(({ runs }) => Object.values(runs).some(({ state }) => state === 'running'));
  if (!isPainting || perSecond === 0) return null;
  return (
    <Tooltip text={words('viewer.per-second-hint')} side="top">
      <span className={styles.part}>{words('viewer.per-second', { rate: formatRate(perSecond) })}</span>
    </Tooltip>
  );
}

const heldBy = ({ weights, images, computed }: MemoryUse) => weights + images + computed;

function Memory() {
  const words = useWords();
  const memory = usePainting(state => state.memory);
  if (!memory) return null;
  const said = {
    held: formatBytes(heldBy(memory)),
    budget: formatBytes(memory.budget),
    weights: formatBytes(memory.weights),
    images: formatBytes(memory.images),
    computed: formatBytes(memory.computed),
    loops: formatBytes(memory.loops),
    checkpoints: formatBytes(memory.checkpoints),
  };
  const all = formatBytes(heldBy(memory) + memory.loops);
  return (
    <Tooltip text={words('status.memory-hint', said)} side="top">
      {/* Its parts are to be had by keyboard, too. */}
      <button type="button" className={styles.button} aria-label={words('status.memory', { held: all })}>
        <meter className={styles.meter} value={heldBy(memory)} max={Math.max(memory.budget, 1)} aria-hidden />
        {all}
      </button>
    </Tooltip>
  );
}

function Problems() {
  const words = useWords();
  const errors = usePainting(
    useShallow(({ problems }) => problems.filter(({ severity }) => severity === 'error')),
  );
  if (errors.length === 0) return null;
  const first = errors.find(({ node }) => node !== undefined)?.node;
  const show = () => {
    if (first === undefined) return;
    select({ nodes: new Set([first]) });
    void shownFlow()?.fitView({ nodes: [{ id: first }], maxZoom: 1, padding: 0.6 });
  };
  return (
    <Tooltip text={words('status.problems-hint')} side="top">
      <button type="button" className={styles.problems} onClick={show}>
        <TriangleAlert size={13} strokeWidth={1.75} aria-hidden />
        {words('status.problems', { count: errors.length })}
      </button>
    </Tooltip>
  );
}
