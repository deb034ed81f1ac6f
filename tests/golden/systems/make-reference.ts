/**
 * `npx tsx tests/golden/systems/make-reference.ts` has PyTorch compute `reference.json`. It takes a Python that has
 * PyTorch, the real VGG-19 in the folder `shared` beside the repository, and a minute or two.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { EncoderPack } from '../../../models/encoder-pack.ts';
import { openEncoder } from '../../../models/sources/open-encoder.ts';
import { diskFolder } from '../../../models/testing/disk-folder.ts';
import { hasShared } from '../../../models/testing/shared.ts';
import { vgg19Folder } from '../golden.ts';
import { height, here, iterations, pictureNames, scales, width } from './reference.ts';

const python = pythonWithTorch();
if (!hasShared) console.log('There is no folder ../shared with VGG-19, so there is nothing to compute with.');
else if (!python) console.log('No Python here has PyTorch, so there is nothing to compute with.');
else await make(python);

async function make(program: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gramarye-systems-'));
  try {
    await writeNumbers(folder);
    const told = execFileSync(program, [`${here}systems.py`, folder], { encoding: 'utf8' });
    writeFileSync(`${here}reference.json`, `${JSON.stringify(JSON.parse(told), null, 1)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function pythonWithTorch(): string | undefined {
  return ['python3', '/usr/bin/python3', 'python'].find(each => {
    try {
      execFileSync(each, ['-c', 'import torch'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

/** What `systems.py` reads: the encoder and the pictures as plain numbers. */
async function writeNumbers(folder: string): Promise<void> {
  const opened = await openEncoder('folder:vgg19', { folder: () => diskFolder(vgg19Folder) });
  if (!opened.ok) throw new Error(opened.reason.id);
  const { layers, preprocessing } = opened.value.facts;
  const { factors, offsets } = preprocessing;
  const job = {
    ...{ height, width, scales, iterations, factors, offsets },
    layers: layers.map(({ name, channels }, at) => [name, layers[at - 1]?.channels ?? 3, channels]),
  };
  writeFileSync(join(folder, 'job.json'), JSON.stringify(job));
  writeFileSync(join(folder, 'weights.f32'), weightsOf(opened.value));
  for (const name of pictureNames) {
    const pixels = await sharp(`${here}${name}.png`).removeAlpha().raw().toBuffer();
    writeFileSync(join(folder, `${name}.f32`), bytesOf(Float32Array.from(pixels, level => level / 255)));
  }
}

function weightsOf({ facts, tensor }: EncoderPack): Buffer {
  const tensors = facts.layers.flatMap(({ name }) => [tensor(`${name}/kernel`), tensor(`${name}/bias`)]);
  return Buffer.concat(
    tensors.map(each => {
      if (!each.ok) throw new Error(each.reason.id);
      return bytesOf(each.value.data);
    }),
  );
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
