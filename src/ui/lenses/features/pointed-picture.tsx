import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import type { ImageShape } from '../../../graph/wire.ts';
import type { ChannelOnPicture, LayerFacts, Position } from '../../../runtime/lenses/feature-questions.ts';
import { fieldOf, receptiveField } from '../../../runtime/lenses/receptive-field.ts';
import { useWords } from '../../language/words.ts';
import lens from '../lens-panel.module.css';
import { PixelCanvas } from '../pixel-canvas.tsx';
import { useFeatureState } from './feature-state.ts';
import { PatchMark } from './patch-mark.tsx';
import styles from './pointed-picture.module.css';
import { ViewChoice } from './view-choice.tsx';

interface PointedPictureProps {
  readonly picture: ChannelOnPicture;
  readonly encoder: LayerFacts['encoder'];
  readonly tap: string;
  /** Of the image, and of the layer. */
  readonly size: ImageShape;
  readonly shape: ImageShape;
  readonly at: Position;
  readonly point: (at: Position) => void;
  /** It goes on by itself, whatever is pointed at. */
  readonly slides: boolean;
  /** More to be done with it, below. */
  readonly children: ReactNode;
}

/** The picture with the channel on it. Pointing at a position, or walking there by arrow keys, shows what its feature looks at. */
export function PointedPicture({
  picture,
  encoder,
  tap,
  size,
  shape,
  at,
  point,
  slides,
  children,
}: PointedPictureProps) {
  const words = useWords();
  const view = useFeatureState(state => state.view);
  const [height, width] = size;
  const [rows, columns] = shape;
  const patch = receptiveField(encoder, tap, size, at);
  const field = fieldOf(encoder, tap);
  const [isHeld, setHeld] = useState(false);
  const goTo = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) => {
    const box = currentTarget.getBoundingClientRect();
    const of = (share: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(share * count)));
    const column = of((clientX - box.left) / box.width, columns);
    const row = of((clientY - box.top) / box.height, rows);
    if (row !== at.row || column !== at.column) point({ row, column });
  };
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (!step) return;
    event.preventDefault();
    const [down = 0, across = 0] = step;
    const row = Math.min(rows - 1, Math.max(0, at.row + down));
    point({ row, column: Math.min(columns - 1, Math.max(0, at.column + across)) });
  };
  const place = { row: at.row, column: at.column, layer: tap };
  const seen = { height: patch.bottom - patch.top, width: patch.right - patch.left };
  const cell = { top: at.row, left: at.column, bottom: at.row + 1, right: at.column + 1 };
  return (
    <section className={styles.pointed} aria-label={words('feature-lens.looks-at')}>
      <div
        className={styles.stage}
        style={{ aspectRatio: `${width} / ${height}` }}
        role="slider"
        tabIndex={0}
        aria-label={words('feature-lens.position')}
        aria-valuemin={0}
        aria-valuemax={rows * columns - 1}
        aria-valuenow={at.row * columns + at.column}
        aria-valuetext={`${words('feature-lens.at', place)} ${words('feature-lens.patch', seen)}`}
        onPointerMove={event => !isHeld && !slides && goTo(event)}
        onPointerDown={event => {
          setHeld(event.pointerType === 'mouse' && !isHeld);
          goTo(event);
        }}
        onKeyDown={walk}
      >
        {view === 'over' && <PixelCanvas pixels={picture.photograph} />}
        <PixelCanvas pixels={view === 'over' ? picture.shade : picture.map} className={styles.map} />
        <PatchMark patch={patch} height={height} width={width} />
        <PatchMark of="cell" patch={cell} height={rows} width={columns} />
      </div>
      <p>
        {words('feature-lens.patch', seen)}{' '}
        {words('feature-lens.field', { size: field.size, stride: field.stride })}
      </p>
      <div className={styles.tools}>
        <ViewChoice />
        {children}
      </div>
      <p className={lens.soft}>{words(isHeld ? 'feature-lens.held-hint' : 'feature-lens.point-hint')}</p>
    </section>
  );
}
