/** Sweeps through the protocol, beside a graph that is open. */
import { afterEach, expect, test } from 'vitest';
import { pixelsOf } from '../../runtime/host/scale-down.ts';
import type { SweepNews } from '../../runtime/host/sweep-protocol.ts';
import type { Axis } from '../../runtime/sweep/axis.ts';
import { gridOf } from '../../runtime/sweep/grid.ts';
import { readAxis } from '../../runtime/sweep/read-axis.ts';
import { nodeKinds } from '../registry.ts';
import { allClosed, type Desk, openDesk } from '../testing/desk.ts';
import { gatys } from '../testing/graphs.ts';
import { eventOf, paintAll } from '../testing/trial.ts';

let desk: Desk;

afterEach(async () => {
  desk.client.close();
  await allClosed();
});

const graph = gatys({ optimiser: { iterations: 4 } });

function axis(path: string, text: string): Axis {
  const read = readAxis(graph, nodeKinds, { path, text });
  if (!read.ok) throw new Error(`${path}=${text} is no axis.`);
  return read.value;
}

const axes = [axis('styleLoss.weight', '1,50'), axis('picture.noise', '0,0.5')];
const of = <T extends SweepNews['type']>(news: readonly SweepNews[], type: T) =>
  news.filter((one): one is Extract<SweepNews, { type: T }> => one.type === type);

test('R9 every cell comes as it would be painted alone, and nothing is left of them', async () => {
  desk = openDesk();
  desk.client.edit(graph);
  await desk.painted(4);
  const before = await desk.client.measure();
  const news: SweepNews[] = [];
  const end = await desk.client.sweep({ document: graph, axes, pictureSize: 64 }, one => news.push(one));
  expect(end).toEqual({ type: 'finished' });
  const grid = gridOf(axes);
  const cells = grid.ok ? grid.value.cells : [];
  const finished = of(news, 'finished');
  expect(finished.map(({ cell }) => cell).sort()).toEqual(cells.map(({ name }) => name).sort());
  for (const [weight, noise] of [
    [1, 0],
    [50, 0.5],
  ] as const) {
    const alone = eventOf(
      await paintAll(gatys({ optimiser: { iterations: 4 }, styleLoss: { weight }, picture: { noise } })),
      'output',
    );
    const { name } =
      cells.find(({ settings }) => settings[0]?.value === weight && settings[1]?.value === noise) ?? {};
    const cell = finished.find(other => other.cell === name);
    expect(cell).toMatchObject({ iteration: 4, loss: expect.any(Number) });
    expect(cell?.picture).toEqual(pixelsOf(alone.picture, 64));
  }
  expect(await desk.client.measure()).toMatchObject({
    tensors: before?.tensors,
    bytes: before?.bytes,
    compiled: before?.compiled,
  });
});

test('R8 a cell that cannot be painted says why, and the others are painted', async () => {
  desk = openDesk();
  const news: SweepNews[] = [];
  const bad = { ...axis('styleLoss.weight', '1'), path: 'nobody.weight' };
  const layers = axis('styleTaps.layers', 'relu1_1,relu9_9');
  await desk.client.sweep({ document: graph, axes: [layers], pictureSize: 8 }, one => news.push(one));
  expect(of(news, 'finished').map(({ picture: { width } }) => width)).toEqual([8]);
  expect(of(news, 'failed').map(({ problems: [problem] }) => problem?.node)).toEqual(['styleTaps']);
  const clash = await desk.client.sweep({ document: graph, axes: [bad, bad], pictureSize: 8 }, () => {});
  expect(clash).toMatchObject({ type: 'failed', reason: { id: 'sweep.axis-twice' } });
});

test('a sweep that is stopped keeps what it has painted, and the painting beside it goes on', async () => {
  desk = openDesk();
  desk.client.edit(gatys({ optimiser: { iterations: 100_000 } }));
  await desk.next('iteration');
  const news: SweepNews[] = [];
  const endless = gatys({ optimiser: { iterations: 100_000 } });
  const end = await desk.client.sweep({ document: endless, axes, pictureSize: 8 }, one => {
    news.push(one);
    if (one.type === 'begun') desk.client.stopSweep();
  });
  expect(end).toEqual({ type: 'stopped' });
  expect(of(news, 'begun')).toHaveLength(1);
  const { iteration } = await desk.next('iteration');
  expect((await desk.next('iteration')).iteration).toBeGreaterThan(iteration);
});
