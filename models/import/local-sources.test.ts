import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { say } from '../../src/language/message.ts';
import { blobSource } from './blob-source.ts';
import { type ByteSource, readWhole } from './byte-source.ts';
import { bytesSource } from './bytes-source.ts';
import { numbered } from './testing/weights-server.ts';

const bytes = numbered(1000);

const sources: [string, ByteSource][] = [
  ['bytes', bytesSource(bytes, 'a.bin')],
  ['a file that was dropped', blobSource(new File([bytes], 'a.bin'), 'a.bin')],
];

test.each(sources)('%s are read a piece at a time', async (_, source) => {
  let reported = 0;
  expect(await source.size()).toEqual({ ok: true, value: 1000 });
  const piece = await source.read(10, 90, count => {
    reported += count;
  });
  expect(piece.ok && [...piece.value]).toEqual([...bytes.subarray(10, 100)]);
  expect(reported).toBe(90);
  const whole = await readWhole(source, 1000);
  expect(whole.ok && Buffer.compare(whole.value, bytes)).toBe(0);
});

test.each(sources)('R8 %s that end too early are refused', async (_, source) => {
  const piece = await source.read(990, 11);
  expect(piece.ok ? '' : say(piece.reason)).toBe(
    'a.bin ends after 1000 bytes, too early: it is cut short. Get it anew.',
  );
});

test.each(sources)('D5 %s over the limit are not read whole', async (_, source) => {
  expect(await readWhole(source, 999)).toMatchObject({
    ok: false,
    reason: { id: 'encoder.file-too-large' },
  });
});

test('R8 a file that was changed since it was chosen is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gramarye-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'a.bin'), bytes);
  const source = blobSource(await openAsBlob(join(folder, 'a.bin')), 'a.bin');
  await writeFile(join(folder, 'a.bin'), bytes.subarray(0, 5));
  const piece = await source.read(0, 10);
  expect(piece.ok ? '' : say(piece.reason)).toBe(
    'a.bin could not be read any more: it was moved, changed or deleted since it was chosen.',
  );
});

test('a file is not read on after it was cancelled', async () => {
  const controller = new AbortController();
  const source = blobSource(new Blob([bytes]), 'a\u001b.bin', controller.signal);
  expect((await source.read(0, 10)).ok).toBe(true);
  controller.abort();
  const piece = await source.read(10, 10);
  expect(piece.ok ? '' : say(piece.reason)).toBe('Reading a�.bin was cancelled.');
});
