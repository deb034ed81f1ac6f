/** Pictures that stand still: what was painted once, kept beside what is painted now. */
import type { NodeId } from '../../graph/document.ts';
import type { HostTensor } from '../../runtime/execute/resources.ts';
import type { PaintedPicture } from '../../runtime/host/protocol.ts';
import { pixelsOf } from '../../runtime/host/scale-down.ts';
import type { Checkpoint } from '../../runtime/session/checkpoints.ts';
import { sinceOf } from '../../runtime/session/history.ts';
import { connected } from '../painting/connected.ts';

export interface Still {
  readonly width: number;
  readonly height: number;
  readonly pixels: ImageData;
}

/** @param picture [height, width, 3], 0 to 1. */
export function stillOf(picture: HostTensor): Still {
  const { width, height, rgba } = pixelsOf(picture, Number.POSITIVE_INFINITY);
  return { width, height, pixels: new ImageData(rgba, width, height) };
}

/** Of a picture file; undefined where it cannot be read. */
export async function stillOfFile(file: Blob): Promise<Still | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return undefined;
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const pixels = context?.getImageData(0, 0, width, height);
  return pixels && { width, height, pixels };
}

/** The picture of a node as it is now, in full size: [height, width, 3], 0 to 1. */
export const pictureNow = async (node: NodeId): Promise<PaintedPicture | undefined> =>
  (await connected())?.picture(node);

/** Of `optimiser`, whose iterates are averaged with `averaging`, 0 for not at all. */
export interface CheckpointAsked {
  readonly optimiser: NodeId;
  readonly id: string;
  readonly iteration: number;
  readonly averaging: number;
}

/** A few, since one goes to and fro between neighbours. Each is as large as a picture. */
const mostKept = 12;
const kept = new Map<string, Promise<Still | undefined>>();

/** The picture of a checkpoint; undefined where there is no such any more. */
export function checkpointStill(asked: CheckpointAsked): Promise<Still | undefined> {
  const key = `${asked.optimiser} ${asked.id}`;
  const found = kept.get(key) ?? load(asked);
  kept.delete(key);
  kept.set(key, found);
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
  return found;
}

/** The numbers of a checkpoint's picture. */
export async function checkpointPicture(asked: CheckpointAsked): Promise<HostTensor | undefined> {
  const checkpoint = await (await connected())?.checkpoint(asked.optimiser, asked.id);
  return checkpoint && shownBy(checkpoint, asked);
}

async function load(asked: CheckpointAsked): Promise<Still | undefined> {
  const shown = await checkpointPicture(asked);
  if (!shown) kept.delete(`${asked.optimiser} ${asked.id}`);
  return shown && stillOf(shown);
}

/**
 * The iterate, of L-BFGS the last that it has accepted; or the average of the iterates, which started at zero,
 * at each scale anew, and is too small by as much.
 */
export function shownBy(
  { carried, history }: Pick<Checkpoint, 'carried' | 'history'>,
  { iteration, averaging }: Pick<CheckpointAsked, 'iteration' | 'averaging'>,
): HostTensor | undefined {
  const { average, accepted, picture } = carried;
  if (!average || averaging <= 0) return accepted ?? picture;
  const debias = 1 / (1 - averaging ** (iteration - sinceOf(history)));
  return { shape: average.shape, data: average.data.map(value => value * debias) };
}
