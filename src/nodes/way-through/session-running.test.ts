/** Play, pause, step, back and forth; several optimisers; what goes wrong while it paints. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GraphDocument, ParameterValue } from '../../graph/document.ts';
import { build } from '../../graph/testing/build.ts';
import { say } from '../../language/message.ts';
import type { SessionEvent } from '../../runtime/session/events.ts';
import { describeEachBackend } from '../../runtime/testing/backends.ts';
import { gatys, pyramid, renamed, together } from '../testing/graphs.ts';
import { openStudio, outputOf, type Studio, withParameter } from '../testing/studio.ts';
import { eventOf, paintAll } from '../testing/trial.ts';

/** A GPU in software takes milliseconds for each op, and a second for each kind of op. */
const ofFewOps = (optimiser: Readonly<Record<string, ParameterValue>>): GraphDocument =>
  build(
    {
      content: { kind: 'image', source: 'sample:content-12x8' },
      picture: 'picture',
      variation: 'total-variation',
      optimiser: { kind: 'optimiser', method: 'momentum', ...optimiser },
      output: 'output',
    },
    [
      'content.image → picture.start',
      'picture.picture → variation.image',
      'picture.picture → optimiser.picture',
      'variation.loss → optimiser.loss',
      'optimiser.result → output.image',
    ],
  );

