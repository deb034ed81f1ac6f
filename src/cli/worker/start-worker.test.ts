/** A worker that is a thread: it paints on beside whoever started it, and where it dies another goes on. */
import { afterAll, afterEach, expect, test } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import { say } from '../../language/message.ts';
import { type Desk, openDesk } from '../../nodes/testing/desk.ts';
import { gatys } from '../../nodes/testing/graphs.ts';
import { withParameter } from '../../nodes/testing/studio.ts';
import { threadEntry } from '../../nodes/testing/thread-entry.ts';
import type { Heartbeat } from '../../runtime/host/sign-of-life.ts';
import type { WorkerHandle } from '../../runtime/host/worker-handle.ts';
import { startWorker } from './start-worker.ts';

const entry = await threadEntry(new URL('../../nodes/testing/trial-worker.ts', import.meta.url));
const trialThread = () => startWorker(entry.url);

let desk: Desk;
let threads: WorkerHandle[] = [];

/** As a page opens one. */
function openThreads(options: Parameters<typeof openDesk>[0] = {}): Desk {
  threads = [];
  desk = openDesk({
    startWorker: () => {
      const thread = trialThread();
      threads.push(thread);
      return thread;
    },
    ...options,
  });
  return desk;
}

/** Kills the newest thread in the midst of whatever it does. */
const kill = () => threads.at(-1)?.terminate();

afterEach(() => desk.client.close());
afterAll(() => entry.remove());

const graph = (iterations: number): GraphDocument => gatys({ optimiser: { iterations } });

/** The picture that painting undisturbed leads to. */
async function undisturbed(document: GraphDocument, iterations: number): Promise<Float32Array | undefined> {
  const other = openDesk({ startWorker: trialThread });
  other.client.edit(document);
  await other.painted(iterations);
  const picture = await other.client.picture('output');
  other.client.close();
  return picture?.data;
}

test('R8 a thread that is killed while it paints is followed by another, to the same picture', async () => {
  openThreads();
  desk.client.watch({ optimiser: 16 });
  desk.client.edit(graph(400));
  await desk.next('copied');
  await desk.next('iteration', ({ iteration }) => iteration >= 6);
  kill();
  const crashed = await desk.next('crashed');
  expect(say(crashed.reason)).toContain('goes on from the last copy of the picture');
  const before = desk.iterations().length;
  await desk.painted(400);
  const again = desk.iterations().slice(before);
  expect(again[0]).toBeGreaterThan(1);
  expect(again.at(-1)).toBe(400);
  expect(threads.length).toBe(2);
  const picture = await desk.client.picture('output');
  expect(desk.frames.at(-1)?.iteration).toBe(400);
  expect(picture?.data).toEqual(await undisturbed(graph(400), 400));
});

test('R8 what was edited and paused before a crash is so after it', async () => {
  openThreads();
  desk.client.edit(graph(100_000));
  await desk.next('iteration', ({ iteration }) => iteration >= 3);
  desk.client.pause();
  const { iteration: reached } = await desk.next('run', ({ state }) => state === 'paused');
  await desk.until(() => desk.client.copies.optimiser?.history.segments.at(-1)?.until === reached);
  const changed = withParameter(graph(100_000), 'styleLoss', 'weight', 40);
  const number = desk.client.edit(changed);
  await desk.next('applied', ({ edit }) => edit === number);
  const events = [
    desk.next('applied', ({ edit, effect }) => edit === number && effect === 'compiled'),
    desk.next('run', ({ state }) => state === 'paused'),
  ] as const;
  kill();
  const [, paused] = await Promise.all(events);
  expect(paused.iteration).toBe(reached);
  desk.client.play();
  const next = await desk.next('iteration');
  expect(next.iteration).toBe(paused.iteration + 1);
  expect(next.terms.some(({ name, weight }) => name.startsWith('style/') && weight === 40)).toBe(true);
});

test('R8 what keeps dying is left in peace, until the graph is edited', async () => {
  let clock = 0;
  openThreads({ now: () => clock });
  desk.client.edit(graph(4));
  for (let death = 1; death <= 3; death++) {
    await desk.client.ready;
    kill();
    await desk.next('crashed');
    clock += 1000;
  }
  await desk.client.ready;
  kill();
  const stopped = await desk.next('stopped');
  expect(say(stopped.reason)).toContain('4 times within a minute');
  expect(await desk.client.measure()).toBeUndefined();
  desk.client.edit(graph(4));
  await desk.painted(4);
});

test('R8 a thread that gives no sign of life is replaced', async () => {
  let beat = () => {};
  const heartbeat: Heartbeat = given => {
    beat = given;
    return () => {};
  };
  openThreads({ heartbeat });
  desk.client.edit(graph(4));
  await desk.painted(4);
  beat();
  const crash = desk.next('crashed');
  for (let silence = 0; silence < 3; silence++) beat();
  const crashed = await crash;
  expect(say(crashed.reason)).toContain('it gave no sign of life');
  await desk.next('run', ({ state }) => state === 'done');
});

test('R10 commands are answered while it paints, and its loop waits for no page', async () => {
  openThreads();
  desk.client.onFrame(() => new Promise(() => {}));
  desk.client.watch({ optimiser: 64 });
  desk.client.edit(graph(200));
  await desk.next('iteration');
  const answers = await Promise.all(Array.from({ length: 50 }, () => desk.client.measure()));
  expect(answers.every(answer => answer !== undefined)).toBe(true);
  expect(desk.iterations().at(-1)).toBeLessThan(200);
  await desk.painted(200);
  expect((await desk.client.measure())?.frames.sent).toBe(1);
});
