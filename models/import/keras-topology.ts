/**
 * What a layers model says of its layers, where it says it. Names and shapes of weights cannot tell a
 * convolution with a stride from VGG's, and features of the wrong network would be silently wrong.
 */
import { z } from 'zod';
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import { layerOfKeras } from '../architecture.ts';

const layerSchema = z.object({ class_name: z.string(), config: z.record(z.string(), z.unknown()) });
const layersSchema = z.union([z.object({ layers: z.array(z.unknown()) }), z.array(z.unknown())]);

/** Keras' and TensorFlow.js' ways to wrap a model's configuration, newest last. */
const topologySchema = z.union([
  z.object({ model_config: z.object({ config: layersSchema }) }),
  z.object({ config: layersSchema }),
]);

const pair = (side: number) => z.union([z.tuple([z.literal(side), z.literal(side)]), z.literal(side)]);

/** What must hold of a convolution's fields, where the field is there. */
const convolutionSchema = z.object({
  kernel_size: pair(3).optional(),
  strides: pair(1).optional(),
  dilation_rate: pair(1).optional(),
  padding: z.literal('same').optional(),
  activation: z.enum(['relu', 'linear']).nullish(),
});

const poolingSchema = z.object({ pool_size: pair(2).optional(), strides: pair(2).nullish() });

/** Refuses a topology in which one of VGG's layers is another kind of layer than VGG's. */
export function checkTopology(topology: unknown, file: string): Result<undefined> {
  const stated = topologySchema.safeParse(topology);
  if (!stated.success) return success(undefined);
  const config = 'config' in stated.data ? stated.data.config : stated.data.model_config.config;
  for (const layer of Array.isArray(config) ? config : config.layers) {
    const known = layerSchema.safeParse(layer);
    if (!known.success) continue;
    const name = typeof known.data.config.name === 'string' ? known.data.config.name : '';
    const convolution = layerOfKeras(name);
    const schema = convolution
      ? convolutionSchema
      : /^(Max|Average)Pooling2D$/.test(known.data.class_name)
        ? poolingSchema
        : undefined;
    const checked = schema?.safeParse(known.data.config);
    if (checked && !checked.success) {
      const field = String(checked.error.issues[0]?.path[0] ?? '');
      return failure(message('encoder.layer-differs', { file, layer: name, field }));
    }
    if (convolution && known.data.class_name !== 'Conv2D') {
      return failure(message('encoder.layer-differs', { file, layer: name, field: 'class_name' }));
    }
  }
  return success(undefined);
}
