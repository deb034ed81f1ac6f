import { expect, test } from 'vitest';
import { message } from '../language/message.ts';
import { failure } from '../language/result.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { encoder } from './encoder.ts';
import { inferAlone, lowerAlone, resolved } from './testing/alone.ts';
import { expectTrueGradient, oneStep } from './testing/check-gradient.ts';
import { startingFrom } from './testing/graphs.ts';
import { narrowEncoder, trialFacts } from './testing/trial.ts';

onWasm();

test('an encoder wire tells what is known of the encoder, its pooling and its padding', () => {
  const inferred = inferAlone(encoder, {}, { pooling: 'average' });
  const wire = { type: 'encoder', encoder: narrowEncoder, pooling: 'average', padding: 'zero' };
  expect(inferred).toEqual({ ok: true, value: { encoder: wire } });
  expect(lowerAlone(encoder, undefined, { pooling: 'average' }).leaving).toEqual({ encoder: wire });
});

test('weights that cannot be had are refused at their parameter, with the reason that they have', () => {
  const reason = message('taps.none');
  const gone = { ...trialFacts, encoder: () => failure(reason) };
  const inferred = encoder.infer({}, resolved(encoder, { weights: 'folder:gone' }), gone);
  expect(inferred).toEqual({ ok: false, reason: { reason, param: 'weights' } });
});

test('R8 all weights are asked for here first, so that one that is missing is missing here', () => {
  const { values } = lowerAlone(encoder).program;
  expect(values.map(({ attributes: { tensor } }) => tensor)).toEqual(
    narrowEncoder.layers.flatMap(({ name }) => [`${name}/kernel`, `${name}/bias`]),
  );
});

test.each([
  ['max', 'zero'],
  ['max', 'replicate'],
  ['max', 'reflect'],
  ['average', 'zero'],
  ['average', 'replicate'],
  ['average', 'reflect'],
])('R7 the gradient through %s pooling and %s padding is that of the loss', async (pooling, padding) => {
  const graph = startingFrom('sample:start-9x7', {
    content: 'sample:content-9x7',
    style: 'sample:style-11x6',
    encoder: { pooling, padding },
    optimiser: oneStep,
  });
  await expectTrueGradient(graph, 'sample:start-9x7');
});
