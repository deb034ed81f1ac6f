/** Keras' HDF5 files, old and new, as h5py writes them: in the oldest form of the format that will do. */
import * as h5wasm from 'h5wasm';
import { kerasOfLayer } from '../../architecture.ts';
import type { Weights } from './vgg-weights.ts';

/** What lies in a file: numbers by their paths, and texts by `path@attribute`. */
export interface Contents {
  readonly numbers: ReadonlyMap<string, { shape: readonly number[]; data: Numbers }>;
  readonly texts?: Readonly<Record<string, string | readonly string[]>>;
}

type Numbers = Float32Array | Float64Array | Int32Array;

let written = 0;

/** A file with `contents`, and anything that `more` adds to it. */
export async function hdf5File(
  { numbers, texts = {} }: Contents,
  more: (file: h5wasm.File) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { FS } = await h5wasm.ready;
  const name = `/tmp/written-${++written}.h5`;
  const file = new h5wasm.File(name, 'w', { libver: ['earliest', 'v108'] });
  const groups = new Map<string, h5wasm.Group>([['', file]]);
  const groupAt = (path: string): h5wasm.Group => {
    const known = groups.get(path);
    if (known) return known;
    const cut = path.lastIndexOf('/');
    const group = groupAt(path.slice(0, Math.max(0, cut))).create_group(path.slice(cut + 1));
    groups.set(path, group);
    return group;
  };
  for (const [path, { shape, data }] of numbers) {
    const cut = path.lastIndexOf('/');
    groupAt(path.slice(0, Math.max(0, cut))).create_dataset({
      name: path.slice(cut + 1),
      data,
      shape: [...shape],
    });
  }
  for (const [place, text] of Object.entries(texts)) {
    const [path = '', attribute = ''] = place.split('@');
    groupAt(path).create_attribute(attribute, typeof text === 'string' ? text : [...text]);
  }
  more(file);
  file.close();
  const bytes = new Uint8Array(FS.readFile(name));
  FS.unlink(name);
  return bytes;
}

const layersIn = (weights: Weights): string[] => [
  ...new Set([...weights.keys()].map(tensor => tensor.replace(/\/.*/, ''))),
];

const renamed = (
  weights: Weights,
  rename: (layer: string, part: string, index: number) => string,
): Weights => {
  const layers = layersIn(weights);
  return new Map(
    [...weights].map(([tensor, numbers]) => {
      const [layer = '', part = ''] = tensor.split('/');
      return [rename(layer, part, layers.indexOf(layer)), numbers];
    }),
  );
};

/** As `vgg19_weights_tf_dim_ordering_tf_kernels_notop.h5` of 2016 has it. */
export function notop(weights: Weights): Contents {
  const layers = layersIn(weights).map(kerasOfLayer);
  return {
    numbers: renamed(weights, (layer, part) => {
      const keras = kerasOfLayer(layer);
      return `${keras}/${keras}_${part === 'kernel' ? 'W' : 'b'}_1:0`;
    }),
    texts: {
      '@layer_names': layers,
      ...Object.fromEntries(
        layers.map(layer => [`${layer}@weight_names`, [`${layer}_W_1:0`, `${layer}_b_1:0`]]),
      ),
    },
  };
}

/** As Keras 2 saves a whole model, with its configuration and what its optimiser kept. */
export function wholeModel(weights: Weights, configuration: object = { config: { layers: [] } }): Contents {
  const numbers = renamed(weights, (layer, part) => {
    const keras = kerasOfLayer(layer);
    return `model_weights/${keras}/${keras}/${part}:0`;
  });
  const moment = { shape: [2], data: Float32Array.of(1, 2) };
  return {
    numbers: new Map([
      ...numbers,
      ['model_weights/fc1/fc1/kernel:0', { shape: [2, 3], data: new Float32Array(6) }],
      ['model_weights/fc1/fc1/bias:0', { shape: [3], data: new Float32Array(3) }],
      ['optimizer_weights/Adam/m/block1_conv1/kernel:0', moment],
    ]),
    texts: { '@model_config': JSON.stringify(configuration), '@backend': 'tensorflow' },
  };
}

/** As `model.weights.h5` of KerasHub has it; `group` is where the layers are. */
export const keras3 = (weights: Weights, group = 'layers'): Contents => ({
  numbers: renamed(
    weights,
    (_, part, index) => `${group}/${conv2d(index)}/vars/${part === 'kernel' ? 0 : 1}`,
  ),
});

/** As newer versions write it, with the name of each layer beside its weights, and the model's. */
export const keras3Named = (weights: Weights, model: string): Contents => ({
  ...keras3(weights),
  texts: {
    'vars@name': model,
    ...Object.fromEntries(
      layersIn(weights).map((layer, index) => [`layers/${conv2d(index)}/vars@name`, kerasOfLayer(layer)]),
    ),
  },
});

export const conv2d = (index: number): string => (index === 0 ? 'conv2d' : `conv2d_${index}`);
