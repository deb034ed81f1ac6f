/** From a plan to pictures: what is told on the way, in which order, and how it can be stopped. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PaintEvent, paint } from '../../runtime/execute/paint.ts';
import { TensorStore } from '../../runtime/execute/store.ts';
import { onWasm } from '../../runtime/testing/on-wasm.ts';
import { watchBytes } from '../../runtime/testing/watch-bytes.ts';
import { gatys, pyramid } from '../testing/graphs.ts';
import { eventOf, paintAll, planOf, trialResources, validated } from '../testing/trial.ts';

onWasm();

let before = { numTensors: 0, numBytes: 0 };
let watch = { stop: () => ({ peak: 0, left: 0 }) };
beforeEach(() => {
  before = tf.memory();
  watch = watchBytes();
});
/** R5, after every test of this file. */
afterEach(() => {
  const { numTensors, numBytes } = tf.memory();
  expect([numTensors, numBytes, watch.stop().left]).toEqual([before.numTensors, before.numBytes, 0]);
});

const told = (events: readonly PaintEvent[]) =>
  events.map(event => ('iteration' in event ? `${event.type} ${event.iteration}` : event.type));

describe('what is told', () => {
  test('preparation, each iteration with its terms, the result, and what the outputs show', async () => {
    const events = await paintAll(gatys());
    expect(told(events)).toEqual([
      'preparing',
      'iteration 1',
      'iteration 2',
      'iteration 3',
      'result 3',
      'preparing',
      'output',
    ]);
    const { terms, total, optimiser, iterations } = eventOf(events, 'iteration');
    expect({ optimiser, iterations }).toEqual({ optimiser: 'optimiser', iterations: 3 });
    expect(terms.map(({ name }) => name)).toEqual([
      'content/relu2_2',
      'style/relu1_1',
      'style/relu2_1',
      'style/relu3_1',
      'variation/variation',
    ]);
    expect(total).toBeCloseTo(
      terms.reduce((sum, { value, weight }) => sum + value * weight, 0),
      9,
    );
    const output = eventOf(events, 'output');
    expect(output.node).toBe('output');
    expect(output.picture).toEqual(eventOf(events, 'result').picture);
  });

  test('the loss falls', async () => {
    const events = await paintAll(gatys({ optimiser: { iterations: 12 } }));
    const totals = events.flatMap(event => (event.type === 'iteration' ? [event.total] : []));
    expect(totals.at(-1)).toBeLessThan(0.7 * (totals[0] ?? 0));
  });

  test('pictures on the way, as often as they are wanted', async () => {
    const wantsPicture = (iteration: number) => iteration % 2 === 0;
    const events = await paintAll(gatys({ optimiser: { iterations: 5 } }), { wantsPicture });
    expect(told(events).filter(text => text.startsWith('picture'))).toEqual(['picture 2', 'picture 4']);
    const unwatched = await paintAll(gatys({ optimiser: { iterations: 5 } }));
    expect(eventOf(events, 'result')).toEqual(eventOf(unwatched, 'result'));
  });

  test('with iterations under way the same, only later: in the same order and with the same numbers', async () => {
    const document = gatys({ optimiser: { iterations: 5 } });
    const [at, ahead] = [await paintAll(document, { ahead: 0 }), await paintAll(document, { ahead: 2 })];
    expect(ahead).toEqual(at);
  });

  test('a pyramid: stage after stage, the large picture starting from the small one enlarged', async () => {
    const events = await paintAll(pyramid());
    expect(told(events)).toEqual([
      'preparing',
      'iteration 1',
      'iteration 2',
      'result 2',
      'preparing',
      'iteration 1',
      'iteration 2',
      'iteration 3',
      'result 3',
      'preparing',
      'output',
    ]);
    const sizes = events.flatMap(event => (event.type === 'result' ? [event.picture.shape] : []));
    expect(sizes).toEqual([
      [14, 20, 3],
      [28, 40, 3],
    ]);
  });
});

describe('R9 same seed, same picture', () => {
  const noisy = (seed: number) => gatys({ picture: { noise: 0.7 }, optimiser: { seed, averaging: 0.5 } });

  test('bit for bit', async () => {
    const [first, second] = [await paintAll(noisy(7)), await paintAll(noisy(7))];
    expect(second).toEqual(first);
  });

  test('and another seed gives another', async () => {
    const [first, second] = [await paintAll(noisy(7)), await paintAll(noisy(8))];
    expect(eventOf(second, 'output').picture.data).not.toEqual(eventOf(first, 'output').picture.data);
  });

  test('where nothing is random the seed changes nothing', async () => {
    const [first, second] = [await paintAll(gatys()), await paintAll(gatys({ optimiser: { seed: 9 } }))];
    expect(eventOf(second, 'output')).toEqual(eventOf(first, 'output'));
  });
});

