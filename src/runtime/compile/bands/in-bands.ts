/**
 * The loss of a picture as a program that never has a whole layer of the first blocks in memory: each stretch of an
 * encoder is computed for one band of rows after the other, with as many rows around it as its convolutions see. All
 * that a band has to give (its part of every sum, the pooled rows that the next stretch takes up) is made before the
 * next one begins; then its layers are gone. It equals the whole up to the order in which sums are added.
 */
import type { Program } from '../../ir/program.ts';
import type { Shape, Value } from '../../ir/value.ts';
import { type Bands, boundsOf } from './bands.ts';
import { type Role, rolesOf } from './roles.ts';
import { between, joined, namesOf, rowsFrom } from './rows.ts';
import type { Stretch } from './stretches.ts';

/** A whole value that was cut into bands, each of them once. */
export interface Source {
  readonly whole: Value;
  readonly bands: readonly Value[];
}

export interface InBands {
  /** The counterpart of each value that was asked for. */
  of(value: Value): Value;
  /** Of what depends on the picture: first come, first listed. */
  readonly sources: readonly Source[];
  /** What depends on the picture and is meant to be gone when its band is done. */
  readonly passing: ReadonlySet<Value>;
  /** What a band gives: it stays for as long as anybody needs it. */
  readonly given: ReadonlySet<Value>;
  /** The most bands of a stretch. */
  readonly most: number;
}

/**
 * @param roots The terms of a loss, or whatever else is wanted.
 * @param below All that they need, inputs before what uses them.
 * @param varying Whether a value depends on the picture that is being painted.
 */
