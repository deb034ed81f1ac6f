/** Names of variables for values: after the node and the layer that they leave, else after their op. */
import type { Plan } from '../compile/plan.ts';
import type { Value } from '../ir/value.ts';

/** Words that no variable may be called by, and what the program itself has. */
const taken =
  `tf tensors paint follow need main await break case catch class const continue debugger default delete
  do else enum export extends false finally for function if implements import in instanceof interface let new null
  package private protected public return static super switch this throw true try typeof var void while with yield
  arguments eval undefined Float32Array Math Object Promise JSON console process weights settings rule next losses
  t iteration`.split(/\s+/);

export class VariableNames {
  readonly #names = new Map<Value, string>();
  readonly #taken: Set<string>;
  readonly #wired = new Map<Value, string>();

  constructor({ wires }: Plan, reserved: Iterable<string>) {
    this.#taken = new Set([...taken, ...reserved]);
    for (const { node, entry, value } of wires) {
      if (!this.#wired.has(value)) this.#wired.set(value, entry === undefined ? node : `${node}_${entry}`);
    }
  }

  of(value: Value): string {
    const known = this.#names.get(value);
    if (known !== undefined) return known;
    const name = this.fresh(this.#wired.get(value) ?? `${value.op.name}${value.id}`);
    this.#names.set(value, name);
    return name;
  }

  /** From now on `value` is the variable `name`. */
  set(value: Value, name: string): void {
    this.#names.set(value, name);
  }

  /** A name that nothing else has. */
  fresh(wish: string): string {
    const base = wish.replaceAll(/\W+/g, '_').replace(/^(?=\d)/, '_');
    let name = base;
    for (let n = 2; this.#taken.has(name); n++) name = `${base}_${n}`;
    this.#taken.add(name);
    return name;
  }
}
