/** A TensorFlow.js layers model of given weights, in three shards. */
import { kerasOfLayer } from '../../architecture.ts';
import { cut, jsonBytes, type TinyFolder } from '../../testing/tiny-model.ts';
import { rawBytes, type Weights } from './vgg-weights.ts';

export function layersModel(weights: Weights): TinyFolder {
  const entries = [...weights].map(([tensor, { shape }]) => {
    const [layer = '', part] = tensor.split('/');
    return { name: `${kerasOfLayer(layer)}/${part}`, shape, dtype: 'float32' };
  });
  const bytes = new Uint8Array(Buffer.concat([...weights.values()].map(rawBytes)));
  const shards = cut(bytes, Math.ceil(bytes.length / 3));
  const paths = shards.map((_, index) => `shard${index + 1}of${shards.length}.bin`);
  const folder: TinyFolder = new Map(shards.map((shard, index) => [paths[index] ?? '', shard]));
  return folder.set('model.json', jsonBytes({ weightsManifest: [{ paths, weights: entries }] }));
}
