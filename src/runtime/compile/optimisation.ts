/**
 * An optimiser's loop as values: the gradient of its loss with respect to its picture, the step of its
 * rule, the clamp, and the average. Everything that may change while it paints enters as a live scalar.
 */
import type { NodeId } from '../../graph/document.ts';
import type { ImageShape } from '../../graph/wire.ts';
import { canonical } from '../ir/canonical.ts';
import { dependants, pullBack, type Seed } from '../ir/differentiate.ts';
import { digest, keyOf, nameContent } from '../ir/key.ts';
import type { Ir, Program } from '../ir/program.ts';
import { reachable } from '../ir/reachable.ts';
import { convolveOnce } from '../ir/rewrite.ts';
import type { Shape, Value } from '../ir/value.ts';
import type { Step } from '../optimise/rule.ts';
import type { Bands } from './bands/bands.ts';
import { inBands } from './bands/in-bands.ts';
import { onceMore } from './bands/once-more.ts';
import { pullBackInBands } from './bands/pull-back.ts';
import { weightName } from './live.ts';
import type { Optimisation } from './lowerable.ts';
import type { LiveParameter, LossTerm } from './lowered.ts';
import type { Pictures } from './pictures.ts';
import type { Carried, LiveScalar, Stage, StageScale } from './plan.ts';

/** A stage before its values are fused and split into once and loop. */
export type Draft = Omit<Stage, 'once' | 'loop'> & {
  /** Whether any term of the loss depends on the picture. */
  readonly sees: boolean;
  /** What the stage before it, at a smaller scale, arrives at: it goes on from there. */
  readonly follows?: Value;
  /** Equal for drafts that may do the same: all but the pictures that they paint, which are told apart by owner. */
  readonly likeness: string;
  /** The same, computed in bands: what it arrives at is the same but for rounding, and so is what it is known by. */
  inBands(bands: Bands): Draft;
};

/** Which of its optimiser's stages it is. */
export interface Place {
  readonly scale: StageScale;
  /** What the one before arrives at. */
  readonly follows?: Value;
}

export function draftStage(
  program: Program,
  node: NodeId,
  asked: Optimisation,
  { scale, follows }: Place,
  pictures: Pictures,
  read: (parameter: LiveParameter) => number,
): Draft {
  const { ir } = program;
  const { picture, rule, settings, averaging } = asked;
  const start = pictures.startOf(picture.value, asked.seed);
  const x = picture.value;
  const seen = lossAsSeen(program, asked, pictures);
  const outcome = outcomeOf(program, asked, { start, scale, ...(follows && { follows }) }, seen.loss, read);
  const varying = dependants(seen.below, [x]);
  const feels = new Set(seen.loss.flatMap(({ name, value }) => (varying.has(value) ? [name] : [])));

  const draftOf = (loss: readonly LossTerm[], pulledBack: (seeds: readonly Seed[]) => Value): Draft => {
    const live: LiveScalar[] = [];
    const feed = (name: string, source: LiveScalar['source']): Value => {
      const leaf = ir.live({ node, name });
      live.push({ leaf, source });
      return leaf;
    };

    const seeds = loss
      .filter(({ name }) => feels.has(name))
      .map(({ name, value, weights }) => ({
        of: value,
        dy: feed(weightName(name), { type: 'weight', factors: weights }),
      }));
    const steepest = pulledBack(seeds);
    const gradient = asked.normalise ? normalised(ir, steepest) : steepest;

    const zeroOf = (shape: Shape) => ir.fill({}, { shape, value: 0 });
    const numberOf = (value: number) => ir.fill({}, { shape: [], value });
    const leafOf = (name: string, shape: Shape) => ir.carried({ picture: node, name, shape });
    const state = Object.fromEntries([
      ...rule.state.map(name => [name, leafOf(name, x.shape)] as const),
      ...(rule.numbers ?? []).map(name => [name, leafOf(name, [])] as const),
    ]);
    const scalars = Object.fromEntries(
      rule.scalars.map(scalar => [scalar, feed(scalar, { type: 'rule', scalar })]),
    );
    const weighed = () =>
      seeds
        .map(({ of, dy }) => ir.scale({ x: of, by: dy }))
        .reduce((sum, term) => ir.add({ a: sum, b: term }), zeroOf([]));
    const range = asked.clamp ? { range: [0, 1] as const } : {};
    const stepped = rule.step(ir, { x, gradient, state, scalars, ...range, loss: weighed });
    // A clamp hides that a step was lost, so this is judged without it. Rules that leave the clamp to others made it so anyway.
    const free = asked.clamp ? rule.step(ir, { x, gradient, state, scalars, loss: weighed }) : stepped;
    const next = asked.clamp ? ir.clamp({ x: stepped.x }, { low: 0, high: 1 }) : stepped.x;

    const carried: Carried[] = [{ name: 'picture', leaf: x, start, next }];
    for (const [name, leaf] of Object.entries(state)) {
      const after = stepped.state[name];
      if (after) carried.push({ name, leaf, start: zeroOf(leaf.shape), next: after });
    }
    const best = rule.shown === undefined ? undefined : state[rule.shown];
    let shown = best ?? x;
    if (averaging > 0) {
      const average = leafOf('average', x.shape);
      const arrived = (rule.shown === undefined ? undefined : stepped.state[rule.shown]) ?? next;
      carried.push({
        name: 'average',
        leaf: average,
        start: zeroOf(x.shape),
        next: ir.movingAverage(
          { average, sample: arrived, keep: numberOf(averaging), take: numberOf(1 - averaging) },
          { squares: false },
        ),
      });
      shown = ir.scale({ x: average, by: feed('debias', { type: 'debias', decay: averaging }) });
    }

    return {
      sees: seeds.length > 0,
      likeness: canonical({
        ...runOf(asked, read),
        start: start.id,
        terms: seen.loss.map(({ name, weights }) => [name, weights.map(read)]),
      }),
      outcome,
      ...(follows && { follows }),
      scale,
      optimiser: node,
      shape: x.shape as ImageShape,
      iterations: asked.iterations,
      rule,
      settings,
      stepSizes: asked.stepSizes,
      carried,
      live,
      terms: loss,
      packed: ir.pack({
        ...Object.fromEntries(loss.map(({ name, value }) => [name, value])),
        ...soundness(ir, free, rule.watched ?? rule.state),
      }),
      shown,
      inBands: bands => program.attributeTo([node], () => banded(bands)),
    };
  };

  const plain = draftOf(seen.loss, seeds => pullBack(program, seeds, [x], seen.below)[0] ?? x);
  const banded = (bands: Bands): Draft => {
    const values = seen.loss.map(({ value }) => value);
    const cut = inBands(program, values, seen.below, value => varying.has(value), bands);
    const loss = seen.loss.map(term => ({ ...term, value: cut.of(term.value) }));
    const draft = draftOf(loss, seeds => {
      const gradient = pullBackInBands(program, seeds, x, cut.sources);
      const weights = seeds.map(({ dy }) => dy);
      return onceMore(program, gradient, x, weights, cut);
    });
    return { ...draft, bands: { ...bands, most: cut.most } };
  };
  return plain;
}

