/**
 * Pictures on their way from the worker to whoever shows them. Each place that shows a node's picture says how
 * large it needs it; the worker is asked once for the largest. A frame is drawn by every place that wants it;
 * the newest of each node stays until the next, for places that are still to come. No picture is ever part of
 * React's state, and none waits in a queue.
 */
import type { NodeId } from '../../graph/document.ts';
import type { Client } from '../../runtime/host/client.ts';
import type { Frame } from '../../runtime/host/protocol.ts';
import type { PreviewWish } from '../../runtime/session/preview.ts';

/** Draws a frame. It must not keep it: the bitmap is closed when there is a newer one. */
export type Draw = (frame: Frame) => void;

interface Place {
  readonly size: number;
  readonly draw: Draw;
  readonly wish: PreviewWish;
}

const places = new Map<NodeId, Set<Place>>();
const newest = new Map<NodeId, Frame>();
let client: Client | undefined;
let isTelling = false;

/**
 * Calls `draw` with each new frame of `node`, its longer side at most `size` pixels. Where a node has several
 * things to show, all its places show what the last to come wished for. @returns what ends that.
 */
export function watchFrames(node: NodeId, size: number, draw: Draw, wish: PreviewWish = {}): () => void {
  const place = { size, draw, wish };
  const there = places.get(node) ?? new Set();
  places.set(node, there.add(place));
  const known = newest.get(node);
  // The worker sends what is new; what another place has been shown already is not.
  if (known) draw(known);
  tellSoon();
  return () => {
    there.delete(place);
    if (there.size === 0 && places.get(node) === there) places.delete(node);
    tellSoon();
  };
}

/** Begins to ask `connected` for what is watched. */
export function connectFrames(connected: Client): () => void {
  client = connected;
  const end = connected.onFrame(frame => {
    const there = places.get(frame.node);
    forget(frame.node);
    if (there) newest.set(frame.node, frame);
    else close(frame);
    for (const { draw } of there ?? []) draw(frame);
  });
  tellSoon();
  return () => {
    end();
    client = undefined;
  };
}

/** Nothing that came is of any use any more: another document is opened, whose nodes may have the same ids. */
export function forgetFrames(): void {
  for (const node of newest.keys()) forget(node);
  // Whatever is asked for again is sent again.
  client?.watch({});
  tellSoon();
}

function forget(node: NodeId): void {
  const frame = newest.get(node);
  newest.delete(node);
  if (frame) close(frame);
}

function close({ image }: Frame): void {
  if ('close' in image) image.close();
}

/** Once for all places that come and go together. */
function tellSoon(): void {
  if (isTelling) return;
  isTelling = true;
  queueMicrotask(() => {
    isTelling = false;
    for (const node of newest.keys()) if (!places.has(node)) forget(node);
    const wanted = [...places].map(([node, there]) => {
      const size = Math.max(...[...there].map(({ size }) => size));
      return [node, Object.assign({ size }, ...[...there].map(({ wish }) => wish))];
    });
    client?.watch(Object.fromEntries(wanted));
  });
}

/** Puts a frame on a canvas, which takes on the frame's size. */
export function drawFrame(canvas: HTMLCanvasElement, { image, width, height }: Frame): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  if (image instanceof Uint8ClampedArray) context?.putImageData(new ImageData(image, width, height), 0, 0);
  else context?.drawImage(image, 0, 0);
}
