/**
 * The one entrance for other people's feed-forward networks: a folder goes in, and a network comes out, checked, or
 * the sentence that says which file and layer is wrong. What kind of folder it is, its files tell.
 */
import { z } from 'zod';
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';
import { decode } from '../import/decode.ts';
import { type FolderReader, isMissing, readFile } from '../import/folder.ts';
import { parseJson } from '../import/json.ts';
import { modelFile, readAnyManifest, type ShardGroup } from '../import/tfjs-manifest.ts';
import { readTensors } from '../import/tfjs-shards.ts';
import { refuseNetwork } from './check-network.ts';
import { manifestFile, readFastStyle } from './fast-style.ts';
import { stepsOfGraph } from './graph-model/graph-steps.ts';
import { stepsOfKeras } from './keras-layers.ts';
import { type NetworkContents, type NetworkPack, networkPack } from './network-pack.ts';
import { isOwnFormat, readOwnFormat } from './own-format.ts';

const largestModelFile = 16 * 2 ** 20;

/** `title` is what a network is called that has no name of its own. */
export async function readNetwork(read: FolderReader, title: string): Promise<Result<NetworkPack>> {
  const contents = await readContents(read, title);
  if (!contents.ok) return contents;
  const refused = refuseNetwork(contents.value.steps, contents.value.tensors, title);
  return refused ? failure(refused) : success(networkPack(contents.value));
}

async function readContents(read: FolderReader, title: string): Promise<Result<NetworkContents>> {
  const model = await readFile(read, modelFile, largestModelFile);
  if (model.ok) return readModel(read, model.value, title);
  if (!isMissing(model.reason)) return model;
  const manifest = await readFile(read, manifestFile, largestModelFile);
  if (manifest.ok) return readFastStyle(read, manifest.value, title);
  return isMissing(manifest.reason) ? failure(message('network.no-model', { folder: title })) : manifest;
}

const outputsSchema = z.object({
  signature: z.object({ outputs: z.record(z.string(), z.object({ name: z.string() })) }),
});

async function readModel(
  read: FolderReader,
  bytes: Uint8Array,
  title: string,
): Promise<Result<NetworkContents>> {
  const json = parseJson(bytes, modelFile);
  if (!json.ok) return json;
  const manifest = readAnyManifest(bytes);
  if (!manifest.ok) return manifest;
  const tensors = await readWeights(read, manifest.value.groups);
  if (!tensors.ok) return tensors;
  if (isOwnFormat(json.value)) {
    const own = readOwnFormat(json.value, modelFile);
    return own.ok ? success({ ...own.value, tensors: tensors.value }) : own;
  }
  if (manifest.value.format === 'graph-model') {
    const stated = outputsSchema.safeParse(json.value);
    const [output] = stated.success ? Object.values(stated.data.signature.outputs) : [];
    const name = output?.name.replace(/:0$/, '');
    const graph = stepsOfGraph(manifest.value.topology, tensors.value, name, title);
    return graph.ok ? success({ title, input: { type: 'image' }, ...graph.value }) : graph;
  }
  const steps = stepsOfKeras(manifest.value.topology, tensors.value, title);
  if (!steps.ok) return steps;
  return success({ title, input: { type: 'image' }, steps: steps.value, tensors: tensors.value });
}

async function readWeights(
  read: FolderReader,
  groups: readonly ShardGroup[],
): Promise<Result<ReadonlyMap<string, HostTensor>>> {
  const tensors = new Map<string, HostTensor>();
  for (const group of groups) {
    const wanted = group.tensors.filter(
      ({ ofOptimiser, encoding }) =>
        !ofOptimiser && (encoding.type !== 'other' || encoding.dtype === 'int32'),
    );
    const found = await readTensors(read, group, wanted);
    if (!found.ok) return found;
    for (const [{ name, shape, encoding }, { bytes }] of found.value) {
      // Integers are sizes and axes, small enough to be exact as floats.
      const isSize = encoding.type === 'other' && encoding.bytes === 4;
      const data = isSize ? Float32Array.from(new Int32Array(bytes.buffer)) : decode(bytes, encoding);
      if (data) tensors.set(name, { shape, data });
    }
  }
  return success(tensors);
}
