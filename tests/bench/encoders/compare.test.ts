/** The whole way through on wasm, with tiny random encoders and pictures made of sums and remainders. */
import { expect, test } from 'vitest';
import { randomEncoder } from '../../../models/random.ts';
import { noNetwork } from '../../../src/graph/network.ts';
import {
  type Backend,
  type DecodedImage,
  message,
  openBackend,
  type Result,
  type Sources,
} from '../../../src/index.ts';
import { compare } from './compare.ts';
import { fall, type PairOutcome, share } from './falls.ts';
import { paintingGraph, styleLayers } from './painting-graph.ts';
import { speeds } from './speed.ts';
import { Studio } from './studio.ts';

const shape = { convolutions: [1, 1, 1, 2, 1], channels: [4, 6, 6, 8, 8] };

const picture = (height: number, width: number, period: number): DecodedImage => ({
  shape: [height, width, 3],
  data: Float32Array.from({ length: height * width * 3 }, (_, i) => ((i * 37) % period) / period),
});

const pictures: Readonly<Record<string, DecodedImage>> = {
  'file:content/cat': picture(40, 56, 300),
  'file:style/wave': picture(48, 48, 7),
  'file:style/reeds': picture(44, 60, 11),
};

const opened: string[] = [];
const sources: Sources = {
  async image(reference): Promise<Result<DecodedImage>> {
    const value = pictures[reference];
    return value
      ? { ok: true, value }
      : { ok: false, reason: message('encoder.file-missing', { file: reference }) };
  },
  network: async reference => noNetwork(reference),
  async encoder(reference) {
    opened.push(reference);
    return { ok: true, value: randomEncoder(Number(reference.slice('random:'.length)), shape) };
  },
};

async function wasm(): Promise<Backend> {
  const backend = await openBackend('wasm');
  if (!backend.ok) throw new Error(backend.reason.id);
  return backend.value;
}

const settings = { pooling: 'max', side: 32, iterations: 4 } as const;
const reference = (kind: string, name: string) => `file:${kind}/${name}`;

test('every encoder paints every pair, and one of them judges them all', async () => {
  const studio = new Studio(await wasm(), sources);
  const [seen, kept]: [string[], string[]] = [[], []];
  const outcomes: PairOutcome[] = [];
  const comparison = compare(studio, {
    pairs: [
      { content: 'cat', style: 'wave' },
      { content: 'cat', style: 'reeds' },
    ],
    encoders: new Map([
      ['judge', 'random:1'],
      ['other', 'random:2'],
    ]),
    judge: 'random:1',
    picture: reference,
    settings,
    see: (pair, encoder, { iteration }) => seen.push(`${pair.style} ${encoder} ${iteration}`),
    keep: async (pair, encoder, { shape }) => void kept.push(`${pair.style} ${encoder} ${shape.join('×')}`),
  });
  for await (const outcome of comparison) outcomes.push(outcome);

  expect(outcomes.map(({ pair }) => pair.style)).toEqual(['wave', 'reeds']);
  for (const outcome of outcomes) {
    expect(Object.keys(outcome.start)).toEqual([...styleLayers]);
    // Who paints by the judge's own losses brings them down.
    expect(fall(outcome, 'judge')).toBeGreaterThan(0);
    expect(share(outcome, 'judge', 'judge')).toBe(1);
    expect(outcome.ends.get('other')).not.toEqual(outcome.ends.get('judge'));
  }
  expect(seen).toHaveLength(2 * 2 * settings.iterations);
  expect(seen[0]).toBe('wave judge 1');
  expect(kept).toEqual([
    'wave judge 32×45×3',
    'wave other 32×45×3',
    'reeds judge 32×45×3',
    'reeds other 32×45×3',
  ]);
  expect(opened).toEqual(['random:1', 'random:2']);
});

test('the style losses of a picture are those that its own painting begins with', async () => {
  const studio = new Studio(await wasm(), sources);
  const order = { ...settings, content: 'file:content/cat', style: 'file:style/wave', encoder: 'random:1' };
  const readings: number[] = [];
  const painted = await studio.paint(order, ({ terms, iteration }) => {
    if (iteration === 1)
      readings.push(...terms.filter(({ name }) => name.startsWith('style/')).map(term => term.value));
  });
  expect(Object.values(await studio.styleLosses(order))).toEqual(readings);
  const after = await studio.styleLosses(order, painted);
  for (const layer of styleLayers) expect(after[layer], layer).toBeGreaterThan(0);
  expect(Object.values(after)).not.toEqual(readings);
});

test('speeds are measured in every round, each encoder on the same graph', async () => {
  const studio = new Studio(await wasm(), sources);
  const graph = (encoder: string) =>
    paintingGraph({
      ...settings,
      content: 'file:content/cat',
      style: 'file:style/wave',
      encoder,
      iterations: 1000,
    });
  const documents = new Map([
    ['one', graph('random:1')],
    ['other', graph('random:2')],
  ]);
  const measured = await speeds(studio, documents, { rounds: 3, iterations: 2 });
  expect([...measured.keys()]).toEqual(['one', 'other']);
  for (const rounds of measured.values()) {
    expect(rounds).toHaveLength(3);
    for (const speed of rounds) expect(speed).toBeGreaterThan(0);
  }
});

test('R8 what cannot be painted is said in words', async () => {
  const studio = new Studio(await wasm(), sources);
  const order = { ...settings, content: 'file:content/dog', style: 'file:style/wave', encoder: 'random:1' };
  await expect(studio.paint(order)).rejects.toThrow('There is no file file:content/dog.');
});
