/** Stacks of named layers: mapping over them, and the refusals that all nodes with two stacks share. */
import type { ShapeRefusal } from '../graph/kind.ts';
import type { ImageShape, Stack } from '../graph/wire.ts';
import { message } from '../language/message.ts';

export function eachLayer<T, U>(stack: Stack<T>, of: (entry: T, layer: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(stack).map(([layer, entry]) => [layer, of(entry, layer)]));
}

interface Side {
  readonly from: string;
  readonly layers: Stack<unknown>;
}

/**
 * Why the layers of `target` cannot be compared with those of `picture`, if they cannot: another encoder,
 * or layers that the picture lacks, with the fix of tapping them, too. Layers that only the picture has are
 * no fault: the same taps may serve several losses.
 */
export function refuseStack(picture: Side, target: Side, port: string): ShapeRefusal | undefined {
  if (picture.from !== target.from) return { reason: message('stack.other-encoder'), port };
  const missing = Object.keys(target.layers).filter(layer => !picture.layers[layer]);
  if (missing.length === 0) return undefined;
  const layers = missing.join(', ');
  return {
    reason: message('stack.missing', { layers, count: missing.length }),
    port,
    fix: {
      label: message('stack.tap-too', { layers }),
      port,
      param: 'layers',
      value: [...Object.keys(picture.layers), ...missing],
    },
  };
}

interface Features {
  readonly layers: Stack<ImageShape>;
}

/** Why `target` cannot be compared with `picture` position by position, if it cannot. */
export function refuseOtherPositions(picture: Features, target: Features): ShapeRefusal | undefined {
  for (const [layer, [height, width]] of Object.entries(target.layers)) {
    const [h = 0, w = 0] = picture.layers[layer] ?? [];
    if (h === height && w === width) continue;
    const sizes = { layer, picture: `${w}×${h}`, target: `${width}×${height}` };
    return { reason: message('stack.other-size', sizes), port: 'target' };
  }
  return undefined;
}
