/** PyTorch beside us, where this machine has one: a Python that knows it, and what its side of the comparison is given. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EncoderPack } from '../../../models/encoder-pack.ts';
import { packageFolder } from '../../../src/cli/files/package-folder.ts';
import type { HostTensor } from '../../../src/runtime/execute/resources.ts';
import {
  adamSettings,
  contentLayer,
  type EncoderName,
  encoderOf,
  type IterationReport,
  pictureOf,
  styleLayers,
  weights,
} from '../setting.ts';

export interface TorchReport extends IterationReport {
  readonly version: string;
  /** Of features in memory, whichever was the faster. */
  readonly layout: string;
}

/** The first Python that has torch. */
export function pythonWithTorch(
  candidates: readonly string[] = [process.env.PYTHON ?? 'python3', '/usr/bin/python3'],
): string | undefined {
  return candidates.find(python => {
    try {
      execFileSync(python, ['-c', 'import torch'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

export interface TorchOrder {
  readonly side: number;
  readonly count: number;
  readonly encoder: EncoderName;
  readonly threads: number;
}

export function measureTorch(python: string, order: TorchOrder): TorchReport {
  const folder = mkdtempSync(join(tmpdir(), 'gramarye-torch-'));
  try {
    for (const [name, content] of Object.entries(givenToTorch(order))) {
      writeFileSync(join(folder, name), content);
    }
    const script = join(packageFolder(), 'tests/bench/native/torch_iteration.py');
    const printed = execFileSync(python, [script, folder], { encoding: 'utf8' });
    return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as TorchReport;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files of its folder. */
export function givenToTorch({ encoder, ...order }: TorchOrder): Record<string, string | Uint8Array> {
  const pack = encoderOf(encoder);
  const { layers, preprocessing } = pack.facts;
  const { factors, offsets } = preprocessing;
  const tensors = layers.flatMap(({ name }) => [`${name}/kernel`, `${name}/bias`]);
  return {
    'order.json': JSON.stringify({
      ...order,
      layers,
      factors,
      offsets,
      styleLayers,
      contentLayer,
      weights,
      adam: adamSettings,
    }),
    'encoder.bin': oneAfterAnother(tensors.map(name => tensorOf(pack, name))),
    'pictures.bin': oneAfterAnother([pictureOf(order.side, 0), pictureOf(order.side, 2)]),
  };
}

function tensorOf(pack: EncoderPack, name: string): HostTensor {
  const found = pack.tensor(name);
  if (!found.ok) throw new Error(found.reason.id);
  return found.value;
}

const oneAfterAnother = (tensors: readonly HostTensor[]): Uint8Array =>
  Buffer.concat(tensors.map(({ data }) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength)));
