/**
 * Damaged HDF5 files by the hundred. The format that Keras writes has no checksums, so a place that points
 * elsewhere in the file can go unnoticed. The rule: each is refused in a sentence, or what comes out is plainly
 * a VGG (no layer before its deepest missing, the right shapes, finite numbers everywhere, no kernel of zeros),
 * and but for one file in fifty its numbers are those that stand at their places in the file. Where only stored
 * numbers were damaged, they always are. No file keeps the reader for ever.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { granted } from '../testing/outcome.ts';
import { bytesSource } from './bytes-source.ts';
import { importEncoder } from './import-encoder.ts';
import { damaged } from './testing/damage.ts';
import type { Job, Outcome } from './testing/hdf5-corpus.ts';
import { hdf5File, keras3, notop, wholeModel } from './testing/keras-files.ts';
import { expectSentences } from './testing/sentences.ts';
import { rawBytes, vggWeights } from './testing/vgg-weights.ts';

const weights = vggWeights();
const layouts = {
  notop: await hdf5File(notop(weights)),
  'whole model': await hdf5File(wholeModel(weights)),
  'Keras 3': await hdf5File(keras3(weights)),
};

/** Far longer than any file takes, even on a machine that is busy with something else. */
const patience = 30_000;

/** Reads all of a job's files; a file that never ends is ended, and so is the test. */
function outcomes(job: Job): Promise<readonly Outcome[]> {
  return new Promise((resolve, reject) => {
    const reader = fork(fileURLToPath(new URL('./testing/hdf5-corpus.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx'],
      // What structuredClone copies: typed arrays and maps.
      serialization: 'advanced',
    });
    const found: Outcome[] = [];
    const giveUp = (): void => {
      reader.kill('SIGKILL');
      reject(new Error(`seed ${job.seeds[found.length]} never ends`));
    };
    let timer = setTimeout(giveUp, patience);
    reader.on('message', (outcome: Outcome) => {
      found.push(outcome);
      clearTimeout(timer);
      timer = setTimeout(giveUp, patience);
    });
    reader.on('error', reject);
    reader.send(job);
    reader.on('exit', () => {
      clearTimeout(timer);
      resolve(found);
    });
  });
}

const seedsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);

type Tensors = ReadonlyMap<string, Float32Array>;

/** Layers and shapes are VGG's, or `checkArchitecture` had refused them; this is what the rule says of the numbers. */
const isPlainlyValid = (tensors: Tensors): boolean =>
  tensors.size > 0 &&
  [...tensors].every(
    ([name, data]) =>
      data.length === weights.get(name)?.data.length &&
      data.every(Number.isFinite) &&
      (name.endsWith('/bias') || data.some(number => number !== 0)),
  );

/** Where the numbers of each tensor stand in `whole`. */
const placesIn = (whole: Uint8Array): ReadonlyMap<string, number> =>
  new Map([...weights].map(([name, tensor]) => [name, Buffer.from(whole).indexOf(rawBytes(tensor))]));

/** Whether all of `tensors` stand at their `places` in `bytes`. */
const standIn = (bytes: Uint8Array, places: ReadonlyMap<string, number>, tensors: Tensors): boolean =>
  [...tensors].every(([name, data]) => {
    const place = places.get(name) ?? 0;
    return (
      Buffer.compare(rawBytes({ shape: [], data }), bytes.subarray(place, place + data.byteLength)) === 0
    );
  });

test.each(Object.entries(layouts))('D5 damaged files: %s', async (_, whole) => {
  const places = placesIn(whole);
  const found = await outcomes({ whole, seeds: seedsFrom(1, 250) });
  expect(found.length).toBe(250);
  let refused = 0;
  let misplaced = 0;
  for (const outcome of found) {
    if ('refused' in outcome) {
      refused++;
      expectSentences(outcome.refused, 'net.h5');
      continue;
    }
    expect(isPlainlyValid(outcome.tensors), outcome.how).toBe(true);
    if (!standIn(damaged(whole, outcome.seed).bytes, places, outcome.tensors)) misplaced++;
  }
  expect(refused).toBeGreaterThan(50);
  expect(misplaced).toBeLessThanOrEqual(5);
});

test('D5 damaged numbers come out as they stand in the file', async () => {
  const whole = layouts.notop;
  const places = placesIn(whole);
  const name = 'conv5_2/kernel';
  const start = places.get(name) ?? 0;
  const within = [start, start + (weights.get(name)?.data.byteLength ?? 0)] as const;
  let accepted = 0;
  for (const outcome of await outcomes({ whole, seeds: seedsFrom(1000, 60), within })) {
    if ('refused' in outcome) {
      expectSentences(outcome.refused, 'net.h5');
      continue;
    }
    accepted++;
    const { bytes } = damaged(whole, outcome.seed, ...within);
    expect(standIn(bytes, places, outcome.tensors), outcome.how).toBe(true);
  }
  expect(accepted).toBeGreaterThan(20);
});

test.each(Object.entries(layouts))('D5 a file that is cut short anywhere: %s', async (_, whole) => {
  for (let length = 0; length < whole.length; length += Math.ceil(whole.length / 60)) {
    const imported = await importEncoder(bytesSource(whole.slice(0, length), 'net.h5'));
    expect(imported.ok, `${length} of ${whole.length} bytes`).toBe(false);
    if (!imported.ok) expectSentences(imported.reason, 'net.h5');
  }
  granted(await importEncoder(bytesSource(whole, 'net.h5')));
});

test('D5 after so many damaged files a whole one is still read rightly', async () => {
  for (const whole of Object.values(layouts)) {
    const { pack } = granted(await importEncoder(bytesSource(whole, 'net.h5'), { deepest: 'conv5_4' }));
    expect(granted(pack.tensor('conv4_3/kernel'))).toEqual(weights.get('conv4_3/kernel'));
  }
});
