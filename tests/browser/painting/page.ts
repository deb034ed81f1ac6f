/// <reference lib="dom" />
/** A page that paints, with nothing around it: what a test does with it, it does from outside. */
import type { GraphDocument } from '../../../src/graph/document.ts';
import { say } from '../../../src/language/message.ts';
import type { HostTensor } from '../../../src/runtime/execute/resources.ts';
import { Client } from '../../../src/runtime/host/client.ts';
import type { ClientEvent } from '../../../src/runtime/host/client-options.ts';
import { soundCheckpoints } from '../../../src/runtime/host/kept-checkpoint.ts';
import type { MemoryBudget } from '../../../src/runtime/host/memory-budget.ts';
import { decodeBlob } from '../../../src/ui/worker/decode-blob.ts';
import { keepCopies, keptCopies } from '../../../src/ui/worker/kept-copies.ts';
import { startPageWorker } from '../../../src/ui/worker/start-page-worker.ts';
import { editOf } from './edits.ts';

export interface Beginning {
  readonly copyEvery?: number;
  readonly budget?: Partial<MemoryBudget>;
  /** Under which its copies are kept. */
  readonly name?: string;
}

let client: Client;
const events: ClientEvent[] = [];
let frameCount = 0;

function until(isSo: () => boolean): Promise<void> {
  return new Promise(resolve => {
    const look = () => {
      if (!isSo()) return;
      stop();
      resolve();
    };
    const stop = client.on(look);
    look();
  });
}

const iterations = () => events.flatMap(event => (event.type === 'iteration' ? [event.iteration] : []));
const lastRun = () => events.findLast(event => event.type === 'run');

/** What can be told from outside. */
const plain = (tensor: HostTensor | undefined) => tensor && { shape: tensor.shape, data: [...tensor.data] };

export const desk = {
  async begin(document: GraphDocument, { copyEvery = 5_000, budget = {}, name }: Beginning = {}) {
    client = new Client({
      startWorker: startPageWorker,
      open: { backend: 'wasm', base: location.href, budget },
      copyEvery,
      // A worker that is gone is noticed within seconds.
      heartbeat: beat => {
        const timer = setInterval(beat, 700);
        return () => clearInterval(timer);
      },
    });
    client.on(event => events.push(event));
    client.onFrame(({ image }) => {
      frameCount += 1;
      if ('close' in image) image.close();
    });
    if (name !== undefined) {
      const { copies, paused } = await keptCopies(name);
      client.resume(copies, paused);
      keepCopies(client, name, { every: 100 });
    }
    client.edit(document);
    const ready = await client.ready;
    return ready.ok ? ready.value.description : say(ready.reason);
  },
  edit: (document: GraphDocument) => client.edit(document),
  supply: (name: string, bytes: readonly number[]) =>
    client.supply({ [`file:${name}`]: new Blob([Uint8Array.from(bytes)]) }),
  /** Waits for so many iterations from now on. */
  async painted(count: number) {
    const enough = iterations().length + count;
    await until(() => iterations().length >= enough);
    return iterations().slice(-count);
  },
  pause() {
    client.pause();
    return desk.standing();
  },
  /** Waits until it stands still, and says where. */
  async standing() {
    await until(() => {
      const run = lastRun();
      return run?.type === 'run' && run.state === 'paused';
    });
    const run = lastRun();
    return run?.type === 'run' ? run.iteration : undefined;
  },
  async step() {
    const pauses = () => events.filter(event => event.type === 'run' && event.state === 'paused').length;
    const before = pauses();
    client.step();
    await until(() => pauses() > before);
  },
  play: () => client.play(),
  async applied(number: number) {
    const isIt = (event: ClientEvent) => event.type === 'applied' && event.edit >= number;
    await until(() => events.some(isIt));
    const applied = events.find(isIt);
    return applied?.type === 'applied'
      ? { effect: applied.effect, problems: applied.problems.map(({ reason }) => say(reason)) }
      : undefined;
  },
  /** Waits for an event of this type, whenever it came. */
  async told(type: ClientEvent['type']) {
    await until(() => events.some(event => event.type === type));
  },
  sentences: () =>
    events.flatMap(event => {
      if (event.type === 'notes') return event.notes.map(note => say(note));
      return 'reason' in event ? [say(event.reason)] : [];
    }),
  iterations,
  watch: (wanted: Parameters<Client['watch']>[0]) => client.watch(wanted),
  frameCount: () => frameCount,
  /** Waits until no frame is on its way. */
  async settled() {
    for (;;) {
      const { passed = 0, sent = 0, skipped = 0 } = (await client.measure())?.frames ?? {};
      if (passed === sent + skipped && frameCount === sent) return;
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  },
  measure: () => client.measure(),
  picture: async (node: string) => plain(await client.picture(node)),
  async decode(bytes: readonly number[]) {
    const decoded = await decodeBlob(new Blob([Uint8Array.from(bytes)]), 'picture');
    return decoded.ok ? plain(decoded.value) : say(decoded.reason);
  },
  copiedIteration: (optimiser: string) => client.copies[optimiser]?.history.segments.at(-1)?.until,
  /** Waits until a copy of the painting is kept, or just the one that stands still at `pausedAt`. */
  async kept(name: string, pausedAt?: number) {
    for (;;) {
      const { copies, paused } = await keptCopies(name);
      const kept = soundCheckpoints(copies).sound.optimiser?.history.segments.at(-1)?.until;
      const isIt = pausedAt === undefined ? kept !== undefined : kept === pausedAt && paused.length > 0;
      if (isIt) return;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  },
  /** Edits after every few iterations, numbered from `first`. @returns how many iterations there were. */
  async endure(base: GraphDocument, { first, edits }: { readonly first: number; readonly edits: number }) {
    const before = iterations().length;
    let document = base;
    for (let number = first; number < first + edits; number++) {
      document = editOf(document, number);
      client.edit(document);
      const enough = iterations().length + 4;
      await until(() => iterations().length >= enough);
    }
    const count = iterations().length - before;
    events.length = 0;
    return { document, count };
  },
};

export type Desk = typeof desk;

Object.assign(globalThis, { desk });
