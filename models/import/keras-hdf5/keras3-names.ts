/**
 * Keras 3's weights files name each layer by its class and a count, `layers/conv2d_4/vars/0` (Keras,
 * `saving_lib.py`). Which convolution that is follows from their order and widths, for VGG's blocks differ in
 * both. Newer versions attach the layer's own name, and then that counts.
 */
import { message } from '../../../src/language/message.ts';
import { failure, type Result, success } from '../../../src/language/result.ts';
import { layerOfKeras, layersOf } from '../../architecture.ts';
import { shown } from '../shown.ts';
import { vggFamily } from '../vgg-family.ts';
import type { Hdf5Dataset, Hdf5File } from './hdf5.ts';

/** A model's own layers are in `layers`, its backbone's in `layers/vgg_backbone/layers`. */
const variable =
  /^((?:.*\/)?(?:layers|_layer_checkpoint_dependencies))\/conv2d(?:_(\d{1,3}))?\/vars\/([01])$/;
const otherLayer = /^(?!conv2d|dense)[^/]+\/vars\//;

export const isKeras3 = (datasets: readonly Hdf5Dataset[]): boolean =>
  datasets.some(({ path }) => variable.test(path));

interface Convolution {
  kernel?: Hdf5Dataset;
  bias?: Hdf5Dataset;
}

const nameOf = (count: number): string => (count === 0 ? 'conv2d' : `conv2d_${count}`);

/** The convolutions of `opened`, by our names. */
export function findKeras3(opened: Hdf5File, file: string): Result<ReadonlyMap<string, Hdf5Dataset>> {
  const [stack, ...others] = stacks(opened.datasets);
  if (!stack) return failure(message('hdf5.no-convolutions', { file }));
  if (others.length > 0) return failure(message('hdf5.two-networks', { file }));
  const [group, convolutions] = stack;
  const foreign = opened.datasets.find(
    ({ path }) => path.startsWith(`${group}/`) && otherLayer.test(path.slice(group.length + 1)),
  );
  if (foreign) return failure(message('import.foreign-tensor', { file, tensor: shown(foreign.path) }));
  for (const [count, { kernel, bias }] of convolutions.entries()) {
    const layer = nameOf(count);
    if (kernel) continue;
    return failure(
      bias
        ? message('encoder.kernel-missing', { file, layer })
        : message('encoder.layer-gap', { file, layer: nameOf(count + 1), missing: layer }),
    );
  }
  const names = namesOf(group, convolutions, opened);
  if (!names) return failure(message('hdf5.no-vgg', { file }));
  const found = new Map<string, Hdf5Dataset>();
  for (const [count, { kernel, bias }] of convolutions.entries()) {
    const name = names[count];
    if (found.has(`${name}/kernel`)) {
      return failure(message('encoder.twice', { file, tensor: kernel?.path ?? '' }));
    }
    if (kernel) found.set(`${name}/kernel`, kernel);
    if (bias) found.set(`${name}/bias`, bias);
  }
  return success(found);
}

/** Each group of convolutions of which the first takes a picture; a classifier's 7×7 ones take features. */
function stacks(datasets: readonly Hdf5Dataset[]): [group: string, readonly Convolution[]][] {
  const groups = new Map<string, Convolution[]>();
  for (const dataset of datasets) {
    const [, group, count = '0', part] = variable.exec(dataset.path) ?? [];
    if (group === undefined) continue;
    const convolutions = groups.get(group) ?? [];
    groups.set(group, convolutions);
    // Whatever is missing in between is found to be missing.
    while (convolutions.length <= Number(count)) convolutions.push({});
    Object.assign(convolutions[Number(count)] ?? {}, { [part === '0' ? 'kernel' : 'bias']: dataset });
  }
  return [...groups].filter(([, [first]]) => first?.kernel?.shape[2] === 3);
}

function namesOf(
  group: string,
  convolutions: readonly Convolution[],
  opened: Hdf5File,
): readonly string[] | undefined {
  const own = convolutions.flatMap((_, count) => {
    const name = opened.text(`${group}/${nameOf(count)}/vars`, 'name');
    return (name && layerOfKeras(name)) ?? [];
  });
  if (own.length === convolutions.length) return own;
  return namesByWidth(convolutions.map(({ kernel }) => kernel?.shape[3] ?? 0));
}

/**
 * The names of convolutions of these widths. A block has one width, and VGG's first four have each another;
 * where a narrow network's have not, the number of its convolutions tells.
 */
function namesByWidth(widths: readonly number[]): readonly string[] | undefined {
  const networks = vggFamily.map(blocks => layersOf(blocks, []).map(({ name }) => name));
  const isNew = (index: number): boolean => widths[index] !== widths[index - 1];
  const fits = (layers: readonly string[]): boolean =>
    widths.length <= layers.length &&
    widths.every((_, index) => index === 0 || layers[index]?.endsWith('_1') || !isNew(index));
  const changes = (layers: readonly string[]): boolean =>
    widths.every((_, index) => isNew(index) || !/^conv[2-4]_1$/.test(layers[index] ?? ''));
  const fitting = networks.filter(fits);
  return fitting.find(changes) ?? fitting.find(layers => layers.length === widths.length) ?? fitting.at(0);
}
