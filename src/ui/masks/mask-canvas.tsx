/** Where a mask is painted: over its picture, by mouse, pen, finger or keyboard. */
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import { useWords } from '../language/words.ts';
import { FrameCanvas } from '../painting/frame-canvas.tsx';
import { type Area, type Plane, type Touch, wholeArea } from './brush.ts';
import { resizeBrush, setBrush, useBrush } from './brush-settings.ts';
import styles from './masks.module.css';
import { showPlane } from './show-plane.ts';
import { pressureOf, Stroke } from './strokes.ts';

interface MaskCanvasProps {
  /** Whose picture lies beneath. */
  readonly picture: NodeId;
  readonly plane: Plane;
  /** A stroke is done. */
  readonly onStroke: (erases: boolean) => void;
}

export function MaskCanvas({ picture, plane, onStroke }: MaskCanvasProps) {
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const stroke = useRef<Stroke | undefined>(undefined);
  const place = useRef({ x: plane.width / 2, y: plane.height / 2 });
  const [isDown, setDown] = useState<boolean>();
  const look = useBrush(settings => settings.look);
  const size = useBrush(settings => settings.size);

  const shown = (area: Area) => {
    if (canvas.current) showPlane(canvas.current, plane, useBrush.getState().look, area);
  };
  useEffect(() => {
    if (canvas.current) showPlane(canvas.current, plane, look, wholeArea(plane));
  }, [plane, look]);

  const moveRing = () => {
    const { x, y } = place.current;
    if (!ring.current) return;
    ring.current.style.left = `${(100 * x) / plane.width}%`;
    ring.current.style.top = `${(100 * y) / plane.height}%`;
  };
  const touchAt = (event: globalThis.PointerEvent): Touch => {
    const box = canvas.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    const x = ((event.clientX - box.left) / box.width) * plane.width;
    const y = ((event.clientY - box.top) / box.height) * plane.height;
    place.current = { x, y };
    return { x, y, pressure: pressureOf(event) };
  };
  const begin = (at: Touch) => {
    stroke.current = new Stroke(plane, useBrush.getState(), at, shown);
  };
  const end = () => {
    const done = stroke.current;
    stroke.current = undefined;
    if (done) onStroke(done.erases);
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary || stroke.current) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    begin(touchAt(event.nativeEvent));
    moveRing();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!event.isPrimary) return;
    const passed = event.nativeEvent.getCoalescedEvents?.() ?? [];
    for (const each of passed.length > 0 ? passed : [event.nativeEvent]) {
      const at = touchAt(each);
      if (event.buttons !== 0) stroke.current?.moveTo(at, shown);
    }
    moveRing();
  };
  const onPointerUp = (event: PointerEvent) => {
    if (event.isPrimary && isDown !== true) end();
  };

  const step = (dx: number, dy: number, factor: number) => {
    const length = Math.max(1, size / 4) * factor;
    const { x, y } = place.current;
    place.current = {
      x: Math.min(plane.width, Math.max(0, x + dx * length)),
      y: Math.min(plane.height, Math.max(0, y + dy * length)),
    };
    stroke.current?.moveTo({ ...place.current, pressure: 1 }, shown);
    moveRing();
  };
  const lift = () => {
    if (isDown) setDown(false);
    end();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = own(ways, event.key);
    if (way) step(way[0], way[1], event.shiftKey ? 4 : 1);
    else if (event.key === ' ' || event.key === 'Enter') {
      if (event.repeat) return event.preventDefault();
      if (stroke.current) lift();
      else {
        begin({ ...place.current, pressure: 1 });
        setDown(true);
      }
    } else if (event.key === '[') resizeBrush(0.8);
    else if (event.key === ']') resizeBrush(1.25);
    else if (event.key.toLowerCase() === 'x') setBrush({ erases: !useBrush.getState().erases });
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.stage} style={{ '--ratio': plane.width / plane.height } as CSSProperties}>
      <FrameCanvas node={picture} size={1024} label={words('masks.picture')} className={styles.picture} />
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: its keys are its own, as of an application */}
      <canvas
        ref={canvas}
        className={styles.mask}
        width={plane.width}
        height={plane.height}
        role="application"
        aria-label={words('masks.canvas')}
        aria-description={words('masks.keys')}
        tabIndex={0}
        data-first
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
        onKeyDown={onKeyDown}
        onFocus={moveRing}
        onBlur={lift}
      />
      <div
        ref={ring}
        className={styles.ring}
        style={{ width: `${(100 * size) / plane.width}%` }}
        data-down={isDown}
        aria-hidden
      />
      <p className="unseen" role="status">
        {isDown === undefined ? '' : words(isDown ? 'masks.down' : 'masks.up')}
      </p>
    </div>
  );
}

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
