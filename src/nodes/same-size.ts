import type { ShapeRefusal } from '../graph/kind.ts';
import type { ImageShape } from '../graph/wire.ts';
import { message } from '../language/message.ts';

/** Why two images that are taken pixel by pixel do not go together, if they do not. */
export function refuseOtherSize(
  [height, width]: ImageShape,
  [otherHeight, otherWidth]: ImageShape,
  port: string,
): ShapeRefusal | undefined {
  if (height === otherHeight && width === otherWidth) return undefined;
  const [one, other] = [`${width}×${height}`, `${otherWidth}×${otherHeight}`];
  return { reason: message('image.other-size', { one, other }), port };
}
