import { Redo, VolumeX } from 'lucide-react';
import type { Flow } from '../../graph/document.ts';
import type { NodeReport } from '../../runtime/session/events.ts';
import { useWords } from '../language/words.ts';
import styles from './graph-node-view.module.css';

interface NodeStateProps {
  readonly state: NodeReport['state'] | undefined;
  readonly flow: Flow | undefined;
}

/** A dot that tells whether a node's values are there, being computed, or out of date; or that it is switched off. */
export function NodeState({ state = 'waiting', flow }: NodeStateProps) {
  const words = useWords();
  if (flow) {
    const Icon = flow === 'muted' ? VolumeX : Redo;
    const said = words(`inspector.flow.${flow}`);
    return <Icon className={styles.flow} size={14} strokeWidth={1.75} role="img" aria-label={said} />;
  }
  const said = words(`inspector.state.${state}`);
  return <span className={styles.dot} data-state={state} role="img" aria-label={said} title={said} />;
}
