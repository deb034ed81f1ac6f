/** R10: what is read back from the device while it paints. A read-back is what a loop could wait for. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, expect, test, vi } from 'vitest';
import { describeEachBackend } from '../../runtime/testing/backends.ts';
import { gatys } from '../testing/graphs.ts';
import { openStudio } from '../testing/studio.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describeEachBackend(
  'read-backs',
  name => {
    test('R10 an iteration reads its loss terms; pictures and checkpoints are read beside it, and nothing else is', async () => {
      const read = vi.spyOn(tf.Tensor.prototype, 'data');
      const readAtOnce = vi.spyOn(tf.Tensor.prototype, 'dataSync');
      const asked: number[] = [];
      const studio = openStudio({ name }, { wantsPicture: () => asked.push(1) % 5 === 0 });
      studio.session.edit(gatys({ optimiser: { iterations: 12 } }));
      await studio.next(event => event.type === 'run' && event.state === 'running');
      read.mockClear();
      await studio.session.rest();
      const count = (type: string) => studio.events.filter(event => event.type === type).length;
      // A checkpoint is the picture and Adam's two moments.
      const accounted = count('iteration') + 3 * count('checkpoint') + count('picture') + count('output');
      expect(count('iteration')).toBe(12);
      expect(read).toHaveBeenCalledTimes(accounted);
      expect(readAtOnce).not.toHaveBeenCalled();
      await studio.session.dispose();
    });
  },
  ['wasm', 'webgpu'],
);
