/**
 * A TensorFlow.js layers model (Keras' layers, one picture in and one out) as steps. A layer that is not known here is
 * refused by its name: nothing is guessed and nothing is run.
 */
import { z } from 'zod';
import { type NetworkOperation, type NetworkStep, networkInput } from '../../src/graph/network.ts';
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';
import { type Layer, operationsOf } from './keras-operations.ts';

const layerSchema = z.object({
  class_name: z.string().max(200),
  name: z.string().max(200).optional(),
  config: z.record(z.string(), z.unknown()),
  inbound_nodes: z.unknown().optional(),
});

const listSchema = z.array(layerSchema).min(1).max(1000);
const modelSchema = z.object({
  class_name: z.string(),
  config: z.union([listSchema, z.object({ layers: listSchema, output_layers: z.unknown().optional() })]),
});
const topologySchema = z.union([z.object({ model_config: modelSchema }), modelSchema]);

/** Keras 2: one call of the layer, and for each of its inputs the layer's name and two numbers. */
const inboundSchema = z
  .array(z.array(z.tuple([z.string(), z.number(), z.number()]).rest(z.unknown())))
  .max(1);
const outputSchema = z.array(z.tuple([z.string(), z.number(), z.number()])).length(1);

/** What the tensors of a layer are called: `conv_1/kernel`, whatever scope stands before it. */
export function tensorsByLayer(
  tensors: ReadonlyMap<string, HostTensor>,
): (layer: string, part: string) => { readonly name: string; readonly tensor: HostTensor } | undefined {
  const known = new Map([...tensors].map(([name, tensor]) => [name.replace(/:0$/, ''), { name, tensor }]));
  return (layer, part) =>
    known.get(`${layer}/${part}`) ??
    [...known].find(
      ([name]) => name.endsWith(`/${layer}/${part}`) || name === `${layer}/${layer}/${part}`,
    )?.[1];
}

export function stepsOfKeras(
  topology: unknown,
  tensors: ReadonlyMap<string, HostTensor>,
  file: string,
): Result<readonly NetworkStep[]> {
  const stated = topologySchema.safeParse(topology);
  if (!stated.success) return failure(message('network.no-topology', { file }));
  const model = 'model_config' in stated.data ? stated.data.model_config : stated.data;
  const layers = Array.isArray(model.config) ? model.config : model.config.layers;
  const tensorOf = tensorsByLayer(tensors);
  const steps: NetworkStep[] = [];
  // The step that stands for a layer's result: a layer may be several steps, or none.
  const results = new Map<string, string>();
  let before = networkInput;
  for (const stated of layers) {
    const name = nameOf(stated);
    const layer: Layer = { ...stated, name };
    if (layer.class_name === 'InputLayer') {
      results.set(name, networkInput);
      before = networkInput;
      continue;
    }
    const of = inputsOf(layer, model.class_name === 'Sequential' ? [before] : undefined, results);
    if (!of) return failure(message('network.layer-wiring', { file, layer: name }));
    const operations = operationsOf(layer, part => tensorOf(name, part), file);
    if (!operations.ok) return operations;
    before = appended(steps, name, of, operations.value);
    results.set(name, before);
  }
  const outputs = Array.isArray(model.config)
    ? undefined
    : outputSchema.safeParse(model.config.output_layers);
  const last = outputs?.success ? results.get(outputs.data[0]?.[0] ?? '') : before;
  return last === undefined ? failure(message('network.no-steps', { file })) : success(upTo(steps, last));
}

const nameOf = ({ name, config }: z.infer<typeof layerSchema>): string =>
  typeof config.name === 'string' ? config.name : (name ?? '');

function inputsOf(
  { inbound_nodes: inbound }: Layer,
  sequential: readonly string[] | undefined,
  results: ReadonlyMap<string, string>,
): readonly string[] | undefined {
  if (sequential) return sequential;
  const checked = inboundSchema.safeParse(inbound);
  if (!checked.success) return undefined;
  const of = (checked.data[0] ?? []).map(([layer]) => results.get(layer));
  return of.length > 0 && of.every(result => result !== undefined) ? of : undefined;
}

/** Appends the operations of one layer, one behind the other. Gives the name of the last. */
function appended(
  steps: NetworkStep[],
  layer: string,
  of: readonly string[],
  operations: readonly NetworkOperation[],
): string {
  let inputs = of;
  for (const [index, operation] of operations.entries()) {
    const name = index === 0 ? layer : `${layer}/${operation.type}`;
    steps.push({ name, of: inputs, operation });
    inputs = [name];
  }
  return inputs[0] ?? networkInput;
}

/** What stands behind the output leads nowhere. */
function upTo(steps: readonly NetworkStep[], last: string): readonly NetworkStep[] {
  return steps.slice(0, steps.findIndex(({ name }) => name === last) + 1);
}
