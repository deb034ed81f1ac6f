/** R7 for each kind of loss: odd sizes, a style of another size, two layers at once. */
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import { forecast } from '../../runtime/compile/forecast.ts';
import { describeEachBackend } from '../../runtime/testing/backends.ts';
import { watchBytes } from '../../runtime/testing/watch-bytes.ts';
import { expectTrueGradient, gradientShown } from '../testing/check-gradient.ts';
import {
  featureLossGraph,
  imageLossGraph,
  lossGraph,
  startImage,
  statisticGraph,
  withinMask,
} from '../testing/loss-graph.ts';
import { paintAll, planOf } from '../testing/trial.ts';

const graphs: Readonly<Record<string, GraphDocument>> = {
  'pixel loss': imageLossGraph({ kind: 'pixel-loss', weight: 10, distance: 'absolute' }),
  'Laplacian loss': imageLossGraph({ kind: 'laplacian-loss', weight: 10, blocks: 'two' }),
  'total variation': lossGraph({ kind: 'total-variation', weight: 3, variant: 'nine-point' }),
  'Gram matrices': statisticGraph('gram-matrix', 'gram'),
  'mean and deviation': statisticGraph('mean-and-deviation', 'moments'),
  covariance: statisticGraph('covariance', 'covariance'),
  'Wasserstein loss': featureLossGraph({ kind: 'wasserstein-loss' }),
  'sliced Wasserstein loss': featureLossGraph({ kind: 'sliced-wasserstein-loss', directions: 8 }),
  'histogram loss': featureLossGraph({ kind: 'histogram-loss' }),
  'Gaussian kernel loss': featureLossGraph({ kind: 'kernel-loss', samples: 5 }),
  'quadratic kernel loss': featureLossGraph({ kind: 'kernel-loss', kernel: 'quadratic' }),
  'linear kernel loss': featureLossGraph({ kind: 'kernel-loss', kernel: 'linear' }),
  'patch loss': featureLossGraph({ kind: 'patch-loss', samples: 6 }),
  'patch loss of single positions': featureLossGraph({ kind: 'patch-loss', patch: 'one', samples: 4 }),
  'contextual loss': featureLossGraph({ kind: 'contextual-loss', samples: 5 }),
  'relaxed transport loss': featureLossGraph({ kind: 'relaxed-transport-loss', samples: 5 }),
  'self-similarity loss': featureLossGraph({ kind: 'self-similarity-loss', samples: 5 }, true),
  'activation of a channel': lossGraph({ kind: 'activation-loss', channel: 2 }),
  'activation of layers': lossGraph({ kind: 'activation-loss', of: 'layer' }),
};

const guided = Object.entries(graphs).flatMap(([name, document]) =>
  document.nodes.pictureTaps ? ([[name, withinMask(document)]] as const) : [],
);

const proven = new Map<string, Float32Array>();

describeEachBackend('the gradient within a whole painting', backend => {
  if (backend === 'webgpu') {
    test.each(Object.entries(graphs))('R7 of the %s is that of the processor', async (name, document) => {
      const expected = proven.get(name);
      if (!expected) throw new Error(`The gradient of the ${name} is not known yet.`);
      const shown = await gradientShown(document, startImage);
      const apart = Math.hypot(...shown.map((value, at) => value - (expected[at] ?? 0)));
      expect(apart / Math.hypot(...expected)).toBeLessThan(1e-3);
    });
    return;
  }
  test.each(Object.entries(graphs))('R7 of the %s', async (name, document) => {
    await expectTrueGradient(document, startImage);
    proven.set(name, await gradientShown(document, startImage));
  });
  if (backend !== 'wasm') return;
  test.each(guided)('R7 of the %s within a mask', (_, document) => expectTrueGradient(document, startImage));
  test.each(Object.entries(graphs))(
    'R5 R6 with the %s nothing is left, and the peak is as predicted',
    async (_, document) => {
      const before = tf.memory().numTensors;
      const watch = watchBytes();
      await paintAll(document);
      const { peak, left } = watch.stop();
      expect([left, tf.memory().numTensors - before]).toEqual([0, 0]);
      const { peakBytes } = forecast(planOf(document));
      expect(peakBytes).toBeGreaterThanOrEqual(0.95 * peak - 4096);
      expect(peakBytes).toBeLessThanOrEqual(1.05 * peak + 4096);
    },
  );
});
