/**
 * Why a node was computed, or was not (rule R11): which parameter or input of it is another than when its
 * values were last known, what that took, and what the cache holds of it.
 */
import type { NodeId } from '../../graph/document.ts';
import type { Validated } from '../../graph/validate.ts';
import { type Message, message } from '../../language/message.ts';
import type { ContentCache } from '../cache/content-cache.ts';
import { ContentKeys } from '../cache/content-keys.ts';
import type { Plan, WireValue } from '../compile/plan.ts';
import { canonical } from '../ir/canonical.ts';
import { digest, type Key } from '../ir/key.ts';
import { reachable } from '../ir/reachable.ts';
import type { Value } from '../ir/value.ts';
import type { NodeReport } from './events.ts';
import type { Run } from './run.ts';
import type { Understood } from './understood.ts';

/** What a node's values follow from. */
interface Parts {
  readonly params: Readonly<Record<string, string>>;
  /** The key of what arrives at each port (and slot). */
  readonly inputs: Readonly<Record<string, Key>>;
}

export class Why {
  readonly #cache: ContentCache;
  #wires = new Map<NodeId, WireValue[]>();
  #computable: ReadonlySet<Value> = new Set();
  #parts = new Map<NodeId, Parts>();
  readonly #reasons = new Map<NodeId, Message>();
  readonly #milliseconds = new Map<NodeId, number>();
  #ran = new Set<NodeId>();
  #keys: ContentKeys | undefined;
  #outcomeKey: (outcome: Value) => Key | undefined = () => undefined;

  constructor(cache: ContentCache) {
    this.#cache = cache;
  }

  /** Keys as they are known now; undefined before the first plan. */
  get keys(): ContentKeys | undefined {
    return this.#keys;
  }

  /** A graph was compiled: what differs from the one before is remembered, for whoever asks why. */
  plan(plan: Plan, whole: Validated, outcomeKey: (outcome: Value) => Key | undefined): void {
    this.#outcomeKey = outcomeKey;
    this.#wires = new Map();
    for (const wire of plan.wires) {
      const known = this.#wires.get(wire.node);
      if (known) known.push(wire);
      else this.#wires.set(wire.node, [wire]);
    }
    this.#computable = new Set(
      reachable([...plan.stages.flatMap(({ once }) => once), ...plan.outputs.map(({ value }) => value)]),
    );
    const keys = this.freshKeys();
    const parts = this.#partsOf(whole, keys);
    for (const [node, now] of parts) {
      const reason = difference(this.#parts.get(node), now);
      if (reason) this.#reasons.set(node, reason);
    }
    this.#parts = parts;
    this.#ran = new Set();
  }

  /** Some of the program was run. It is told of the node that asked for it first. */
  ran({ origins }: Value, milliseconds: number): void {
    const [node] = origins;
    if (node === undefined) return;
    const before = this.#ran.has(node) ? (this.#milliseconds.get(node) ?? 0) : 0;
    this.#ran.add(node);
    this.#milliseconds.set(node, before + milliseconds);
  }

  freshKeys(): ContentKeys {
    this.#keys = new ContentKeys({
      numbersAt: key => this.#cache.numbersAt(key),
      outcome: outcome => this.#outcomeKey(outcome),
    });
    return this.#keys;
  }

  reports(
    { document, examination }: Understood,
    runs: ReadonlyMap<NodeId, Run>,
  ): Readonly<Record<NodeId, NodeReport>> {
    const keys = this.freshKeys();
    const failed = new Map<NodeId, Message>();
    for (const { node, severity, reason } of examination.problems) {
      if (node !== undefined && severity === 'error' && !failed.has(node)) failed.set(node, reason);
    }
    const computable = new Set(examination.order);
    return Object.fromEntries(
      Object.keys(document.nodes).map((node): [NodeId, NodeReport] => {
        const once = (this.#wires.get(node) ?? []).filter(({ value }) => this.#computable.has(value));
        const bytes = sum(new Set(once.map(({ value }) => keys.of(value))), key => this.#cache.bytesAt(key));
        const milliseconds = this.#milliseconds.get(node) ?? 0;
        const report = (state: NodeReport['state'], why?: Message): [NodeId, NodeReport] => [
          node,
          { state, bytes, milliseconds, ...(why && { why }) },
        ];
        const idle = examination.idle.get(node);
        if (idle) return report('stale', idle);
        const wrong = failed.get(node) ?? runs.get(node)?.problem?.reason;
        if (wrong) return report('failed', wrong);
        if (!computable.has(node)) return report('stale', message('why.upstream'));
        const run = runs.get(node);
        if (run) return report(stateOf(run));
        if (!this.#wires.has(node)) return report('waiting', message('why.unneeded'));
        if (this.#ran.has(node)) return report('miss', this.#reasons.get(node) ?? message('why.first'));
        const absent = once.some(({ value }) => !this.#cache.has(keys.of(value)));
        // What nothing asked for again may have gone; what is asked for is computed at once.
        return report(absent && once.length > 0 && bytes === 0 ? 'waiting' : 'hit');
      }),
    );
  }

  #partsOf({ document, params }: Validated, keys: ContentKeys): Map<NodeId, Parts> {
    const leaving = new Map<NodeId, Key>();
    const keyOfNode = (node: NodeId): Key => {
      const known = leaving.get(node);
      if (known !== undefined) return known;
      const key = digest(canonical((this.#wires.get(node) ?? []).map(({ value }) => keys.structural(value))));
      leaving.set(node, key);
      return key;
    };
    const inputs = new Map<NodeId, Record<string, Key>>();
    for (const { from, to } of Object.values(document.edges)) {
      const arriving = inputs.get(to.node) ?? {};
      arriving[to.slot === undefined ? to.port : `${to.port}/${to.slot}`] = keyOfNode(from.node);
      inputs.set(to.node, arriving);
    }
    return new Map(
      Object.keys(document.nodes).map(node => [
        node,
        {
          params: Object.fromEntries(
            Object.entries(params[node] ?? {}).map(([name, value]) => [name, canonical(value)]),
          ),
          inputs: inputs.get(node) ?? {},
        },
      ]),
    );
  }
}

const sum = (keys: Iterable<Key>, of: (key: Key) => number): number => {
  let total = 0;
  for (const key of keys) total += of(key);
  return total;
};

function stateOf({ state }: Run): NodeReport['state'] {
  switch (state) {
    case 'waiting':
      return 'waiting';
    case 'failed':
      return 'failed';
    case 'done':
      return 'hit';
    case 'preparing':
    case 'running':
    case 'paused':
      return 'running';
  }
}

/** The first thing that is another than it was. */
function difference(before: Parts | undefined, now: Parts): Message | undefined {
  if (!before) return message('why.first');
  for (const name of Object.keys(now.params)) {
    if (before.params[name] !== now.params[name]) return message('why.parameter', { param: name });
  }
  for (const port of new Set([...Object.keys(before.inputs), ...Object.keys(now.inputs)])) {
    if (before.inputs[port] !== now.inputs[port]) return message('why.input', { port });
  }
  return undefined;
}
