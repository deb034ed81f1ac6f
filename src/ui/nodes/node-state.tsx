import type { NodeReport } from '../../runtime/session/events.ts';
import styles from './graph-node-view.module.css';

/** A dot that tells whether a node's values are there, being computed, or out of date. */
export function NodeState({ report }: { readonly report: NodeReport | undefined }) {
  return <span className={styles.dot} data-state={report?.state ?? 'waiting'} />;
}
