/** An iteration as Gramarye runs it, on the backend that is open: in Node and in a page alike. */
import type { Facts } from '../../src/graph/kind.ts';
import { noNetwork } from '../../src/graph/network.ts';
import { validate } from '../../src/graph/validate.ts';
import { success } from '../../src/language/result.ts';
import { nodeKinds } from '../../src/nodes/registry.ts';
import { gatys } from '../../src/nodes/testing/graphs.ts';
import { compile } from '../../src/runtime/compile/compile.ts';
import { forecast } from '../../src/runtime/compile/forecast.ts';
import { uploadLeaf } from '../../src/runtime/execute/host-tensor.ts';
import { Loop } from '../../src/runtime/execute/loop.ts';
import { TensorStore } from '../../src/runtime/execute/store.ts';
import { turn } from '../../src/runtime/session/turn.ts';
import { bytesMoved } from './native/bytes-moved.ts';
import {
  contentLayer,
  encoderOf,
  type IterationReport,
  type orderFrom,
  pictureOf,
  styleLayers,
  timeIterations,
  weights,
} from './setting.ts';

export async function measureOurs({
  side,
  count,
  encoder,
}: ReturnType<typeof orderFrom>): Promise<IterationReport> {
  const pack = encoderOf(encoder);
  const pictures = new Map([
    ['file:content', pictureOf(side, 0)],
    ['file:style', pictureOf(side, 2)],
  ]);
  const facts: Facts = {
    image: reference => success({ hash: reference, height: side, width: side }),
    encoder: () => success(pack.facts),
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
    weight: (_: string, tensor: string) => pack.tensor(tensor),
  };
  for (const _ of store.prepare(stage.once, leaf => uploadLeaf(leaf, resources), stage.loop));
  // As in a session: what was needed only to upload it may go.
  await turn();
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
    // As a session does after each one: a page’s threads do not even start while the worker that asked is busy.
    await turn();
  });
  const { peakBytes, stages } = forecast(plan.value);
  const flops = stages[0]?.loop.flops ?? Number.NaN;
  return { times, loss, peakBytes, flops, bytesMoved: bytesMoved(stage.loop) };
}
