/** The Gram lens: the matrix of the picture beside that of the style, and for one entry its two channels, where they fire, and where together. */
import { useMemo, useState } from 'react';
import type { NodeId } from '../../../graph/document.ts';
import { formatLoss } from '../../../language/format.ts';
import type { GramReading } from '../../../runtime/lenses/gram.ts';
import { useWords } from '../../language/words.ts';
import { useEditor } from '../../state/editor.ts';
import { Choice } from '../features/choice.tsx';
import { byActivity, reordered } from './channel-order.ts';
import { largestOf, magnitudes, signs } from './draw-maps.ts';
import styles from './gram.module.css';
import { GramPlaces } from './gram-places.tsx';
import { LensFrame, NothingSeen } from './lens-frame.tsx';
import frame from './loss-lens.module.css';
import { MapTile, type Spot } from './map-tile.tsx';
import { optimiserBelow } from './optimiser-below.ts';
import { useReading } from './use-reading.ts';

type Order = 'activity' | 'number';

export function GramPanel({ node }: { readonly node: NodeId }) {
  const optimiser = useEditor(({ history }) => optimiserBelow(history.document, node));
  return optimiser === undefined ? <NothingSeen news={undefined} /> : <Gram optimiser={optimiser} />;
}

function Gram({ optimiser }: { readonly optimiser: NodeId }) {
  const words = useWords();
  const [term, setTerm] = useState<string>();
  const [order, setOrder] = useState<Order>('activity');
  /** Two channels, whatever the order in which they are shown. */
  const [entry, setEntry] = useState<readonly [number, number]>();
  const news = useReading<'gram'>({
    kind: 'gram',
    optimiser,
    size: 96,
    ...(term !== undefined && { term }),
    ...(entry && { entry }),
  });
  const reading = news?.type === 'reading' ? news.reading : undefined;
  const shown = useMatrices(reading, order);
  if (!reading || !shown) {
    return <NothingSeen news={news} nothing={news ? 'loss-lens.no-grams' : 'loss-lens.not-yet'} />;
  }
  const { channels, terms, iteration } = reading;
  const { places, target, present, difference } = shown;
  const spot = entry && spotOf(entry, places, channels);
  const point = ({ x, y }: Spot) => {
    const [row, column] = [places[y], places[x]];
    if (row !== undefined && column !== undefined) setEntry([row, column]);
  };
  const most = Math.max(largestOf(target), largestOf(present));
  const size = { width: channels, height: channels };
  const matrices = [
    [words('loss-lens.target'), magnitudes(target, size, most)],
    [words('loss-lens.present'), magnitudes(present, size, most)],
    [words('loss-lens.difference'), signs(difference, size, largestOf(difference))],
  ] as const;
  return (
    <LensFrame
      optimiser={optimiser}
      iteration={iteration}
      controls={
        <>
          <Choice
            label={words('loss-lens.layer')}
            choices={terms.map(name => ({ value: name, title: name }))}
            value={reading.term}
            choose={chosen => {
              setTerm(chosen);
              setEntry(undefined);
            }}
          />
          <Choice
            label={words('loss-lens.order')}
            choices={[
              { value: 'activity', title: words('loss-lens.by-activity') },
              { value: 'number', title: words('loss-lens.by-number') },
            ]}
            value={order}
            choose={setOrder}
          />
        </>
      }
    >
      <div className={styles.matrices}>
        {matrices.map(([name, pixels]) => (
          <div key={name} className={styles.matrix}>
            <MapTile
              title={name}
              label={words('loss-lens.matrix', { name, count: channels })}
              pixels={pixels}
              spot={spot}
              point={point}
            />
          </div>
        ))}
      </div>
      <p className={frame.told} aria-live="polite">
        {entry ? words('loss-lens.entry', numbersAt(reading, entry)) : words('loss-lens.no-entry')}
      </p>
      {entry && <GramPlaces reading={reading} />}
    </LensFrame>
  );
}

/** The matrices in the order that was chosen; undefined while there are none. */
function useMatrices(reading: GramReading | undefined, order: Order) {
  return useMemo(() => {
    if (!reading) return undefined;
    const { channels, target, present } = reading;
    const places =
      order === 'activity'
        ? byActivity(target, channels)
        : Array.from({ length: channels }, (_, channel) => channel);
    const difference = present.map((value, at) => value - (target[at] ?? 0));
    return {
      places,
      target: reordered(target, places),
      present: reordered(present, places),
      difference: reordered(difference, places),
    };
  }, [reading, order]);
}

function spotOf(
  [row, column]: readonly [number, number],
  places: readonly number[],
  channels: number,
): Spot | undefined {
  const [y, x] = [places.indexOf(row), places.indexOf(column)];
  return row < channels && column < channels ? { x, y } : undefined;
}

function numbersAt({ target, present, channels }: GramReading, [row, column]: readonly [number, number]) {
  const at = row * channels + column;
  const [is, goal] = [present[at] ?? 0, target[at] ?? 0];
  return {
    row: row + 1,
    column: column + 1,
    present: formatLoss(is),
    target: formatLoss(goal),
    difference: formatLoss(is - goal),
  };
}
