import { Tooltip } from '../controls/tooltip.tsx';
import { useWords } from '../language/words.ts';
import type { FilmProgress } from './painted-film.ts';
import styles from './video.module.css';

/** How much the film flickers, and how much it would without the temporal loss, where both are known. */
export function FlickerFacts({ progress: { flicker } }: { readonly progress: FilmProgress }) {
  const words = useWords();
  if (!flicker) return null;
  const percent = (share: number) => (100 * share).toFixed(2);
  const known = { film: percent(flicker.film), source: percent(flicker.source) };
  return (
    <Tooltip text={words('video.flicker-hint')}>
      <p className={styles.soft}>
        {flicker.made === undefined
          ? words('video.flicker', known)
          : words('video.flicker-without', { ...known, made: percent(flicker.made) })}
      </p>
    </Tooltip>
  );
}
