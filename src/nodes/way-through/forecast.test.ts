/** R6: what is predicted of a plan against what is measured while it is painted. */
import { expect, test } from 'vitest';
import { wireKey } from '../../graph/ends.ts';
import { build } from '../../graph/testing/build.ts';
import { forecast } from '../../runtime/compile/forecast.ts';
import { flopsOf } from '../../runtime/compile/schedule.ts';
import { onWasm } from '../../runtime/testing/on-wasm.ts';
import { watchBytes } from '../../runtime/testing/watch-bytes.ts';
import { gatys, pyramid } from '../testing/graphs.ts';
import { computedBy, onlyStage } from '../testing/plans.ts';
import { eventOf, paintAll, planOf, validated } from '../testing/trial.ts';

onWasm();

const large = { content: 'sample:content-96x80', style: 'sample:style-64x72', optimiser: { iterations: 3 } };
const odd = { content: 'sample:content-95x71', style: 'sample:style-64x72', optimiser: { iterations: 3 } };
const bigStyle = {
  content: 'sample:content-24x24',
  style: 'sample:style-160x120',
  optimiser: { iterations: 2 },
};

test.each([
  ['Gatys’ graph', gatys(large), 0],
  ['with two iterations under way', gatys(large), 2],
  ['with odd sides and average pooling', gatys({ ...odd, encoder: { pooling: 'average' } }), 0],
  ['with reflected borders', gatys({ ...large, encoder: { padding: 'reflect' } }), 0],
  ['with replicated borders and odd sides', gatys({ ...odd, encoder: { padding: 'replicate' } }), 0],
  [
    'from noise, with an average',
    gatys({ ...large, optimiser: { iterations: 3, averaging: 0.9 }, picture: { noise: 0.5 } }),
    0,
  ],
  [
    'by momentum, unclamped',
    gatys({ ...large, optimiser: { iterations: 3, method: 'momentum', clamp: false } }),
    0,
  ],
  ['a style so large that preparing it costs the most', gatys(bigStyle), 0],
  ['a pyramid', pyramid(), 0],
  [
    'an image made smaller and shown',
    build(
      {
        image: { kind: 'image', source: 'sample:a-120x90' },
        small: { kind: 'resize', size: 32 },
        output: 'output',
      },
      ['image.image → small.image', 'small.image → output.image'],
    ),
    0,
  ],
])(
  'R6 %s: the predicted peak is that which is measured, to one part in twenty',
  async (_, document, ahead) => {
    const { peakBytes } = forecast(planOf(document), ahead);
    const watch = watchBytes();
    const events = await paintAll(document, { ahead, wantsPicture: () => true });
    const { peak } = watch.stop();
    expect(events.at(-1)?.type).toBe('output');
    expect(Math.abs(peakBytes / peak - 1)).toBeLessThan(0.05);
  },
);

test('R6 every picture that comes out has the shape that was inferred on the wire', async () => {
  for (const document of [gatys(odd), pyramid()]) {
    const { wires } = validated(document);
    const events = await paintAll(document);
    for (const event of events) {
      if (event.type !== 'result') continue;
      expect(wires[wireKey({ node: event.optimiser, port: 'result' })]).toMatchObject({
        shape: event.picture.shape,
      });
    }
    expect(eventOf(events, 'output').picture.shape).toEqual(planOf(document).outputs[0]?.value.shape);
  }
});

test('R6 the FLOPs are those of all ops, and those of the convolutions are what the formula says', () => {
  const plan = planOf(gatys(large));
  const { stages, outputs } = forecast(plan);
  const [stage] = stages;
  const total = computedBy(plan).reduce((sum, value) => sum + flopsOf(value), 0);
  expect((stage?.once.flops ?? 0) + (stage?.loop.flops ?? 0) + outputs.flops).toBe(total);
  const forward = onlyStage(plan).loop.steps.flatMap(({ value }) =>
    value.op.name === 'conv2d' && value.attributes.relu ? [flopsOf(value)] : [],
  );
  const layer = (into: number, out: number, height: number, width: number) =>
    2 * 9 * into * out * height * width;
  const byFormula = [
    layer(3, 4, 80, 96),
    layer(4, 4, 80, 96),
    layer(4, 6, 40, 48),
    layer(6, 6, 40, 48),
    layer(6, 8, 20, 24),
  ];
  expect(forward.toSorted()).toEqual(byFormula.toSorted());
});

test('the largest single tensor is found, wherever in the plan it is', () => {
  // What relu1_1 holds of the style, and not the style itself.
  expect(forecast(planOf(gatys(bigStyle))).largest).toEqual({
    shape: [120, 160, 4],
    bytes: 4 * 120 * 160 * 4,
  });
});

test('a longer run needs no more memory, a larger picture does', () => {
  const peak = (options: Parameters<typeof gatys>[0]) => forecast(planOf(gatys(options))).peakBytes;
  expect(peak({ ...large, optimiser: { iterations: 3000 } })).toBe(peak(large));
  expect(peak({ ...large, content: 'sample:content-192x160' })).toBeGreaterThan(3 * peak(large));
});
