/** How far the painting is, and its checkpoints, to be scrubbed through; from any of them it can be painted on. */
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { CheckpointFacts } from '../../runtime/session/events.ts';
import { useWords } from '../language/words.ts';
import { usePainting } from '../state/painting.ts';
import { Thumbnail } from './thumbnail.tsx';
import styles from './timeline.module.css';
import { nearestStop, placeOf, stopsOf } from './timeline-scale.ts';
import { paintOnFrom } from './transport.ts';
import { useChain, useIteration } from './use-chain.ts';
import { useViewedOptimiser } from './use-viewed.ts';
import { type Scrub, useViewer } from './viewer-state.ts';

const none: readonly CheckpointFacts[] = [];
const percent = (place: number) => `${100 * place}%`;

export function Timeline() {
  const words = useWords();
  const viewed = useViewedOptimiser();
  const { run } = useChain(viewed);
  const optimiser = run?.optimiser;
  const iteration = useIteration(run);
  const checkpoints = usePainting(state => (optimiser && state.checkpoints[optimiser]) || none);
  const scrub = useViewer(state => (state.scrub?.optimiser === optimiser ? state.scrub : undefined));
  const [pointed, setPointed] = useState<number>();
  if (optimiser === undefined || !run) return null;

  const until = Math.max(run.until, iteration, 1);
  const stops = stopsOf(checkpoints, iteration);
  const at = Math.max(0, scrub ? stops.findIndex(({ id }) => id === scrub.id) : stops.length - 1);
  const goTo = (stop: (typeof stops)[number] | undefined) => {
    if (!stop) return;
    const { id } = stop;
    useViewer.setState({
      scrub: id === undefined ? undefined : { optimiser, id, iteration: stop.iteration },
      image: undefined,
    });
  };
  const stopAt = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return nearestStop(stops, (event.clientX - left) / width, until);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = afterKey(event.key, at, stops.length);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(stops[to]);
  };
  const pointedStop = pointed === undefined ? undefined : stops.find(stop => stop.iteration === pointed);

  return (
    <div className={styles.timeline} data-part="timeline">
      <div
        className={styles.track}
        role="slider"
        tabIndex={0}
        aria-label={words('viewer.timeline')}
        aria-valuemin={0}
        aria-valuemax={stops.length - 1}
        aria-valuenow={at}
        aria-valuetext={
          scrub
            ? words('viewer.at-iteration', { iteration: scrub.iteration })
            : words('viewer.timeline-now', { iteration })
        }
        onKeyDown={onKeyDown}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId);
          goTo(stopAt(event));
        }}
        onPointerMove={event => {
          const stop = stopAt(event);
          setPointed(stop?.iteration);
          if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(stop);
        }}
        onPointerLeave={() => setPointed(undefined)}
      >
        <span className={styles.rail} />
        <span className={styles.fill} style={{ width: percent(placeOf(iteration, until)) }} />
        {stops.map(({ id, iteration: tick }) =>
          id === undefined ? null : (
            <span key={id} className={styles.tick} style={{ left: percent(placeOf(tick, until)) }} />
          ),
        )}
        <span
          className={styles.thumb}
          data-back={scrub !== undefined}
          style={{ left: percent(placeOf(scrub?.iteration ?? iteration, until)) }}
        />
        {pointedStop?.id !== undefined && (
          <Thumbnail
            optimiser={optimiser}
            id={pointedStop.id}
            iteration={pointedStop.iteration}
            place={placeOf(pointedStop.iteration, until)}
          />
        )}
      </div>
      {scrub && <LookingBack scrub={scrub} />}
    </div>
  );
}

function LookingBack({ scrub }: { readonly scrub: Scrub }) {
  const words = useWords();
  return (
    <div className={styles.back}>
      <span>{words('viewer.looking-back', { iteration: scrub.iteration })}</span>
      <button type="button" className={styles.go} onClick={() => void paintOnFrom(scrub)}>
        {words('viewer.paint-from-here')}
      </button>
      <button type="button" onClick={() => useViewer.setState({ scrub: undefined })}>
        {words('viewer.back-to-now')}
      </button>
    </div>
  );
}

function afterKey(key: string, at: number, count: number): number | undefined {
  const limited = (to: number) => Math.min(count - 1, Math.max(0, to));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return limited(at - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return limited(at + 1);
    case 'PageDown':
      return limited(at - 5);
    case 'PageUp':
      return limited(at + 5);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
