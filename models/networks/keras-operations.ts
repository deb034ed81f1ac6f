/** What each of Keras' layers does to a picture, as operations of ours. */
import { z } from 'zod';
import type { NetworkOperation } from '../../src/graph/network.ts';
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';

export interface Layer {
  readonly class_name: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inbound_nodes?: unknown;
}

type Found = { readonly name: string; readonly tensor: HostTensor } | undefined;
type TensorOf = (part: string) => Found;

const square = z.union([
  z.int(),
  z
    .tuple([z.int(), z.int()])
    .refine(([a, b]) => a === b)
    .transform(([a]) => a),
]);
const one = square.optional().refine(value => value === undefined || value === 1);
const activation = z.string().nullish();

const convolutionSchema = z.object({
  strides: square.optional(),
  padding: z.enum(['same', 'valid']).optional(),
  dilation_rate: one,
  groups: z.literal(1).optional(),
  activation,
  data_format: z.literal('channels_last').nullish(),
});
const poolSchema = z.object({
  pool_size: square.optional(),
  strides: square.nullish(),
  padding: z.string().optional(),
});
const twice = z.tuple([z.int(), z.int()]);
const borderSchema = z.object({ padding: z.union([z.int(), twice, z.tuple([twice, twice])]) });
const cropSchema = z.object({ cropping: z.union([z.int(), twice, z.tuple([twice, twice])]) });
const enlargeSchema = z.object({
  size: square.optional(),
  interpolation: z.enum(['nearest', 'bilinear']).optional(),
});
const normSchema = z.object({ epsilon: z.number().positive().optional() });

/** The operations of one layer in turn; none where it does nothing once it is trained. */
export function operationsOf(
  layer: Layer,
  tensorOf: TensorOf,
  file: string,
): Result<readonly NetworkOperation[]> {
  const operations = known(layer, tensorOf);
  return operations
    ? success(operations)
    : failure(message('network.unknown-layer', { file, layer: layer.name, kind: layer.class_name }));
}

function known({ class_name: kind, config }: Layer, tensorOf: TensorOf): NetworkOperation[] | undefined {
  switch (kind) {
    case 'Conv2D':
    case 'Conv2DTranspose':
      return convolution(kind, config, tensorOf);
    case 'BatchNormalization':
      return batchNorm(config, tensorOf);
    case 'InstanceNormalization':
      return instanceNorm(config, tensorOf);
    case 'Activation':
      return activated(config.activation);
    case 'ReLU':
      return config.max_value == null ? [{ type: 'relu' }] : undefined;
    case 'LeakyReLU': {
      const slope = config.alpha ?? config.negative_slope ?? 0.3;
      return typeof slope === 'number' ? [{ type: 'leaky-relu', slope }] : undefined;
    }
    case 'Add':
      return [{ type: 'add' }];
    case 'Dropout':
    case 'SpatialDropout2D':
    case 'GaussianNoise':
      return [];
    case 'Rescaling': {
      const { scale: factor = 1, offset = 0 } = config;
      return typeof factor === 'number' && typeof offset === 'number'
        ? [{ type: 'affine', factor, offset }]
        : undefined;
    }
    case 'MaxPooling2D':
    case 'AveragePooling2D': {
      const pool = poolSchema.safeParse(config);
      const isHalf = pool.success && (pool.data.pool_size ?? 2) === 2 && (pool.data.strides ?? 2) === 2;
      return isHalf && pool.data.padding !== 'same'
        ? [{ type: kind === 'MaxPooling2D' ? 'max-pool' : 'average-pool' }]
        : undefined;
    }
    case 'UpSampling2D': {
      const size = enlargeSchema.safeParse(config);
      if (!size.success) return undefined;
      return [{ type: 'enlarge', factor: size.data.size ?? 2, filter: size.data.interpolation ?? 'nearest' }];
    }
    case 'ZeroPadding2D':
      return border(config, 'zero');
    case 'ReflectionPadding2D':
    case 'ReflectPadding2D':
      return border(config, 'reflect');
    case 'Cropping2D': {
      const crop = cropSchema.safeParse(config);
      if (!crop.success) return undefined;
      const [rows, columns] = bothWays(crop.data.cropping);
      return [{ type: 'crop', rows, columns }];
    }
    default:
      return undefined;
  }
}

