/**
 * The graph that is open, as far as it can be run, and what an edit of it means: nothing, a live number, or
 * another plan. Only the last compiles.
 */
import type { NodeId } from '../../graph/document.ts';
import type { Facts, Registry } from '../../graph/kind.ts';
import type { Problem } from '../../graph/problem.ts';
import type { Validated } from '../../graph/validate.ts';
import { compile } from '../compile/compile.ts';
import type { ResolvedParameters } from '../compile/live.ts';
import type { LowerableKind } from '../compile/lowerable.ts';
import type { Plan, Stage } from '../compile/plan.ts';
import { reachable } from '../ir/reachable.ts';
import type { Value } from '../ir/value.ts';
import type { EditEffect } from './events.ts';
import { liveOf, structureOf, type Understood, wholePart } from './understood.ts';

export interface Taken {
  readonly effect: EditEffect;
  /** Why the graph does not compile, where it does not. */
  readonly problems: readonly Problem[];
}

/** Why a graph that compiles should not run here, such as that it would not fit the memory; with a fix where there is one. */
export type Refuse = (graph: {
  readonly validated: Validated;
  readonly plan: Plan;
  readonly facts: Facts;
}) => Problem | undefined;

export class OpenGraph {
  /** How many times a graph was compiled. */
  compiled = 0;
  readonly #registry: Registry<LowerableKind>;
  readonly #refuse: Refuse;
  readonly #memory: () => number | undefined;
  #understood: Understood | undefined;
  #whole: Validated | undefined;
  #plan: Plan | undefined;
  #keep: ReadonlySet<Value> = new Set();
  #runs = false;
  #structure = '';
  #live = '';

  /** @param memory Bytes that a plan should do with; asked whenever the graph is taken up. */
  constructor(
    registry: Registry<LowerableKind>,
    refuse: Refuse = () => undefined,
    memory: () => number | undefined = () => undefined,
  ) {
    this.#registry = registry;
    this.#refuse = refuse;
    this.#memory = memory;
  }

  get understood(): Understood | undefined {
    return this.#understood;
  }

  /** The part that can be run. */
  get whole(): Validated | undefined {
    return this.#whole;
  }

  /** The last plan that there was. */
  get plan(): Plan | undefined {
    return this.#plan;
  }

  /** The stages that can be run now: none while the graph does not compile. */
  get stages(): readonly Stage[] {
    return this.#runs ? (this.#plan?.stages ?? []) : [];
  }

  get params(): ResolvedParameters {
    return this.#whole?.params ?? {};
  }

  /** Values worth keeping when they are computed: what leaves a node and does not change with a picture. */
  get keep(): ReadonlySet<Value> {
    return this.#keep;
  }

  /** Takes up a new state of the document. */
  take(understood: Understood): Taken {
    const whole = wholePart(understood);
    const memory = this.#memory();
    const structure = `${structureOf(whole, this.#registry, understood.facts)}${memory ?? ''}`;
    const live = liveOf(whole, this.#registry);
    const liveChanged = live !== this.#live;
    // Optimisers that were made one because they did the same may do so no longer.
    const compiles = structure !== this.#structure || (liveChanged && this.#plan?.merged === true);
    this.#understood = understood;
    this.#whole = whole;
    this.#structure = structure;
    this.#live = live;
    if (!compiles) return { effect: liveChanged ? 'live' : 'none', problems: [] };
    this.compiled += 1;
    const compiled = compile(whole, this.#registry, understood.facts, { memory });
    this.#runs = compiled.ok;
    if (!compiled.ok)
      return { effect: 'compiled', problems: compiled.reason.filter(this.#isNews(understood)) };
    const refusal = this.#refuse({ validated: whole, plan: compiled.value, facts: understood.facts });
    if (refusal) {
      this.#runs = false;
      return { effect: 'compiled', problems: [refusal] };
    }
    this.#plan = compiled.value;
    this.#keep = worthKeeping(compiled.value);
    return { effect: 'compiled', problems: [] };
  }

  /** An output that is there and cannot be reached is not missing: what stands in its way has said so. */
  #isNews({ document }: Understood): (problem: Problem) => boolean {
    const hasOutput = Object.values(document.nodes).some(({ kind }) => {
      const known = this.#registry.get(kind);
      return known !== undefined && Object.keys(known.outputs).length === 0;
    });
    return ({ reason }) => !(hasOutput && reason.id === 'compile.no-output');
  }

  /** Whether the document still has the node, computable or not. */
  has(node: NodeId): boolean {
    return this.#understood?.document.nodes[node] !== undefined;
  }
}

function worthKeeping({ wires, stages, outputs }: Plan): ReadonlySet<Value> {
  const asked = [...stages.flatMap(({ once }) => once), ...outputs.map(({ value }) => value)];
  const once = new Set(reachable(asked));
  return new Set(wires.flatMap(({ value }) => (once.has(value) ? [value] : [])));
}
