/** Where two channels fire, alone and together, in the picture and in the style: each map's mean is what the matrix holds. */
import { formatLoss } from '../../../language/format.ts';
import type { GramReading, Together } from '../../../runtime/lenses/gram.ts';
import { useWords } from '../../language/words.ts';
import lens from '../lens-panel.module.css';
import { PixelCanvas } from '../pixel-canvas.tsx';
import { largestOf, magnitudes, signs } from './draw-maps.ts';
import styles from './gram.module.css';

export function GramPlaces({ reading }: { readonly reading: GramReading }) {
  const words = useWords();
  const { entry, picture, style } = reading;
  if (!entry) return null;
  return (
    <div className={styles.places}>
      {picture && <Place title={words('loss-lens.in-picture')} entry={entry} maps={picture} />}
      {style && <Place title={words('loss-lens.in-style')} entry={entry} maps={style} />}
    </div>
  );
}

interface PlaceProps {
  readonly title: string;
  readonly entry: readonly [number, number];
  readonly maps: Together;
}

function Place({ title, entry: [row, column], maps }: PlaceProps) {
  const words = useWords();
  const { first, second, product, mean } = maps;
  const most = Math.max(largestOf(first), largestOf(second));
  // Before a ReLU channels are of both signs.
  const drawn = (numbers: Float32Array, end: number) =>
    numbers.some(value => value < 0) ? signs(numbers, maps, end) : magnitudes(numbers, maps, end);
  const shown = [
    [words('loss-lens.channel', { number: row + 1 }), drawn(first, most)],
    [words('loss-lens.channel', { number: column + 1 }), drawn(second, most)],
    [words('loss-lens.both'), drawn(product, largestOf(product))],
  ] as const;
  return (
    <section className={styles.place} aria-label={title}>
      <h3 className={lens.heading}>{title}</h3>
      <div className={styles.three}>
        {shown.map(([name, pixels], at) => (
          <figure key={at === 1 ? 'second' : name} className={styles.map}>
            <PixelCanvas pixels={pixels} label={`${title}: ${name}`} />
            <figcaption>
              {name}
              {at === 2 && ` · ${words('loss-lens.mean', { mean: formatLoss(mean) })}`}
            </figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}
