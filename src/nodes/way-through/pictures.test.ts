/** Pictures that somebody else looks at. */
import { describe, expect, test } from 'vitest';
import { build } from '../../graph/testing/build.ts';
import { reachable } from '../../runtime/ir/reachable.ts';
import { onWasm } from '../../runtime/testing/on-wasm.ts';
import { eventOf, paintAll, planOf, trialResources } from '../testing/trial.ts';

onWasm();

const pixelsOf = (reference: string) => {
  const found = trialResources.image(reference);
  return found.ok ? [...found.value.data] : [];
};

/** One picture is painted towards another, which an optimiser of its own may paint as well. */
const towards = (more: Parameters<typeof build>[0] = {}, wires: readonly string[] = []) =>
  build(
    {
      a: { kind: 'image', source: 'sample:a-9x7' },
      b: { kind: 'image', source: 'sample:b-9x7' },
      encoder: 'encoder',
      mine: 'picture',
      other: 'picture',
      myTaps: { kind: 'layer-taps', layers: ['relu1_1'] },
      otherTaps: { kind: 'layer-taps', layers: ['relu1_1'] },
      loss: 'content-loss',
      optimiser: { kind: 'optimiser', iterations: 2 },
      output: 'output',
      ...more,
    },
    [
      'a.image → mine.start',
      'b.image → other.start',
      'mine.picture → myTaps.image',
      'encoder.encoder → myTaps.encoder',
      'other.picture → otherTaps.image',
      'encoder.encoder → otherTaps.encoder',
      'myTaps.features → loss.features',
      'otherTaps.features → loss.target',
      'mine.picture → optimiser.picture',
      'loss.loss → optimiser.loss',
      'optimiser.result → output.image',
      ...wires,
    ],
  );

const back = towards(
  { backwards: 'content-loss', second: { kind: 'optimiser', iterations: 2 }, shown: 'output' },
  [
    'otherTaps.features → backwards.features',
    'myTaps.features → backwards.target',
    'other.picture → second.picture',
    'backwards.loss → second.loss',
    'second.result → shown.image',
  ],
);

describe('a picture that another optimiser looks at', () => {
  test('is as it starts: each loop carries its own picture only', () => {
    const { stages } = planOf(back);
    expect(stages).toHaveLength(2);
    for (const { carried, loop, once } of stages) {
      const leaves = reachable([...loop.results, ...once]).filter(({ op }) => op.name === 'carried');
      expect(new Set(leaves)).toEqual(new Set(carried.map(({ leaf }) => leaf)));
    }
  });

  test('is the same to it as the image that it starts from', async () => {
    const toPicture = eventOf(await paintAll(towards()), 'result');
    const { nodes, edges } = towards();
    const direct = { from: { node: 'b', port: 'image' }, to: { node: 'otherTaps', port: 'image' } };
    const toImage = eventOf(
      await paintAll({ title: '', nodes, edges: { ...edges, 'otherTaps.image': direct } }),
      'result',
    );
    expect(toImage.picture.data).toEqual(toPicture.picture.data);
  });

  test('is found also behind a third, which starts from it', async () => {
    const third = towards({ third: 'picture' }, [
      'other.picture → third.start',
      'third.picture → otherTaps.image',
    ]);
    const { 'otherTaps.image': _, ...edges } = towards().edges;
    const kept = Object.entries(third.edges).filter(
      ([id]) => id === 'otherTaps.image' || id in edges || id === 'third.start',
    );
    const painted = eventOf(await paintAll({ ...third, edges: Object.fromEntries(kept) }), 'result');
    expect(painted.picture.data).toEqual(eventOf(await paintAll(towards()), 'result').picture.data);
  });
});

test('an output of a picture that nobody paints shows what it starts from', async () => {
  const document = build(
    { a: { kind: 'image', source: 'sample:a-9x7' }, picture: 'picture', output: 'output' },
    ['a.image → picture.start', 'picture.picture → output.image'],
  );
  const { picture } = eventOf(await paintAll(document), 'output');
  expect([...picture.data]).toEqual(pixelsOf('sample:a-9x7'));
});

test('a picture may start from a picture, made smaller on the way', async () => {
  const document = build(
    {
      a: { kind: 'image', source: 'sample:a-32x32' },
      first: 'picture',
      small: { kind: 'resize', size: 16 },
      second: 'picture',
      loss: 'total-variation',
      optimiser: { kind: 'optimiser', iterations: 1 },
      output: 'output',
    },
    [
      'a.image → first.start',
      'first.picture → small.image',
      'small.image → second.start',
      'second.picture → loss.image',
      'second.picture → optimiser.picture',
      'loss.loss → optimiser.loss',
      'optimiser.result → output.image',
    ],
  );
  expect(eventOf(await paintAll(document), 'output').picture.shape).toEqual([16, 16, 3]);
});
