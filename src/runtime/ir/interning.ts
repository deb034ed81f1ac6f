/**
 * Finds the value that an op on given inputs already is. Values are looked for among the users of their
 * newest input, who are few: so asking costs neither a text that spells the value out nor a table of such
 * texts, and programs of hundreds of thousands of values are built in a fraction of a second. Only where an
 * input has become crowded, and for values without inputs, a text is the key.
 */
import type { NodeId } from '../../graph/document.ts';
import { canonical } from './canonical.ts';
import type { AnyOp } from './op.ts';
import type { Attributes, Value } from './value.ts';

/** A value may be asked for by more nodes later on; nothing else about it changes. */
export type Interned = Omit<Value, 'origins'> & { origins: ReadonlySet<NodeId> };

type Inputs = Readonly<Record<string, Value>>;

/** So many users of an input are compared one by one. */
const crowd = 16;

export class Interning {
  /** By id, as all that follows: everything that was added. */
  readonly #values: Interned[] = [];
  /** The users of an input are a chain: from the latest to an earlier one, and so on; −1 ends it. */
  readonly #latestUser: number[] = [];
  readonly #earlierUser: number[] = [];
  readonly #spelled = new Map<string, Interned>();

  find(op: AnyOp, inputs: Inputs, attributes: Attributes): Interned | undefined {
    const newest = newestOf(inputs);
    let users = 0;
    for (let user = this.#firstUser(newest); user; user = this.#userBefore(user)) {
      if (equals(user, op, inputs, attributes)) return user;
      users++;
    }
    const spelled = newest === undefined || users === crowd;
    return spelled ? this.#spelled.get(spell(op, inputs, attributes)) : undefined;
  }

  /** `value` has the next free id. */
  add(value: Interned): void {
    const newest = newestOf(value.inputs);
    let users = 0;
    for (let user = this.#firstUser(newest); user; user = this.#userBefore(user)) users++;
    this.#values.push(value);
    this.#latestUser.push(-1);
    const chained = newest !== undefined && users < crowd;
    this.#earlierUser.push(chained ? (this.#latestUser[newest.id] ?? -1) : -1);
    if (chained) this.#latestUser[newest.id] = value.id;
    else this.#spelled.set(spell(value.op, value.inputs, value.attributes), value);
  }

  #firstUser(input: Value | undefined): Interned | undefined {
    return input && this.#values[this.#latestUser[input.id] ?? -1];
  }

  #userBefore({ id }: Interned): Interned | undefined {
    return this.#values[this.#earlierUser[id] ?? -1];
  }
}

function newestOf(inputs: Inputs): Value | undefined {
  let newest: Value | undefined;
  for (const name in inputs) {
    const input = inputs[name];
    if (input && (newest === undefined || input.id > newest.id)) newest = input;
  }
  return newest;
}

function equals(user: Interned, op: AnyOp, inputs: Inputs, attributes: Attributes): boolean {
  if (user.op !== op) return false;
  let count = 0;
  for (const name in inputs) {
    if (user.inputs[name] !== inputs[name]) return false;
    count++;
  }
  if (count !== user.operands.length) return false;
  return user.attributes === attributes || canonical(user.attributes) === canonical(attributes);
}

function spell(op: AnyOp, inputs: Inputs, attributes: Attributes): string {
  const operands = Object.keys(inputs)
    .sort()
    .map(name => `${name}:${inputs[name]?.id}`);
  return `${op.name}${canonical(attributes)}${operands.join()}`;
}
