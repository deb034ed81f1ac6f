import { expect, test } from 'vitest';
import { message } from '../language/message.ts';
import { failure } from '../language/result.ts';
import { image } from './image.ts';
import { imageOf, inferAlone, lowerAlone, resolved } from './testing/alone.ts';
import { trialFacts } from './testing/trial.ts';

test('an image has the size of its picture, height first', () => {
  const inferred = inferAlone(image, {}, { source: 'sample:wide-33x21' });
  expect(inferred).toEqual({ ok: true, value: { image: { type: 'image', shape: [21, 33, 3] } } });
});

test('a picture that cannot be had is refused at its parameter, with the reason that it has', () => {
  const reason = message('taps.none');
  const gone = { ...trialFacts, image: () => failure(reason) };
  const inferred = image.infer({}, resolved(image, { source: 'file:gone.png' }), gone);
  expect(inferred).toEqual({ ok: false, reason: { reason, param: 'source' } });
});

test('R1 its value is named by the content of the picture', () => {
  const value = imageOf(lowerAlone(image, undefined, { source: 'sample:wide-33x21' }).leaving);
  expect(value.op.name).toBe('image');
  expect(value.attributes).toEqual({ hash: 'sample:wide-33x21', shape: [21, 33, 3] });
});
