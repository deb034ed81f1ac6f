/** The account of a plan against the forecast, and against what a schedule promises. */
import { expect, test } from 'vitest';
import { build } from '../../graph/testing/build.ts';
import { accountOf, type PartAccount } from '../../runtime/compile/account.ts';
import { forecast } from '../../runtime/compile/forecast.ts';
import { onWasm } from '../../runtime/testing/on-wasm.ts';
import { gatys } from '../testing/graphs.ts';
import { planOf } from '../testing/trial.ts';

onWasm();

const plan = planOf(gatys({ optimiser: { iterations: 3 } }));
const account = accountOf(plan);
const [stage] = account.stages;
if (!stage) throw new Error('Gatys’ graph has a stage.');
const parts: readonly PartAccount[] = [stage.once, stage.loop];

test('R6 what is alive during its steps peaks where the forecast says, and the costs add up', () => {
  const [foreseen] = forecast(plan).stages;
  expect(stage.once.peakBytes).toBe(foreseen?.once.peakBytes);
  expect(stage.loop.peakBytes).toBe(foreseen?.loop.peakBytes);
  for (const { steps, peakBytes, flops } of parts) {
    expect(Math.max(...steps.map(({ alive }) => alive))).toBe(peakBytes);
    expect(steps.reduce((sum, step) => sum + step.flops, 0)).toBe(flops);
  }
});

test('R2 a pass that two taps share is one: its steps name both', () => {
  const taps = (layer: string) => ({ kind: 'layer-taps', layers: [layer] });
  const both = build(
    {
      content: { kind: 'image', source: 'sample:content-24x24' },
      encoder: 'encoder',
      shallow: taps('relu1_1'),
      deep: taps('relu2_1'),
      picture: 'picture',
      near: taps('relu1_1'),
      far: taps('relu2_1'),
      nearLoss: 'content-loss',
      farLoss: 'content-loss',
      total: 'weighted-sum',
      optimiser: 'optimiser',
      output: 'output',
    },
    [
      ...['shallow', 'deep'].map(node => `content.image → ${node}.image`),
      ...['near', 'far'].map(node => `picture.picture → ${node}.image`),
      ...['shallow', 'deep', 'near', 'far'].map(node => `encoder.encoder → ${node}.encoder`),
      'content.image → picture.start',
      'near.features → nearLoss.features',
      'shallow.features → nearLoss.target',
      'far.features → farLoss.features',
      'deep.features → farLoss.target',
      'nearLoss.loss → total.terms/near',
      'farLoss.loss → total.terms/far',
      'total.loss → optimiser.loss',
      'picture.picture → optimiser.picture',
      'optimiser.result → output.image',
    ],
  );
  const once = accountOf(planOf(both)).stages[0]?.once.steps ?? [];
  const convolutions = once.filter(({ op }) => op.startsWith('conv'));
  expect(convolutions[0]?.nodes.toSorted()).toEqual(['deep', 'shallow']);
  expect(convolutions.at(-1)?.nodes).toEqual(['deep']);
});

test('R5 no step is freed before it ran, and all that is freed has a step after which it is', () => {
  for (const { steps } of parts) {
    for (const [at, { freedAfter }] of steps.entries()) {
      if (freedAfter === undefined) continue;
      expect(freedAfter).toBeGreaterThanOrEqual(at);
      expect(freedAfter).toBeLessThan(steps.length);
    }
  }
  expect(stage.loop.steps.some(({ freedAfter }) => freedAfter !== undefined)).toBe(true);
});
