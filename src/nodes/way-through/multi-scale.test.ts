/** A picture that is painted small first: one optimiser, several stages, one painting. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import { build } from '../../graph/testing/build.ts';
import { message, say } from '../../language/message.ts';
import { compile } from '../../runtime/compile/compile.ts';
import { forecast } from '../../runtime/compile/forecast.ts';
import { reachable } from '../../runtime/ir/reachable.ts';
import type { SessionEvent } from '../../runtime/session/events.ts';
import { describeEachBackend } from '../../runtime/testing/backends.ts';
import { watchBytes } from '../../runtime/testing/watch-bytes.ts';
import { nodeKinds } from '../registry.ts';
import { gatys, together } from '../testing/graphs.ts';
import { openStudio, outputOf, type Studio, withParameter } from '../testing/studio.ts';
import { eventOf, paintAll, planOf, trialFacts, validated } from '../testing/trial.ts';

/** Gatys' graph with a Multi-scale on the wire from the picture to the optimiser. */
const scaled = (params = {}, optimiser = {}, size = '44x32'): GraphDocument =>
  together(
    gatys({
      content: `sample:content-${size}`,
      style: 'sample:style-40x40',
      optimiser: { iterations: 3, ...optimiser },
    }),
    build({ scales: { kind: 'multi-scale', smallest: 22, ...params } }, [
      'picture.picture → scales.picture',
      'scales.picture → optimiser.picture',
    ]),
  );

describe('the plan of a picture at several scales', () => {
  const { stages } = planOf(scaled());

  test('has a stage for each, √2 apart, up to the size of the picture', () => {
    expect(stages.map(({ shape }) => shape)).toEqual([
      [16, 22, 3],
      [23, 31, 3],
      [32, 44, 3],
    ]);
    expect(stages.map(({ optimiser }) => optimiser)).toEqual(['optimiser', 'optimiser', 'optimiser']);
  });

  test('paints the first twice as long, and counts on from scale to scale', () => {
    expect(stages.map(({ iterations, scale: { after } }) => [after, iterations])).toEqual([
      [0, 6],
      [6, 3],
      [9, 3],
    ]);
    expect(stages.every(({ scale }) => scale.total === 12)).toBe(true);
  });

  test('encodes style and content anew at each, smaller by the same factor', () => {
    for (const [at, side] of [20, 28, 40].entries()) {
      const stage = stages[at];
      const targets = reachable(stage?.once ?? []).filter(({ op }) => op.name === 'gram');
      expect(targets.length).toBe(3);
      const divisors = targets.map(({ attributes }) => Number(attributes.divisor));
      expect(Math.max(...divisors)).toBe(side * side);
    }
  });

  test('where the picture is no larger than the smallest size there is one stage, as without it', () => {
    expect(planOf(scaled({ smallest: 44 })).stages.map(({ shape }) => shape)).toEqual([[32, 44, 3]]);
  });
});

describeEachBackend('a picture at several scales', () => {
  test('is painted in one go; the loss of each scale falls, and the result has the whole size', async () => {
    const events = await paintAll(scaled({}, { iterations: 5 }));
    const iterations = events.flatMap(event => (event.type === 'iteration' ? [event] : []));
    expect(iterations.map(({ iteration }) => iteration)).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
    expect(new Set(iterations.map(({ iterations: of }) => of))).toEqual(new Set([20]));
    const total = (iteration: number) => iterations[iteration - 1]?.total ?? Number.NaN;
    expect(total(10)).toBeLessThan(total(1));
    expect(total(15)).toBeLessThan(total(11));
    expect(total(20)).toBeLessThan(total(16));
    expect(eventOf(events, 'result').picture.shape).toEqual([32, 44, 3]);
    expect(eventOf(events, 'output').picture.shape).toEqual([32, 44, 3]);
  });

  test.each([{}, { method: 'lbfgs', memory: 3 }])(
    'R5 R6 leaves no tensor, and takes as many bytes as was said (%j)',
    async optimiser => {
      const graph = scaled({}, { averaging: 0.9, ...optimiser });
      const watch = watchBytes();
      await paintAll(graph);
      const { peak, left } = watch.stop();
      expect(left).toBe(0);
      const { peakBytes } = forecast(planOf(graph));
      expect(peakBytes).toBeGreaterThan(0.95 * peak);
      expect(peakBytes).toBeLessThan(1.05 * peak);
    },
  );
}, ['wasm']);