/**
 * The terms as this optimiser sees them: all other pictures held still, each layer convolved once before the
 * way back is laid beside it, and by name, so that nothing hangs on the order of a document's wires (rule R9).
 * `below` is all that they need.
 */
function lossAsSeen(
  program: Program,
  { picture, loss, seed }: Optimisation,
  pictures: Pictures,
): { readonly loss: LossTerm[]; readonly below: readonly Value[] } {
  const named = loss.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const given = named.map(({ value }) => value);
  const wired = reachable(given);
  const still = pictures.holdStill(given, seed, picture.value, wired);
  const values = given.map(still);
  const below = values.every((value, at) => value === given[at]) ? wired : reachable(values);
  const once = convolveOnce(program, values, below);
  const seen = (value: Value): Value => once.get(still(value)) ?? still(value);
  const terms = named.map(term => ({ ...term, value: seen(term.value) }));
  return { loss: terms, below: once.size === 0 ? below : reachable(terms.map(({ value }) => value)) };
}

/** `gradient` with a root mean square of 1; where it is 0 everywhere, so it stays. */
function normalised(ir: Ir, gradient: Value): Value {
  const one = ir.fill({}, { shape: [], value: 1 });
  const square = ir.affine({ x: ir.meanSquare({ x: gradient }) }, { factor: 1, offset: 1e-30 });
  return ir.scale({ x: gradient, by: ir.divide({ a: one, b: ir.squareRoot({ x: square }) }) });
}

/**
 * What tells whether a step was sound, read back with the terms: the mean square of the picture before any
 * clamp, which on some backends turns a NaN into a 0, and a sum of each vector of the rule, since an
 * overflow there stops the picture without a sign of it. Tildes stand behind all names of terms.
 */
function soundness(ir: Ir, { x, state }: Step<string>, watched: readonly string[]): Record<string, Value> {
  const sums = watched.flatMap(name => {
    const vector = state[name];
    return vector ? [[`~~${name}`, ir.sum({ x: vector })] as const] : [];
  });
  return { '~': ir.meanSquare({ x }), ...Object.fromEntries(sums) };
}

/**
 * The leaf that stands for the result. Within the program it is told from others by the values that lead
 * to it, so two optimisers that do the same are one; its key, asked for only where something that is kept
 * depends on it, is of their content.
 */
function outcomeOf(
  program: Program,
  asked: Optimisation,
  { start, scale, follows }: Place & { readonly start: Value },
  terms: readonly LossTerm[],
  read: (parameter: LiveParameter) => number,
): Value {
  const run = runOf(asked, read);
  const identify = (of: (value: Value) => string | number) =>
    canonical({
      ...run,
      start: of(start),
      ...(follows && { follows: of(follows), keepsState: scale.keepsState }),
      terms: terms.map(({ name, value, weights }) => [name, of(value), weights.map(read)]),
    });
  const leaf = program.ir.outcome({ stage: identify(({ id }) => id), shape: asked.picture.value.shape });
  nameContent(leaf, () => digest(identify(keyOf)));
  return leaf;
}

const runOf = (
  { rule, settings, stepSizes, normalise, iterations, clamp, averaging, seed }: Optimisation,
  read: (parameter: LiveParameter) => number,
) => ({
  rule: `${rule.name}@${rule.version}`,
  settings: Object.fromEntries(Object.entries(settings).map(([name, live]) => [name, read(live)])),
  stepSizes: { ...stepSizes },
  normalise,
  iterations,
  clamp,
  averaging,
  seed,
});
