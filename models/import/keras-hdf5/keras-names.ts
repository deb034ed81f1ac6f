/**
 * Keras' names in HDF5, from `block1_conv1/block1_conv1_W_1:0` of 2016 to `model_weights/block1_conv1/vgg19/
 * block1_conv1/kernel` of today: somewhere in the path is the name of the layer, at its end what it is.
 */
import { message } from '../../../src/language/message.ts';
import { failure, type Result, success } from '../../../src/language/result.ts';
import { layerOfKeras } from '../../architecture.ts';
import { shown } from '../shown.ts';
import type { Hdf5Dataset } from './hdf5.ts';

const kernelName = /(?:^|_)(?:kernel|W(?:_\d+)?)(?::\d+)?$/;
const biasName = /(?:^|_)(?:bias|b(?:_\d+)?)(?::\d+)?$/;

/** `block1_conv1/block1_conv1/kernel:0` → `conv1_1/kernel`; undefined where VGG has no such tensor. */
export function tensorOfKeras(path: string): string | undefined {
  const steps = path.split('/');
  const last = steps.pop() ?? '';
  const layer = steps.map(layerOfKeras).find(name => name !== undefined);
  const part = kernelName.test(last) ? 'kernel' : biasName.test(last) ? 'bias' : undefined;
  return layer && part ? `${layer}/${part}` : undefined;
}

const groupOf = (path: string): string => path.replace(/\/?[^/]*$/, '');

/**
 * The convolutions among `datasets`, by our names. Dense layers are left where they are, and so is what the
 * optimiser kept; any other layer makes another network.
 */
export function findKeras(
  datasets: readonly Hdf5Dataset[],
  file: string,
): Result<ReadonlyMap<string, Hdf5Dataset>> {
  const ofModel = datasets.filter(({ path }) => !path.startsWith('optimizer_weights/'));
  const dense = new Set(
    ofModel
      .filter(({ path, shape }) => kernelName.test(path.replace(/^.*\//, '')) && shape.length === 2)
      .map(({ path }) => groupOf(path)),
  );
  const found = new Map<string, Hdf5Dataset>();
  for (const dataset of ofModel) {
    const { path } = dataset;
    const name = tensorOfKeras(path);
    if (name === undefined) {
      if (dense.has(groupOf(path))) continue;
      return failure(message('import.foreign-tensor', { file, tensor: shown(path) }));
    }
    if (found.has(name)) return failure(message('encoder.twice', { file, tensor: shown(path) }));
    found.set(name, dataset);
  }
  return success(found);
}
