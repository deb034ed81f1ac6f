import { expect, test } from 'vitest';
import { randomEncoder } from '../../../models/random.ts';
import type { GraphDocument } from '../../graph/document.ts';
import { noNetwork } from '../../graph/network.ts';
import { validate } from '../../graph/validate.ts';
import { message } from '../../language/message.ts';
import { failure, success } from '../../language/result.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { gather, imageHash } from './gather.ts';
import type { DecodedImage, Sources } from './sources.ts';

const node = (kind: string, params = {}) => ({ kind, version: 1, params, position: { x: 0, y: 0 } });

const image = (width: number, value = 0): DecodedImage => ({
  shape: [1, width, 3],
  data: new Float32Array(3 * width).fill(value),
});

function noting(asked: string[]): Sources {
  return {
    image: async reference => {
      asked.push(reference);
      return reference.includes('lost')
        ? failure(message('file.missing', { file: 'lost' }))
        : success(image(4));
    },
    network: async reference => noNetwork(reference),
    encoder: async reference => {
      asked.push(reference);
      return success(randomEncoder(7, { convolutions: [1], channels: [2] }));
    },
  };
}

const documentOf = (nodes: GraphDocument['nodes']): GraphDocument => ({ title: '', nodes, edges: {} });

test('each reference is opened once, defaults included, and unknown kinds and bad values not at all', async () => {
  const asked: string[] = [];
  const document = documentOf({
    a: node('image', { source: 'file:a.png' }),
    b: node('image', { source: 'file:a.png' }),
    byDefault: node('image'),
    bad: node('image', { source: 7 }),
    encoder: node('encoder', { weights: 'random:7' }),
    unknown: node('hologram', { source: 'file:b.png' }),
  });
  const { facts } = await gather(document, nodeKinds, noting(asked));
  const initial = nodeKinds.get('image')?.params.source?.default;
  expect(asked).toEqual(['file:a.png', initial, 'random:7']);
  expect(facts.image('file:a.png')).toMatchObject({ ok: true, value: { height: 1, width: 4 } });
});

test('R8 a picture that does not open fails at its node and parameter', async () => {
  const document = documentOf({ content: node('image', { source: 'file:lost.png' }) });
  const { facts } = await gather(document, nodeKinds, noting([]));
  expect(validate(document, nodeKinds, facts)).toMatchObject({
    ok: false,
    reason: [{ node: 'content', param: 'source', reason: { id: 'file.missing' } }],
  });
});

test('R1 pixels and weights are found by the hash of their content', async () => {
  const document = documentOf({
    content: node('image', { source: 'file:a.png' }),
    encoder: node('encoder', { weights: 'random:7' }),
  });
  const { facts, resources } = await gather(document, nodeKinds, noting([]));
  const known = facts.image('file:a.png');
  expect(known.ok && resources.image(known.value.hash)).toEqual(success(image(4)));
  const encoder = facts.encoder('random:7');
  expect(encoder.ok && resources.weight(encoder.value.hash, 'conv1_1/bias').ok).toBe(true);
  expect(resources.image('nobody').ok).toBe(false);
});

test('R1 pictures of the same numbers and another shape are other pictures', async () => {
  const tall: DecodedImage = { shape: [4, 1, 3], data: image(4).data };
  const hashes = await Promise.all([image(4), image(4, 1), tall].map(imageHash));
  expect(new Set(hashes).size).toBe(3);
  expect(await imageHash(image(4))).toBe(hashes[0]);
});
