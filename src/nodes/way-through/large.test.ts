/** Graphs far beyond what a person draws: nothing recurs as deep as they are, and nothing grows faster than they do. */
import { describe, expect, test } from 'vitest';
import { build } from '../../graph/testing/build.ts';
import { forecast } from '../../runtime/compile/forecast.ts';
import { gatys, renamed } from '../testing/graphs.ts';
import { planOf } from '../testing/trial.ts';

/** `count` graphs side by side, each with pictures of its own. */
function sideBySide(count: number) {
  const all = Array.from({ length: count }, (_, at) => {
    const own = { content: `sample:content${at}-24x16`, style: `sample:style${at}-20x20` };
    return renamed(gatys(own), id => `${id}${at}`);
  });
  return {
    title: '',
    nodes: Object.fromEntries(all.flatMap(({ nodes }) => Object.entries(nodes))),
    edges: Object.fromEntries(
      all.flatMap(({ edges }, at) => Object.entries(edges).map(([id, edge]) => [`${id}-${at}`, edge])),
    ),
  };
}

test('a graph of ten thousand nodes compiles, and costs what its parts cost', () => {
  const document = sideBySide(667);
  expect(Object.keys(document.nodes)).toHaveLength(10_005);
  const [plan, one] = [planOf(document), planOf(gatys())];
  expect(plan.stages).toHaveLength(667);
  expect(plan.stages[666]?.loop.steps).toHaveLength(one.stages[0]?.loop.steps.length ?? 0);
  const { stages } = forecast(plan);
  expect(stages[666]?.loop.flops).toBe(forecast(one).stages[0]?.loop.flops);
});

const chain = (
  length: number,
  kind: (at: number) => Parameters<typeof build>[0][string],
  ends: [string, string],
) => {
  const links = Array.from({ length }, (_, at): [string, ReturnType<typeof kind>] => [`n${at}`, kind(at)]);
  const [output, input] = ends;
  return build(
    { n: { kind: 'image', source: 'sample:a-20x20' }, ...Object.fromEntries(links), output: 'output' },
    [
      `n.image → n0.${input}`,
      ...links.slice(1).map(([id], at) => `n${at}.${output} → ${id}.${input}`),
      `n${length - 1}.${output} → output.image`,
    ],
  );
};

describe('a chain of two thousand', () => {
  test('resizes', () => {
    const document = chain(2000, at => ({ kind: 'resize', size: 16 + (at % 2) }), ['image', 'image']);
    expect(planOf(document).outputs[0]?.value.shape).toEqual([17, 17, 3]);
  });

  test('pictures, each starting from the one before', () => {
    const document = chain(2000, () => ({ kind: 'picture', noise: 0.5 }), ['picture', 'start']);
    expect(planOf(document).outputs[0]?.value.shape).toEqual([20, 20, 3]);
  });
});

test('a sum of two thousand losses keeps every term', () => {
  const slots = Array.from({ length: 2000 }, (_, at) => `variation.loss → total.terms/s${at}`);
  const document = build(
    {
      start: { kind: 'image', source: 'sample:a-20x20' },
      picture: 'picture',
      variation: 'total-variation',
      total: 'weighted-sum',
      optimiser: 'optimiser',
      output: 'output',
    },
    [
      'start.image → picture.start',
      'picture.picture → variation.image',
      ...slots,
      'picture.picture → optimiser.picture',
      'total.loss → optimiser.loss',
      'optimiser.result → output.image',
    ],
  );
  expect(planOf(document).stages[0]?.terms).toHaveLength(2000);
});
