/**
 * The way through: a validated document is lowered, its losses are differentiated, and each optimiser's
 * program is split into what its picture cannot change (run once) and the loop, which is scheduled with
 * explicit frees.
 */
import type { Facts, Registry } from '../../graph/kind.ts';
import type { Checked } from '../../graph/problem.ts';
import type { Validated } from '../../graph/validate.ts';
import { failure, success } from '../../language/result.ts';
import { dependants } from '../ir/differentiate.ts';
import type { Program } from '../ir/program.ts';
import { reachable } from '../ir/reachable.ts';
import { convolveOnce } from '../ir/rewrite.ts';
import type { Value } from '../ir/value.ts';
import type { Bands } from './bands/bands.ts';
import { firstWithin } from './bands/first-within.ts';
import { fitsInto, forecast } from './forecast.ts';
import { lower } from './lower.ts';
import type { LowerableKind } from './lowerable.ts';
import type { Draft } from './optimisation.ts';
import type { Plan, Stage } from './plan.ts';
import { schedule } from './schedule.ts';

export interface CompileOptions {
  /** Bytes that a stage should do with: one that needs more is computed in bands, which takes longer. */
  readonly memory?: number | undefined;
  /** Pictures that are kept beside the loop meanwhile, as {@link forecast} counts them. */
  readonly ahead?: number | undefined;
  /** How every stage is cut, whatever it takes. For tests. */
  readonly bands?: Bands;
}

/** Compiles a document that the validator has passed. Pure: the same document gives the same plan. */
export function compile(
  validated: Validated,
  registry: Registry<LowerableKind>,
  facts: Facts,
  options: CompileOptions = {},
): Checked<Plan> {
  const { program, drafts, outputs, wires, merged, problems } = lower(validated, registry, facts);
  if (problems.length > 0) return failure(problems);
  const roots = [...drafts.flatMap(rootsOf), ...outputs.map(({ value }) => value)];
  const changed = convolveOnce(program, roots);
  const after = (value: Value): Value => changed.get(value) ?? value;
  const shown = outputs.map(output => ({ ...output, value: after(output.value) }));
  const wanted = new Set(outcomesAmong(reachable(shown.map(({ value }) => value))));
  // A stage can only start from results of stages that were lowered before it.
  const stages: Stage[] = [];
  for (const draft of drafts.toReversed()) {
    if (!wanted.has(draft.outcome)) continue;
    const { stage, startsFrom } = fitting(program, draft, split(draft, after), options);
    stages.unshift(stage);
    for (const outcome of startsFrom) wanted.add(outcome);
    if (draft.follows) wanted.add(draft.follows);
  }
  const leaving = wires.map(wire => ({ ...wire, value: after(wire.value) }));
  return success({ program, stages, outputs: shown, wires: leaving, merged });
}

interface Split {
  readonly stage: Stage;
  readonly startsFrom: readonly Value[];
}

/** The stage in one piece, or, where it would take too much, in bands. */
function fitting(
  program: Program,
  draft: Draft,
  whole: Split,
  { memory, ahead, bands }: CompileOptions,
): Split {
  const cut = (chosen: Bands): Split => {
    const banded = draft.inBands(chosen);
    const changed = convolveOnce(program, rootsOf(banded));
    return split(banded, value => changed.get(value) ?? value);
  };
  if (bands) return cut(bands);
  if (memory === undefined) return whole;
  const bytesOf = ({ stage }: Split): number => {
    const foreseen = forecast({ program, stages: [stage], outputs: [], wires: [], merged: false }, ahead);
    return fitsInto(memory, foreseen) ? foreseen.heapBytes : Math.max(memory + 1, foreseen.leastHeapBytes);
  };
  return firstWithin(memory, whole, cut, bytesOf);
}

const outcomesAmong = (values: readonly Value[]): Value[] => values.filter(({ op }) => op.name === 'outcome');

const rootsOf = ({ carried, packed, shown }: Draft): Value[] => [
  ...carried.flatMap(({ start, next }) => [start, next]),
  packed,
  shown,
];

function split(draft: Draft, after: (value: Value) => Value): Split {
  const carried = draft.carried.map(entry => ({
    ...entry,
    start: after(entry.start),
    next: after(entry.next),
  }));
  const packed = after(draft.packed);
  const targets = [...carried.map(({ next }) => next), packed];
  const starts = carried.map(({ start }) => start);
  const running = reachable([...targets, ...starts]);
  const varying = dependants(
    running,
    running.filter(({ op }) => op.name === 'carried' || op.name === 'live'),
  );
  const loop = schedule(targets, value => !varying.has(value), running);
  const once = new Set([...loop.needs.filter(value => !varying.has(value)), ...starts]);
  const stage = {
    ...draft,
    carried,
    packed,
    shown: after(draft.shown),
    terms: draft.terms.map(term => ({ ...term, value: after(term.value) })),
    once: [...once],
    loop,
  };
  return { stage, startsFrom: outcomesAmong(running) };
}