describeEachBackend(
  'a session',
  name => {
    const backend = { name };
    let studio: Studio;

    beforeEach(() => {
      studio = openStudio(backend);
    });

    afterEach(() => studio.session.dispose());

    const iterations = 8;
    const graphWith = (optimiser: Readonly<Record<string, ParameterValue>>) =>
      name === 'webgpu'
        ? ofFewOps({ iterations, ...optimiser })
        : gatys({ optimiser: { iterations, ...optimiser } });
    const graph = graphWith({});
    let painted: Float32Array | undefined;
    /** What painting it at once gives. */
    const whole = async () => {
      painted ??= eventOf(await paintAll(graph), 'output').picture.data;
      return painted;
    };

    const iterationsIn = (events: readonly SessionEvent[]): number[] =>
      events.flatMap(event => (event.type === 'iteration' ? [event.iteration] : []));

    test('a paused painting stays where it is and goes on from there, as if it had never paused', async () => {
      studio.session.edit(graph);
      await studio.next(event => event.type === 'iteration' && event.iteration === 3);
      studio.session.pause();
      await studio.session.rest();
      const paused = studio.events.findLast(event => event.type === 'run');
      expect(paused).toMatchObject({ state: 'paused' });
      const reached = iterationsIn(studio.events).at(-1) ?? 0;
      expect(reached).toBeLessThan(6);
      studio.session.play();
      await studio.session.rest();
      expect(iterationsIn(studio.events)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(outputOf(studio.events)).toEqual(await whole());
    });

    test('a step paints one iteration and pauses', async () => {
      studio.session.edit(graph);
      await studio.next(event => event.type === 'iteration');
      studio.session.pause();
      await studio.session.rest();
      const before = iterationsIn(studio.events).length;
      studio.session.step();
      await studio.session.rest();
      expect(iterationsIn(studio.events).length).toBe(before + 1);
      expect(studio.events.findLast(event => event.type === 'run')).toMatchObject({ state: 'paused' });
    });

    test('from a checkpoint it goes on to the same picture, and what came later is kept', async () => {
      const events = await studio.edited(graph);
      const kept = events.flatMap(event => (event.type === 'checkpoint' ? [event.checkpoint] : []));
      expect(kept.map(({ iteration }) => iteration)).toEqual([1, 2, 3, 4, 5, 7, 8]);
      const fourth = kept.find(({ iteration }) => iteration === 4);
      const from = studio.events.length;
      expect(studio.session.goTo('optimiser', fourth?.id ?? '')).toBe(true);
      await studio.session.rest();
      expect(iterationsIn(studio.events.slice(from))).toEqual([5, 6, 7, 8]);
      expect(outputOf(studio.events)).toEqual(await whole());
      expect(studio.session.runs.get('optimiser')?.checkpoints.all.length).toBe(7);
      expect(studio.session.goTo('optimiser', 'no such')).toBe(false);
    });

    test('another session goes on from a checkpoint, bit for bit', async () => {
      await studio.edited(graph);
      const checkpoint = studio.session.runs.get('optimiser')?.checkpoints.all[3];
      if (!checkpoint) throw new Error('no checkpoint');
      const other = openStudio(backend);
      other.session.resume({ optimiser: structuredClone(checkpoint) });
      const events = await other.edited(graph);
      expect(iterationsIn(events)).toEqual([5, 6, 7, 8]);
      expect(outputOf(events)).toEqual(await whole());
      await other.session.dispose();
    });

    test('two optimisers take turns', async () => {
      const second = renamed(graphWith({ learningRate: 0.003 }), id => `${id}2`);
      const events = await studio.edited(together(graph, second));
      const order = events.flatMap(event => (event.type === 'iteration' ? [event.optimiser] : []));
      for (const half of [order.slice(0, 8), order.slice(8)]) {
        expect(half.filter(optimiser => optimiser === 'optimiser').length).toBeGreaterThanOrEqual(3);
        expect(half.filter(optimiser => optimiser === 'optimiser2').length).toBeGreaterThanOrEqual(3);
      }
    });

    test('R8 a weight that bursts the numbers is told at its node; taken back, it paints on', async () => {
      studio.session.edit(graph);
      await studio.next(event => event.type === 'iteration' && event.iteration === 3);
      const burst = await studio.edited(
        withParameter(withParameter(graph, 'optimiser', 'learningRate', 1e6), 'optimiser', 'clamp', false),
      );
      const failed = burst.find(event => event.type === 'failed');
      expect(failed?.type === 'failed' && say(failed.problem.reason).length).toBeGreaterThan(20);
      expect(studio.events.findLast(event => event.type === 'run')).toMatchObject({ state: 'failed' });
      const mended = await studio.edited(graph);
      expect(mended.findLast(event => event.type === 'run')).toMatchObject({ state: 'done' });
    });

    // All else is decided before anything reaches a device.
    if (name === 'webgpu') return;

    test('restarting paints the same again', async () => {
      await studio.edited(graph);
      const from = studio.events.length;
      studio.session.restart();
      await studio.session.rest();
      const again = studio.events.slice(from);
      expect(iterationsIn(again)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(outputOf(studio.events)).toEqual(await whole());
    });

    test('a fork from a checkpoint with another weight keeps both branches, and says that it is mixed', async () => {
      const events = await studio.edited(graph);
      const second = events.find(event => event.type === 'checkpoint' && event.checkpoint.iteration === 2);
      if (second?.type !== 'checkpoint') throw new Error('no checkpoint');
      studio.session.goTo('optimiser', second.checkpoint.id);
      studio.session.edit(withParameter(graph, 'styleLoss', 'weight', 40));
      await studio.session.rest();
      const all = studio.session.runs.get('optimiser')?.checkpoints.all ?? [];
      expect(all.filter(({ history }) => history.segments.length > 1).length).toBeGreaterThan(2);
      expect(all.filter(({ history }) => history.segments.length === 1).length).toBe(7);
    });

    test('an optimiser that starts from a result waits for it, and begins again when there is another', async () => {
      const events = await studio.edited(pyramid());
      const states = events.flatMap(event =>
        event.type === 'run' ? [`${event.optimiser} ${event.state}`] : [],
      );
      expect(states.indexOf('largeOptimiser waiting')).toBeLessThan(states.indexOf('smallOptimiser done'));
      const again = await studio.edited(pyramid({ small: { iterations: 3 } }));
      const large = again.flatMap(event =>
        event.type === 'iteration' && event.optimiser === 'largeOptimiser' ? [event.iteration] : [],
      );
      expect(large).toEqual([1, 2, 3]);
    });

    test('R8 a part that is being wired waits with its picture, and goes on when it is whole again', async () => {
      studio.session.edit(graph);
      await studio.next(event => event.type === 'iteration' && event.iteration === 2);
      const broken = Object.fromEntries(
        Object.entries(graph.edges).filter(([id]) => id !== 'optimiser.loss'),
      );
      const events = await studio.edited({ ...graph, edges: broken });
      const applied = events.find(event => event.type === 'applied');
      expect(applied?.type === 'applied' && applied.problems.map(({ node }) => node)).toContain('optimiser');
      expect(studio.events.findLast(event => event.type === 'run')).toMatchObject({ state: 'waiting' });
      await studio.edited(graph);
      expect(iterationsIn(studio.events)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(outputOf(studio.events)).toEqual(await whole());
    });

    test('a weight changed while its part was not whole counts when it is whole again', async () => {
      const restarting = withParameter(graph, 'optimiser', 'afterEdit', 'restart');
      await studio.edited(restarting);
      const heavier = withParameter(restarting, 'styleLoss', 'weight', 40);
      const edges = Object.entries(heavier.edges).filter(([id]) => id !== 'optimiser.loss');
      await studio.edited({ ...heavier, edges: Object.fromEntries(edges) });
      const events = await studio.edited(heavier);
      expect(iterationsIn(events)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(outputOf(events)).toEqual(eventOf(await paintAll(heavier), 'output').picture.data);
    });
  },
  ['wasm', 'webgpu'],
);
