/** R3, R4: what an edit costs, in ops that are run and graphs that are compiled. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeEachBackend } from '../../runtime/testing/backends.ts';
import { gatys } from '../testing/graphs.ts';
import { openStudio, outputOf, type Studio, withParameter } from '../testing/studio.ts';
import { eventOf, paintAll } from '../testing/trial.ts';

describeEachBackend(
  'a session',
  name => {
    const backend = { name };
    let studio: Studio;

    beforeEach(() => {
      studio = openStudio(backend);
    });

    afterEach(() => studio.session.dispose());

    // Of few ops, for a GPU in software takes milliseconds for each.
    const graph = gatys({ layers: ['relu1_1'], contentLayer: 'relu1_2', optimiser: { iterations: 4 } });

    test('a session paints what painting the graph at once gives, bit for bit', async () => {
      const events = await studio.edited(graph);
      const plain = eventOf(await paintAll(graph), 'output');
      expect(outputOf(events)).toEqual(plain.picture.data);
    });

    test('R3 a weight changed on a finished painting paints on: nothing compiled, nothing computed anew', async () => {
      await studio.edited(graph);
      const before = { ...studio.session.counts };
      const events = await studio.edited(withParameter(graph, 'styleLoss', 'weight', 40));
      expect(studio.session.counts).toEqual(before);
      const iterations = events.filter(event => event.type === 'iteration').map(({ iteration }) => iteration);
      expect(iterations).toEqual([5, 6, 7, 8]);
      const run = events.findLast(event => event.type === 'run');
      expect(run).toMatchObject({ state: 'done', iteration: 8, mixed: true });
    });

    test('R4 back to what was painted before is a hit: nothing is computed, nothing painted', async () => {
      const restarting = withParameter(graph, 'optimiser', 'afterEdit', 'restart');
      const first = outputOf(await studio.edited(restarting));
      const other = withParameter(restarting, 'style', 'source', 'sample:another-20x20');
      await studio.edited(other);
      const before = { ...studio.session.counts };
      const events = await studio.edited(restarting);
      expect(events.filter(event => event.type === 'iteration')).toEqual([]);
      expect(outputOf(events)).toEqual(first);
      expect(studio.session.counts.computed).toBe(before.computed);
    });

    // All else is decided before anything reaches a device.
    if (name === 'webgpu') return;

    test('moving or naming a node does nothing at all', async () => {
      await studio.edited(graph);
      const before = { ...studio.session.counts };
      const node = graph.nodes.style;
      if (!node) throw new Error('no style');
      const moved = {
        ...graph,
        nodes: { ...graph.nodes, style: { ...node, position: { x: 9, y: 9 }, title: 'Monet' } },
      };
      const events = await studio.edited(moved);
      expect(studio.session.counts).toEqual(before);
      expect(events).toEqual([{ type: 'applied', edit: 2, effect: 'none', problems: [] }]);
    });

    test('an optimiser that starts again after an edit does so, and its history is not mixed', async () => {
      const restarting = withParameter(graph, 'optimiser', 'afterEdit', 'restart');
      await studio.edited(restarting);
      const changed = withParameter(restarting, 'styleLoss', 'weight', 40);
      const events = await studio.edited(changed);
      expect(outputOf(events)).toEqual(eventOf(await paintAll(changed), 'output').picture.data);
      expect(events.findLast(event => event.type === 'run')).toMatchObject({ iteration: 4, mixed: false });
    });

    test('a layer switched on computes only what is new', async () => {
      const shallow = gatys({ layers: ['relu1_1', 'relu2_1'], optimiser: { iterations: 2 } });
      await studio.edited(shallow);
      const ran: string[] = [];
      const before = studio.session.counts.computed;
      await studio.edited(gatys({ layers: ['relu1_1', 'relu2_1', 'relu3_1'], optimiser: { iterations: 2 } }));
      ran.push(String(studio.session.counts.computed - before));
      // conv2_2, a pooling, conv3_1, its Gram matrix (transpose, product, division) and its target's mean square.
      expect(Number(ran[0])).toBeLessThanOrEqual(10);
    });
  },
  ['wasm', 'webgpu'],
);
