/**
 * One request and what comes back of it. Every wait has an end: the person cancels, the server sends nothing
 * for too long, or the connection breaks; each is another sentence.
 */
import { type Message, message } from '../../../src/language/message.ts';
import { failure, type Result, success } from '../../../src/language/result.ts';
import { cancelled } from '../byte-source.ts';
import type { Address } from './address.ts';

export interface Patience {
  readonly signal?: AbortSignal | undefined;
  /** In milliseconds: for how long no byte may come. */
  readonly stallAfter: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** A page that reads from another site sees only the headers that the site shows it. */
  readonly hidesHeaders: boolean;
  /** The next bytes of the body; nothing at its end. */
  next(): Promise<Result<Uint8Array | undefined>>;
  /** Takes no more of it. */
  cancel(): Promise<void>;
}

/**
 * Asks for the bytes from `start` to `end`, both included. One explicit range and no other header: a page may
 * ask that of another site without asking the site first (Fetch, "CORS-safelisted request-header").
 */
export async function ask(
  { url, file, host }: Address,
  [start, end]: readonly [number, number],
  { signal, stallAfter }: Patience,
): Promise<Result<Answer>> {
  if (signal?.aborted) return failure(cancelled(file));
  const controller = new AbortController();
  let why: Message | undefined;
  const giveUp = (reason: Message): void => {
    why ??= reason;
    controller.abort();
  };
  const onAbort = (): void => giveUp(cancelled(file));
  signal?.addEventListener('abort', onAbort, { once: true });
  const letGo = (): void => signal?.removeEventListener('abort', onAbort);
  // A reader whose stream is aborted between two reads need not answer the next one.
  const aborted = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
  });
  aborted.catch(() => {});

  /** Waits for `promise`, but not for ever. */
  const within = async <T>(promise: Promise<T>, failed: (error: unknown) => Message): Promise<Result<T>> => {
    const seconds = String(stallAfter / 1000);
    const timer = setTimeout(() => giveUp(message('import.stalled', { file, host, seconds })), stallAfter);
    try {
      return success(await Promise.race([promise, aborted]));
    } catch (error) {
      letGo();
      return failure(why ?? failed(error));
    } finally {
      clearTimeout(timer);
    }
  };

  const response = await within(
    fetch(url, {
      headers: { Range: `bytes=${start}-${end}` },
      signal: controller.signal,
      // Whoever keeps weights learns nothing of who asks.
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    }),
    error => message(isLoop(error) ? 'import.redirects' : 'import.unreachable', { file, host }),
  );
  if (!response.ok) return response;
  const { status, headers, body, type } = response.value;
  const reader = body?.getReader();
  return success({
    status,
    headers,
    hidesHeaders: type === 'cors',
    next: async () => {
      if (!reader) return success(undefined);
      const chunk = await within(reader.read(), () => message('import.broke-off', { file, host }));
      if (!chunk.ok) return chunk;
      if (chunk.value.done) letGo();
      return success(chunk.value.done ? undefined : chunk.value.value);
    },
    cancel: async () => {
      letGo();
      controller.abort();
      await reader?.cancel().catch(() => {});
    },
  });
}

/** Node says so; browsers don't tell pages why a fetch failed. */
const isLoop = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof Error && /redirect/.test(error.cause.message);
