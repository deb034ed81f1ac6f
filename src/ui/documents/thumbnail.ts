/** The newest picture of the open document, small, for the list of documents. */
import type { NodeId } from '../../graph/document.ts';
import type { Frame } from '../../runtime/host/protocol.ts';
import { watchFrames } from '../painting/frames.ts';
import { shownNode } from '../painting/shown-node.ts';
import { openDocument } from '../state/editor.ts';

const longest = 128;
/** Milliseconds between two pictures: each is drawn smaller, and the last one is what counts. */
const pause = 2_000;

let watched: NodeId | undefined;
let stopWatching: (() => void) | undefined;
let canvas: HTMLCanvasElement | undefined;
let drawnAt = Number.NEGATIVE_INFINITY;
let isNew = false;

/** Looks at the picture of the document that is open now. */
export function watchThumbnail(): void {
  const { nodes } = openDocument();
  const output = Object.keys(nodes).find(id => nodes[id]?.kind === 'output');
  const node = output === undefined ? undefined : shownNode(openDocument(), output);
  if (node === watched) return;
  stopWatching?.();
  watched = node;
  stopWatching = node === undefined ? undefined : watchFrames(node, longest, draw);
}

/** Another document is opened, whose picture is another. */
export function forgetThumbnail(): void {
  canvas = undefined;
  isNew = false;
  drawnAt = Number.NEGATIVE_INFINITY;
}

/** Undefined where there is none that is newer than the last that was asked for. */
export function newThumbnail(): Promise<Blob | undefined> {
  const from = isNew ? canvas : undefined;
  isNew = false;
  if (!from) return Promise.resolve(undefined);
  return new Promise(resolve => from.toBlob(blob => resolve(blob ?? undefined), 'image/webp', 0.85));
}

function draw({ image, width, height }: Frame): void {
  if (performance.now() - drawnAt < pause) return;
  drawnAt = performance.now();
  const scale = Math.min(1, longest / Math.max(width, height));
  canvas ??= document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (!context || !('close' in image)) return;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  isNew = true;
}
