/** Sweeps with real nodes: what is shared between cells, and that nothing else is. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import { validate } from '../../graph/validate.ts';
import { say } from '../../language/message.ts';
import { compile } from '../../runtime/compile/compile.ts';
import { TensorStore } from '../../runtime/execute/store.ts';
import { type Grid, gridOf } from '../../runtime/sweep/grid.ts';
import { coarseToFine } from '../../runtime/sweep/order.ts';
import { readAxis } from '../../runtime/sweep/read-axis.ts';
import { cellsOfShard } from '../../runtime/sweep/shard.ts';
import { type SweepEvent, type SweepOptions, sweep } from '../../runtime/sweep/sweep.ts';
import { onWasm } from '../../runtime/testing/on-wasm.ts';
import { nodeKinds } from '../registry.ts';
import { gatys, pyramid } from '../testing/graphs.ts';
import { eventOf, paintAll, trialFacts, trialResources } from '../testing/trial.ts';

onWasm();

let before = 0;
beforeEach(() => {
  before = tf.memory().numTensors;
});
afterEach(() => {
  expect(tf.memory().numTensors).toBe(before);
});

function gridIn(document: GraphDocument, varied: Readonly<Record<string, string>>): Grid {
  const axes = Object.entries(varied).map(([path, text]) => {
    const axis = readAxis(document, nodeKinds, { path, text });
    if (!axis.ok) throw new Error(axis.reason.map(({ reason }) => say(reason)).join('\n'));
    return axis.value;
  });
  const grid = gridOf(axes);
  if (!grid.ok) throw new Error(say(grid.reason));
  return grid.value;
}

const compileWith =
  (spareBytes: number): SweepOptions['compile'] =>
  async document => {
    const valid = validate(document, nodeKinds, trialFacts);
    if (!valid.ok) return valid;
    const plan = compile(valid.value, nodeKinds, trialFacts);
    if (!plan.ok) return plan;
    const { params } = valid.value;
    return { ok: true, value: { plan: plan.value, params, resources: trialResources, spareBytes } };
  };

interface Swept {
  readonly events: readonly SweepEvent[];
  /** Ops that were computed once, by the cell they were first needed for. */
  readonly computed: Readonly<Record<string, number>>;
  readonly pictures: Readonly<Record<string, Float32Array>>;
}

async function swept(
  document: GraphDocument,
  cells: Grid['cells'],
  options: Partial<SweepOptions> & { readonly spareBytes?: number } = {},
): Promise<Swept> {
  const store = new TensorStore();
  const { spareBytes = 1e9, ...more } = options;
  const events: SweepEvent[] = [];
  const computed: Record<string, number> = {};
  const pictures: Record<string, Float32Array> = {};
  let sofar = 0;
  const running = sweep({
    ...{ document, registry: nodeKinds, cells, store, compile: compileWith(spareBytes) },
    ...more,
  });
  for await (const event of running) {
    events.push(event);
    if (event.type !== 'finished') continue;
    computed[event.cell.name] = store.computed - sofar;
    sofar = store.computed;
    const [output] = event.outputs;
    if (output) pictures[event.cell.name] = output.picture.data;
  }
  store.dispose();
  return { events, computed, pictures };
}

const typesOf = ({ events }: Swept) => events.map(({ type }) => type);

/** What a painting of its own gives. */
const alone = async (document: GraphDocument) => eventOf(await paintAll(document), 'output').picture.data;

describe('R2 cells share what is computed once', () => {
  test('the second cell of a sweep of weights computes no target anew', async () => {
    const grid = gridIn(gatys(), { 'styleLoss.weight': '1,10,100', 'optimiser.learningRate': '0.01,0.02' });
    const { computed } = await swept(gatys(), coarseToFine(grid, grid.cells));
    const [first, ...others] = Object.values(computed);
    expect(first).toBeGreaterThan(10);
    expect(others).toEqual([0, 0, 0, 0, 0]);
  });

  test('more iterations or another seed need no target anew either', async () => {
    const grid = gridIn(gatys(), { 'optimiser.iterations': '1,2', 'optimiser.seed': '1,2' });
    const { computed } = await swept(gatys(), grid.cells);
    expect(Object.values(computed).slice(1)).toEqual([0, 0, 0]);
  });

  test('R4 targets that were left are there when their cells come back, as far as there is room', async () => {
    const grid = gridIn(gatys(), { 'styleTaps.layers': 'relu1_1,relu2_1', 'styleLoss.weight': '1,2' });
    const [a, b, c, d] = [0, 2, 1, 3].flatMap(index => grid.cells[index] ?? []);
    const back = [a, b, c, d].flatMap(cell => cell ?? []);
    const roomy = Object.values((await swept(gatys(), back)).computed);
    const tight = Object.values((await swept(gatys(), back, { spareBytes: 0 })).computed);
    expect(roomy[1]).toBeGreaterThan(0);
    expect(roomy.slice(2)).toEqual([0, 0]);
    expect(tight[2]).toBeGreaterThan(0);
  });
});

