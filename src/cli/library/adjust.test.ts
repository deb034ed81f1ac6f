import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import { parseDocument } from '../../graph/file/parse.ts';
import { say } from '../../language/message.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { type Adjustments, adjust } from './adjust.ts';

function graph(name: string): GraphDocument {
  const text = readFileSync(
    new URL(`../../../tests/cli/graphs/${name}.gramarye.json`, import.meta.url),
    'utf8',
  );
  const opened = parseDocument(text);
  if (!opened.ok) throw new Error('The test graph does not open.');
  return opened.value.document;
}

function adjusted(document: GraphDocument, adjustments: Adjustments): GraphDocument {
  const result = adjust(document, nodeKinds, adjustments);
  if (!result.ok) throw new Error(result.reason.map(({ reason }) => say(reason)).join('\n'));
  return result.value;
}

const refusal = (document: GraphDocument, adjustments: Adjustments): string => {
  const result = adjust(document, nodeKinds, adjustments);
  return result.ok ? 'It was taken.' : result.reason.map(({ reason }) => say(reason)).join('\n');
};

const small = graph('small');
const pyramid = graph('pyramid');

test('nothing adjusted is the same document', () => {
  expect(adjusted(small, {})).toBe(small);
});

test('the size is that of the largest Resize node; the others keep their proportion to it', () => {
  const { nodes } = adjusted(small, { size: 512 });
  expect(nodes.contentSize?.params.size).toBe(512);
  expect(nodes.styleSize?.params.size).toBe(256);
});

test('a Resize node that follows another picture has no size to set', () => {
  const { nodes } = adjusted(pyramid, { size: 96 });
  expect([nodes.coarseSize, nodes.fineSize, nodes.upscaled].map(node => node?.params.size)).toEqual([
    48,
    96,
    undefined,
  ]);
});

test('a size that merely follows stays within what the parameter takes', () => {
  expect(adjusted(small, { size: 20 }).nodes.styleSize?.params.size).toBe(16);
});

test('every optimiser and every encoder is set', () => {
  const { nodes } = adjusted(pyramid, { iterations: 7, encoder: 'random:3' });
  expect([nodes.coarse?.params.iterations, nodes.fine?.params.iterations]).toEqual([7, 7]);
  expect(nodes.encoder?.params.weights).toBe('random:3');
});

test('single parameters have the last word', () => {
  const { nodes } = adjusted(small, {
    size: 512,
    iterations: 7,
    images: [{ node: 'style', reference: 'sample:cubist' }],
    set: [
      { path: 'styleSize.size', text: '100' },
      { path: 'optimiser.iterations', text: '9' },
      { path: 'styleLoss.weights', text: 'relu1_1=2, relu2_1=0' },
    ],
  });
  expect(nodes.styleSize?.params.size).toBe(100);
  expect(nodes.optimiser?.params.iterations).toBe(9);
  expect(nodes.styleLoss?.params.weights).toEqual({ relu1_1: 2, relu2_1: 0 });
  expect(nodes.style?.params.source).toBe('sample:cubist');
});

test('what does not fit the graph is refused in words', () => {
  const empty: GraphDocument = { title: '', nodes: {}, edges: {} };
  expect(refusal(empty, { size: 100 })).toContain('no Resize node');
  expect(refusal(empty, { encoder: 'random:1' })).toContain('no Encoder node');
  expect(refusal(empty, { iterations: 1 })).toContain('no Optimiser node');
  expect(refusal(small, { images: [{ node: 'stile', reference: 'x' }] })).toContain('Did you mean `style`?');
});
