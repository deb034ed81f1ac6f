/** The real VGG-19 in every layout that it is published in: the same weights come out, and no other bytes come. */
import { beforeAll, expect, test } from 'vitest';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';
import { layersOf, vgg19Convolutions, vggChannels } from '../architecture.ts';
import { type EncoderPack, tensorNames } from '../encoder-pack.ts';
import { caffePreprocessing } from '../preprocessing.ts';
import { diskFolder } from '../testing/disk-folder.ts';
import { granted } from '../testing/outcome.ts';
import { describeWithShared, shared } from '../testing/shared.ts';
import { type ImportedEncoder, importEncoder } from './import-encoder.ts';
import { hdf5File, keras3, notop } from './testing/keras-files.ts';
import {
  dense,
  type RawTensor,
  safetensorsFile,
  torchvisionTensors,
  vgg19Blocks,
  type Weights,
} from './testing/vgg-weights.ts';
import { sentBy, serve } from './testing/weights-server.ts';

const caffe = { preprocessing: caffePreprocessing };
const large = 24 * 2 ** 20;

describeWithShared('the real VGG-19', () => {
  let folder: ImportedEncoder;
  let weights: Weights;

  beforeAll(async () => {
    const read = diskFolder(`${shared}/models/vgg19`);
    folder = granted(await importEncoder({ name: 'vgg19', read }));
    weights = withDeepLayers(asTrained(folder.pack));
  });

  const expectSame = (imported: ImportedEncoder): void => {
    expect(imported.pack.facts.layers).toEqual(layersOf(vgg19Convolutions, vggChannels));
    for (const name of tensorNames(imported.pack.facts.layers)) {
      const [ours, theirs] = [granted(imported.pack.tensor(name)), granted(folder.pack.tensor(name))];
      expect(ours.shape, name).toEqual(theirs.shape);
      expect(Buffer.compare(bytes(ours), bytes(theirs)), name).toBe(0);
    }
    expect(imported.weights).toBe(folder.weights);
    expect(imported.pack.facts.hash).toBe(folder.pack.facts.hash);
  };

  test.each([true, false])("comes in torchvision's layout (parts: %s)", async ranges => {
    const parts = torchvisionTensors(weights);
    const middle = parts.findIndex(({ name }) => name === 'features.2.bias');
    const file = safetensorsFile([
      dense('classifier.0.weight', large),
      ...parts.slice(0, middle),
      dense('head.fc.weight', large),
      ...parts.slice(middle),
      dense('pre_logits.fc1.weight', large),
    ]);
    const server = await serve({ '/model.safetensors': { bytes: file, ranges } });
    expectSame(granted(await importEncoder(`${server.origin}/model.safetensors`, caffe)));
    const head = 8 + Number(new DataView(file.buffer).getBigUint64(0, true));
    if (ranges) {
      expect(sentBy(server)).toBe(head + wantedBytes(parts));
      expect(wantedBytes(parts)).toBe(51_779_840);
      // The head, the header, and pieces of three runs: features.0 to 19, 2 to 28, 5 and 7.
      expect(server.asked.length).toBe(2 + 2 + 5 + 1);
    } else {
      expect(server.asked.length).toBe(1);
    }
  });

  test.each([
    ['of 2016', notop],
    ['of KerasHub', (all: Weights) => keras3(all)],
  ])("comes in Keras' HDF5 %s", async (_, contents) => {
    const file = await hdf5File(contents(weights));
    const server = await serve({ '/vgg19.h5': { bytes: file } });
    expectSame(granted(await importEncoder(`${server.origin}/vgg19.h5`, caffe)));
    expect(sentBy(server)).toBe(8 + file.length);
    expect(server.asked.length).toBe(1 + Math.ceil(file.length / (8 * 2 ** 20)));
  });

  test('comes as a layers model behind a URL', async () => {
    const read = diskFolder(`${shared}/models/vgg19`);
    const names = ['model.json', ...tensorNames(folder.pack.facts.layers).flatMap(shardOf)];
    const files = names.map(async name => [`/vgg19/${name}`, { bytes: granted(await read(name, 1e9)) }]);
    const server = await serve(Object.fromEntries(await Promise.all(files)));
    const imported = granted(await importEncoder(`${server.origin}/vgg19/model.json`));
    expectSame(imported);
    expect(imported.pack.facts.title).toBe('VGG-19 to conv5_1 (vgg19)');
  });
});

const shardOf = (tensor: string): string[] => {
  const [, block, index] = /^conv(\d)_(\d)\/kernel$/.exec(tensor) ?? [];
  return block ? [`block${block}_conv${index}.bin`] : [];
};

const bytes = ({ data }: HostTensor): Uint8Array =>
  new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

const wantedBytes = (parts: readonly RawTensor[]): number =>
  parts
    .filter(({ name }) => Number(/\d+/.exec(name)?.[0]) <= 28)
    .reduce((sum, { bytes }) => sum + bytes.length, 0);

/** The pack's weights with blue first again, as the network was trained. */
function asTrained({ facts, tensor }: EncoderPack): Weights {
  const weights = new Map(tensorNames(facts.layers).map(name => [name, granted(tensor(name))]));
  const first = weights.get('conv1_1/kernel') ?? { shape: [], data: new Float32Array() };
  const turned = first.data.map((_, index) => {
    const channel = Math.floor(index / 64) % 3;
    return first.data[index + (1 - channel) * 2 * 64] ?? 0;
  });
  return weights.set('conv1_1/kernel', { ...first, data: turned });
}

/** With conv5_2 to conv5_4, which the folder has not, as every published file has them. */
function withDeepLayers(weights: Weights): Weights {
  const like = weights.get('conv5_1/kernel') ?? { shape: [], data: new Float32Array() };
  const bias = { shape: [512], data: new Float32Array(512) };
  const deep = layersOf(vgg19Blocks, vggChannels).slice(13);
  return new Map([
    ...weights,
    ...deep.flatMap(({ name }) => [[`${name}/kernel`, like] as const, [`${name}/bias`, bias] as const]),
  ]);
}
