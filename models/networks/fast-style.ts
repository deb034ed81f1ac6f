/**
 * The generator networks of lengstrom's fast-style-transfer, as ml5.js publishes them: every variable in a file of
 * its own, raw float32, and a `manifest.json` with their shapes in the order in which the network was built. Three
 * convolutions, five residual blocks, two that enlarge and one to colours, an instance norm after each (Johnson,
 * Alahi and Fei-Fei 2016; Ulyanov, Vedaldi and Lempitsky 2016).
 */
import { z } from 'zod';
import type { NetworkOperation, NetworkStep } from '../../src/graph/network.ts';
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';
import { decode } from '../import/decode.ts';
import { type FolderReader, readFile, staysInside } from '../import/folder.ts';
import { checkJson, parseJson } from '../import/json.ts';
import type { NetworkContents } from './network-pack.ts';

export const manifestFile = 'manifest.json';

const manifestSchema = z.record(
  z.string().regex(/^Variable(_\d{1,3})?$/),
  z.object({
    filename: z.string().max(256).refine(staysInside),
    shape: z.array(z.int().min(1).max(4096)).min(1).max(4),
  }),
);

type Manifest = z.infer<typeof manifestSchema>;

interface Convolution {
  readonly size: number;
  readonly channels: number;
  readonly stride: number;
  readonly transposed?: true;
  /** A second one of a residual block goes to the block's input, and has no ReLU; the last goes to tanh. */
  readonly behind: 'relu' | 'residual' | 'tanh';
}

const residual: readonly Convolution[] = [
  { size: 3, channels: 128, stride: 1, behind: 'relu' },
  { size: 3, channels: 128, stride: 1, behind: 'residual' },
];

const convolutions: readonly Convolution[] = [
  { size: 9, channels: 32, stride: 1, behind: 'relu' },
  { size: 3, channels: 64, stride: 2, behind: 'relu' },
  { size: 3, channels: 128, stride: 2, behind: 'relu' },
  ...Array.from({ length: 5 }, () => residual).flat(),
  { size: 3, channels: 64, stride: 2, transposed: true, behind: 'relu' },
  { size: 3, channels: 32, stride: 2, transposed: true, behind: 'relu' },
  { size: 9, channels: 3, stride: 1, behind: 'tanh' },
];

const variable = (index: number): string => (index === 0 ? 'Variable' : `Variable_${index}`);

/** The steps, and the name of each variable in turn. */
function stepsOf(): readonly NetworkStep[] {
  const steps: NetworkStep[] = [];
  let [last, blockInput, into] = ['input', 'input', 3];
  const add = (name: string, operation: NetworkOperation, ...also: string[]) => {
    steps.push({ name, of: [last, ...also], operation });
    last = name;
  };
  convolutions.forEach(({ size, channels, stride, transposed, behind }, index) => {
    if (behind === 'relu') blockInput = last;
    const kernel = variable(3 * index);
    if (transposed) {
      add(`conv${index + 1}`, {
        type: 'transposed-convolution',
        kernel,
        shape: [size, size, channels, into],
        stride,
      });
    } else {
      const shape = [size, size, into, channels] as const;
      add(`conv${index + 1}`, { type: 'convolution', kernel, shape, stride, padding: 'same' });
    }
    const [shift, scale] = [variable(3 * index + 1), variable(3 * index + 2)];
    add(`norm${index + 1}`, { type: 'instance-norm', scale, shift, channels, epsilon: 1e-3 });
    if (behind === 'residual') add(`sum${index + 1}`, { type: 'add' }, blockInput);
    else add(`${behind}${index + 1}`, { type: behind });
    into = channels;
  });
  // From −1…1 to bytes with some to spare, which the clamp behind the network takes off.
  add('bytes', { type: 'affine', factor: 150, offset: 127.5 });
  return steps;
}

export async function readFastStyle(
  read: FolderReader,
  bytes: Uint8Array,
  title: string,
): Promise<Result<NetworkContents>> {
  const json = parseJson(bytes, manifestFile);
  if (!json.ok) return json;
  const manifest = checkJson(manifestSchema, json.value, manifestFile);
  if (!manifest.ok) return manifest;
  const tensors = await readVariables(read, manifest.value);
  if (!tensors.ok) return tensors;
  return success({
    title,
    input: { type: 'image' },
    range: 'bytes',
    steps: stepsOf(),
    tensors: tensors.value,
  });
}

async function readVariables(
  read: FolderReader,
  manifest: Manifest,
): Promise<Result<ReadonlyMap<string, HostTensor>>> {
  const tensors = new Map<string, HostTensor>();
  for (const index of convolutions.flatMap((_, at) => [3 * at, 3 * at + 1, 3 * at + 2])) {
    const name = variable(index);
    const stated = manifest[name];
    if (!stated) return failure(message('network.no-tensor', { file: manifestFile, tensor: name }));
    const bytes = stated.shape.reduce((product, side) => product * side, 4);
    const file = await readFile(read, stated.filename, bytes);
    if (!file.ok) return file;
    if (file.value.length !== bytes) {
      return failure(message('network.file-short', { file: stated.filename, bytes: String(bytes) }));
    }
    const data = decode(new Uint8Array(file.value), { type: 'float32' }) ?? new Float32Array();
    tensors.set(name, { shape: stated.shape, data });
  }
  return success(tensors);
}
