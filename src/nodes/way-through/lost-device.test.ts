/** R8: a device that is lost while it paints, for real. The picture goes on from where it was. */
import * as tf from '@tensorflow/tfjs-core';
import { env } from '@tensorflow/tfjs-core';
import { afterEach, expect, test, vi } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import { build } from '../../graph/testing/build.ts';
import { type Message, message, say } from '../../language/message.ts';
import { type Result, success } from '../../language/result.ts';
import { type Backend, openBackend } from '../../runtime/execute/backend.ts';
import type { BackendChoice } from '../../runtime/host/protocol.ts';
import { lentGpu, presentBackends } from '../../runtime/testing/backends.ts';
import { allClosed, type Desk, hereWorker, openDesk } from '../testing/desk.ts';
import { gatys } from '../testing/graphs.ts';
import { losingGpu } from '../testing/losing-gpu.ts';
import { trialHost } from '../testing/trial-host.ts';

let desk: Desk;

afterEach(async () => {
  desk.client.close();
  await allClosed();
});

const iterations = 60;
const graph = gatys({ optimiser: { iterations, averaging: 0.9 } });

/** A GPU in software takes a second for each kind of op to be compiled, on each device anew: few of them. */
const plainGraph = build(
  {
    content: { kind: 'image', source: 'sample:content-12x8' },
    picture: 'picture',
    variation: 'total-variation',
    optimiser: { kind: 'optimiser', iterations, method: 'momentum' },
    output: 'output',
  },
  [
    'content.image → picture.start',
    'picture.picture → variation.image',
    'picture.picture → optimiser.picture',
    'variation.loss → optimiser.loss',
    'optimiser.result → output.image',
  ],
);

type Open = (choice: BackendChoice) => Promise<Result<Backend>>;

const openAt = (backend: BackendChoice, open: Open): Desk =>
  openDesk({
    startWorker: () => hereWorker({ ...trialHost, openBackend: open }),
    open: { backend, base: '' },
  });

/** The picture that is painted where nothing is lost. */
async function undisturbed(
  backend: BackendChoice,
  open: Open,
  document: GraphDocument,
): Promise<Float32Array | undefined> {
  desk = openAt(backend, open);
  desk.client.edit(document);
  await desk.painted(iterations);
  const picture = await desk.client.picture('output');
  desk.client.close();
  await allClosed();
  return picture?.data;
}

/** Loses the device twice on the way, and paints to the end. */
async function paintLosing(
  backend: BackendChoice,
  { open, lose }: { readonly open: Open; readonly lose: () => void },
  document: GraphDocument,
) {
  desk = openAt(backend, open);
  desk.client.watch({ optimiser: 16 });
  desk.client.edit(document);
  for (const iteration of [7, 30]) {
    await desk.until(() => (desk.iterations().at(-1) ?? 0) >= iteration);
    const lost = desk.next('lost');
    const arrived = desk.next('backend');
    lose();
    expect(say((await lost).reason)).toContain('goes on from its last copy');
    await arrived;
  }
  await desk.painted(iterations);
  return (await desk.client.picture('output'))?.data;
}

/** WebAssembly is never lost by itself: here it only says so. */
function losingWasm(): { readonly open: Open; readonly lose: () => void } {
  let gone: () => void = () => {};
  return {
    open: async choice => {
      const opened = await openBackend(choice);
      if (!opened.ok) return opened;
      const lost = new Promise<Message>(resolve => {
        gone = () => resolve(message('backend.lost', { why: 'put away' }));
      });
      return success({ ...opened.value, lost });
    },
    lose: () => gone(),
  };
}

test('R5 R8 WebAssembly that is put away is opened again, to the same picture, and nothing leaks', async () => {
  const whole = await undisturbed('wasm', trialHost.openBackend, graph);
  expect(await paintLosing('wasm', losingWasm(), graph)).toEqual(whole);
  const measure = await desk.client.measure();
  expect(measure?.tensors).toBe((measure?.cache.tensors ?? 0) + (measure?.loops.tensors ?? 0));
  expect(desk.frames.at(-1)?.iteration).toBe(iterations);
});

test('R8 edits and pauses that come while there is no device are taken up on the next', async () => {
  const { open, lose } = losingWasm();
  desk = openAt('wasm', open);
  desk.client.edit(graph);
  await desk.next('iteration', ({ iteration }) => iteration >= 4);
  const lost = desk.next('lost');
  lose();
  desk.client.pause();
  const number = desk.client.edit(
    gatys({ optimiser: { iterations, averaging: 0.9 }, styleLoss: { weight: 3 } }),
  );
  await lost;
  await desk.until(() => desk.events.some(event => event.type === 'applied' && event.edit === number));
  await desk.until(() => desk.events.findLast(({ type }) => type === 'run')?.type === 'run');
  desk.client.play();
  await desk.painted(iterations);
});

test('R8 where nothing can be read back any more the painting has failed, and the session has not', async () => {
  const whole = await undisturbed('wasm', trialHost.openBackend, graph);
  desk = openAt('wasm', trialHost.openBackend);
  desk.client.edit(graph);
  await desk.next('iteration', ({ iteration }) => iteration >= 4);
  const reads = vi.spyOn(tf.backend(), 'read').mockRejectedValue(new Error('a fault'));
  const failed = desk.next('failed');
  expect(say((await failed).problem.reason)).toContain('a fault');
  reads.mockRestore();
  desk.client.play();
  await desk.painted(iterations);
  expect((await desk.client.picture('output'))?.data).toEqual(whole);
});

const webgpu = presentBackends().find(({ name }) => name === 'webgpu');
if (webgpu?.absent) console.log(`A lost GPU: skipped. ${webgpu.absent}`);
const lent = await lentGpu();

test.skipIf(webgpu?.absent)(
  'R5 R8 a GPU that is destroyed is opened again, to the same picture; the third time the processor goes on',
  async () => {
    if (!lent.gpu) throw new Error('no GPU');
    const { gpu, lose } = losingGpu(lent.gpu);
    const open: Open = async choice => {
      const opened = await openBackend(choice, { ...lent, gpu });
      env().set('WEBGPU_CPU_FORWARD', false);
      return opened;
    };
    const whole = await undisturbed('webgpu', open, plainGraph);
    expect(await paintLosing('webgpu', { open, lose }, plainGraph)).toEqual(whole);
    const measure = await desk.client.measure();
    expect(measure?.tensors).toBe((measure?.cache.tensors ?? 0) + (measure?.loops.tensors ?? 0));
    desk.client.restart();
    const arrived = desk.next('backend');
    lose();
    expect((await arrived).backend.name).toBe('wasm');
    expect(tf.getBackend()).toBe('wasm');
    await desk.painted(iterations);
  },
);
