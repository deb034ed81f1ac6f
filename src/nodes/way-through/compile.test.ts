/** From a document to a plan, with the real node kinds. */
import { describe, expect, test } from 'vitest';
import { build } from '../../graph/testing/build.ts';
import { compile } from '../../runtime/compile/compile.ts';
import { dependants } from '../../runtime/ir/differentiate.ts';
import { keyOf } from '../../runtime/ir/key.ts';
import { reachable } from '../../runtime/ir/reachable.ts';
import { nodeKinds } from '../registry.ts';
import { gatys, pyramid, renamed, together } from '../testing/graphs.ts';
import { countOf, loopOf, onceOf, onlyStage } from '../testing/plans.ts';
import { planOf, trialFacts, validated } from '../testing/trial.ts';

const refusalsOf = (document: ReturnType<typeof build>) => {
  const compiled = compile(validated(document), nodeKinds, trialFacts);
  return compiled.ok ? [] : compiled.reason.map(({ node, port, reason }) => ({ node, port, id: reason.id }));
};

describe('what is computed', () => {
  test('R2 all taps of one encoder on one image share one pass, which stops at the deepest tap', () => {
    const stage = onlyStage(planOf(gatys()));
    // Content up to conv2_2, style up to conv3_1.
    expect(countOf(onceOf(stage), 'conv2d')).toBe(4 + 5);
    // The picture up to conv3_1, and back.
    expect(countOf(loopOf(stage), 'conv2d')).toBe(5 + 5);
    const shallow = onlyStage(planOf(gatys({ layers: ['relu1_1'] })));
    expect(countOf(onceOf(shallow), 'conv2d')).toBe(4 + 1);
  });

  test('R2 a second set of taps on the same image adds no convolution, also before a ReLU', () => {
    const more = build(
      {
        taps: { kind: 'layer-taps', layers: ['conv1_2', 'conv2_1'] },
        target: { kind: 'layer-taps', layers: ['conv1_2', 'conv2_1'] },
        loss: 'content-loss',
      },
      [
        'picture.picture → taps.image',
        'encoder.encoder → taps.encoder',
        'content.image → target.image',
        'encoder.encoder → target.encoder',
        'taps.features → loss.features',
        'target.features → loss.target',
        'loss.loss → total.terms/more',
      ],
    );
    const stage = onlyStage(planOf(together(gatys(), more)));
    expect(countOf(onceOf(stage), 'conv2d')).toBe(4 + 5);
    expect(countOf(loopOf(stage), 'conv2d')).toBe(5 + 5);
  });

  test('R2 what no output needs is neither lowered nor run', () => {
    const aside = build(
      {
        other: { kind: 'image', source: 'sample:other-64x64' },
        otherTaps: { kind: 'layer-taps', layers: ['relu3_1'] },
        otherGram: 'gram-matrix',
      },
      [
        'other.image → otherTaps.image',
        'encoder.encoder → otherTaps.encoder',
        'otherTaps.features → otherGram.features',
      ],
    );
    const values = planOf(together(gatys(), aside)).program.values;
    expect(values).toHaveLength(planOf(gatys()).program.values.length);
  });

  test('R2 equal sub-graphs under other ids are computed once', () => {
    const plan = planOf(gatys());
    const copied = ['style', 'encoder', 'styleTaps', 'styleGram'];
    const copy = renamed(gatys(), id => (copied.includes(id) ? `${id}Copy` : id));
    const own = build({ ofCopy: 'style-loss' }, [
      'pictureGram.gram → ofCopy.statistics',
      'styleGramCopy.gram → ofCopy.target',
      'ofCopy.loss → total.terms/copy',
    ]);
    const { nodes } = together(copy, own);
    const edges = Object.entries(copy.edges).filter(([, { to }]) =>
      copied.includes(to.node.replace('Copy', '')),
    );
    const document = together(gatys(), {
      title: '',
      nodes,
      edges: { ...Object.fromEntries(edges), ...own.edges },
    });
    expect(Object.keys(document.nodes)).toHaveLength(Object.keys(gatys().nodes).length + copied.length + 1);
    const [before, after] = [onlyStage(plan), onlyStage(planOf(document))];
    expect(onceOf(after)).toHaveLength(onceOf(before).length);
    // The way forward is the same; the way back adds up two seeds for each of the three layers.
    expect(after.terms).toHaveLength(before.terms.length + 3);
    expect(countOf(loopOf(after), 'conv2d')).toBe(countOf(loopOf(before), 'conv2d'));
    expect(countOf(loopOf(after), 'gram')).toBe(countOf(loopOf(before), 'gram'));
    expect(countOf(loopOf(after), 'subtract')).toBe(countOf(loopOf(before), 'subtract'));
  });

  test('R2 a whole graph twice, each with a picture of its own, is painted once and shown twice', () => {
    const twice = together(
      gatys(),
      renamed(gatys(), id => `${id}2`),
    );
    const { stages, outputs } = planOf(twice);
    expect(stages).toHaveLength(1);
    expect(outputs.map(({ node }) => node)).toEqual(['output', 'output2']);
    expect(outputs[1]?.value).toBe(outputs[0]?.value);
  });

  test('R2 two optimisers that differ in anything are both run', () => {
    for (const other of [{ seed: 1 }, { iterations: 4 }, { learningRate: 0.1 }, { averaging: 0.5 }]) {
      const twice = together(
        gatys(),
        renamed(gatys({ optimiser: other }), id => `${id}2`),
      );
      expect(planOf(twice).stages).toHaveLength(2);
    }
    const noisy = together(
      gatys(),
      renamed(gatys({ picture: { noise: 0.5 } }), id => `${id}2`),
    );
    expect(planOf(noisy).stages).toHaveLength(2);
  });

  test('R2 two equal optimisers of one picture and one loss are one', () => {
    const second = build({ again: { kind: 'optimiser', iterations: 3 }, shown: 'output' }, [
      'picture.picture → again.picture',
      'total.loss → again.loss',
      'again.result → shown.image',
    ]);
    expect(planOf(together(gatys(), second)).stages).toHaveLength(1);
  });
});

