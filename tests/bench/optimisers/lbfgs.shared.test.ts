import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithShared, shared } from '../../../models/testing/shared.ts';
import { packageFolder } from '../../../src/cli/files/package-folder.ts';
import { type Backend, fileSources } from '../../../src/index.ts';
import { openForTest } from '../../../src/runtime/testing/backends.ts';
import { Studio } from '../encoders/studio.ts';
import { race } from './evaluations.ts';

describeWithShared('L-BFGS on real pictures', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await openForTest('wasm');
  });
  afterAll(() => backend.dispose());

  test('reaches the loss of Adam’s 200th iteration in at most 120 evaluations', async () => {
    const studio = new Studio(backend, fileSources(packageFolder()));
    const { evaluations } = await race(studio, {
      content: `file:${shared}/images/content/tubingen.jpg`,
      style: `file:${shared}/images/style/van-gogh-starry-night.jpg`,
      encoder: 'lite',
      pooling: 'average',
      side: 32,
    });
    expect(evaluations).toBeLessThanOrEqual(120);
  });
});
