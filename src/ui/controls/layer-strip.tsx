/**
 * An encoder as a strip of its layers, block by block, each lower than the one before as the picture becomes
 * smaller. A click switches a layer on or off; with Alt it is taken on the other side of its ReLU.
 */
import { ToggleGroup } from 'radix-ui';
import type { CSSProperties } from 'react';
import { useWords } from '../language/words.ts';
import { keepPlainKeys } from './keep-plain-keys.ts';
import { blocksOf, type Side, sideOf, sidesOf, toggled, turned } from './layer-set.ts';
import styles from './layer-strip.module.css';

interface LayerStripProps {
  /** Of the encoder. */
  readonly layers: readonly string[];
  readonly chosen: readonly string[];
  readonly label: string;
  readonly size: 'small' | 'large';
  /** Without it the strip only shows. */
  readonly set?: (chosen: readonly string[]) => void;
}

export function LayerStrip({ layers, chosen, label, size, set }: LayerStripProps) {
  const words = useWords();
  const side: Side = sideOf(chosen) ?? 'relu';
  const numbers = blocksOf(layers, chosen).map((block, depth) => ({ block, depth }));
  const cell = (number: string) => {
    const sides = sidesOf(chosen, number);
    return {
      'data-sides': sides.join(' '),
      'aria-label': sides.length > 0 ? sides.map(at => `${at}${number}`).join(', ') : `${side}${number}`,
    };
  };
  const style = (depth: number, cells: number) => ({ '--depth': depth, '--cells': cells }) as CSSProperties;
  if (!set) {
    return (
      <div className={styles.strip} data-size={size} role="img" aria-label={label}>
        {numbers.map(({ block, depth }) => (
          <div key={depth} className={styles.block} style={style(depth, block.length)}>
            {block.map(number => (
              <span key={number} className={styles.cell} data-sides={cell(number)['data-sides']} />
            ))}
          </div>
        ))}
      </div>
    );
  }
  return (
    <ToggleGroup.Root
      type="multiple"
      className={`${styles.strip} nodrag`}
      data-size={size}
      aria-label={label}
      aria-description={words('control.layers-hint')}
      value={chosen.map(layer => layer.replace(/^(conv|relu)/, ''))}
      onKeyDown={keepPlainKeys}
    >
      {numbers.map(({ block, depth }) => (
        <div key={depth} className={styles.block} style={style(depth, block.length)}>
          {block.map(number => (
            <ToggleGroup.Item
              key={number}
              value={number}
              className={styles.cell}
              title={cell(number)['aria-label']}
              {...cell(number)}
              onClick={event => set(event.altKey ? turned(chosen, number) : toggled(chosen, number, side))}
            >
              {size === 'large' && number.split('_')[1]}
            </ToggleGroup.Item>
          ))}
          {size === 'large' && (
            <span className={styles.blockName} aria-hidden>
              {block[0]?.split('_')[0]}
            </span>
          )}
        </div>
      ))}
    </ToggleGroup.Root>
  );
}
