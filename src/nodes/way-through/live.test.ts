/** R3: what may change while it paints. */
import { expect, test } from 'vitest';
import type { GraphDocument, ParameterValue } from '../../graph/document.ts';
import type { ResolvedParameters } from '../../runtime/compile/live.ts';
import { type PaintEvent, paint } from '../../runtime/execute/paint.ts';
import { TensorStore } from '../../runtime/execute/store.ts';
import { onWasm } from '../../runtime/testing/on-wasm.ts';
import { gatys } from '../testing/graphs.ts';
import { planOf, trialResources, validated } from '../testing/trial.ts';

onWasm();

type Change = { readonly node: string; readonly param: string; readonly value: ParameterValue };

/** Paints `document` and makes `change` when the iteration before `at` has been told. */
async function paintChanging(document: GraphDocument, at: number, ...changes: readonly Change[]) {
  let params: ResolvedParameters = validated(document).params;
  const store = new TensorStore();
  const events: PaintEvent[] = [];
  const computed: number[] = [];
  const options = { resources: trialResources, params: () => params, wantsPicture: () => true, store };
  for await (const event of paint(planOf(document), options)) {
    events.push(event);
    if (event.type !== 'picture') continue;
    computed.push(store.computed);
    if (event.iteration !== at - 1) continue;
    for (const { node, param, value } of changes) {
      params = { ...params, [node]: { ...params[node], [param]: value } };
    }
  }
  store.dispose();
  const iterations = events.filter(event => event.type === 'iteration');
  const pictures = events.flatMap(event => (event.type === 'picture' ? [event.picture.data] : []));
  return { events, iterations, pictures, computed };
}

const graph = gatys({
  optimiser: { iterations: 6, method: 'momentum', beta1: 0, learningRate: 0.005, clamp: false },
});

const weightsOf = ({ iterations }: Awaited<ReturnType<typeof paintChanging>>, term: string) =>
  iterations.map(({ terms }) => terms.find(({ name }) => name === term)?.weight);

test('R3 a learning rate changed while painting counts from the next iteration on', async () => {
  const plain = await paintChanging(graph, 0);
  const stopped = await paintChanging(graph, 4, { node: 'optimiser', param: 'learningRate', value: 0 });
  expect(stopped.pictures.slice(0, 3)).toEqual(plain.pictures.slice(0, 3));
  for (const picture of stopped.pictures.slice(3)) expect(picture).toEqual(stopped.pictures[2]);
  expect(stopped.pictures[3]).not.toEqual(plain.pictures[3]);
});

test('R3 a loss weight changed while painting recomputes no target and loses no iteration', async () => {
  const changed = await paintChanging(graph, 4, { node: 'styleLoss', param: 'weight', value: 2 });
  expect(changed.iterations.map(({ iteration }) => iteration)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(weightsOf(changed, 'style/relu1_1')).toEqual([10, 10, 10, 2, 2, 2]);
  expect(new Set(changed.computed).size).toBe(1);
});

test('R3 weights of single layers and of slots are live, too, and all of them multiply', async () => {
  const changed = await paintChanging(
    graph,
    3,
    { node: 'styleLoss', param: 'weights', value: { relu1_1: 0.5 } },
    { node: 'total', param: 'weights', value: { style: 3, content: 7 } },
  );
  expect(weightsOf(changed, 'style/relu1_1')).toEqual([10, 10, 15, 15, 15, 15]);
  expect(weightsOf(changed, 'style/relu2_1')).toEqual([10, 10, 30, 30, 30, 30]);
  expect(weightsOf(changed, 'content/relu2_2')).toEqual([1, 1, 7, 7, 7, 7]);
  const { terms = [], total } = changed.iterations[4] ?? {};
  expect(total).toBeCloseTo(
    terms.reduce((sum, { value, weight }) => sum + value * weight, 0),
    12,
  );
});

test('R3 where every weight is 0 the picture stands still, and where it is back it moves as before', async () => {
  const silent = ['contentLoss', 'styleLoss', 'variation'].map(node => ({ node, param: 'weight', value: 0 }));
  const stopped = await paintChanging(graph, 2, ...silent);
  for (const picture of stopped.pictures) expect(picture).toEqual(stopped.pictures[0]);
  const back = await paintChanging(gatys(), 2, { node: 'styleLoss', param: 'weight', value: 10 });
  expect(back.pictures).toEqual((await paintChanging(gatys(), 0)).pictures);
});

test('R3 a run that starts with a weight is the run that is changed to it before the first iteration', async () => {
  const from = gatys({ styleLoss: { weight: 3 } });
  const other = await paintChanging(gatys(), 1);
  let params = validated(gatys()).params;
  params = { ...params, styleLoss: { ...params.styleLoss, weight: 3 } };
  const painted: PaintEvent[] = [];
  for await (const event of paint(planOf(gatys()), { resources: trialResources, params: () => params })) {
    painted.push(event);
  }
  const direct = await paintChanging(from, 0);
  const resultOf = (events: readonly PaintEvent[]) =>
    events.flatMap(event => (event.type === 'result' ? [event.picture.data] : []));
  expect(resultOf(painted)).toEqual(resultOf(direct.events));
  expect(resultOf(painted)).not.toEqual(resultOf(other.events));
});
