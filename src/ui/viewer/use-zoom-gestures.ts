/** The wheel, fingers, a double-click and the keys, as changes of the view. */
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { fitted, middleOf, type Point, panBy, type Size, type View, zoomBy, zoomOf, zoomTo } from './zoom.ts';

export interface Looked {
  readonly view: View;
  /** Undefined while there is no picture: then there is nothing to zoom. */
  readonly picture: Size | undefined;
  readonly pane: Size;
  /** Pixels of the screen per pixel of the page. */
  readonly density: number;
}

const step = 1.25;
/** Pixels of the page that an arrow key moves the picture. */
const push = 48;

/** @param element Where gestures are heard. @param looked What is seen now. @param change Takes the new view. */
export function useZoomGestures(
  element: RefObject<HTMLElement | null>,
  looked: Looked,
  change: (view: View) => void,
): { readonly onKeyDown: (event: KeyboardEvent) => void } {
  const now = useRef({ ...looked, change });
  now.current = { ...looked, change };

  useEffect(() => {
    const heard = element.current;
    if (!heard) return;
    const fingers = new Map<number, Point>();

    /** In the pane that is pointed at: where there are two, they show the same part. */
    const pointIn = ({ clientX, clientY }: MouseEvent): Point => {
      const { left, top } = heard.getBoundingClientRect();
      const { pane } = now.current;
      return { x: (clientX - left) % pane.width, y: (clientY - top) % pane.height };
    };
    const zoom = (factor: number, at: Point) => {
      const { view, picture, pane } = now.current;
      if (picture) now.current.change(zoomBy(factor, at, view, picture, pane));
    };
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      // A pinch on a trackpad comes as a wheel with Ctrl, in small steps.
      zoom(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0016)), pointIn(event));
    };
    const onDown = (event: PointerEvent) => {
      if (event.button > 1 || isControl(event.target)) return;
      heard.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, pointIn(event));
    };
    const onMove = (event: PointerEvent) => {
      const before = fingers.get(event.pointerId);
      const { view, picture, pane } = now.current;
      if (!before || !picture) return;
      const at = pointIn(event);
      const [other] = [...fingers].flatMap(([id, point]) => (id === event.pointerId ? [] : [point]));
      fingers.set(event.pointerId, at);
      const by = { x: (at.x - before.x) / fingers.size, y: (at.y - before.y) / fingers.size };
      // A hand that trembles while it clicks moves nothing.
      const moved = by.x === 0 && by.y === 0 ? view : panBy(by, view, picture, pane);
      const factor = other ? distance(at, other) / Math.max(1, distance(before, other)) : 1;
      const middle = other ? { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 } : at;
      now.current.change(factor === 1 ? moved : zoomBy(factor, middle, moved, picture, pane));
    };
    const onUp = (event: PointerEvent) => fingers.delete(event.pointerId);
    const onDoubleClick = (event: MouseEvent) => {
      const { view, picture, pane, density } = now.current;
      if (!picture || isControl(event.target)) return;
      const closer = Math.max(1 / density, 2.5 * zoomOf(fitted, picture, pane));
      now.current.change(view.type === 'fit' ? zoomTo(closer, pointIn(event), view, picture, pane) : fitted);
    };

    heard.addEventListener('wheel', onWheel, { passive: false });
    heard.addEventListener('pointerdown', onDown);
    heard.addEventListener('pointermove', onMove);
    heard.addEventListener('pointerup', onUp);
    heard.addEventListener('pointercancel', onUp);
    heard.addEventListener('dblclick', onDoubleClick);
    return () => {
      heard.removeEventListener('wheel', onWheel);
      heard.removeEventListener('pointerdown', onDown);
      heard.removeEventListener('pointermove', onMove);
      heard.removeEventListener('pointerup', onUp);
      heard.removeEventListener('pointercancel', onUp);
      heard.removeEventListener('dblclick', onDoubleClick);
    };
  }, [element]);

  return {
    onKeyDown: event => {
      if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
      const next = afterKey(event.key, now.current);
      if (!next) return;
      event.preventDefault();
      event.stopPropagation();
      change(next);
    },
  };
}

/** The view that a key leads to, if it leads to one. */
export function afterKey(key: string, { view, picture, pane, density }: Looked): View | undefined {
  if (!picture) return undefined;
  const pushed = (x: number, y: number) => panBy({ x: x * push, y: y * push }, view, picture, pane);
  switch (key) {
    case '+':
    case '=':
      return zoomBy(step, middleOf(pane), view, picture, pane);
    case '-':
    case '_':
      return zoomBy(1 / step, middleOf(pane), view, picture, pane);
    case '0':
      return fitted;
    case '1':
      return zoomTo(1 / density, middleOf(pane), view, picture, pane);
    case 'ArrowLeft':
      return pushed(1, 0);
    case 'ArrowRight':
      return pushed(-1, 0);
    case 'ArrowUp':
      return pushed(0, 1);
    case 'ArrowDown':
      return pushed(0, -1);
    default:
      return undefined;
  }
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

const isControl = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button, [role="slider"], a, input') !== null;
