import { expect, test } from 'vitest';
import { build } from '../../../graph/testing/build.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { gatys } from '../../../nodes/testing/graphs.ts';
import { withParameter } from '../../../nodes/testing/studio.ts';
import { eventOf, paintAll } from '../../../nodes/testing/trial.ts';
import { documentAt, gridOf } from '../../../runtime/sweep/grid.ts';
import { onWasm } from '../../../runtime/testing/on-wasm.ts';
import { type Kept, layersAxis, reconstruction } from './reconstruction.ts';

onWasm();

const document = gatys();

function kept(of: Kept, taps: string, layer: string) {
  const graph = reconstruction(document, { taps, of, layers: ['relu1_1', 'relu2_1'] });
  const grid = gridOf([layersAxis([['relu1_1'], ['relu2_1']])]);
  const cell = grid.ok ? grid.value.cells.find(({ settings }) => settings[0]?.label === layer) : undefined;
  const varied = graph && cell && documentAt(graph, nodeKinds, cell);
  if (!varied?.ok) throw new Error(`No graph for ${layer}.`);
  // Smaller than in the page, and not as far.
  const small = withParameter(varied.value, 'lensSize', 'size', 32);
  return withParameter(small, 'lensOptimiser', 'iterations', 30);
}

const differenceOf = (a: Float32Array, b: Float32Array): number =>
  Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0) / a.length);

/** What is left of the loss that the noise began with, and the picture that was painted. */
async function painted(of: Kept, taps: string, layer: string) {
  const events = await paintAll(kept(of, taps, layer));
  const read = events.flatMap(event => (event.type === 'iteration' ? [event] : []));
  expect(read[0]?.terms.map(({ name }) => name)).toEqual([layer]);
  const left = (read.at(-1)?.total ?? 1) / (read[0]?.total ?? 1);
  return { left, picture: eventOf(events, 'output').picture.data };
}

test('the content is painted from the features of one layer alone; a deeper one keeps less of it', async () => {
  const original = build(
    {
      content: { kind: 'image', source: 'sample:content-24x16' },
      size: { kind: 'resize', size: 32 },
      out: 'output',
    },
    ['content.image → size.image', 'size.image → out.image'],
  );
  const { data } = eventOf(await paintAll(original), 'output').picture;
  const first = await painted('content', 'contentTaps', 'relu1_1');
  const second = await painted('content', 'contentTaps', 'relu2_1');
  expect(first.left).toBeLessThan(0.2);
  expect(second.left).toBeLessThan(0.2);
  expect(differenceOf(first.picture, data)).toBeLessThan(differenceOf(second.picture, data));
});

test('the style is painted from the Gram matrix of one layer alone', async () => {
  expect((await painted('style', 'styleTaps', 'relu1_1')).left).toBeLessThan(0.1);
});

test('taps that no picture enters have nothing to be painted from', () => {
  const alone = build({ taps: { kind: 'layer-taps', layers: ['relu1_1'] } }, []);
  expect(reconstruction(alone, { taps: 'taps', of: 'content', layers: ['relu1_1'] })).toBeUndefined();
});
