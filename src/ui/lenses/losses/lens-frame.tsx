/** What all lenses on losses have in common: their controls, how far the painting is, and what stands where nothing is seen. */
import { Pause, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import type { NodeId } from '../../../graph/document.ts';
import { own } from '../../../graph/own.ts';
import type { MessageId } from '../../../language/message.ts';
import type { LensNews } from '../../../runtime/host/lens-lines.ts';
import { IconButton } from '../../controls/icon-button.tsx';
import { useWords } from '../../language/words.ts';
import { usePainting } from '../../state/painting.ts';
import { playOrPause } from '../../viewer/transport.ts';
import lens from '../lens-panel.module.css';
import styles from './loss-lens.module.css';

interface LensFrameProps {
  readonly optimiser: NodeId;
  readonly iteration: number;
  /** Choices of what is seen. */
  readonly controls: ReactNode;
  readonly children: ReactNode;
}

export function LensFrame({ optimiser, iteration, controls, children }: LensFrameProps) {
  const words = useWords();
  const state = usePainting(({ runs }) => own(runs, optimiser)?.state);
  const goes = state === 'running' || state === 'preparing';
  return (
    <div className={styles.panel}>
      <div className={lens.controls}>
        {controls}
        <div className={styles.moment}>
          <span>{words('loss-lens.iteration', { count: iteration })}</span>
          <IconButton
            icon={goes ? Pause : Play}
            label={words(goes ? 'loss-lens.pause' : 'loss-lens.play')}
            onClick={() => playOrPause(optimiser)}
          />
        </div>
      </div>
      {children}
    </div>
  );
}

interface NothingSeenProps {
  readonly news: LensNews<unknown> | undefined;
  /** Why there is nothing, where the worker says only that. */
  readonly nothing?: MessageId;
}

export function NothingSeen({ news, nothing = 'loss-lens.not-yet' }: NothingSeenProps) {
  const words = useWords();
  return (
    <p className={lens.nothing} role="status">
      {news?.type === 'failed' ? words(news.reason) : words(nothing)}
    </p>
  );
}
