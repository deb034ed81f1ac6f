/** An exported program and its data as files. */
import { basename, extname, join, parse } from 'node:path';
import { type Result, success } from '../../language/result.ts';
import type { HostTensor, Resources } from '../../runtime/execute/resources.ts';
import { exportTypeScript } from '../../runtime/export/export-typescript.ts';
import type { Value } from '../../runtime/ir/value.ts';
import { packageVersion } from '../files/package-folder.ts';
import type { CheckedGraph } from '../library/check-graph.ts';

/** The contents of each file, by its path. */
export type ProgramFiles = ReadonlyMap<string, string | Uint8Array>;

/** @param path Of the program; its data lies beside it. */
export function programFiles(graph: CheckedGraph, path: string): Result<ProgramFiles> {
  const { document, validated, plan, registry, resources } = graph;
  const { dir } = parse(path);
  const data = `${basename(path, extname(path))}-data`;
  const exported = exportTypeScript({
    plan,
    params: validated.params,
    title: document.title,
    gramarye: packageVersion(),
    titleOf: id => {
      const node = document.nodes[id];
      const title = node?.title ?? registry.get(node?.kind ?? '')?.title.en;
      return title === undefined ? id : `${id}: ${title}`;
    },
    data,
  });
  if (!exported.ok) return exported;
  const tensors: [string, HostTensor][] = [];
  for (const [name, leaf] of exported.value.given) {
    const found = tensorOf(leaf, resources);
    if (!found.ok) return found;
    tensors.push([name, found.value]);
  }
  const specs = tensors.map(([name, { shape }]) => ({ name, shape, dtype: 'float32' }));
  return success(
    new Map<string, string | Uint8Array>([
      [path, exported.value.source],
      [join(dir, `${data}.json`), `${JSON.stringify(specs, null, 1)}\n`],
      [join(dir, `${data}.bin`), joined(tensors.map(([, tensor]) => tensor))],
    ]),
  );
}

function tensorOf(
  { op, attributes: { hash, encoder, tensor } }: Value,
  resources: Resources,
): Result<HostTensor> {
  return op.name === 'image'
    ? resources.image(String(hash))
    : resources.weight(String(encoder), String(tensor));
}

function joined(tensors: readonly HostTensor[]): Uint8Array {
  const bytes = new Uint8Array(tensors.reduce((sum, { data }) => sum + data.byteLength, 0));
  let at = 0;
  for (const { data } of tensors) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return bytes;
}
