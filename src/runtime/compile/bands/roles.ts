/**
 * What becomes of each value of a loss when encoders are computed in bands: it comes in bands itself, or is the sum
 * of what the bands have (a Gram matrix, a mean), or stays whole. A loss that is neither a sum over positions nor
 * made of such sums (a sort, the nearest patch) is given its features whole: they are small beside the activations
 * that lead to them.
 */
import { constantOf } from '../../ir/constant.ts';
import type { Value } from '../../ir/value.ts';
import { type Stretch, stretchesOf } from './stretches.ts';

export type Role =
  /** As many rows of it as the bands of its stretch have, `unit` to each of theirs. */
  | { readonly type: 'bands'; readonly home: Stretch; readonly unit: number }
  /** A pooling at the end of a stretch. */
  | { readonly type: 'pooled'; readonly home: Stretch }
  | { readonly type: 'sum'; readonly home: Stretch };

/** What a stretch has to give to others than itself. */
export interface Results {
  /** Pooled bands that the next stretch takes up. */
  readonly pooled: Set<Value>;
  /** Sums over all positions. */
  readonly sums: Set<Value>;
  /** Bands that are wanted one by one, beside those of another stretch. */
  readonly bands: Set<Value>;
  /** What is wanted whole. */
  readonly whole: Set<Value>;
}

export interface Roles {
  /** Undefined for what stays whole. */
  of(value: Value): Role | undefined;
  resultsOf(stretch: Stretch): Results;
  readonly stretches: ReadonlyMap<Value, Stretch>;
}

const unary: ReadonlySet<string> = new Set([
  'affine',
  'relu',
  'squareRoot',
  'exponential',
  'logarithm',
  'tanh',
  'clamp',
  'channelAffine',
]);
const binary: ReadonlySet<string> = new Set(['add', 'subtract', 'multiply', 'divide']);

/**
 * @param roots What is wanted.
 * @param below All that they need, inputs before what uses them.
 * @param blocks So many blocks of each encoder are computed in bands.
 */
export function rolesOf(
  roots: readonly Value[],
  below: readonly Value[],
  varying: (value: Value) => boolean,
  blocks: number,
): Roles {
  const stretches = stretchesOf(below, varying);
  const rank = ranked(stretches.values());
  const roles = new Map<Value, Role>();
  const results = new Map<Stretch, Results>();
  /** The highest rank of what a value is made of: a stretch takes whole values only from stretches before it. */
  const reach = new Map<Value, number>();
  const reachOf = (value: Value) => reach.get(value) ?? -1;
  const resultsOf = (stretch: Stretch): Results => {
    const known = results.get(stretch);
    if (known) return known;
    const none: Results = { pooled: new Set(), sums: new Set(), bands: new Set(), whole: new Set() };
    results.set(stretch, none);
    return none;
  };

  const roleOf = (value: Value): Role | undefined => {
    const own = stretches.get(value);
    if (own && own.block < blocks) {
      return own.pools.includes(value)
        ? { type: 'pooled', home: own }
        : { type: 'bands', home: own, unit: 1 };
    }
    return own ? undefined : takenRole(value);
  };

  const takenRole = (value: Value): Role | undefined => {
    const operands = Object.entries(value.inputs);
    const banded = operands.flatMap(([, operand]) => {
      const role = roles.get(operand);
      return role?.type === 'bands' ? [{ ...role, operand }] : [];
    });
    const [first, ...others] = banded;
    if (!first) return undefined;
    const height = first.home.input.shape[0];
    if (others.some(({ home, unit }) => home.input.shape[0] !== height || unit !== first.unit))
      return undefined;
    const home = banded.reduce((a, b) => (rankOf(b.home) > rankOf(a) ? b.home : a), first.home);
    const whole = operands.filter(([, operand]) => roles.get(operand)?.type !== 'bands');
    if (whole.some(([, operand]) => reachOf(operand) >= rankOf(home))) return undefined;
    const isBanded = (name: string) => {
      const operand = value.inputs[name];
      return operand !== undefined && roles.get(operand)?.type === 'bands';
    };
    if (isSum(value, isBanded)) return { type: 'sum', home };
    const unit = unitOf(value, isBanded, first);
    return unit === undefined ? undefined : { type: 'bands', home, unit };
  };

  const rankOf = (stretch: Stretch) => rank.get(stretch) ?? 0;

  /** `user` of a value with a role; undefined for whoever wants it at the end. */
  const hand = (value: Value, user: Value | undefined) => {
    const role = roles.get(value);
    if (role?.type === 'pooled') {
      const next = user && stretches.get(user);
      const goesOn = next !== undefined && next.input === value && next.block < blocks;
      resultsOf(role.home)[goesOn ? 'pooled' : 'whole'].add(value);
    } else if (role?.type === 'bands') {
      const taken = user && roles.get(user);
      if (!taken) resultsOf(role.home).whole.add(value);
      else if (taken.home !== role.home) resultsOf(role.home).bands.add(value);
    }
  };

  for (const value of below) {
    const role = roleOf(value);
    const reached = value.operands.reduce((most, operand) => Math.max(most, reachOf(operand)), -1);
    reach.set(value, role ? Math.max(reached, rankOf(role.home)) : reached);
    if (role) roles.set(value, role);
    if (role?.type === 'sum') resultsOf(role.home).sums.add(value);
    for (const operand of value.operands) hand(operand, value);
  }
  for (const root of roots) hand(root, undefined);
  return { of: value => roles.get(value), resultsOf, stretches };
}

/** What does not depend on the picture comes first, then in the order in which they are met. */
function ranked(stretches: Iterable<Stretch>): ReadonlyMap<Stretch, number> {
  const all = [...new Set(stretches)];
  const inOrder = [...all.filter(({ varying }) => !varying), ...all.filter(({ varying }) => varying)];
  return new Map(inOrder.map((stretch, at) => [stretch, at]));
}

/** Whether `value` is a sum over positions, but for a factor. */
function isSum({ op, inputs }: Value, isBanded: (name: string) => boolean): boolean {
  if (op.name === 'gram') return isBanded('features');
  if (op.name === 'meanSquare' || op.name === 'sum') return isBanded('x');
  return (
    op.name === 'matmul' && isBanded('b') && inputs.a !== undefined && constantOf(inputs.a) !== undefined
  );
}

/** How many rows `value` has to each of the bands', where it can be had band by band. */
function unitOf(
  { op, shape }: Value,
  isBanded: (name: string) => boolean,
  { unit, operand }: { readonly unit: number; readonly operand: Value },
): number | undefined {
  if (unary.has(op.name) || binary.has(op.name)) return unit;
  if (op.name === 'scale' || op.name === 'shift' || op.name === 'modulate') {
    return isBanded('x') && !isBanded('by') && !isBanded('scale') && !isBanded('shift') ? unit : undefined;
  }
  if (op.name === 'matmul') return isBanded('a') && !isBanded('b') ? unit : undefined;
  if (op.name !== 'reshape') return undefined;
  // Positions under each other, or in rows again.
  const [height = 0, width = 0, channels = 0] = operand.shape;
  if (operand.shape.length === 3 && shape.length === 2) {
    return shape[0] === height * width && shape[1] === channels ? unit * width : undefined;
  }
  if (operand.shape.length === 2 && shape.length === 3) {
    const [rows = 0, across = 1, deep] = shape;
    return rows * across === height && deep === width && unit === across ? 1 : undefined;
  }
  return undefined;
}
