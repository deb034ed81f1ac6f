/// <reference lib="dom" />
/**
 * One end of a connection, whoever is at the other: a page, a worker, a thread of Node. Large blocks of
 * numbers, and bitmaps, change hands instead of being copied, where their sender has said that it lets go.
 */
import { type BirpcReturn, createBirpc } from 'birpc';

/** What a `MessagePort`, a `Worker` and a worker's own scope have in common. */
export interface Port {
  /** Bitmaps too are handed over, where there are such; the two worlds' types agree on buffers only. */
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: Event) => void): void;
  removeEventListener(type: 'message', listener: (event: Event) => void): void;
}

const givenAway = new WeakMap<object, readonly Transferable[]>();

/** Marks `value`: when it is sent, `transfer` goes with it and is gone here. */
export function givingAway<T extends object>(value: T, transfer: readonly Transferable[]): T {
  givenAway.set(value, transfer);
  return value;
}

type Functions = object;

/** The other side's functions, callable from here while it may call `own`. */
export function connectPort<Theirs extends Functions, Own extends Functions>(
  port: Port,
  own: Own,
): BirpcReturn<Theirs, Own> {
  const listeners = new Map<(data: unknown) => void, (event: Event) => void>();
  return createBirpc<Theirs, Own>(own, {
    post: message => port.postMessage(message, transferredWith(message) as ArrayBuffer[]),
    on: heard => {
      const listener = (event: Event) => {
        if ('data' in event && isCall(event.data)) heard(event.data);
      };
      listeners.set(heard, listener);
      port.addEventListener('message', listener);
    },
    off: heard => {
      const listener = listeners.get(heard);
      if (listener) port.removeEventListener('message', listener);
    },
    bind: 'functions',
    // How long a command may take is nothing that a connection knows; see `sign-of-life.ts`.
    timeout: -1,
  });
}

/** A request has its arguments, an answer its result. */
interface Sent {
  readonly a?: readonly unknown[];
  readonly r?: unknown;
}

const transferredWith = ({ a = [], r }: Sent): Transferable[] =>
  [...a, r].flatMap(value =>
    typeof value === 'object' && value !== null ? [...(givenAway.get(value) ?? [])] : [],
  );

const isCall = (data: unknown): boolean => typeof data === 'object' && data !== null && 't' in data;
