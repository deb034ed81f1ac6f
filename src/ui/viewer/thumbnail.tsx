import { useEffect, useRef } from 'react';
import { useWords } from '../language/words.ts';
import { checkpointStill, type Still } from './still.ts';
import styles from './timeline.module.css';
import { averagingOf } from './use-sources.ts';

/** Pixels of its longer side. */
const size = 112;

interface ThumbnailProps {
  readonly optimiser: string;
  readonly id: string;
  readonly iteration: number;
  /** Along the timeline, from 0 to 1. */
  readonly place: number;
}

/** The picture of a checkpoint, small, over its place on the timeline; fetched when it is pointed at. */
export function Thumbnail({ optimiser, id, iteration, place }: ThumbnailProps) {
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isWanted = true;
    void checkpointStill({ optimiser, id, iteration, averaging: averagingOf(optimiser) }).then(still => {
      if (isWanted && still && canvas.current) drawSmall(canvas.current, still);
    });
    return () => {
      isWanted = false;
    };
  }, [optimiser, id, iteration]);
  return (
    <span
      className={styles.thumbnail}
      style={{ left: `clamp(62px, ${100 * place}%, 100% - 62px)` }}
      aria-hidden
    >
      <canvas ref={canvas} width={size} height={1} />
      {words('viewer.at-iteration', { iteration })}
    </span>
  );
}

function drawSmall(canvas: HTMLCanvasElement, { width, height, pixels }: Still): void {
  const factor = size / Math.max(width, height);
  canvas.width = Math.round(width * factor);
  canvas.height = Math.round(height * factor);
  const whole = new OffscreenCanvas(width, height);
  whole.getContext('2d')?.putImageData(pixels, 0, 0);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.imageSmoothingQuality = 'high';
  context.drawImage(whole, 0, 0, canvas.width, canvas.height);
}
