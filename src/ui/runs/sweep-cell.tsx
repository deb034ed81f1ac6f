import { HoverCard } from 'radix-ui';
import { memo, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { formatLoss } from '../../language/format.ts';
import type { Pixels } from '../../runtime/host/scale-down.ts';
import type { Cell } from '../../runtime/sweep/grid.ts';
import { useWords, type Words } from '../language/words.ts';
import styles from './sweep.module.css';
import { adoptCell, type SweepCell, useSweep } from './sweep-store.ts';

interface SweepCellViewProps {
  readonly cell: Cell;
  /** `Style loss · Weight 20, Picture · Noise 0.5`. */
  readonly settings: string;
}

/** A cell of a sweep: its picture as it comes, larger when it is pointed at; a click adopts its values. */
export const SweepCellView = memo(function SweepCellView({ cell, settings }: SweepCellViewProps) {
  const words = useWords();
  const state = useSweep(({ sweep }) => sweep?.cells[cell.name]);
  const name = nameOf(state, settings, words);
  const picture = state && 'picture' in state ? state.picture : undefined;
  const [offset, setOffset] = useState(8);
  const lookedAt = ({ currentTarget }: SyntheticEvent) => setOffset(besideGrid(currentTarget));
  return (
    <HoverCard.Root openDelay={200} closeDelay={60}>
      <HoverCard.Trigger asChild>
        <button
          type="button"
          className={styles.cell}
          data-state={state?.state ?? 'waiting'}
          aria-label={name}
          onPointerEnter={lookedAt}
          onFocus={lookedAt}
          onClick={() => adoptCell(cell.name)}
        >
          {picture ? <PixelCanvas pixels={picture} /> : <span>{state?.state === 'failed' ? '!' : ''}</span>}
        </button>
      </HoverCard.Trigger>
      <HoverCard.Portal>
        <HoverCard.Content className={styles.large} side="left" sideOffset={offset} collisionPadding={8}>
          {picture && <PixelCanvas pixels={picture} />}
          <p>{name}</p>
          <p className={styles.soft}>{words('sweep.adopt')}</p>
        </HoverCard.Content>
      </HoverCard.Portal>
    </HoverCard.Root>
  );
});

/** The larger picture stands beside the whole grid, so that it hides no other cell. */
function besideGrid(cell: Element): number {
  const grid = cell.closest('section')?.getBoundingClientRect();
  return grid ? cell.getBoundingClientRect().left - grid.left + 20 : 8;
}

function nameOf(state: SweepCell | undefined, settings: string, words: Words): string {
  if (!state) return words('sweep.cell-waits', { settings });
  if (state.state === 'failed') {
    const reason = state.problems[0]?.reason;
    return words('sweep.cell-fails', { settings, reason: reason ?? words('sweep.no-picture') });
  }
  const { loss } = state;
  return loss === undefined ? settings : words('sweep.cell-loss', { settings, loss: formatLoss(loss) });
}

function PixelCanvas({ pixels }: { readonly pixels: Pixels }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height, rgba } = pixels;
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
  }, [rgba, width, height]);
  return <canvas ref={canvas} width={width} height={height} aria-hidden />;
}