describe('once and in the loop', () => {
  test.each([
    ['Gatys’ graph', gatys()],
    ['with noise and an average', gatys({ picture: { noise: 0.5 }, optimiser: { averaging: 0.9 } })],
    ['a pyramid', pyramid()],
  ])('R2 %s: what depends on the picture is in the loop, and nothing else', (_, document) => {
    for (const stage of planOf(document).stages) {
      const all = reachable([...stage.once, ...stage.loop.results]);
      const changing = dependants(
        all,
        all.filter(({ op }) => op.name === 'carried' || op.name === 'live'),
      );
      for (const value of loopOf(stage)) expect(changing.has(value)).toBe(true);
      for (const value of [...stage.once, ...onceOf(stage)]) expect(changing.has(value)).toBe(false);
      const carried = new Set(stage.carried.map(({ leaf }) => leaf));
      const fed = new Set(stage.live.map(({ leaf }) => leaf));
      const once = new Set(stage.once);
      for (const need of stage.loop.needs) {
        expect(carried.has(need) || fed.has(need) || once.has(need)).toBe(true);
      }
    }
  });

  test('prepared kernels, the targets’ Gram matrices and their mean squares are made once', () => {
    const stage = onlyStage(planOf(gatys()));
    expect(countOf(onceOf(stage), 'turned')).toBe(5);
    expect(countOf(loopOf(stage), 'turned')).toBe(0);
    expect(countOf(onceOf(stage), 'gram')).toBe(3);
    expect(countOf(loopOf(stage), 'gram')).toBe(3);
  });
});

describe('graphs that feed graphs', () => {
  test('an optimiser that starts from another’s result is a later stage, which finds it by its leaf', () => {
    const { stages, outputs } = planOf(pyramid());
    expect(stages.map(({ optimiser }) => optimiser)).toEqual(['smallOptimiser', 'largeOptimiser']);
    const [small, large] = stages;
    expect(reachable(large?.once ?? [])).toContain(small?.outcome);
    expect(outputs.map(({ value }) => value)).toEqual([large?.outcome]);
  });

  test('R2 a stage whose result no output needs is not painted', () => {
    const shown = build({ preview: 'output' }, ['smallOptimiser.result → preview.image']);
    expect(planOf(together(pyramid(), shown)).stages).toHaveLength(2);
    const { output: _, ...nodes } = together(pyramid(), shown).nodes;
    const { 'output.image': __, ...edges } = together(pyramid(), shown).edges;
    const stages = planOf({ title: '', nodes, edges }).stages;
    expect(stages.map(({ optimiser }) => optimiser)).toEqual(['smallOptimiser']);
  });

  test('R1 the key of a result is of everything that led to it', () => {
    const keyOfResult = (document: ReturnType<typeof pyramid>) => keyOf(onlyOutput(document));
    const onlyOutput = (document: ReturnType<typeof pyramid>) => {
      const [output] = planOf(document).outputs;
      if (!output) throw new Error('There is no output.');
      return output.value;
    };
    const key = keyOfResult(pyramid());
    expect(keyOfResult(renamed(pyramid(), id => `x${id}`))).toBe(key);
    for (const changed of [
      { small: { iterations: 3 } },
      { small: { learningRate: 0.3 } },
      { large: { clamp: false } },
      { large: { seed: 5 } },
    ]) {
      expect(keyOfResult(pyramid(changed))).not.toBe(key);
    }
  });
});

describe('what cannot be painted', () => {
  test('a graph without an output is refused', () => {
    const { output: _, ...nodes } = gatys().nodes;
    const { 'output.image': __, ...edges } = gatys().edges;
    expect(refusalsOf({ title: '', nodes, edges })).toEqual([{ id: 'compile.no-output' }]);
    expect(refusalsOf(build({}))).toEqual([{ id: 'compile.no-output' }]);
  });

  test('a loss that does not see the optimiser’s picture is refused at that optimiser', () => {
    const { edges, ...document } = gatys();
    const blind = build({ other: 'picture' }, [
      'content.image → other.start',
      'other.picture → pictureTaps.image',
      'other.picture → variation.image',
    ]);
    const refused = refusalsOf({
      ...document,
      nodes: { ...document.nodes, ...blind.nodes },
      edges: { ...edges, ...blind.edges },
    });
    expect(refused).toEqual([{ node: 'optimiser', port: 'loss', id: 'compile.loss-blind' }]);
  });
});