describe('stopping', () => {
  test('R5 a signal ends it after the iteration that runs, with the picture so far', async () => {
    const abort = new AbortController();
    const document = gatys({ optimiser: { iterations: 500 } });
    const wantsPicture = (iteration: number) => {
      if (iteration === 4) abort.abort();
      return false;
    };
    const events = await paintAll(document, { signal: abort.signal, wantsPicture });
    expect(told(events).slice(-5)).toEqual(['iteration 4', 'result 4', 'preparing', 'output', 'stopped']);
    const short = await paintAll(gatys({ optimiser: { iterations: 4 } }));
    expect(eventOf(events, 'output')).toEqual(eventOf(short, 'output'));
  });

  test('R5 a signal before it begins leaves nothing behind', async () => {
    const events = await paintAll(gatys(), { signal: AbortSignal.abort() });
    expect(told(events)).toEqual(['preparing', 'stopped']);
  });

  test('a pyramid that is stopped in its first stage gives that stage’s picture', async () => {
    const abort = new AbortController();
    const wantsPicture = () => {
      abort.abort();
      return false;
    };
    const events = await paintAll(pyramid(), { signal: abort.signal, wantsPicture });
    expect(told(events)).toEqual(['preparing', 'iteration 1', 'result 1', 'preparing', 'stopped']);
  });

  test.each(['preparing', 'iteration', 'picture', 'result', 'output'] as const)(
    'R5 whoever stops listening at %s leaves nothing behind, also with iterations under way',
    async type => {
      for (const ahead of [0, 2]) {
        const document = gatys({ optimiser: { iterations: 4, averaging: 0.9 } });
        const { params } = validated(document);
        const options = { resources: trialResources, params: () => params, wantsPicture: () => true, ahead };
        for await (const event of paint(planOf(document), options)) if (event.type === type) break;
        // What was under way is let go when it has arrived.
        await new Promise(resolve => setTimeout(resolve, 0));
      }
    },
  );
});

describe('a store that outlives a run', () => {
  test('R2 R4 finds what was computed before, and gives the same picture', async () => {
    const store = new TensorStore();
    const first = await paintAll(gatys(), { store });
    const computed = store.computed;
    const second = await paintAll(gatys(), { store });
    expect(store.computed).toBe(computed);
    expect(eventOf(second, 'preparing').ops).toBe(0);
    expect(eventOf(second, 'output')).toEqual(eventOf(first, 'output'));
    store.dispose();
  });

  test('a change of the style computes nothing of the content again', async () => {
    const store = new TensorStore();
    await paintAll(gatys(), { store });
    const other = await paintAll(gatys({ style: 'sample:other-20x20' }), { store });
    const alone = await paintAll(gatys({ style: 'sample:other-20x20' }));
    expect(eventOf(other, 'preparing').ops).toBeLessThan(eventOf(alone, 'preparing').ops);
    expect(eventOf(other, 'output')).toEqual(eventOf(alone, 'output'));
    store.dispose();
  });

  test('what was made of a result that was led elsewhere by a live parameter is not taken for another', async () => {
    const store = new TensorStore();
    const { params } = validated(pyramid());
    const smallOptimiser = { ...params.smallOptimiser, learningRate: 0.5 };
    await paintAll(pyramid(), { store, params: () => ({ ...params, smallOptimiser }) });
    const again = await paintAll(pyramid(), { store });
    expect(eventOf(again, 'output')).toEqual(eventOf(await paintAll(pyramid()), 'output'));
    store.dispose();
  });
});

test('the average of the iterates is that of the formula, corrected for its start at zero', async () => {
  const decay = 0.8;
  const painting = (averaging: number) =>
    paintAll(gatys({ optimiser: { iterations: 6, averaging } }), { wantsPicture: () => true });
  const picturesOf = (events: readonly PaintEvent[]) =>
    events.flatMap(event => (event.type === 'picture' ? [event.picture.data] : []));
  const iterates = picturesOf(await painting(0));
  const averaged = picturesOf(await painting(decay));
  for (const [at, shown] of averaged.entries()) {
    const t = at + 1;
    const weights = iterates.slice(0, t).map((_, i) => ((1 - decay) * decay ** (at - i)) / (1 - decay ** t));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    for (const [pixel, value] of shown.entries()) {
      const expected = weights.reduce((sum, weight, i) => sum + weight * (iterates[i]?.[pixel] ?? 0), 0);
      expect(Math.abs(value - expected)).toBeLessThan(1e-6);
    }
  }
});
