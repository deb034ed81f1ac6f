/**
 * What can be shown of a node, whatever its kind: the picture it gives, where its features are active, its
 * matrix of statistics. Only what is there already is shown, nothing is computed for it but a reduction of what
 * is read back. What changes with a picture that is being painted lives in its loop and is not here.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { NodeId } from '../../graph/document.ts';
import type { Registry } from '../../graph/kind.ts';
import type { ContentCache } from '../cache/content-cache.ts';
import type { LowerableKind } from '../compile/lowerable.ts';
import type { Plan } from '../compile/plan.ts';
import { readBack } from '../execute/host-tensor.ts';
import type { HostTensor } from '../execute/resources.ts';
import type { Key } from '../ir/key.ts';
import type { Value } from '../ir/value.ts';
import type { Understood } from './understood.ts';

export interface PreviewWish {
  /** The layer, of a stack; without it, the deepest. */
  readonly entry?: string | undefined;
  /** Of features: where they are active on the whole, or the strongest channels one by one. */
  readonly view?: 'mean' | 'channels' | undefined;
}

export interface PreviewNumbers {
  readonly look: 'image' | 'mean' | 'channels' | 'matrix';
  /** [height, width, 3], [height, width], [height, width, channels], [rows, columns]. */
  readonly numbers: HostTensor;
}

export interface Preview {
  /** Another where something else would be shown. */
  readonly key: string;
  readonly entry?: string;
  read(): Promise<PreviewNumbers>;
}

export interface PreviewSurroundings {
  readonly plan: Plan | undefined;
  readonly understood: Understood | undefined;
  readonly registry: Registry<LowerableKind>;
  readonly cache: ContentCache;
  readonly keyOf: (value: Value) => Key;
}

/** How many channels are shown one by one. */
const mostChannels = 16;

/** Undefined where nothing of `node` is at hand. */
export function previewOf(
  node: NodeId,
  wish: PreviewWish,
  { plan, understood, registry, cache, keyOf }: PreviewSurroundings,
): Preview | undefined {
  const named = namedImage(node, understood, registry);
  if (named) return named;
  const wires = plan?.wires.filter(wire => wire.node === node) ?? [];
  const wire = wish.entry === undefined ? wires.at(-1) : wires.findLast(({ entry }) => entry === wish.entry);
  const value =
    wire && (plan?.stages.flatMap(startsOf).find(([leaf]) => leaf === wire.value)?.[1] ?? wire.value);
  const look = value && lookOf(value.shape, wire.entry === undefined ? 'image' : (wish.view ?? 'mean'));
  const key = value && keyOf(value);
  if (!look || key === undefined || !cache.has(key)) return undefined;
  return {
    key: `${key} ${look}`,
    ...(wire.entry !== undefined && { entry: wire.entry }),
    async read() {
      const tensor = cache.get(key);
      if (!tensor) throw new Error('What was to be shown is gone.');
      const reduced = reduce(tensor, look);
      try {
        return { look, numbers: await readBack(reduced) };
      } finally {
        reduced.dispose();
      }
    },
  };
}

/** A picture that a node names is on the host, wired or not. */
function namedImage(
  node: NodeId,
  understood: Understood | undefined,
  registry: Registry<LowerableKind>,
): Preview | undefined {
  if (!understood) return undefined;
  const { document, examination, facts, resources } = understood;
  const params = registry.get(document.nodes[node]?.kind ?? '')?.params ?? {};
  const source = Object.keys(params).find(name => {
    const control = params[name]?.control;
    return control?.type === 'image' && control.of === 'picture';
  });
  const reference = source === undefined ? undefined : examination.params[node]?.[source];
  const known = typeof reference === 'string' ? facts.image(reference) : undefined;
  const picture = known?.ok ? resources.image(known.value.hash) : undefined;
  if (!known?.ok || !picture?.ok) return undefined;
  return { key: known.value.hash, read: async () => ({ look: 'image', numbers: picture.value }) };
}

/** A picture that is painted is shown as it starts. */
const startsOf = ({ carried }: Plan['stages'][number]): readonly (readonly [Value, Value])[] =>
  carried.slice(0, 1).map(({ leaf, start }) => [leaf, start]);

function lookOf(
  shape: readonly number[],
  ofStack: PreviewNumbers['look'],
): PreviewNumbers['look'] | undefined {
  if (shape.length === 2) return 'matrix';
  return shape.length === 3 ? ofStack : undefined;
}

/** On the device, so that little is read back. The result outlives `tensor`. */
function reduce(tensor: tf.Tensor, look: PreviewNumbers['look']): tf.Tensor {
  switch (look) {
    case 'image':
    case 'matrix':
      return tf.clone(tensor);
    case 'mean':
      return tf.tidy(() => tf.mean(tensor, 2));
    case 'channels':
      return tf.tidy(() => {
        const count = Math.min(mostChannels, tensor.shape[2] ?? 0);
        return tf.gather(tensor, tf.topk(tf.mean(tensor, [0, 1]), count).indices, 2);
      });
  }
}
