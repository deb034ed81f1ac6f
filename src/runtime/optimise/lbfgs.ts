/**
 * L-BFGS: steps by the curvature that the last few steps have met. An iteration is one evaluation of loss and
 * gradient at a trial picture. Whether the trial is taken, and how far the next one goes, is decided on the
 * device by factors that are 0 or 1, so the loop runs the same steps each time and waits for no read-back.
 */
import type { Ir } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { UpdateRule } from './rule.ts';
import { inverseHessian, type Pair } from './two-loop.ts';

/** A trial must lower the loss by so much of what its slope promised (Armijo's condition). */
const promised = 1e-4;
/** A sum of float32 is not exact: a loss that rose by no more than this part of itself did not rise. */
const rounding = 1e-6;
/** A pair is kept where the cosine between step and change of gradient is larger: the curvature is positive. */
const straight = 1e-3;
/** After so many trials in vain along a direction the memory is cleared, and the gradient itself followed. */
const patience = 5;

type Numbers = 'loss' | 'length' | 'tries' | 'scale';
type State = 'accepted' | 'slope' | Numbers | `${'step' | 'change' | 'curvature'}${number}`;

const rules = new Map<number, UpdateRule<State, 'fresh' | 'firstStep'>>();

/**
 * L-BFGS with `memory` pairs of step and change of gradient (Nocedal 1980; Nocedal and Wright 2006, algorithms
 * 7.4 and 3.1). Trials are shortened by quadratic interpolation until they are taken; a pair whose curvature is
 * not positive is left out. Where the loss becomes another function, a weight having changed, the memory is
 * cleared and the picture taken as it is. Setting: `learningRate`, the root mean square of the first step's
 * pixels, and of the first after the memory was cleared.
 */
export function lbfgs(memory: number): UpdateRule<State, 'fresh' | 'firstStep'> {
  const known = rules.get(memory);
  if (known) return known;
  const places = Array.from({ length: memory }, (_, at) => at);
  const rule: UpdateRule<State, 'fresh' | 'firstStep'> = {
    name: 'lbfgs',
    version: 1,
    state: ['accepted', 'slope', ...places.flatMap(at => [`step${at}`, `change${at}`] as const)],
    numbers: ['loss', 'length', 'tries', 'scale', ...places.map(at => `curvature${at}` as const)],
    scalars: ['fresh', 'firstStep'],
    watched: [],
    shown: 'accepted',
    step: (ir, inputs) => stepOf(ir, inputs, places),
    scalarsAt: ({ isNew }, { learningRate = 0.02 }) => ({ fresh: isNew ? 1 : 0, firstStep: learningRate }),
  };
  rules.set(memory, rule);
  return rule;
}

type Inputs = Parameters<UpdateRule<State, 'fresh' | 'firstStep'>['step']>[1];

