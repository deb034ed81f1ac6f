/**
 * A process that begins to keep an encoder and never ends, for a test to kill: in the middle of its weights, or
 * between its weights and its record. `put-and-hang.ts FOLDER weights|record`.
 */
import { torchvisionPreprocessing } from '../../../../models/preprocessing.ts';
import { EncoderStore } from '../../../../models/store/encoder-store.ts';
import type { FileStorage } from '../../../../models/store/file-storage.ts';
import { tinyPack } from '../../../../models/testing/tiny-pack.ts';
import { diskStorage } from '../disk-storage.ts';

const [folder = '', stage] = process.argv.slice(2);

function hang(): never {
  process.stdout.write('hanging\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new Error('unreachable');
}

function* halfOf(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const chunk of chunks) {
    yield chunk.subarray(0, chunk.length / 2);
    hang();
  }
}

const disk = diskStorage(folder);
const hanging: FileStorage = {
  ...disk,
  write: (path, chunks) => {
    if (path.endsWith('.json')) hang();
    return disk.write(path, stage === 'weights' ? halfOf(chunks) : chunks);
  },
};

await new EncoderStore(hanging).put('tiny', await tinyPack('other', torchvisionPreprocessing), {
  title: 'other',
  layout: 'tfjs layers model',
  source: 'other',
  agreement: 'unlisted',
});
