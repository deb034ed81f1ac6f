/** What a lens paints, beside what is painted in the same worker. */
import { afterEach, expect, test } from 'vitest';
import type { Axis } from '../../runtime/sweep/axis.ts';
import { allClosed, type Desk, openDesk } from '../testing/desk.ts';
import { gatys } from '../testing/graphs.ts';

let desk: Desk;

afterEach(async () => {
  desk.client.close();
  await allClosed();
});

const graph = gatys({ optimiser: { iterations: 6 } });
const axisOf = (values: readonly number[]): Axis => ({
  path: 'styleLoss.weight',
  values: values.map(value => ({ label: String(value), text: String(value), value })),
  live: true,
});

test('R9 a lens that paints changes no picture and stops no sweep, and leaves no tensor', async () => {
  desk = openDesk();
  desk.client.edit(graph);
  await desk.painted(6);
  const alone = await desk.client.picture('optimiser');
  const before = await desk.client.measure();

  const again = desk.next('run', ({ state }) => state === 'done');
  desk.client.restart();
  const sweep = (values: readonly number[], lane: 'runs' | 'lens') =>
    desk.client.sweep({ document: graph, axes: [axisOf(values)], pictureSize: 32, lane }, () => {});
  const ends = await Promise.all([sweep([3, 4], 'runs'), sweep([1, 2], 'lens'), again]);
  expect(ends.slice(0, 2)).toEqual([{ type: 'finished' }, { type: 'finished' }]);
  expect((await desk.client.picture('optimiser'))?.data).toEqual(alone?.data);
  expect(await desk.client.measure()).toMatchObject({ tensors: before?.tensors, bytes: before?.bytes });
});

test('a lens is stopped without the sweep of the runs', async () => {
  desk = openDesk();
  desk.client.edit(graph);
  await desk.painted(6);
  const sweep = (count: number, lane: 'runs' | 'lens', hear: () => void) => {
    const axes = [axisOf(Array.from({ length: count }, (_, at) => at + 1))];
    return desk.client.sweep({ document: graph, axes, pictureSize: 32, lane }, hear);
  };
  const runs = sweep(3, 'runs', () => {});
  // As soon as it has begun: of so many cells it paints but the first.
  const lens = sweep(60, 'lens', () => desk.client.stopSweep('lens'));
  expect(await Promise.all([runs, lens])).toEqual([{ type: 'finished' }, { type: 'stopped' }]);
});