function stepOf(ir: Ir, { x, gradient, state, scalars, loss }: Inputs, places: readonly number[]) {
  const { fresh, firstStep } = scalars;
  const { not, positive, choose, dot, times, plus } = scalarsOf(ir);
  const value = loss();

  // Is the trial taken?
  const move = ir.subtract({ a: x, b: state.accepted });
  const slope = dot(state.slope, move);
  const rise = ir.subtract({ a: value, b: state.loss });
  const room = plus(times(slope, promised), times(magnitude(ir, state.loss), rounding));
  const low = positive(ir.subtract({ a: room, b: rise }));
  const taken = plus(fresh, ir.multiply({ a: not(fresh), b: low }));

  // What has it taught?
  const change = ir.subtract({ a: gradient, b: state.slope });
  const [bend, stretch] = [dot(move, change), dot(change, change)];
  const longest = ir.squareRoot({ x: ir.multiply({ a: dot(move, move), b: stretch }) });
  const convex = positive(ir.subtract({ a: bend, b: times(longest, straight) }));
  const learnt = ir.multiply({ a: ir.multiply({ a: taken, b: not(fresh) }), b: convex });
  const tries = ir.multiply({ a: not(taken), b: ir.affine({ x: state.tries }, { factor: 1, offset: 1 }) });
  const inVain = positive(ir.affine({ x: tries }, { factor: 1, offset: 0.5 - patience }));
  const cleared = plus(fresh, inVain);
  const stays = ir.multiply({ a: not(learnt), b: not(cleared) });
  const shift = <T extends 'step' | 'change' | 'curvature'>(name: T, newest: Value, at: number) =>
    plus(
      ir.scale({ x: at === 0 ? newest : state[`${name}${at - 1}`], by: learnt }),
      ir.scale({ x: state[`${name}${at}`], by: stays }),
    );
  // Where nothing is learnt the divisor is 1, as 0 times a number that is not finite is none.
  const inverse = (of: Value) => ir.divide({ a: learnt, b: plus(of, not(learnt)) });
  const pairs: Pair[] = places.map(at => ({
    step: shift('step', move, at),
    change: shift('change', change, at),
    curvature: shift('curvature', inverse(bend), at),
  }));

  // Where to next?
  const accepted = choose(taken, x, state.accepted);
  const steepest = choose(taken, gradient, state.slope);
  const steepness = ir.squareRoot({ x: ir.shift({ x: ir.meanSquare({ x: steepest }), by: tiny(ir) }) });
  const scale = plus(
    ir.multiply({ a: cleared, b: ir.divide({ a: firstStep, b: steepness }) }),
    plus(
      ir.multiply({ a: ir.multiply({ a: bend, b: inverse(stretch) }), b: not(cleared) }),
      ir.multiply({ a: stays, b: state.scale }),
    ),
  );
  const begun = plus(taken, ir.multiply({ a: inVain, b: not(taken) }));
  const shorter = ir.multiply({ a: state.length, b: shortening(ir, { slope, rise, taken }) });
  const length = plus(begun, ir.multiply({ a: not(begun), b: shorter }));
  const direction = inverseHessian(ir, steepest, pairs, scale);
  const remembered = Object.fromEntries(
    pairs.flatMap(({ step, change, curvature }, at) => [
      [`step${at}`, step],
      [`change${at}`, change],
      [`curvature${at}`, curvature],
    ]),
  );
  return {
    x: ir.subtract({ a: accepted, b: ir.scale({ x: direction, by: length }) }),
    state: {
      ...remembered,
      accepted,
      slope: steepest,
      loss: choose(taken, value, state.loss),
      length,
      tries: ir.multiply({ a: tries, b: not(inVain) }),
      scale,
    } as Readonly<Record<State, Value>>,
  };
}

/** The minimum of the parabola through both losses and the slope between them, a tenth to a half of the way. */
function shortening(
  ir: Ir,
  { slope, rise, taken }: { readonly slope: Value; readonly rise: Value; readonly taken: Value },
): Value {
  const bend = ir.subtract({ a: rise, b: slope });
  // Of a trial that is taken nothing is asked: its divisor need only not be 0.
  const divisor = ir.add({ a: ir.multiply({ a: bend, b: not(ir, taken) }), b: taken });
  const minimum = ir.affine({ x: ir.divide({ a: slope, b: divisor }) }, { factor: -0.5, offset: 0 });
  return ir.clamp({ x: minimum }, { low: 0.1, high: 0.5 });
}

const tiny = (ir: Ir): Value => ir.fill({}, { shape: [], value: 1e-30 });
const not = (ir: Ir, x: Value): Value => ir.affine({ x }, { factor: -1, offset: 1 });

const magnitude = (ir: Ir, x: Value): Value =>
  ir.add({ a: ir.relu({ x }), b: ir.relu({ x: ir.affine({ x }, { factor: -1, offset: 0 }) }) });

/** Decisions as numbers: 1 for yes, 0 for no. */
function scalarsOf(ir: Ir) {
  const one = ir.fill({}, { shape: [], value: 1 });
  const plus = (a: Value, b: Value) => ir.add({ a, b });
  return {
    plus,
    times: (x: Value, factor: number) => ir.affine({ x }, { factor, offset: 0 }),
    not: (x: Value) => not(ir, x),
    positive: (y: Value) => ir.reluGradient({ dy: one, y }),
    choose: (when: Value, a: Value, b: Value) =>
      plus(ir.scale({ x: a, by: when }), ir.scale({ x: b, by: not(ir, when) })),
    dot: (a: Value, b: Value) => ir.sum({ x: ir.multiply({ a, b }) }),
  };
}
