/**
 * Numbers that tick with each iteration. Each is a component of its own that asks for the one number that it
 * shows, so that an iteration renders these few words and nothing around them.
 */
import { type CSSProperties, memo } from 'react';
import type { NodeId } from '../../graph/document.ts';
import { formatLoss } from '../../language/format.ts';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import { usePainting } from '../state/painting.ts';
import styles from './faces.module.css';
import { lossPath } from './loss-path.ts';
import { shareOf, sumOf } from './term-readings.ts';

/** Where the loss of `node` goes, as a text that is the same as long as the way is. */
export const useLossPath = (node: NodeId): readonly [optimiser: NodeId, prefix: string] | undefined => {
  const path = useEditor(({ history }) => {
    const found = lossPath(history.document, node);
    return found && `${found.optimiser} ${found.prefix}`;
  });
  const [optimiser, prefix] = path?.split(' ') ?? [];
  return optimiser === undefined || prefix === undefined ? undefined : [optimiser, prefix];
};

interface LossValueProps {
  readonly node: NodeId;
}

/** What the loss of a node, times its weights, comes to. */
export const LossValue = memo(function LossValue({ node }: LossValueProps) {
  const words = useWords();
  const [optimiser = '', prefix = ''] = useLossPath(node) ?? [];
  const value = usePainting(({ iterations }) => {
    const terms = iterations[optimiser]?.terms;
    return terms && formatLoss(sumOf(terms, prefix));
  });
  return (
    <output className={styles.value} aria-label={words('node.loss')} aria-live="off">
      {value ?? '–'}
    </output>
  );
});

interface ShareProps {
  readonly node: NodeId;
  /** Of what this node's loss is made of: `relu1_1`, or `style/`; everything where it is empty. */
  readonly part: string;
  /** What it is a part of: this node's loss, or all that the optimiser minimises. */
  readonly of: 'node' | 'all';
}

/** A share in whole percents; finer than it can be seen it need not be rendered. */
function useShare({ node, part, of }: ShareProps): number | undefined {
  const [optimiser = '', prefix = ''] = useLossPath(node) ?? [];
  return usePainting(({ iterations }) => {
    const terms = iterations[optimiser]?.terms;
    return terms && Math.round(100 * shareOf(terms, prefix + part, of === 'node' ? prefix : ''));
  });
}

/** How much of a loss is of one of its parts, as a thin bar. */
export const ShareBar = memo(function ShareBar(props: ShareProps) {
  const words = useWords();
  const percent = useShare(props) ?? 0;
  return (
    <div
      className={styles.share}
      role="img"
      aria-label={words('node.share', { percent })}
      style={{ '--share': percent / 100 } as CSSProperties}
    />
  );
});

/** The same in words: `62 %`. */
export const SharePercent = memo(function SharePercent(props: ShareProps) {
  const words = useWords();
  const percent = useShare(props);
  if (percent === undefined) return null;
  return (
    <span className={styles.percent} title={words('node.share', { percent })}>
      {percent} %
    </span>
  );
});
