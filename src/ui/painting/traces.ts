/**
 * The loss of each optimiser, iteration by iteration, for the chart. It grows by a number per term and
 * iteration, so it lives outside of React's state in growing arrays; whoever draws it is called when there is more.
 */
import type { NodeId } from '../../graph/document.ts';
import type { ClientEvent } from '../../runtime/host/client-options.ts';

export interface Trace {
  readonly iterations: readonly number[];
  /** Value times weight of each term, by its name, in step with `iterations`; null where the term was not there. */
  readonly terms: ReadonlyMap<string, readonly (number | null)[]>;
  readonly totals: readonly number[];
}

interface GrowingTrace {
  iterations: number[];
  terms: Map<string, (number | null)[]>;
  totals: number[];
}

export class Traces {
  readonly #traces = new Map<NodeId, GrowingTrace>();
  readonly #listeners = new Set<() => void>();

  of(optimiser: NodeId): Trace | undefined {
    return this.#traces.get(optimiser);
  }

  /** @returns what ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  hear(event: ClientEvent): void {
    if (event.type !== 'iteration') return;
    const { optimiser, iteration, terms, total } = event;
    const trace: GrowingTrace = this.#traces.get(optimiser) ?? {
      iterations: [],
      terms: new Map(),
      totals: [],
    };
    this.#traces.set(optimiser, trace);
    // It went back: to a checkpoint, or to its beginning.
    if ((trace.iterations.at(-1) ?? 0) >= iteration) {
      cut(
        trace,
        trace.iterations.findIndex(known => known >= iteration),
      );
    }
    const length = trace.iterations.length;
    trace.iterations.push(iteration);
    trace.totals.push(total);
    for (const { name, value, weight } of terms) {
      const values = trace.terms.get(name) ?? [];
      while (values.length < length) values.push(null);
      values.push(value * weight);
      trace.terms.set(name, values);
    }
    for (const listener of this.#listeners) listener();
  }

  clear(): void {
    this.#traces.clear();
    for (const listener of this.#listeners) listener();
  }
}

function cut(trace: GrowingTrace, length: number): void {
  trace.iterations.length = length;
  trace.totals.length = length;
  for (const values of trace.terms.values()) values.length = Math.min(values.length, length);
}

export const traces = new Traces();
