/**
 * Keys by content (rule R1): made of the op, its version, its attributes and its inputs' keys. Where a node
 * stands, what it is called and which id it has are no part of it, so a graph that is built anew, or by
 * somebody else, finds what was computed before.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from './canonical.ts';
import type { Value } from './value.ts';

export type Key = string;

/** 128 bits: enough that no two contents meet by chance, short enough to be read in a trace. */
export const digest = (text: string): Key => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32);

/** Attributes that say to whom a leaf belongs and not what it holds. */
const ownership = new Set(['node', 'picture']);

const known = new WeakMap<Value, Key>();
const named = new WeakMap<Value, () => Key>();

/** Says what a leaf holds where its attributes cannot: asked only when somebody needs its key. */
export function nameContent(leaf: Value, content: () => Key): void {
  named.set(leaf, content);
}

/** The content key of a value; computed when first asked for, and remembered with the value. */
export function keyOf(value: Value): Key {
  const before = known.get(value);
  if (before !== undefined) return before;
  const open = [value];
  for (let next = open.at(-1); next; next = open.at(-1)) {
    const missing = next.operands.filter(operand => !known.has(operand));
    if (missing.length > 0) {
      open.push(...missing);
      continue;
    }
    open.pop();
    const content = named.get(next);
    if (content) {
      known.set(next, content());
      continue;
    }
    known.set(
      next,
      keyOver(next, operand => known.get(operand) ?? ''),
    );
  }
  return known.get(value) ?? '';
}

/** The key of a value whose inputs have these keys. */
export function keyOver({ op, attributes, inputs }: Value, keyOfInput: (input: Value) => Key): Key {
  const own = Object.fromEntries(Object.entries(attributes).filter(([name]) => !ownership.has(name)));
  const parts = Object.entries(inputs)
    .map(([name, input]) => `${name}=${keyOfInput(input)}`)
    .sort();
  return digest(`${op.name}@${op.version}${canonical(own)}${parts.join()}`);
}
