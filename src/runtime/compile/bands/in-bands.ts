/**
 * The loss of a picture as a program that never has a whole layer of the first blocks in memory: each stretch of an
 * encoder is computed for one band of rows after the other, with as many rows around it as its convolutions see. All
 * that a band has to give (its part of every sum, the pooled rows that the next stretch takes up) is made before the
 * next one begins; then its layers are gone. It equals the whole up to the order in which sums are added.
 */
import type { Program } from '../../ir/program.ts';
import type { Value } from '../../ir/value.ts';
import { applied, Band } from './band.ts';
import { type Bands, boundsOf } from './bands.ts';
import { rolesOf } from './roles.ts';
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

  const beside = (value: Value, at: number): Value => {
    const home = roles.of(value)?.home;
    if (home) build(home);
    return banded.get(value)?.[at] ?? lost(value);
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
      const band = new Band(
        {
          program,
          roles,
          whole,
          entering: (from, to) => entering(stretch, from, to),
          beside: value => beside(value, at),
        },
        { stretch, start, end, before },
      );
      const made: { readonly of: Value; readonly value: Value }[] = [];
      for (const value of singly.keys()) made.push({ of: value, value: band.rowsOf(value) });
      for (const value of results.sums) {
        const part = band.partOf(value);
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

const lost = (value: Value): never => {
  throw new Error(`${value.op.name} #${value.id} is wanted from a band that does not have it.`);
};
