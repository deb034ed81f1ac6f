/** One side of the comparison, a process of its own: an iteration as Gramarye runs it. `ours.ts SIDE COUNT`. */
import { nodeThreads } from '../../src/cli/node-threads.ts';
import type { Facts } from '../../src/graph/kind.ts';
import { noNetwork } from '../../src/graph/network.ts';
import { validate } from '../../src/graph/validate.ts';
import { success } from '../../src/language/result.ts';
import { nodeKinds } from '../../src/nodes/registry.ts';
import { gatys } from '../../src/nodes/testing/graphs.ts';
import { compile } from '../../src/runtime/compile/compile.ts';
import { forecast } from '../../src/runtime/compile/forecast.ts';
import { openBackend } from '../../src/runtime/execute/backend.ts';
import { uploadLeaf } from '../../src/runtime/execute/host-tensor.ts';
import { Loop } from '../../src/runtime/execute/loop.ts';
import { TensorStore } from '../../src/runtime/execute/store.ts';
import {
  contentLayer,
  type IterationReport,
  pictureOf,
  styleLayers,
  timeIterations,
  vgg19,
  weights,
} from './setting.ts';

const [side = 128, count = 5] = process.argv.slice(2).map(Number);
const backend = await openBackend('wasm', { threads: nodeThreads() });
if (!backend.ok) throw new Error(backend.reason.id);

const pictures = new Map([
  ['file:content', pictureOf(side, 0)],
  ['file:style', pictureOf(side, 2)],
]);
const facts: Facts = {
  image: reference => success({ hash: reference, height: side, width: side }),
  encoder: () => success(vgg19.facts),
  network: noNetwork,
};
const document = gatys({
  content: 'file:content',
  style: 'file:style',
  layers: styleLayers,
  contentLayer,
  contentLoss: { weight: weights.content },
  styleLoss: { weight: weights.style },
  variation: { weight: weights.variation },
  optimiser: { iterations: 1000 },
});
const validated = validate(document, nodeKinds, facts);
if (!validated.ok) throw new Error(JSON.stringify(validated.reason));
const plan = compile(validated.value, nodeKinds, facts);
const stage = plan.ok ? plan.value.stages[0] : undefined;
if (!plan.ok || !stage) throw new Error('The benchmark’s graph does not compile.');

const store = new TensorStore();
const resources = {
  image: (hash: string) => success(pictures.get(hash) ?? pictureOf(side, 0)),
  weight: (_: string, tensor: string) => vgg19.tensor(tensor),
};
for (const _ of store.prepare(stage.once, leaf => uploadLeaf(leaf, resources)));
const loop = new Loop(stage, store, () => validated.value.params);
store.retain(stage.loop.needs);
let loss = Number.NaN;
const times = await timeIterations(count, async () => {
  const running = loop.iterate();
  let step = running.next();
  while (!step.done) step = running.next();
  step.value.before.dispose();
  const terms = await step.value.terms;
  const total = terms.reduce((sum, { value, weight }) => sum + value * weight, 0);
  if (Number.isNaN(loss)) loss = total;
});
const { peakBytes, stages } = forecast(plan.value);
const report: IterationReport = { times, loss, peakBytes, flops: stages[0]?.loop.flops ?? Number.NaN };
console.log(JSON.stringify(report));
