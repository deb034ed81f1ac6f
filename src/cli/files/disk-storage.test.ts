import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { EncoderStore, type Provenance } from '../../../models/store/encoder-store.ts';
import { granted, refusal } from '../../../models/testing/outcome.ts';
import { tinyPack } from '../../../models/testing/tiny-pack.ts';
import { diskStorage } from './disk-storage.ts';

const root = mkdtempSync(join(tmpdir(), 'gramarye-disk-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let count = 0;
let folder: string;
beforeEach(() => {
  count += 1;
  folder = join(root, String(count), 'models');
});

const text = (result: Awaited<ReturnType<ReturnType<typeof diskStorage>['read']>>): string =>
  Buffer.from(granted(result)).toString();

const provenance: Provenance = {
  title: 'tiny',
  layout: 'tfjs layers model',
  source: 'tiny',
  agreement: 'unlisted',
};

test('a file is written with its folders, listed, read, replaced and deleted', async () => {
  const storage = diskStorage(folder);
  expect(granted(await storage.list('things'))).toEqual([]);
  granted(await storage.write('things/a', [Buffer.from('one, '), Buffer.alloc(0), Buffer.from('two')]));
  expect(text(await storage.read('things/a'))).toBe('one, two');
  expect(granted(await storage.list('things'))).toMatchObject([{ name: 'a', bytes: 8 }]);
  granted(await storage.write('things/a', [Buffer.from('three')]));
  expect(text(await storage.read('things/a'))).toBe('three');
  granted(await storage.delete('things/a'));
  granted(await storage.delete('things/a'));
  expect(readdirSync(join(folder, 'things'))).toEqual([]);
});

test('part of a file is read without waiting, as long as it is there', async () => {
  const storage = diskStorage(folder);
  granted(await storage.write('things/a', [Buffer.from('one, two')]));
  const file = granted((await storage.open?.('things/a')) ?? fail());
  expect(text(file?.read(5, 3) ?? fail())).toBe('two');
  expect(text(file?.read(5, 100) ?? fail())).toBe('two');
  granted(await storage.delete('things/a'));
  expect(refusal(file?.read(5, 3) ?? fail())).toMatch(/^There is no file .*things.a\.$/);
  expect(refusal((await storage.open?.('things/a')) ?? fail())).toMatch(/^There is no file .*things.a\.$/);
});

const fail = (): never => {
  throw new Error('A disk can be read without waiting.');
};

test('R8 a file that is not there, and a folder that cannot be, are sentences', async () => {
  expect(refusal(await diskStorage(folder).read('things/a'))).toMatch(/^There is no file .*things.a\.$/);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'things'), '');
  const written = await diskStorage(folder).write('things/a', [Buffer.from('x')]);
  expect(refusal(written)).toContain('part of its path is a file, not a folder');
  expect(refusal(written, 'zh')).toContain('GRAMARYE_MODELS');
});

test.skipIf(process.platform !== 'linux')('R8 a folder where nothing can be made is a sentence', async () => {
  const written = await diskStorage('/proc/gramarye').write('things/a', [Buffer.from('x')]);
  expect(refusal(written)).toBe(
    '/proc/gramarye/things/a may not be read or written. Change its permissions, or name another folder in GRAMARYE_MODELS.',
  );
});

test('what breaks off while it is written leaves the old file and nothing else', async () => {
  const storage = diskStorage(folder);
  granted(await storage.write('things/a', [Buffer.from('old')]));
  function* broken(): Generator<Uint8Array> {
    yield Buffer.from('new');
    throw new Error('no more');
  }
  expect(refusal(await storage.write('things/a', broken()))).toContain('no more');
  expect(readdirSync(join(folder, 'things'))).toEqual(['a']);
  expect(text(await storage.read('things/a'))).toBe('old');
});

// Windows has no signals that a process could send to another.
describe.skipIf(process.platform === 'win32')('a process that is killed while it keeps an encoder', () => {
  test.each(['weights', 'record'])(
    'at its %s: the one before is still there, and what was left is swept in time',
    async stage => {
      const store = new EncoderStore(diskStorage(folder));
      const pack = await tinyPack();
      granted(await store.put('tiny', pack, provenance));
      const before = readdirSync(join(folder, 'encoders')).sort();

      await killed(startHanging(stage));
      const left = readdirSync(join(folder, 'encoders')).sort();
      expect(left.length).toBe(3);
      expect(left).toEqual(expect.arrayContaining(before));
      expect(granted(await store.open('tiny')).facts).toEqual(pack.facts);

      const later = () => Date.now() + 2 * 60 * 60 * 1000;
      granted(await new EncoderStore(diskStorage(folder, later), later).put('tiny', pack, provenance));
      expect(readdirSync(join(folder, 'encoders')).sort()).toEqual(before);
    },
  );
});

function startHanging(stage: string): ChildProcess {
  const script = fileURLToPath(new URL('testing/put-and-hang.ts', import.meta.url));
  return spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script, folder, stage], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function killed(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('close', () => reject(new Error('It ended before it could be killed.')));
  });
  child.kill('SIGKILL');
  await new Promise(resolve => child.once('close', resolve));
}

const disk = join(root, 'small-disk');
const hasSmallDisk = mountSmallDisk();
afterAll(() => hasSmallDisk && spawnSync('umount', [disk]));

describe.skipIf(!hasSmallDisk)('R8 a disk of 16 kB (needs the right to mount one)', () => {
  test('refuses what does not fit in a sentence, and keeps what it has', async () => {
    const store = new EncoderStore(diskStorage(disk));
    const pack = await tinyPack();
    granted(await store.put('tiny', pack, provenance));
    const before = readdirSync(join(disk, 'encoders')).sort();
    const refused = await store.put('second', pack, provenance);
    expect(refusal(refused)).toMatch(/^The encoder `second` was not kept\. There is no room for .*full/);
    expect(readdirSync(join(disk, 'encoders')).sort()).toEqual(before);
    expect((await store.verify('tiny')).ok).toBe(true);
    expect(JSON.parse(readFileSync(join(disk, 'encoders', 'tiny.json'), 'utf8')).name).toBe('tiny');
  });
});

function mountSmallDisk(): boolean {
  mkdirSync(disk);
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk]).status === 0;
}
