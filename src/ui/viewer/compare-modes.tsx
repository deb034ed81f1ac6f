import { Columns2, Contrast, Eye, SquareSplitHorizontal } from 'lucide-react';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words.ts';
import { otherKey } from './other-key.ts';
import styles from './toolbar.module.css';
import type { Look } from './viewer-state.ts';

const modes = [
  { mode: 'swipe', icon: SquareSplitHorizontal },
  { mode: 'flicker', icon: Contrast },
  { mode: 'side', icon: Columns2 },
] as const;

interface CompareModesProps {
  readonly look: Pick<Look, 'mode' | 'showsOther'>;
  readonly change: (changes: Partial<Look>) => void;
}

/** How two pictures are compared. */
export function CompareModes({ look: { mode }, change }: CompareModesProps) {
  const words = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is laid out like no other element
    <div className={styles.modes} role="group" aria-label={words('viewer.compare-mode')}>
      {modes.map(({ mode: each, icon }) => (
        <IconButton
          key={each}
          icon={icon}
          label={words(`viewer.mode.${each}`)}
          aria-pressed={mode === each}
          onClick={() => change({ mode: each, showsOther: false })}
        />
      ))}
    </div>
  );
}

/** While two pictures flicker: shows the other one. */
export function ShowOther({ look: { mode, showsOther }, change }: CompareModesProps) {
  const words = useWords();
  if (mode !== 'flicker') return null;
  return (
    <IconButton
      icon={Eye}
      label={words('viewer.show-other')}
      hint={words('viewer.hold-other')}
      keys={otherKey.toUpperCase()}
      aria-pressed={showsOther}
      onClick={() => change({ showsOther: !showsOther })}
    />
  );
}
