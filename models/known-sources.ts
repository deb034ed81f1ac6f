/**
 * Where published VGG weights can be had: addresses, hashes and licences as their publishers state them.
 * Nothing here is fetched unless somebody asks for it by name.
 */
import type { Text } from '../src/language/text.ts';
import { caffePreprocessing, type Preprocessing, torchvisionPreprocessing } from './preprocessing.ts';

export interface KnownSource {
  /** What `gramarye models add` takes, and the name under which it is kept. */
  readonly name: string;
  readonly title: Text;
  readonly url: string;
  /** About how many bytes come over the wire. */
  readonly download: number;
  /** Of the whole file, in hexadecimal. */
  readonly sha256?: string;
  /** Of the whole file, where its publisher gives no better. */
  readonly md5?: string;
  /** As SPDX abbreviates it. */
  readonly licence: string;
  /** Where the licence, and the hash if it isn't Keras' own source, are stated. */
  readonly statedAt: string;
  readonly preprocessing: Preprocessing;
}

/**
 * The convolutions of VGG-19 and VGG-16 down to conv5_1, in float32. Of timm's files no more is fetched: most of
 * the rest are dense layers that recognise objects.
 */
const [vgg19Convolutions, vgg16Convolutions] = [51_779_840, 39_980_288];

export const knownSources: readonly KnownSource[] = [
  {
    name: 'vgg19',
    title: { en: "VGG-19, torchvision's weights", zh: 'VGG-19，torchvision 的权重' },
    url: 'https://huggingface.co/timm/vgg19.tv_in1k/resolve/main/model.safetensors',
    download: vgg19Convolutions,
    sha256: '11aea017b543ff59233749d8f1cf544cda749378f5790d2fedab841fb86b7669',
    licence: 'BSD-3-Clause',
    statedAt: 'https://huggingface.co/timm/vgg19.tv_in1k',
    preprocessing: torchvisionPreprocessing,
  },
  {
    name: 'vgg16',
    title: { en: "VGG-16, torchvision's weights", zh: 'VGG-16，torchvision 的权重' },
    url: 'https://huggingface.co/timm/vgg16.tv_in1k/resolve/main/model.safetensors',
    download: vgg16Convolutions,
    sha256: '57b026918159a6bf9faf8405c3a551903768e7138989d9c6224a14227203fad8',
    licence: 'BSD-3-Clause',
    statedAt: 'https://huggingface.co/timm/vgg16.tv_in1k',
    preprocessing: torchvisionPreprocessing,
  },
  {
    name: 'vgg19-caffe',
    title: { en: "VGG-19, its authors' weights", zh: 'VGG-19，原作者的权重' },
    url: 'https://storage.googleapis.com/tensorflow/keras-applications/vgg19/vgg19_weights_tf_dim_ordering_tf_kernels_notop.h5',
    download: 80_134_624,
    md5: '253f8cb515780f3b799900260a226db6',
    licence: 'CC-BY-4.0',
    statedAt: 'https://www.robots.ox.ac.uk/~vgg/research/very_deep/',
    preprocessing: caffePreprocessing,
  },
  {
    name: 'vgg16-caffe',
    title: { en: "VGG-16, its authors' weights", zh: 'VGG-16，原作者的权重' },
    url: 'https://storage.googleapis.com/tensorflow/keras-applications/vgg16/vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5',
    download: 58_889_256,
    md5: '6d6bbae143d832006294945121d1f1fc',
    licence: 'CC-BY-4.0',
    statedAt: 'https://www.robots.ox.ac.uk/~vgg/research/very_deep/',
    preprocessing: caffePreprocessing,
  },
  {
    name: 'vgg19-keras-hub',
    title: {
      en: "VGG-19, torchvision's weights as KerasHub has them",
      zh: 'VGG-19，KerasHub 转换的 torchvision 权重',
    },
    url: 'https://huggingface.co/keras/vgg_19_imagenet/resolve/main/model.weights.h5',
    download: 80_200_000,
    sha256: 'fc3f1cce6d269bdb38a65a354fd6e8b02ca5d499e03bb122133eca229df7d44d',
    licence: 'Apache-2.0',
    statedAt: 'https://huggingface.co/keras/vgg_19_imagenet',
    preprocessing: torchvisionPreprocessing,
  },
];

export const knownSource = (name: string): KnownSource | undefined =>
  knownSources.find(source => source.name === name);

/** Hashes of a whole file, in hexadecimal, as far as they were taken. */
export interface FileHashes {
  readonly sha256?: string;
  readonly md5?: string;
}

/**
 * How a file compares with the known ones. `unlisted`: it is none of them, or only a part of it was read, so
 * that there is nothing to compare.
 */
export type Agreement = 'agrees' | 'differs' | 'unlisted';

export interface Comparison {
  readonly agreement: Agreement;
  /** The known source that it is, by its hash, or claims to be, by its address. */
  readonly source?: KnownSource;
}

/** `url` is where the file came from, if it came from somewhere. */
export function compareWithKnown(
  file: FileHashes,
  url?: string,
  sources: readonly KnownSource[] = knownSources,
): Comparison {
  const same = sources.find(known => matches(known, file));
  if (same) return { agreement: 'agrees', source: same };
  const claimed = sources.find(known => known.url === url);
  if (!claimed) return { agreement: 'unlisted' };
  return { agreement: comparable(claimed, file) ? 'differs' : 'unlisted', source: claimed };
}

const matches = (known: KnownSource, { sha256, md5 }: FileHashes): boolean =>
  // A file can be made to have another's MD5: where there is a SHA-256, only that counts.
  known.sha256 !== undefined ? known.sha256 === sha256 : known.md5 !== undefined && known.md5 === md5;

const comparable = (known: KnownSource, { sha256, md5 }: FileHashes): boolean =>
  (known.sha256 !== undefined && sha256 !== undefined) || (known.md5 !== undefined && md5 !== undefined);