describe('R9 nothing else goes from one cell to the next', () => {
  test('each cell is the picture that its document alone gives, bit for bit', async () => {
    const grid = gridIn(gatys(), {
      'styleTaps.layers': 'relu1_1,relu1_1+relu2_1',
      'styleLoss.weight': '1,50',
    });
    const { pictures } = await swept(gatys(), coarseToFine(grid, grid.cells));
    for (const cell of grid.cells) {
      const [layers, weight] = cell.settings.map(({ value }) => value);
      const own = gatys({ styleLoss: { weight: Number(weight) } });
      const { styleTaps } = own.nodes;
      if (!styleTaps) throw new Error('There are no taps of the style.');
      const document: GraphDocument = {
        ...own,
        nodes: { ...own.nodes, styleTaps: { ...styleTaps, params: { layers: layers ?? [] } } },
      };
      expect(pictures[cell.name]).toEqual(await alone(document));
    }
    expect(new Set(Object.values(pictures).map(data => data.join())).size).toBe(4);
  });

  test('also where one optimiser starts from the result of another', async () => {
    const grid = gridIn(pyramid(), { 'smallLoss.weight': '1,3', 'largeOptimiser.learningRate': '0.1,0.01' });
    const together = await swept(pyramid(), grid.cells);
    const apart = await Promise.all(
      grid.cells.map(async cell => (await swept(pyramid(), [cell])).pictures[cell.name]),
    );
    expect(grid.cells.map(({ name }) => together.pictures[name])).toEqual(apart);
    expect(new Set(apart.map(data => data?.join())).size).toBe(4);
  });

  test('two shards give the cells of one run, bit for bit', async () => {
    const grid = gridIn(gatys(), { 'styleLoss.weight': 'log(1,100,3)', 'contentLoss.weight': '0,1' });
    const whole = await swept(gatys(), coarseToFine(grid, grid.cells));
    const shards = await Promise.all(
      [1, 2].map(index => swept(gatys(), coarseToFine(grid, cellsOfShard(grid, { index, of: 2 })))),
    );
    expect({ ...shards[0]?.pictures, ...shards[1]?.pictures }).toEqual(whole.pictures);
    expect(shards.map(({ pictures }) => Object.keys(pictures).length)).toEqual([3, 3]);
  });
});

describe('R8 a cell that fails', () => {
  test('says why and keeps its last good picture, and the others are painted', async () => {
    const graph = gatys({ optimiser: { method: 'momentum', clamp: false, iterations: 4 } });
    const grid = gridIn(graph, { 'optimiser.learningRate': '0.001,1e6,0.002' });
    const { events, pictures } = await swept(graph, grid.cells);
    const failed = events.find(event => event.type === 'failed');
    if (failed?.type !== 'failed') throw new Error('Nothing failed.');
    expect(failed.cell.at).toEqual([1]);
    expect(say(failed.problems[0]?.reason ?? { id: 'unexpected', values: {} })).toMatch(/learning rate/);
    expect(failed.lastGood?.picture.shape).toEqual([16, 24, 3]);
    expect(Object.keys(pictures)).toHaveLength(2);
  });

  test('is told with its node where its document is refused, and nothing was begun for it', async () => {
    const grid = gridIn(gatys(), { 'styleTaps.layers': 'relu1_1,relu1_2' });
    const { events } = await swept(gatys(), grid.cells);
    const failed = events.filter(event => event.type === 'failed');
    expect(failed).toMatchObject([{ cell: { at: [1] }, problems: [{ node: 'styleLoss' }] }]);
    expect(events.filter(({ type }) => type === 'begun')).toHaveLength(1);
  });
});

describe('a sweep', () => {
  test('tells each iteration and ends each cell with its last readings', async () => {
    const grid = gridIn(gatys(), { 'styleLoss.weight': '1,2' });
    const result = await swept(gatys(), grid.cells);
    const ofCell = ['begun', 'iteration', 'iteration', 'iteration', 'finished'];
    expect(typesOf(result)).toEqual([...ofCell, ...ofCell]);
    const finished = result.events.at(-1);
    if (finished?.type !== 'finished') throw new Error('It did not finish.');
    expect(finished.readings).toMatchObject([{ optimiser: 'optimiser', iteration: 3, iterations: 3 }]);
    expect(finished.readings[0]?.terms.find(({ name }) => name === 'style/relu1_1')?.weight).toBe(2);
  });

  test('R1 skips what is there already, known by its content', async () => {
    const grid = gridIn(gatys(), { 'styleLoss.weight': '1,2' });
    const { events } = await swept(gatys(), grid.cells);
    const done = new Map(
      events.flatMap(event => (event.type === 'finished' ? [[event.key, event.cell]] : [])),
    );
    expect(done.size).toBe(2);
    const moved = gatys();
    const again = await swept({ ...moved, title: 'Moved' }, grid.cells, {
      isThere: (_, key) => done.has(key),
    });
    expect(typesOf(again)).toEqual(['skipped', 'skipped']);
    const other = gatys({ content: 'sample:other-24x16' });
    const changed = await swept(other, grid.cells, { isThere: (_, key) => done.has(key) });
    expect(typesOf(changed)).not.toContain('skipped');
  });

  test('stops within a cell, whose picture is then not taken for the cell’s', async () => {
    const grid = gridIn(gatys(), { 'styleLoss.weight': '1,2,3' });
    const controller = new AbortController();
    const isThere = ({ at }: { readonly at: readonly number[] }) => {
      if (at[0] === 1) setTimeout(() => controller.abort(), 0);
      return false;
    };
    const graph = gatys({ optimiser: { iterations: 5000 } });
    const cells = grid.cells.slice(1);
    const { events } = await swept(graph, cells, { isThere, signal: controller.signal });
    expect(events.at(-1)?.type).toBe('stopped');
    expect(events.some(({ type }) => type === 'finished')).toBe(false);
  });

  test('R5 that is left before its end has freed all but what the store holds', async () => {
    const grid = gridIn(gatys(), { 'styleLoss.weight': '1,2' });
    const store = new TensorStore();
    const running = sweep({
      ...{ document: gatys(), registry: nodeKinds, cells: grid.cells, store },
      compile: compileWith(1e9),
    });
    for await (const event of running) if (event.type === 'iteration') break;
    store.dispose();
  });
});
