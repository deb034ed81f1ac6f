/** One picture in a pane: of a node as it is painted, or one that stands still. Frames go around React. */
import { useEffect, useRef } from 'react';
import type { NodeId } from '../../graph/document.ts';
import { drawFrame, watchFrames } from '../painting/frames.ts';
import type { Still } from './still.ts';
import styles from './viewer.module.css';
import type { Box, Size } from './zoom.ts';

export type Source =
  | { readonly type: 'frames'; readonly node: NodeId }
  | { readonly type: 'still'; readonly still: Still };

interface PictureLayerProps {
  readonly source: Source;
  /** Where it lies in its pane; undefined until the size of the picture is known. */
  readonly box: Box | undefined;
  /** The most pixels of the longer side that are of any use here. */
  readonly size: number;
  readonly isPixelated: boolean;
  readonly label: string;
  /** Told how large the whole picture is. */
  readonly onPicture: (size: Size) => void;
}

export function PictureLayer({ source, box, size, isPixelated, label, onPicture }: PictureLayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const node = source.type === 'frames' ? source.node : undefined;
  const still = source.type === 'still' ? source.still : undefined;

  useEffect(() => {
    if (node === undefined) return;
    return watchFrames(node, size, frame => {
      if (canvas.current) drawFrame(canvas.current, frame);
      onPicture(frame.full);
    });
  }, [node, size, onPicture]);

  useEffect(() => {
    if (!still || !canvas.current) return;
    canvas.current.width = still.width;
    canvas.current.height = still.height;
    canvas.current.getContext('2d')?.putImageData(still.pixels, 0, 0);
    onPicture(still);
  }, [still, onPicture]);

  return (
    <canvas
      ref={canvas}
      className={styles.picture}
      role="img"
      aria-label={label}
      width={1}
      height={1}
      data-pixelated={isPixelated}
      style={
        box
          ? { left: box.left, top: box.top, width: box.width, height: box.height }
          : { visibility: 'hidden' }
      }
    />
  );
}
