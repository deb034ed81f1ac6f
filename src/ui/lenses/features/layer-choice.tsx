/** Which layer is looked at, and on which side of its ReLU. */
import { ToggleGroup } from 'radix-ui';
import { keepPlainKeys } from '../../controls/keep-plain-keys.ts';
import { useWords } from '../../language/words.ts';
import styles from './choices.module.css';
import { chooseTap } from './feature-state.ts';

interface LayerChoiceProps {
  /** Every tap there is, shallow to deep. */
  readonly taps: readonly string[];
  readonly tap: string;
}

export function LayerChoice({ taps, tap }: LayerChoiceProps) {
  const words = useWords();
  const side = tap.startsWith('conv') ? 'conv' : 'relu';
  const other = side === 'conv' ? 'relu' : 'conv';
  const numbers = taps.flatMap(name => (name.startsWith('relu') ? [name.slice(4)] : []));
  return (
    <div className={styles.row}>
      <ToggleGroup.Root
        type="single"
        className={styles.group}
        aria-label={words('node.layer')}
        value={tap.slice(4)}
        onValueChange={number => number !== '' && chooseTap(`${side}${number}`)}
        onKeyDown={keepPlainKeys}
      >
        {numbers.map(number => (
          <ToggleGroup.Item
            key={number}
            value={number}
            className={styles.item}
            data-starts={number.endsWith('_1')}
            aria-label={`${side}${number}`}
            title={`${side}${number}`}
          >
            {number}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={side === 'conv'}
          onChange={() => chooseTap(`${other}${tap.slice(4)}`)}
        />
        {words('feature-lens.before-relu')}
      </label>
    </div>
  );
}
