/** The plan, below the graph: what runs once and what in each iteration, in its order, with what it costs. */
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { formatBytes, formatFlops } from '../../../language/format.ts';
import type { PlanAccount, StageAccount } from '../../../runtime/compile/account.ts';
import { IconButton } from '../../controls/icon-button.tsx';
import { useNodeTitle } from '../../inspector/node-title.ts';
import { useWords } from '../../language/words.ts';
import { useEditor } from '../../state/editor.ts';
import { light } from './light.ts';
import styles from './plan.module.css';
import { PlanPart } from './plan-part.tsx';
import { showPlan } from './plan-state.ts';
import { useAccount } from './use-account.ts';

export function PlanPanel() {
  const words = useWords();
  const account = useAccount();
  const body = useSelectedRow();
  useEffect(() => () => light([]), []);
  return (
    <section className={styles.panel} aria-label={words('plan-lens.title')}>
      <header className={styles.header}>
        <h2>{words('plan-lens.title')}</h2>
        <p className={styles.about}>{words('plan-lens.about')}</p>
        <IconButton icon={X} label={words('plan-lens.close')} side="top" onClick={() => showPlan(false)} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <div ref={body} className={styles.body} tabIndex={0}>
        {account ? <Account account={account} /> : <p className={styles.none}>{words('plan-lens.none')}</p>}
      </div>
    </section>
  );
}

/** Brings the first row of what is selected on the canvas into view. */
function useSelectedRow() {
  const body = useRef<HTMLDivElement>(null);
  const selected = useEditor(({ selection }) => selection.nodes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something else is selected
  useEffect(() => {
    const { current } = body;
    if (!current || current.contains(document.activeElement)) return;
    current.querySelector('[data-lit="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return body;
}

function Account({ account }: { readonly account: PlanAccount }) {
  const words = useWords();
  const { stages, outputs, heapBytes, peakBytes } = account;
  return (
    <>
      <p className={styles.memory}>
        {words('plan-lens.heap', { heap: formatBytes(heapBytes), peak: formatBytes(peakBytes) })}
      </p>
      {stages.map(stage => (
        <Stage key={`${stage.optimiser} ${stage.scale}`} stage={stage} isAlone={stages.length === 1} />
      ))}
      {outputs.steps.length > 0 && <PlanPart title={words('plan-lens.outputs')} part={outputs} />}
    </>
  );
}

function Stage({ stage, isAlone }: { readonly stage: StageAccount; readonly isAlone: boolean }) {
  const words = useWords();
  const { optimiser, scale, scales, iterations, picture, bands, once, loop } = stage;
  const title = useNodeTitle(optimiser);
  const [height = 0, width = 0] = picture;
  const total = formatFlops(once.flops + iterations * loop.flops);
  return (
    <>
      <p className={styles.stage}>
        {!isAlone && <b>{scales > 1 ? `${title} · ${scale}/${scales}` : title}</b>}
        {words('plan-lens.stage', { width, height, iterations, total })}
        {bands && ` · ${words('plan-lens.bands', bands)}`}
      </p>
      <PlanPart title={words('plan-lens.once')} part={once} />
      <PlanPart title={words('plan-lens.loop')} part={loop} times={iterations} />
    </>
  );
}
