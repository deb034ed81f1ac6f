/** Rule R7 for the pull map: what all losses want of the pixels is, turned round, the gradient that PyTorch computed. */
import { expect, test } from 'vitest';
import { openEncoder } from '../../models/sources/open-encoder.ts';
import { diskFolder } from '../../models/testing/disk-folder.ts';
import { describeWithShared } from '../../models/testing/shared.ts';
import { examine } from '../../src/graph/examine.ts';
import type { Facts } from '../../src/graph/kind.ts';
import { noNetwork } from '../../src/graph/network.ts';
import { success } from '../../src/language/result.ts';
import { nodeKinds } from '../../src/nodes/registry.ts';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';
import type { LensReport } from '../../src/runtime/lenses/open-lenses.ts';
import { Session } from '../../src/runtime/session/session.ts';
import { openForTest } from '../../src/runtime/testing/backends.ts';
import { readGoldenGradient, readGoldenImage, vgg19Folder } from './golden.ts';
import { goldenGraph } from './golden-graph.ts';

const pair = 'tubingen-starry';

describeWithShared('golden values of the lenses', () => {
  test(`R7 ${pair}: the pulls of content, style and smoothness add up to the gradient`, async () => {
    const backend = await openForTest('wasm');
    const opened = await openEncoder('folder:vgg19', { folder: () => diskFolder(vgg19Folder) });
    if (!opened.ok) throw new Error(opened.reason.id);
    const encoder = opened.value;
    const [content, style] = [await readGoldenImage(pair, 'content'), await readGoldenImage(pair, 'style')];
    const blend = {
      shape: content.shape,
      data: content.data.map((value, at) => 0.5 * value + 0.5 * (style.data[at] ?? Number.NaN)),
    };
    const images: Readonly<Record<string, HostTensor>> = { content, style, blend };
    const facts: Facts = {
      image: reference => {
        const hash = reference.replace('file:', '');
        const [height = 0, width = 0] = images[hash]?.shape ?? [];
        return success({ hash, height, width });
      },
      encoder: () => success(encoder.facts),
      network: noNetwork,
    };
    const reports: LensReport[] = [];
    const session = new Session({
      registry: nodeKinds,
      backend,
      understand: async document => ({
        document,
        examination: examine(document, nodeKinds, facts),
        facts,
        resources: {
          image: hash => success(images[hash] ?? content),
          weight: (_, tensor) => encoder.tensor(tensor),
        },
      }),
      tell: () => undefined,
      measured: report => reports.push(report),
      cacheBudget: 2 ** 31,
      checkpointBudget: 2 ** 28,
    });
    // A step of length 0: the picture stays where the gradient was taken.
    const optimiser = { method: 'momentum', iterations: 1, learningRate: 0, beta1: 0, clamp: false };
    session.edit(goldenGraph(optimiser, 'blend'));
    await session.rest();
    session.lenses.open(1, { kind: 'pull', optimiser: 'optimiser', by: 'losses', size: 4096 });
    await session.rest();
    await session.dispose();
    backend.dispose();

    const [report] = reports;
    if (report?.type !== 'reading' || report.reading.kind !== 'pull') throw new Error('no reading');
    const { maps } = report.reading;
    expect(maps.map(({ name }) => name)).toEqual(['content', 'style', 'variation']);
    const whole = content.data.map(
      (_, at) => -maps.reduce((sum, { toward }) => sum + (toward[at] ?? Number.NaN), 0),
    );
    const wanted = await readGoldenGradient(pair);
    const apart = Math.hypot(...chunked(whole, wanted));
    expect(apart / Math.hypot(...chunked(wanted))).toBeLessThan(1e-2);
  }, 120_000);
});

/** Lengths of stretches of `a − b`: all pixels at once are more arguments than a call takes. */
function chunked(a: Float32Array, b?: Float32Array): number[] {
  const lengths: number[] = [];
  for (let from = 0; from < a.length; from += 1000) {
    let sum = 0;
    for (let at = from; at < Math.min(a.length, from + 1000); at += 1)
      sum += ((a[at] ?? 0) - (b?.[at] ?? 0)) ** 2;
    lengths.push(Math.sqrt(sum));
  }
  return lengths;
}
