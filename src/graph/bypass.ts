/**
 * Whether a kind can be stepped over: each output then gives what enters at the input that the kind names, else at
 * the one that is of its type.
 */
import { type Message, message } from '../language/message.ts';
import type { NodeKind } from './kind.ts';
import { own } from './own.ts';
import { accepts, type PortType } from './port-type.ts';

export type Bypass =
  /** The input that is passed on, by output; an output that no input fits gives nothing. */
  | { readonly allowed: true; readonly through: Readonly<Record<string, string>> }
  | { readonly allowed: false; readonly reason: Message };

/**
 * @example
 * mayBypass(resize) // → { allowed: true, through: { image: 'image' } }
 */
export function mayBypass(kind: NodeKind): Bypass {
  const through = Object.entries(kind.outputs).flatMap(([output, { type }]): [string, string][] => {
    const [ofType] = inputsOfType(kind, type);
    const input = own(kind.passes ?? {}, output) ?? ofType;
    return input === undefined ? [] : [[output, input]];
  });
  if (through.length > 0) return { allowed: true, through: Object.fromEntries(through) };
  return { allowed: false, reason: message('bypass-refused', { kind: kind.title }) };
}

/** A port that takes many wires could pass on only one of them, and which would be anyone's guess. */
export const inputsOfType = (kind: NodeKind, type: PortType): readonly string[] =>
  Object.entries(kind.inputs).flatMap(([input, port]) =>
    port.arity !== 'many' && accepts(type, port.type) ? [input] : [],
  );