describeEachBackend(
  'an open graph with a picture at several scales',
  name => {
    let studio: Studio;

    beforeEach(() => {
      studio = openStudio({ name });
    });

    afterEach(() => studio.session.dispose());

    const graph = scaled({}, { averaging: 0.9 });
    const whole = async () => eventOf(await paintAll(graph), 'output').picture.data;
    const iterationsIn = (events: readonly SessionEvent[]) =>
      events.flatMap(event => (event.type === 'iteration' ? [event.iteration] : []));
    const runsIn = (events: readonly SessionEvent[]) =>
      events.flatMap(event => (event.type === 'run' ? [event] : []));

    test('R9 is painted as without a session, and is no mixture', async () => {
      const events = await studio.edited(graph);
      expect(iterationsIn(events)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
      expect(outputOf(events)).toEqual(await whole());
      expect(runsIn(events).at(-1)).toMatchObject({ state: 'done', iteration: 12, until: 12, mixed: false });
    });

    test('tells at which scale it is, when that ends, and what it is to all that comes after', async () => {
      const told = runsIn(await studio.edited(graph)).flatMap(({ state, scale }) =>
        state === 'running' ? [scale] : [],
      );
      expect(told).toMatchObject([
        { at: 1, of: 3, width: 22, height: 16, until: 6 },
        { at: 2, of: 3, width: 31, height: 23, until: 9 },
        { at: 3, of: 3, width: 44, height: 32, until: 12, ahead: 0 },
      ]);
      // Three iterations of twice the pixels and three of four times as many.
      expect(told[0]?.ahead).toBeGreaterThan(15);
      expect(told[0]?.ahead).toBeLessThan(21);
    });

    test('R9 from a checkpoint of a smaller scale it goes on through the others to the same picture', async () => {
      const events = await studio.edited(graph);
      const kept = events.flatMap(event => (event.type === 'checkpoint' ? [event.checkpoint] : []));
      expect(kept.every(({ mixed }) => !mixed)).toBe(true);
      for (const iteration of [4, 6, 7]) {
        const from = studio.events.length;
        const checkpoint = kept.find(each => each.iteration === iteration);
        expect(studio.session.goTo('optimiser', checkpoint?.id ?? '')).toBe(true);
        await studio.session.rest();
        expect(iterationsIn(studio.events.slice(from))).toEqual(
          Array.from({ length: 12 - iteration }, (_, at) => iteration + 1 + at),
        );
        expect(outputOf(studio.events)).toEqual(await whole());
      }
    });

    test('an edit at a smaller scale is taken up there, and says that it is mixed', async () => {
      studio.session.edit(graph);
      await studio.next(event => event.type === 'iteration' && event.iteration === 8);
      const from = studio.events.length;
      await studio.edited(withParameter(graph, 'style', 'source', 'sample:other-40x40'));
      expect(iterationsIn(studio.events.slice(from)).at(0)).toBeGreaterThan(8);
      expect(runsIn(studio.events).at(-1)).toMatchObject({ state: 'done', iteration: 12, mixed: true });
    });

    test('another start begins small again', async () => {
      studio.session.edit(graph);
      await studio.next(event => event.type === 'iteration' && event.iteration === 8);
      const from = studio.events.length;
      const other = withParameter(graph, 'content', 'source', 'sample:elsewhere-44x32');
      await studio.edited(other);
      expect(iterationsIn(studio.events.slice(from)).slice(-12)).toEqual(
        Array.from({ length: 12 }, (_, at) => at + 1),
      );
      expect(outputOf(studio.events)).toEqual(eventOf(await paintAll(other), 'output').picture.data);
    });

    test('a weight that changes when all is painted is taken up at the whole size, for as long as that took', async () => {
      await studio.edited(graph);
      const from = studio.events.length;
      await studio.edited(withParameter(graph, 'styleLoss', 'weight', 40));
      expect(iterationsIn(studio.events.slice(from))).toEqual([13, 14, 15]);
    });

    test('R5 leaves no tensor when it is put away', async () => {
      await studio.edited(graph);
      await studio.session.dispose();
      expect(tf.memory().numTensors).toBe(0);
      studio = openStudio({ name });
    });
  },
  ['wasm'],
);

test('R8 a size at which nothing is left of a picture is refused, with the node that asks for it', () => {
  const graph = validated(scaled({ smallest: 16 }, {}, '96x8'));
  const compiled = compile(graph, nodeKinds, trialFacts);
  if (compiled.ok) throw new Error('It was not refused.');
  const [problem] = compiled.reason;
  expect(problem).toMatchObject({ node: 'scales', param: 'smallest', reason: { id: 'scales.too-small' } });
  expect(say(problem?.reason ?? message('compile.no-output'))).toMatch(
    /^At a long side of 17 pixels .* nothing is left at relu2_2/,
  );
});
