import { expect, test } from 'vitest';
import { applyEdits } from '../../graph/apply.ts';
import type { GraphDocument } from '../../graph/document.ts';
import type { Problem } from '../../graph/problem.ts';
import { build } from '../../graph/testing/build.ts';
import { validate } from '../../graph/validate.ts';
import { say } from '../../language/message.ts';
import { success } from '../../language/result.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { gatys, together } from '../../nodes/testing/graphs.ts';
import { narrowEncoder, planOf, trialFacts, validated } from '../../nodes/testing/trial.ts';
import { compile } from '../../runtime/compile/compile.ts';
import { forecast } from '../../runtime/compile/forecast.ts';
import { refuseSize } from './fit.ts';

/** Gatys' graph, its content resized. */
const graph = together(
  gatys({ content: 'sample:content-200x160', encoder: { weights: 'folder:large' } }),
  build({ size: { kind: 'resize', size: 128 } }, []),
);

const resized: GraphDocument = {
  ...graph,
  edges: {
    ...graph.edges,
    'size.image': { from: { node: 'content', port: 'image' }, to: { node: 'size', port: 'image' } },
    'picture.start': { from: { node: 'size', port: 'image' }, to: { node: 'picture', port: 'start' } },
    'contentTaps.image': {
      from: { node: 'size', port: 'image' },
      to: { node: 'contentTaps', port: 'image' },
    },
  },
};

const peakOf = (document: GraphDocument): number => forecast(planOf(document)).heapBytes;

const lite = {
  ...narrowEncoder,
  hash: 'lite',
  layers: narrowEncoder.layers.map(layer => ({ ...layer, channels: 1 })),
};

/** Of the same graph through the small encoder. */
function peakWithLite(document: GraphDocument): number {
  const facts = { ...trialFacts, encoder: () => success(lite) };
  const checked = validate(document, nodeKinds, facts);
  const plan = checked.ok ? compile(checked.value, nodeKinds, facts) : checked;
  if (!plan.ok) throw new Error('The graph does not compile.');
  return forecast(plan.value).heapBytes;
}

function refusalOf(document: GraphDocument, memoryLimit: number): Problem | undefined {
  const fitting = {
    validated: validated(document),
    plan: planOf(document),
    facts: trialFacts,
    registry: nodeKinds,
  };
  return refuseSize(
    fitting,
    { description: 'A small device', memoryLimit, largestTensor: 2 ** 30 },
    { ahead: 0, lite },
  );
}

test('what fits is not refused', () => {
  expect(refusalOf(resized, peakOf(resized))).toBeUndefined();
});

test('R8 what does not fit is refused with every way to make it fit, and each of them does', () => {
  const limit = peakWithLite(resized);
  expect(limit).toBeLessThan(peakOf(resized));
  const refusal = refusalOf(resized, limit);
  expect(refusal && say(refusal.reason)).toMatch(/^This needs .* and A small device has/);
  const labels = refusal?.offers?.map(({ label }) => say(label)) ?? [];
  expect(labels[0]).toMatch(/^About \d+ pixels on the long side would fit\.$/);
  expect(labels).toContain('It would fit with VGG-19 lite, the encoder that ships.');
  const [smaller] = refusal?.offers ?? [];
  const edited = applyEdits(resized, smaller?.edits ?? []);
  expect(edited.ok && peakOf(edited.value)).toBeLessThanOrEqual(limit);
});

test('fewer layers are offered where that is enough, and none where nothing is', () => {
  const withoutDeepest = peakOf(
    gatys({ content: 'sample:content-200x160', layers: ['relu1_1', 'relu2_1'], contentLayer: 'relu2_1' }),
  );
  const all = gatys({
    content: 'sample:content-200x160',
    layers: ['relu1_1', 'relu2_1', 'relu3_1'],
    contentLayer: 'relu2_1',
  });
  const labels = refusalOf(all, withoutDeepest)?.offers?.map(({ label }) => say(label)) ?? [];
  expect(labels.some(label => label.startsWith('It would fit without the layers behind'))).toBe(true);
  expect(refusalOf(all, 1000)?.offers).toBeUndefined();
});