export function inBands(
  program: Program,
  roots: readonly Value[],
  below: readonly Value[],
  varying: (value: Value) => boolean,
  { blocks, rows }: Bands,
): InBands {
  const { ir } = program;
  const roles = rolesOf(roots, below, varying, blocks);
  const wholes = new Map<Value, Value>();
  /** Of results that are wanted one by one, a value for each band of their home. */
  const banded = new Map<Value, readonly Value[]>();
  const done = new Set<Stretch>();
  const sources = new Map<Value, Source>();
  const passing = new Set<Value>();
  const given = new Set<Value>();
  let most = 1;

  const whole = (value: Value): Value => {
    const known = wholes.get(value);
    if (known) return known;
    const role = roles.of(value);
    if (role) {
      build(role.home);
      return wholes.get(value) ?? lost(value);
    }
    const made = applied(program, value, whole);
    wholes.set(value, made);
    return made;
  };

  /** The rows from `from` to `to` of what enters a stretch. */
  const entering = ({ input, before, varying: moves }: Stretch, from: number, to: number): Value => {
    const pooled = before && banded.get(input);
    if (pooled) return between(ir, pooled, from, to);
    const picture = whole(input);
    const bounds = boundsOf(input.shape[0] ?? 1, rows);
    if (!moves || bounds.length < 3) return rowsFrom(ir, picture, from, to);
    // Cut once each, so that on the way back the gradient is laid together of bands and not added up of wholes.
    const source = sources.get(picture) ?? {
      whole: picture,
      bands: bounds.slice(1).map((end, at) => rowsFrom(ir, picture, bounds[at] ?? 0, end)),
    };
    sources.set(picture, source);
    return between(ir, source.bands, from, to);
  };

  const build = (stretch: Stretch): void => {
    if (done.has(stretch)) return;
    done.add(stretch);
    if (stretch.before && roles.resultsOf(stretch.before).pooled.has(stretch.input)) build(stretch.before);
    const results = roles.resultsOf(stretch);
    const height = stretch.input.shape[0] ?? 1;
    const bounds = boundsOf(height, rows);
    most = Math.max(most, bounds.length - 1);
    const singly = new Map<Value, Value[]>();
    for (const value of [...results.pooled, ...results.bands, ...results.whole]) singly.set(value, []);
    const sums = new Map<Value, Value>();
    let before: Value | undefined;

    for (let at = 0; at + 1 < bounds.length; at++) {
      const [start = 0, end = height] = [bounds[at], bounds[at + 1]];
      const band = bandOf(stretch, at, [start, end], before);
      const made: { readonly of: Value; readonly value: Value }[] = [];
      for (const value of singly.keys()) made.push({ of: value, value: band.rowsOf(value) });
      for (const value of results.sums) {
        const part = partOf(value, band.rowsOf, (end - start) / height);
        const so = sums.get(value);
        made.push({
          of: value,
          value: so ? program.attributeTo(value.origins, () => ir.add({ a: so, b: part })) : part,
        });
      }
      for (const { of, value } of made) {
        const others = made.flatMap(other => (other.value === value ? [] : [other.value]));
        const handed = program.attributeTo(of.origins, () =>
          others.length === 0 ? value : ir.after({ ...namesOf(others), x: value }, { turn: 0 }),
        );
        for (const each of [value, handed]) given.add(each);
        before = handed;
        const list = singly.get(of);
        if (list) list.push(handed);
        else sums.set(of, handed);
      }
      if (stretch.varying) for (const value of band.made) if (!given.has(value)) passing.add(value);
    }

    for (const value of [...results.pooled, ...results.bands]) banded.set(value, singly.get(value) ?? []);
    for (const value of results.whole) {
      wholes.set(
        value,
        program.attributeTo(value.origins, () => joined(ir, singly.get(value) ?? [])),
      );
    }
    for (const [value, sum] of sums) wholes.set(value, sum);
  };

  /** The values of a stretch for its rows from `start` to `end`. */
  const bandOf = (
    stretch: Stretch,
    at: number,
    [start, end]: readonly [start: number, end: number],
    before: Value | undefined,
  ) => {
    const height = stretch.input.shape[0] ?? 1;
    // Even, as the bounds are: what a pooling takes together stays together.
    const around = 2 * Math.ceil(stretch.radius / 2);
    const [from, to] = [Math.max(0, start - around), Math.min(height, end + around)];
    const made = new Set<Value>();
    const keep = (value: Value): Value => {
      made.add(value);
      return value;
    };
    const opening = program.attributeTo(stretch.input.origins, () => {
      const cut = entering(stretch, from, to);
      for (const value of [cut, ...cut.operands]) keep(value);
      return before ? keep(ir.after({ x: cut, before }, { turn: 0 })) : cut;
    });
    const inWindow = new Map<Value, Value>([[stretch.input, opening]]);
    for (const member of stretch.members) {
      inWindow.set(
        member,
        keep(applied(program, member, operand => inWindow.get(operand) ?? whole(operand))),
      );
    }
    const cut = new Map<Value, Value>();
    const rowsOf = (value: Value): Value => {
      const rows = cut.get(value) ?? program.attributeTo(value.origins, () => keep(rowsMade(value)));
      cut.set(value, rows);
      return rows;
    };
    const rowsMade = (value: Value): Value => {
      const own = inWindow.get(value);
      if (own) {
        const by = stretch.pools.includes(value) ? 2 : 1;
        const last = end === height ? (own.shape[0] ?? 0) : (end - from) / by;
        return rowsFrom(ir, own, (start - from) / by, last);
      }
      const role = roles.of(value);
      if (role?.type !== 'bands') return lost(value);
      if (role.home !== stretch) {
        build(role.home);
        return banded.get(value)?.[at] ?? lost(value);
      }
      return appliedToRows(value, role);
    };
    const appliedToRows = (value: Value, { unit }: Extract<Role, { type: 'bands' }>): Value => {
      const [first = 0, last = 0] = [start * unit, end * unit];
      const inputs = Object.entries(value.inputs).map(([name, operand]) => {
        if (roles.of(operand)?.type === 'bands') return [name, rowsOf(operand)];
        const sharesRows =
          operand.shape.length > 1 &&
          operand.shape[0] === value.shape[0] &&
          name !== 'scale' &&
          name !== 'shift';
        if (!sharesRows || (value.op.name === 'matmul' && name === 'b')) return [name, whole(operand)];
        return [name, rowsOfWhole(operand, first, last)];
      });
      const shape: Shape = [last - first, ...value.shape.slice(1)];
      const attributes = value.op.name === 'reshape' ? { shape } : value.attributes;
      return program.append(value.op, Object.fromEntries(inputs), attributes);
    };
    /** A mask in each channel is spread where it is needed: spread once, it would be as large as a layer. */
    const rowsOfWhole = (value: Value, first: number, last: number): Value => {
      const { op, inputs, shape } = value;
      const [tall = 1, width = 1] = shape;
      if (op.name === 'reshape' && inputs.x && shape.length === 3 && inputs.x.shape[0] === tall * width) {
        const x = rowsOfWhole(inputs.x, first * width, last * width);
        return keep(ir.reshape({ x }, { shape: [last - first, ...shape.slice(1)] }));
      }
      if (op.name === 'matmul' && inputs.a && inputs.b?.op.name === 'fill' && inputs.b.shape[0] === 1) {
        const narrow = rowsFrom(ir, whole(inputs.a), first, last);
        const a = stretch.varying ? ir.after({ x: narrow, band: opening }, { turn: 0 }) : narrow;
        return keep(ir.matmul({ a: keep(a), b: whole(inputs.b) }));
      }
      return rowsFrom(ir, whole(value), first, last);
    };
    return { rowsOf, made };
  };

  /** What a band has of a sum over all positions; `part` is its part of the rows. */
  const partOf = (value: Value, rowsOf: (value: Value) => Value, part: number): Value =>
    program.attributeTo(value.origins, () => {
      const { op, inputs, attributes } = value;
      if (op.name === 'matmul' && inputs.a && inputs.b) {
        const b = rowsOf(inputs.b);
        const a = ir.fill(
          {},
          { shape: [inputs.a.shape[0] ?? 1, b.shape[0] ?? 1], value: Number(inputs.a.attributes.value) },
        );
        return ir.matmul({ a, b });
      }
      const own = Object.fromEntries(
        Object.entries(inputs).map(([name, operand]) => [name, rowsOf(operand)]),
      );
      const sum = program.append(op, own, attributes);
      return op.name === 'meanSquare' ? ir.affine({ x: sum }, { factor: part, offset: 0 }) : sum;
    });

  for (const value of below) if (!roles.of(value)) whole(value);
  const counterparts = new Map(roots.map(root => [root, whole(root)]));
  // What enters a stretch in one piece is nobody's to make again.
  for (const value of wholes.values()) passing.delete(value);
  return {
    of: value => counterparts.get(value) ?? value,
    sources: [...sources.values()],
    passing,
    given,
    most,
  };
}

/** The op of `value` on counterparts of its inputs. */
function applied(program: Program, value: Value, counterpart: (operand: Value) => Value): Value {
  const entries = Object.entries(value.inputs).map(([name, input]) => [name, counterpart(input)] as const);
  if (entries.every(([name, input]) => value.inputs[name] === input)) return value;
  return program.attributeTo(value.origins, () =>
    program.append(value.op, Object.fromEntries(entries), value.attributes),
  );
}

const lost = (value: Value): never => {
  throw new Error(`${value.op.name} #${value.id} is wanted from a band that does not have it.`);
};
