/** Where two losses want opposite things of a pixel, and where the same. */
import type { Fight, PullReading } from '../../../runtime/lenses/pull.ts';
import { useWords } from '../../language/words.ts';
import { Choice } from '../features/choice.tsx';
import { largestOf, signs } from './draw-maps.ts';
import frame from './loss-lens.module.css';
import { MapTile, type Spot } from './map-tile.tsx';
import { percent } from './percent.ts';
import styles from './pulls.module.css';

interface FightMapProps {
  readonly fight: Fight;
  readonly reading: PullReading;
  readonly names: readonly string[];
  readonly spot: Spot | undefined;
  readonly point: (spot: Spot) => void;
  readonly choose: (one: string, other: string) => void;
}

export function FightMap({ fight, reading, names, spot, point, choose }: FightMapProps) {
  const words = useWords();
  const { one, other, product, cosine } = fight;
  const against = product.filter(value => value < 0).length / Math.max(1, product.length);
  const choices = names.map(name => ({ value: name, title: name }));
  const label = words('loss-lens.fight-map', { one, other });
  return (
    <section className={styles.fight} aria-label={words('loss-lens.fight')}>
      <MapTile
        title={words('loss-lens.fight')}
        label={label}
        pixels={signs(product, reading, largestOf(product))}
        spot={spot}
        point={point}
      />
      <div className={styles.about}>
        <div className={styles.pair}>
          <Choice
            label={words('loss-lens.one')}
            choices={choices.filter(({ value }) => value !== other)}
            value={one}
            choose={chosen => choose(chosen, other)}
          />
          <Choice
            label={words('loss-lens.other')}
            choices={choices.filter(({ value }) => value !== one)}
            value={other}
            choose={chosen => choose(one, chosen)}
          />
        </div>
        <p className={frame.told}>
          {words('loss-lens.fight-told', { share: percent(against), cosine: cosine.toFixed(2) })}
        </p>
        <div className={styles.ramp} aria-hidden>
          <span>{words('loss-lens.against')}</span>
          <span />
          <span>{words('loss-lens.together')}</span>
        </div>
      </div>
    </section>
  );
}
