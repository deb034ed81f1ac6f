/** A feed-forward network's picture: its size before it runs, and its numbers between 0 and 1. */

import type { ShapeRefusal } from '../graph/kind.ts';
import type { NetworkFacts, PixelRange } from '../graph/network.ts';
import type { ImageShape } from '../graph/wire.ts';
import { message } from '../language/message.ts';
import { failure, type Result, success } from '../language/result.ts';
import { throughNetwork } from '../runtime/compile/network.ts';
import { type Ir, Program } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';

/** What a network makes of 0 to 1, and what makes 0 to 1 of its numbers. */
const ranges: Readonly<Record<PixelRange, { readonly factor: number; readonly offset: number }>> = {
  unit: { factor: 1, offset: 0 },
  signed: { factor: 2, offset: -1 },
  bytes: { factor: 255, offset: 0 },
};

/** The size of the picture that comes of an input of `shape`, or why none does. */
export function throughShape(
  network: NetworkFacts,
  shape: ImageShape,
  port: string,
): Result<ImageShape, ShapeRefusal> {
  const { title } = network;
  // The steps themselves say their shapes: they are laid out and thrown away.
  const result = laidOut(network, shape);
  if (!result) {
    const [height, width] = shape;
    return failure({ reason: message('network.does-not-fit', { network: title, height, width }), port });
  }
  const [height = 0, width = 0, channels = 0] = result;
  if (channels !== 3) {
    const reason = message('network.no-picture', { network: title, channels: String(channels) });
    return failure({ reason, param: 'network' });
  }
  return success([height, width, channels]);
}

function laidOut(network: NetworkFacts, shape: ImageShape): readonly number[] | undefined {
  const { ir } = new Program();
  try {
    const result = throughNetwork(ir, network, ir.image({ hash: 'any', shape }));
    return result.shape.every(extent => extent > 0) ? result.shape : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** `input` through the network: a picture between 0 and 1. A network that takes features is given them as they are. */
export function clampedPicture(ir: Ir, network: NetworkFacts, input: Value, range: PixelRange): Value {
  const { factor, offset } = ranges[range];
  const given = network.input.type === 'image' ? ir.affine({ x: input }, { factor, offset }) : input;
  const result = throughNetwork(ir, network, given);
  const unit = ir.affine({ x: result }, { factor: 1 / factor, offset: -offset / factor });
  return ir.clamp({ x: unit }, { low: 0, high: 1 });
}

/** A result that is this much larger comes of sizes that did not halve evenly. */
const most = 16;

/** The size of what is left of a result for a picture of `shape`. */
export function fittedTo([height, width]: ImageShape, [tall, wide, channels]: ImageShape): ImageShape {
  const fits = (own: number, result: number) => result >= own && result - own < most;
  return fits(height, tall) && fits(width, wide) ? [height, width, channels] : [tall, wide, channels];
}

/** The result cut to the picture's size, where it is only a little larger. */
export function cutTo(ir: Ir, result: Value, picture: Value): Value {
  const [tall = 0, wide = 0, channels = 0] = result.shape;
  const [height = 0, width = 0] = picture.shape;
  const size = fittedTo([height, width, channels], [tall, wide, channels]);
  return ir.crop(
    { x: result },
    { whole: [tall, wide], at: [0, 0], size: [size[0], size[1]], adjoint: false },
  );
}
