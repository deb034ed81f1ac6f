import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { build } from '../../graph/testing/build.ts';
import type { HostTensor } from '../../runtime/execute/resources.ts';
import { axisOf, gridOver } from '../../runtime/sweep/testing/axes.ts';
import { voiceIn } from '../voice.ts';
import { contactSheet } from './contact-sheet.ts';
import { manifestOf } from './manifest.ts';
import type { CellRecord } from './record.ts';
import { layoutOf } from './sheet-layout.ts';
import { SweepFolder } from './sweep-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gramarye-sweep-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const manifest = manifestOf(build({ style: 'style-loss' }), gridOver(axisOf('style.weight', 3)));

const record = (value: number, more: Partial<CellRecord> = {}): CellRecord => ({
  ...{ format: 'gramarye-cell', version: 1, name: `style.weight=${value}`, key: 'k', status: 'done' },
  ...{ values: { 'style.weight': value }, losses: [], seconds: 0, backend: 'wasm' },
  pictures: [{ file: `style.weight=${value}.png` }],
  ...more,
});

const plain = (red: number, green: number, blue: number): HostTensor => ({
  shape: [4, 6, 3],
  data: Float32Array.from({ length: 72 }, (_, at) => [red, green, blue][at % 3] ?? 0),
});

const keep = (folder: SweepFolder, each: CellRecord, picture = plain(1, 0, 0)) =>
  folder.keep(each, new Map(each.pictures.map(({ file }) => [file, picture])));

const recordFile = (value: number) => join(root, 'cells', `style.weight=${value}.json`);

describe('a cell is there', () => {
  test('when its record speaks of the same content and its picture exists', async () => {
    const folder = await SweepFolder.prepare(root, manifest);
    await keep(folder, record(1));
    expect(await folder.has('style.weight=1', 'k')).toBe(true);
    expect(await folder.has('style.weight=1', 'other')).toBe(false);
    expect(await folder.has('style.weight=2', 'k')).toBe(false);
    rmSync(folder.picture('style.weight=1.png'));
    expect(await folder.has('style.weight=1', 'k')).toBe(false);
    expect(readdirSync(root).sort()).toEqual(['cells', 'sweep.json']);
  });

  test('not when it failed', async () => {
    const folder = await SweepFolder.prepare(root, manifest);
    await keep(folder, record(1, { status: 'failed', reason: { en: 'No.', zh: '不。' } }));
    expect(await folder.has('style.weight=1', 'k')).toBe(false);
    expect((await folder.records()).get('style.weight=1')?.reason?.zh).toBe('不。');
  });
});

test('D5 records that are damaged, of another cell, or point out of the folder are as if they were not there', async () => {
  const folder = await SweepFolder.prepare(root, manifest);
  const spoilt = [
    '{',
    'null',
    JSON.stringify(record(2)),
    JSON.stringify(record(1, { pictures: [{ file: '../../secret.png' }] })),
    JSON.stringify({ ...record(1), version: 2 }),
  ];
  for (const text of spoilt) {
    writeFileSync(recordFile(1), text);
    expect(await folder.record('style.weight=1'), text).toBeUndefined();
  }
  writeFileSync(recordFile(1), JSON.stringify(record(1)));
  expect(await folder.record('style.weight=1')).toEqual(record(1));
});

test('a sheet shows each picture at its place, and leaves the place of one that is missing empty', async () => {
  const folder = await SweepFolder.prepare(root, manifest);
  await keep(folder, record(0), plain(1, 0, 0));
  await keep(folder, record(2), plain(0, 0, 1));
  writeFileSync(folder.picture('style.weight=1.png'), 'no picture');
  writeFileSync(recordFile(1), JSON.stringify(record(1)));
  const sheet = await contactSheet(folder, await folder.records(), voiceIn('en'));
  const { data, info } = await sharp(sheet).raw().toBuffer({ resolveWithObject: true });
  const layout = layoutOf(folder.grid, 'style.weight', 4 / 6);
  expect([info.width, info.height]).toEqual([layout.width, layout.height]);
  const colours = layout.tiles.map(({ picture: { x, y, width, height } }) => {
    const at = info.channels * ((y + (height >> 1)) * info.width + x + (width >> 1));
    return [...data.subarray(at, at + 3)].map(value => Math.round(value / 64));
  });
  expect(colours).toEqual([
    [4, 0, 0],
    [4, 4, 4],
    [0, 0, 4],
  ]);
});
