/** L-BFGS while it paints: what it remembers goes back and forth with the picture, and is cleared by an edit. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SessionEvent } from '../../runtime/session/events.ts';
import { describeEachBackend } from '../../runtime/testing/backends.ts';
import { gatys } from '../testing/graphs.ts';
import { openStudio, outputOf, type Studio, withParameter } from '../testing/studio.ts';
import { eventOf, paintAll } from '../testing/trial.ts';

describeEachBackend(
  'L-BFGS',
  name => {
    let studio: Studio;

    beforeEach(() => {
      studio = openStudio({ name });
    });

    afterEach(() => studio.session.dispose());

    const graph = gatys({ optimiser: { method: 'lbfgs', iterations: 12, memory: 4 } });
    const whole = async () => eventOf(await paintAll(graph), 'output').picture.data;
    const totals = (events: readonly SessionEvent[]) =>
      events.flatMap(event => (event.type === 'iteration' ? [event.total] : []));

    test('paints farther down than Adam in as many iterations', async () => {
      const adam = totals(await studio.edited(gatys({ optimiser: { iterations: 30 } })));
      const lbfgs = totals(await studio.edited(withParameter(graph, 'optimiser', 'iterations', 30)));
      expect(Math.min(...lbfgs)).toBeLessThan(0.9 * (adam.at(-1) ?? 0));
    });

    test('R9 from a checkpoint it goes on to the very same picture: its memory is in it', async () => {
      const events = await studio.edited(graph);
      const kept = events.flatMap(event => (event.type === 'checkpoint' ? [event.checkpoint] : []));
      const seventh = kept.find(({ iteration }) => iteration === 7);
      expect(studio.session.goTo('optimiser', seventh?.id ?? '')).toBe(true);
      const from = studio.events.length;
      await studio.session.rest();
      expect(totals(studio.events.slice(from))).toEqual(totals(events).slice(7));
      expect(outputOf(studio.events)).toEqual(await whole());
    });

    test('R3 a weight changed while it paints starts its memory anew, and the new loss falls', async () => {
      studio.session.edit(graph);
      await studio.next(event => event.type === 'iteration' && event.iteration === 6);
      const from = studio.events.length;
      await studio.edited(withParameter(graph, 'styleLoss', 'weight', 400));
      const after = totals(studio.events.slice(from));
      expect(studio.session.counts.compiled).toBe(1);
      // Iterations of the old weight may still have come; the new one begins far above them.
      const anew = after.slice(after.indexOf(Math.max(...after)));
      expect(Math.min(...anew)).toBeLessThan(0.8 * Math.max(...anew));
      const last = studio.session.runs.get('optimiser')?.checkpoints.newest;
      expect(last?.carried.loss?.data[0]).toBeCloseTo(Math.min(...anew), 3);
    });

    test('another target while it paints does the same', async () => {
      studio.session.edit(graph);
      await studio.next(event => event.type === 'iteration' && event.iteration === 6);
      const from = studio.events.length;
      const other = withParameter(graph, 'style', 'source', 'sample:other-20x20');
      const events = await studio.edited(other);
      expect(events.find(event => event.type === 'applied')).toMatchObject({ effect: 'compiled' });
      const last = studio.session.runs.get('optimiser')?.checkpoints.newest;
      const after = totals(studio.events.slice(from));
      expect(after.at(-1)).toBeLessThan(Math.max(...after));
      expect(after.some(total => Math.abs(total - (last?.carried.loss?.data[0] ?? 0)) < 1e-4)).toBe(true);
    });
  },
  // Its ops are tried on WebGPU one by one; its sessions would take a GPU in software half a minute.
  ['wasm'],
);
