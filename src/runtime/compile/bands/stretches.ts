/**
 * An encoder as a row of stretches, each from one pooling to the next. Within a stretch a feature sees but a few
 * rows of what enters it, so it can be computed band by band, each band a little taller than what is taken from it.
 */
import type { Value } from '../../ir/value.ts';

export interface Stretch {
  /** What its first band is cut from: the encoder's picture, or the pooling before it. */
  readonly input: Value;
  /** The stretch that ends in `input`. */
  readonly before?: Stretch;
  /** How many poolings stand before it. */
  readonly block: number;
  /** Whether it depends on the picture that is being painted. */
  readonly varying: boolean;
  /** Inputs before what uses them; the poolings at its end among them. */
  readonly members: Value[];
  readonly pools: Value[];
  /** Rows of `input` above and below that the deepest convolution sees. */
  radius: number;
}

const pooling: ReadonlySet<string> = new Set(['maxPool', 'averagePool']);

/**
 * The stretches of all encoders' passes among `below`, by the values that they compute. Whoever is not reached from
 * a 3×3 convolution with an encoder's weights that keeps the size is in none.
 *
 * The receptive field is that of Dumoulin and Visin 2016 (A guide to convolution arithmetic for deep learning,
 * section 5; Araujo, Norris and Sim 2019, eq. 2): every 3×3 convolution adds one position of its own input on each
 * side. As a stretch ends with its pooling, that is one row of the stretch's input for each of its convolutions.
 */
export function stretchesOf(
  below: readonly Value[],
  varying: (value: Value) => boolean,
): ReadonlyMap<Value, Stretch> {
  const stretches = new Map<Value, Stretch>();
  const beginning = new Map<Value, Stretch>();
  const radii = new Map<Value, number>();
  const begin = (input: Value, first: Value, before?: Stretch): Stretch => {
    const known = beginning.get(first);
    if (known) return known;
    const stretch: Stretch = {
      input,
      ...(before && { before }),
      block: before ? before.block + 1 : 0,
      varying: varying(input),
      members: [],
      pools: [],
      radius: 0,
    };
    beginning.set(first, stretch);
    return stretch;
  };
  const put = (value: Value, stretch: Stretch, radius: number) => {
    if (stretches.has(value)) return;
    stretches.set(value, stretch);
    stretch.members.push(value);
    radii.set(value, radius);
    stretch.radius = Math.max(stretch.radius, radius);
  };
  /** The stretch that goes on from `value`, if it is one's. */
  const onwards = (value: Value): Stretch | undefined => {
    const own = stretches.get(value);
    return own?.pools.includes(value) ? begin(value, value, own) : own;
  };
  const radiusOf = (value: Value, stretch: Stretch) =>
    value === stretch.input ? 0 : (radii.get(value) ?? 0);

  for (const value of below) {
    const { op, inputs } = value;
    const { x } = inputs;
    if (!x) continue;
    if (isEncoding(value)) {
      const border = op.name === 'conv2d' && x.op.name === 'pad' ? x : undefined;
      const given = border?.inputs.x ?? x;
      const stretch = onwards(given) ?? rootOf(given, begin, put);
      if (border) put(border, stretch, radiusOf(given, stretch));
      put(value, stretch, radiusOf(given, stretch) + 1);
      continue;
    }
    if (op.name !== 'relu' && !pooling.has(op.name)) continue;
    const stretch = onwards(x);
    if (!stretch) continue;
    put(value, stretch, radiusOf(x, stretch));
    if (pooling.has(op.name)) stretch.pools.push(value);
  }
  return stretches;
}

type Begin = (input: Value, first: Value) => Stretch;

/** An encoder's preprocessing belongs to its first stretch, so that a band is cut from the picture. */
function rootOf(given: Value, begin: Begin, put: (value: Value, stretch: Stretch, radius: number) => void) {
  const picture = given.op.name === 'channelAffine' ? given.inputs.x : undefined;
  if (!picture) return begin(given, given);
  const stretch = begin(picture, given);
  put(given, stretch, 0);
  return stretch;
}

/** A 3×3 convolution with an encoder's weights after which as many rows are left as were there. */
function isEncoding({ op, inputs: { x, kernel, mask }, attributes: { padding } }: Value): boolean {
  if (op.name !== 'conv2d' || kernel?.op.name !== 'weight' || mask) return false;
  return padding === 1 || (padding === 0 && x?.op.name === 'pad' && x.attributes.amount === 1);
}
