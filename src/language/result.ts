import type { Message } from './message.ts';

/** What can fail through something a person did comes back as a value that carries its reason. */
export type Result<T, Reason = Message> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Reason };

export const success = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const failure = <Reason>(reason: Reason): { readonly ok: false; readonly reason: Reason } => ({
  ok: false,
  reason,
});

/**
 * Carries a {@link Message} through code that has no return path for it, such as a tensor kernel deep in a
 * running plan. Caught at the boundary of the runtime and turned back into a value there.
 */
export class Refusal extends Error {
  readonly reason: Message;

  constructor(reason: Message, options?: ErrorOptions) {
    super(reason.id, options);
    this.name = 'Refusal';
    this.reason = reason;
  }
}
