/** What the nodes have in common that give the content's features the style's statistics: AdaIN and WCT. */
import type { ShapeRefusal } from '../graph/kind.ts';
import { param } from '../graph/parameter.ts';
import type { Stack } from '../graph/wire.ts';
import { message } from '../language/message.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';

export const transferStrength = param.number({
  default: 1,
  min: 0,
  max: 1,
  step: 0.01,
  title: { en: 'Strength', zh: '强度' },
  hint: {
    en: '0 leaves the content as it is, 1 gives it all of the style.',
    zh: '0 保持内容原样，1 完全采用风格。',
  },
});

interface Side {
  readonly from: string;
  readonly layers: Stack<unknown>;
}

/** Why the style's features at `port` cannot be given to the content's, if they cannot. */
export function refuseStyle(content: Side, style: Side, port: string): ShapeRefusal | undefined {
  if (content.from !== style.from) return { reason: message('stack.other-encoder'), port };
  const missing = Object.keys(content.layers).filter(layer => !style.layers[layer]);
  if (missing.length === 0) return undefined;
  const layers = missing.join(', ');
  return {
    reason: message('transfer.missing', { layers }),
    port,
    fix: {
      label: message('stack.tap-too', { layers }),
      port,
      param: 'layers',
      value: [...Object.keys(style.layers), ...missing],
    },
  };
}

/** (1 − share) · one + share · other. */
export function mixed(ir: Ir, one: Value, other: Value, share: number): Value {
  if (share === 0) return one;
  if (share === 1) return other;
  return ir.add({
    a: ir.affine({ x: one }, { factor: 1 - share, offset: 0 }),
    b: ir.affine({ x: other }, { factor: share, offset: 0 }),
  });
}
