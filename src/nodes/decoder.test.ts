import { expect, test } from 'vitest';
import { build } from '../graph/testing/build.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { decoder } from './decoder.ts';
import { inferAlone } from './testing/alone.ts';
import { eventOf, paintAll } from './testing/trial.ts';

onWasm();

const features = (
  layers: Readonly<Record<string, readonly [number, number, number]>>,
  from = 'narrow/max/zero',
) => ({ type: 'features', from, layers }) as const;

test('R6 the picture is as many times larger than the features as the encoder had halved it', () => {
  expect(inferAlone(decoder, { features: features({ relu2_1: [8, 12, 6] }) })).toEqual({
    ok: true,
    value: { image: { type: 'image', shape: [16, 24, 3] } },
  });
});

test('with a picture at like it has that picture’s size, odd as it may be', () => {
  const like = { type: 'image', shape: [17, 25, 3] } as const;
  expect(inferAlone(decoder, { features: features({ relu2_1: [8, 12, 6] }), like })).toMatchObject({
    ok: true,
    value: { image: { shape: [17, 25, 3] } },
  });
});

test('R8 features of another encoder, or of another layer, are refused; the layer with its fix', () => {
  const foreign = { features: features({ relu2_1: [8, 12, 6] }, 'vgg/max/zero') };
  expect(inferAlone(decoder, foreign)).toMatchObject({
    ok: false,
    reason: { port: 'features', reason: { id: 'network.other-encoder' } },
  });
  expect(inferAlone(decoder, { features: features({ relu1_1: [16, 24, 4] }) })).toMatchObject({
    ok: false,
    reason: { reason: { id: 'network.no-tap' }, fix: { param: 'layers', value: ['relu1_1', 'relu2_1'] } },
  });
});

test('R8 a network that takes a picture belongs into a Generator', () => {
  const arriving = { features: features({ relu2_1: [8, 12, 6] }) };
  expect(inferAlone(decoder, arriving, { network: 'folder:soft' })).toMatchObject({
    ok: false,
    reason: { param: 'network', reason: { id: 'network.takes-image' } },
  });
});

/** Encode, match, decode, show: no optimiser anywhere. */
const feedForward = (size: string, match = {}) =>
  build(
    {
      content: { kind: 'image', source: `sample:content-${size}` },
      style: { kind: 'image', source: 'sample:style-21x33' },
      encoder: 'encoder',
      contentTaps: { kind: 'layer-taps', layers: ['relu2_1'] },
      styleTaps: { kind: 'layer-taps', layers: ['relu2_1'] },
      match: { kind: 'match-statistics', ...match },
      decoder: 'decoder',
      output: 'output',
    },
    [
      'encoder.encoder → contentTaps.encoder',
      'encoder.encoder → styleTaps.encoder',
      'content.image → contentTaps.image',
      'style.image → styleTaps.image',
      'contentTaps.features → match.content',
      'styleTaps.features → match.style',
      'match.features → decoder.features',
      'content.image → decoder.like',
      'decoder.image → output.image',
    ],
  );

test('a graph without an optimiser gives its picture at once, of the content’s size, between 0 and 1', async () => {
  const events = await paintAll(feedForward('27x19'));
  expect(events.map(({ type }) => type)).toEqual(['preparing', 'output']);
  const { picture } = eventOf(events, 'output');
  expect(picture.shape).toEqual([19, 27, 3]);
  expect(picture.data.every(value => value >= 0 && value <= 1)).toBe(true);
  const weaker = eventOf(await paintAll(feedForward('27x19', { strength: 0.2 })), 'output').picture;
  expect(weaker.data).not.toEqual(picture.data);
});
