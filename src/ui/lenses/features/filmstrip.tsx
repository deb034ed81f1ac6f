import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { formatLoss } from '../../../language/format.ts';
import type { LayerAnswer } from '../../../runtime/lenses/feature-questions.ts';
import { IconButton } from '../../controls/icon-button.tsx';
import { useWords } from '../../language/words.ts';
import { PixelCanvas } from '../pixel-canvas.tsx';
import styles from './filmstrip.module.css';
import { tileReached } from './tile-reached.ts';

interface FilmstripProps {
  readonly layer: LayerAnswer;
  /** The channel that is shown large. */
  readonly shown: number | undefined;
  /** The rank of the first tile. */
  readonly from: number;
  readonly page: number;
  readonly turn: (from: number) => void;
  readonly choose: (channel: number) => void;
  readonly sortedBy: string;
}

/** The channels of a layer as small pictures, the most active first. Arrow keys walk over them. */
export function Filmstrip({ layer, shown, from, page, turn, choose, sortedBy }: FilmstripProps) {
  const words = useWords();
  const grid = useRef<HTMLDivElement>(null);
  const { tiles, channels, tap } = layer;
  const count = channels.length;
  const means = new Map(channels.map(({ channel, mean }) => [channel, mean]));
  const inReach = tiles.some(({ channel }) => channel === shown) ? shown : tiles[0]?.channel;
  const walk = (event: KeyboardEvent) => {
    const buttons = [...(grid.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const next = buttons[tileReached(event.key, at, columnsOf(buttons), buttons.length)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
    next.click();
  };
  return (
    <section className={styles.strip} aria-label={words('feature-lens.channels-of', { layer: tap })}>
      <header className={styles.header}>
        <span>
          {words('feature-lens.page', { from: from + 1, to: from + tiles.length, count, layer: tap })}
        </span>
        {count > page && (
          <span className={styles.turn}>
            <IconButton
              icon={ChevronLeft}
              label={words('feature-lens.more-active')}
              disabled={from === 0}
              onClick={() => turn(Math.max(0, from - page))}
            />
            <IconButton
              icon={ChevronRight}
              label={words('feature-lens.less-active')}
              disabled={from + page >= count}
              onClick={() => turn(from + page)}
            />
          </span>
        )}
      </header>
      <div
        ref={grid}
        className={styles.tiles}
        role="toolbar"
        aria-label={words('feature-lens.by-activity', { picture: sortedBy })}
        onKeyDown={walk}
      >
        {tiles.map(({ channel, picture }, at) => (
          <button
            key={channel}
            type="button"
            className={styles.tile}
            aria-pressed={channel === shown}
            aria-label={words('feature-lens.tile', {
              channel,
              rank: from + at + 1,
              mean: formatLoss(means.get(channel) ?? 0),
            })}
            tabIndex={channel === inReach ? 0 : -1}
            onClick={() => choose(channel)}
          >
            <PixelCanvas pixels={picture} />
            <span className={styles.number} aria-hidden>
              {channel}
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}

/** How many tiles stand side by side, as the page has laid them out. */
function columnsOf(buttons: readonly HTMLElement[]): number {
  const top = buttons[0]?.offsetTop;
  const next = buttons.findIndex(({ offsetTop }) => offsetTop !== top);
  return next < 0 ? buttons.length : next;
}
