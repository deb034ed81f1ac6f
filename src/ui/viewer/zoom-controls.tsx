import { Maximize, Minus, Plus } from 'lucide-react';
import { IconButton } from '../controls/icon-button.tsx';
import { Tooltip } from '../controls/tooltip.tsx';
import { useWords } from '../language/words.ts';
import styles from './stage.module.css';
import { afterKey, type Looked } from './use-zoom-gestures.ts';
import type { View } from './zoom.ts';

interface ZoomControlsProps {
  readonly looked: Looked;
  /** Pixels of the screen per pixel of the picture, of a hundred. */
  readonly percent: number;
  readonly change: (view: View) => void;
}

export function ZoomControls({ looked, percent, change }: ZoomControlsProps) {
  const words = useWords();
  const press = (key: string) => () => {
    const view = afterKey(key, looked);
    if (view) change(view);
  };
  const shown = percent < 10 ? percent.toFixed(1) : Math.round(percent);
  return (
    <div className={styles.zoom}>
      <IconButton icon={Minus} label={words('viewer.zoom-out')} keys="−" side="top" onClick={press('-')} />
      <Tooltip text={words('viewer.actual')} keys="1" side="top">
        <button
          type="button"
          className={styles.percent}
          onClick={press('1')}
          aria-label={words('viewer.zoom-now', { percent: shown })}
        >
          {shown} %
        </button>
      </Tooltip>
      <IconButton icon={Plus} label={words('viewer.zoom-in')} keys="+" side="top" onClick={press('+')} />
      <IconButton
        icon={Maximize}
        label={words('viewer.fit')}
        keys="0"
        side="top"
        aria-pressed={looked.view.type === 'fit'}
        onClick={press('0')}
      />
    </div>
  );
}
