/**
 * How long a document takes from its nodes to its plan, a process of its own: many Gatys graphs side by side, on
 * VGG-19's shape, of 10 to 10,000 nodes.
 */
import { layersOf, vgg19Convolutions, vggChannels } from '../../models/architecture.ts';
import type { GraphDocument } from '../../src/graph/document.ts';
import type { Facts } from '../../src/graph/kind.ts';
import { noNetwork } from '../../src/graph/network.ts';
import { build } from '../../src/graph/testing/build.ts';
import { validate } from '../../src/graph/validate.ts';
import type { EncoderFacts } from '../../src/graph/wire.ts';
import { success } from '../../src/language/result.ts';
import { nodeKinds } from '../../src/nodes/registry.ts';
import { gatys } from '../../src/nodes/testing/graphs.ts';
import { compile } from '../../src/runtime/compile/compile.ts';
import { median } from './median.ts';

const vgg19: EncoderFacts = {
  hash: 'vgg19',
  title: 'VGG-19',
  layers: layersOf(vgg19Convolutions, vggChannels),
  preprocessing: { factors: [255, 255, 255], offsets: [-123.68, -116.779, -103.939], title: 'Caffe' },
};
const facts: Facts = {
  image: reference => success({ hash: reference, height: 256, width: 256 }),
  encoder: () => success(vgg19),
  network: noNetwork,
};

/** About `nodes` nodes: whole Gatys graphs, each with pictures of its own, so that nothing is shared but the encoder. */
function manyGatys(nodes: number): GraphDocument {
  const layers = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1', 'relu5_1'];
  const merged = build({});
  const all = { ...merged, nodes: { ...merged.nodes }, edges: { ...merged.edges } };
  for (let copy = 0; Object.keys(all.nodes).length + 15 <= Math.max(15, nodes); copy++) {
    const one = gatys({ content: `sample:content${copy}`, style: `sample:style${copy}`, layers });
    const named = (id: string) => `${id}${copy}`;
    for (const [id, node] of Object.entries(one.nodes)) Object.assign(all.nodes, { [named(id)]: node });
    for (const [id, { from, to }] of Object.entries(one.edges)) {
      Object.assign(all.edges, {
        [named(id)]: { from: { ...from, node: named(from.node) }, to: { ...to, node: named(to.node) } },
      });
    }
  }
  return all;
}

export interface CompileTime {
  readonly nodes: number;
  readonly values: number;
  /** Milliseconds, medians. */
  readonly validate: number;
  readonly compile: number;
}

function measure(nodes: number, runs: number): CompileTime {
  const document = manyGatys(nodes);
  let values = 0;
  const run = () => {
    const start = performance.now();
    const validated = validate(document, nodeKinds, facts);
    const between = performance.now();
    if (!validated.ok) throw new Error('The benchmark’s graph is not valid.');
    const plan = compile(validated.value, nodeKinds, facts);
    const end = performance.now();
    if (!plan.ok) throw new Error('The benchmark’s graph does not compile.');
    values = plan.value.program.values.length;
    return { validate: between - start, compile: end - between };
  };
  run();
  const times = Array.from({ length: runs }, run);
  return {
    nodes: Object.keys(document.nodes).length,
    values,
    validate: median(times.map(time => time.validate)),
    compile: median(times.map(time => time.compile)),
  };
}

console.log(JSON.stringify([measure(10, 50), measure(100, 30), measure(1000, 11), measure(10_000, 11)]));
