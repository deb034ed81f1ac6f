/** An exported program and its data, as files that lie beside one another. */
import type { GraphDocument } from '../../graph/document.ts';
import type { Registry } from '../../graph/kind.ts';
import { own } from '../../graph/own.ts';
import { type Result, success } from '../../language/result.ts';
import type { ResolvedParameters } from '../compile/live.ts';
import type { Plan } from '../compile/plan.ts';
import type { HostTensor, Resources } from '../execute/resources.ts';
import type { Value } from '../ir/value.ts';
import { exportTypeScript } from './export-typescript.ts';

/** A graph that nothing is wrong with, compiled, and what it starts from. */
export interface CompiledGraph {
  readonly document: GraphDocument;
  readonly params: ResolvedParameters;
  readonly plan: Plan;
  readonly registry: Registry;
  readonly resources: Resources;
}

export interface ProgramNames {
  /** Without an ending. */
  readonly name: string;
  /** The version of Gramarye that writes it. */
  readonly gramarye: string;
}

/** The contents of each file, by its name. */
export type ProgramFiles = ReadonlyMap<string, string | Uint8Array<ArrayBuffer>>;

/** `NAME.ts`, `NAME-data.json` and `NAME-data.bin`. */
export function programFiles(graph: CompiledGraph, { name, gramarye }: ProgramNames): Result<ProgramFiles> {
  const { document, params, plan, registry, resources } = graph;
  const data = `${name}-data`;
  const exported = exportTypeScript({
    plan,
    params,
    title: document.title,
    gramarye,
    titleOf: id => {
      const node = own(document.nodes, id);
      const title = node?.title ?? registry.get(node?.kind ?? '')?.title.en;
      return title === undefined ? id : `${id}: ${title}`;
    },
    data,
  });
  if (!exported.ok) return exported;
  const tensors: [string, HostTensor][] = [];
  for (const [leafName, leaf] of exported.value.given) {
    const found = tensorOf(leaf, resources);
    if (!found.ok) return found;
    tensors.push([leafName, found.value]);
  }
  const specs = tensors.map(([leafName, { shape }]) => ({ name: leafName, shape, dtype: 'float32' }));
  return success(
    new Map<string, string | Uint8Array<ArrayBuffer>>([
      [`${name}.ts`, exported.value.source],
      [`${data}.json`, `${JSON.stringify(specs, null, 1)}\n`],
      [`${data}.bin`, joined(tensors.map(([, tensor]) => tensor))],
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

function joined(tensors: readonly HostTensor[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(tensors.reduce((sum, { data }) => sum + data.byteLength, 0));
  let at = 0;
  for (const { data } of tensors) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return bytes;
}
