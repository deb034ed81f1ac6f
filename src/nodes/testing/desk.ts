/** A page without a browser: a client with its worker, and all that it is told. */
import { Client } from '../../runtime/host/client.ts';
import type { ClientEvent, ClientOptions } from '../../runtime/host/client-options.ts';
import type { HostOptions } from '../../runtime/host/host-options.ts';
import type { Frame } from '../../runtime/host/protocol.ts';
import { serve } from '../../runtime/host/serve.ts';
import type { WorkerHandle } from '../../runtime/host/worker-handle.ts';
import { trialHost } from './trial-host.ts';

export interface Desk {
  readonly client: Client;
  readonly events: ClientEvent[];
  readonly frames: Frame[];
  /** Waits for an event that `found` accepts, from now on. */
  next<T extends ClientEvent['type']>(
    type: T,
    found?: (event: Extract<ClientEvent, { type: T }>) => boolean,
  ): Promise<Extract<ClientEvent, { type: T }>>;
  /** Waits for something that comes about by events. */
  until(isSo: () => boolean): Promise<void>;
  /** Waits until an optimiser has arrived at `iteration`, and the output shows it. */
  painted(iteration: number): Promise<void>;
  /** The numbers of the iterations that were told so far. */
  iterations(): number[];
}

export function openDesk(options: Partial<ClientOptions> = {}): Desk {
  const client = new Client({
    startWorker: () => hereWorker(),
    open: { backend: 'wasm', base: '' },
    copyEvery: 0,
    ...options,
  });
  const events: ClientEvent[] = [];
  const frames: Frame[] = [];
  client.on(event => events.push(event));
  client.onFrame(frame => void frames.push(frame));
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise(resolve => {
      if (isSo()) return resolve();
      const stop = client.on(() => {
        if (!isSo()) return;
        stop();
        resolve();
      });
    });
  return {
    client,
    events,
    frames,
    next: (type, found = () => true) =>
      new Promise(resolve => {
        const isIt = (event: ClientEvent): event is Extract<ClientEvent, { type: typeof type }> =>
          event.type === type && found(event as Extract<ClientEvent, { type: typeof type }>);
        const stop = client.on(event => {
          if (!isIt(event)) return;
          stop();
          resolve(event);
        });
      }),
    until,
    painted: iteration =>
      until(() => {
        const done = events.findLastIndex(
          event => event.type === 'run' && event.state === 'done' && event.iteration === iteration,
        );
        return done >= 0 && events.findLastIndex(({ type }) => type === 'output') > done;
      }),
    iterations: () => events.flatMap(event => (event.type === 'iteration' ? [event.iteration] : [])),
  };
}

/** There is one tfjs in this thread: whoever begins waits until the one before has put all away. */
let closing: Promise<void> = Promise.resolve();

/** Resolves when the last worker that ran on this thread has put all away. */
export const allClosed = (): Promise<void> => closing;

/** A worker that is none: it runs on this thread, behind a channel. */
export function hereWorker(options: HostOptions = trialHost): WorkerHandle {
  const { port1, port2 } = new MessageChannel();
  const before = closing;
  const host = serve(port1, {
    ...options,
    openBackend: async choice => {
      await before;
      return options.openBackend(choice);
    },
  });
  return {
    port: port2,
    onEnd: () => {},
    terminate: () => {
      port1.close();
      port2.close();
      closing = closing.then(() => host.close());
    },
  };
}