function convolution(
  kind: 'Conv2D' | 'Conv2DTranspose',
  config: Layer['config'],
  tensorOf: TensorOf,
): NetworkOperation[] | undefined {
  const stated = convolutionSchema.safeParse(config);
  const kernel = tensorOf('kernel');
  const [h, w, a, b, ...more] = kernel?.tensor.shape ?? [];
  if (!stated.success || !kernel || !h || !w || !a || !b || more.length > 0) return undefined;
  const { strides: stride = 1, padding = 'valid', activation: then } = stated.data;
  const bias = tensorOf('bias')?.name;
  const given = {
    kernel: kernel.name,
    ...(bias !== undefined && { bias }),
    shape: [h, w, a, b] as const,
    stride,
  };
  const behind = activated(then);
  if (!behind) return undefined;
  if (kind === 'Conv2D') return [{ type: 'convolution', ...given, padding }, ...behind];
  return padding === 'same' ? [{ type: 'transposed-convolution', ...given }, ...behind] : undefined;
}

function activated(named: unknown): NetworkOperation[] | undefined {
  switch (named ?? 'linear') {
    case 'linear':
      return [];
    case 'relu':
      return [{ type: 'relu' }];
    case 'tanh':
      return [{ type: 'tanh' }];
    case 'sigmoid':
      return [{ type: 'sigmoid' }];
    case 'leaky_relu':
      return [{ type: 'leaky-relu', slope: 0.2 }];
    default:
      return undefined;
  }
}

/** Once it is trained it is a factor and an offset for each channel: γ/√(σ² + ε) and β − μ times that. */
function batchNorm(config: Layer['config'], tensorOf: TensorOf): NetworkOperation[] | undefined {
  const stated = normSchema.safeParse(config);
  const [mean, variance] = [tensorOf('moving_mean')?.tensor.data, tensorOf('moving_variance')?.tensor.data];
  if (!stated.success || !mean || !variance) return undefined;
  const { epsilon = 1e-3 } = stated.data;
  const [gamma, beta] = [tensorOf('gamma')?.tensor.data, tensorOf('beta')?.tensor.data];
  const factors = Array.from(variance, (v, c) => (gamma?.[c] ?? 1) / Math.sqrt(v + epsilon));
  const offsets = factors.map((factor, c) => (beta?.[c] ?? 0) - (mean[c] ?? 0) * factor);
  return [{ type: 'channel-affine', factors, offsets }];
}

function instanceNorm(config: Layer['config'], tensorOf: TensorOf): NetworkOperation[] | undefined {
  const stated = normSchema.safeParse(config);
  const [scale, shift] = [tensorOf('gamma') ?? tensorOf('scale'), tensorOf('beta') ?? tensorOf('offset')];
  const channels = (scale ?? shift)?.tensor.shape[0];
  if (!stated.success || channels === undefined) return undefined;
  const { epsilon = 1e-3 } = stated.data;
  return [
    {
      type: 'instance-norm',
      ...(scale && { scale: scale.name }),
      ...(shift && { shift: shift.name }),
      channels,
      epsilon,
    },
  ];
}

type Ways =
  | number
  | readonly [number, number]
  | readonly [readonly [number, number], readonly [number, number]];

/** [top, bottom] and [left, right] of Keras' three ways to write them. */
function bothWays(given: Ways): readonly [readonly [number, number], readonly [number, number]] {
  if (typeof given === 'number')
    return [
      [given, given],
      [given, given],
    ];
  const [rows, columns] = given;
  if (typeof rows === 'number' && typeof columns === 'number')
    return [
      [rows, rows],
      [columns, columns],
    ];
  return [rows, columns] as readonly [readonly [number, number], readonly [number, number]];
}

/** Only borders that are the same all around. */
function border(config: Layer['config'], mode: 'zero' | 'reflect'): NetworkOperation[] | undefined {
  const stated = borderSchema.safeParse({ padding: config.padding ?? 1 });
  if (!stated.success) return undefined;
  const [[top, bottom], [left, right]] = bothWays(stated.data.padding);
  if (top !== bottom || left !== right || top !== left || top < 1) return undefined;
  return [{ type: 'pad', mode, amount: top }];
}
