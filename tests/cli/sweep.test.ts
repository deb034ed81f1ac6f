import { readdirSync, rmSync, statSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileSources, type SweepGraphEvent, sweepGraph } from '../../src/index.ts';
import { type Finished, sizeOf, Workshop } from './workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await Workshop.open();
});
afterAll(() => workshop.close());

const graph = 'small.gramarye.json';
const quick = ['--iterations', '2', '--backend', 'wasm'];
const weights = ['--vary', 'styleLoss.weight=1,50'];
const layers = ['--vary', 'styleTaps.layers=relu1_1,relu1_1+relu2_1'];

const order = (folder: string, ...args: readonly string[]): string[] => [
  ...['sweep', graph, '-o', folder],
  ...[...quick, ...args],
];
const sweep = (folder: string, ...args: readonly string[]): Promise<Finished> =>
  workshop.run(...order(folder, ...args));

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(workshop.path(`${folder}/cells`))
    .filter(name => name.endsWith(ending))
    .sort();

/** The decoded pixels of every picture of a sweep, by file. */
async function pixelsOf(folder: string): Promise<Record<string, Buffer>> {
  const pixels: Record<string, Buffer> = {};
  for (const file of filesIn(folder, '.png')) {
    pixels[file] = await sharp(workshop.path(`${folder}/cells/${file}`))
      .raw()
      .toBuffer();
  }
  return pixels;
}

const table = (folder: string): string[][] =>
  workshop
    .read(`${folder}/table.csv`)
    .trimEnd()
    .split('\r\n')
    .map(line => line.split(','));

/** The cells that were painted, by what was said of them. */
const painted = ({ stderr }: Finished): number => stderr.match(/^\d+ of \d+: /gm)?.length ?? 0;

describe('gramarye sweep', () => {
  test('paints every cell, coarse to fine, with a contact sheet and a table', async () => {
    const finished = await sweep('whole', ...weights, ...layers);
    const { code, stdout, stderr } = finished;
    expect(stderr).toContain('4 pictures, varying `styleLoss.weight`, `styleTaps.layers`.');
    expect(stderr).toContain('1 of 4: styleLoss.weight = 1, styleTaps.layers = relu1_1\n');
    expect(stderr).toMatch(/2\/2 · .*loss /);
    expect(stdout).toBe(
      '4 of 4 pictures in `whole/cells`; see `whole/contact-sheet.webp` and `whole/table.csv`.\n',
    );
    expect(code).toBe(0);
    expect(readdirSync(workshop.path('whole')).sort()).toEqual([
      'cells',
      'contact-sheet.webp',
      'sweep.json',
      'table.csv',
    ]);
    expect(filesIn('whole', '.png')).toEqual([
      'styleLoss.weight=1,styleTaps.layers=relu1_1+relu2_1.png',
      'styleLoss.weight=1,styleTaps.layers=relu1_1.png',
      'styleLoss.weight=50,styleTaps.layers=relu1_1+relu2_1.png',
      'styleLoss.weight=50,styleTaps.layers=relu1_1.png',
    ]);
    const [header, ...lines] = table('whole');
    expect(header?.slice(0, 6)).toEqual([
      'styleLoss.weight',
      'styleTaps.layers',
      'status',
      'loss',
      'iterations',
      'seconds',
    ]);
    expect(lines.map(([weight, taps, status]) => [weight, taps, status])).toEqual([
      ['1', 'relu1_1', 'done'],
      ['1', 'relu1_1+relu2_1', 'done'],
      ['50', 'relu1_1', 'done'],
      ['50', 'relu1_1+relu2_1', 'done'],
    ]);
    const [width, height] = await sizeOf(workshop.path('whole/contact-sheet.webp'));
    expect(width).toBeGreaterThan(2 * 256);
    expect(height).toBeGreaterThan(2 * 150);
  });

  test('gives each cell the picture that render gives for its values', async () => {
    const rendered = await workshop.render(
      ...[graph, '--iterations', '2', '-o', 'rendered.png'],
      ...['--set', 'styleLoss.weight=50', '--set', 'styleTaps.layers=relu1_1,relu2_1'],
    );
    expect(rendered.code).toBe(0);
    const { 'styleLoss.weight=50,styleTaps.layers=relu1_1+relu2_1.png': cell } = await pixelsOf('whole');
    expect(cell?.equals(await sharp(workshop.path('rendered.png')).raw().toBuffer())).toBe(true);
  });

  test('two shards at once, into one folder, give the cells of one run, bit for bit', async () => {
    const shards = await Promise.all(
      ['1/2', '2/2'].map(
        shard => workshop.start(order('sharded', ...weights, ...layers, '--shard', shard)).finished,
      ),
    );
    expect(shards.map(({ code }) => code)).toEqual([0, 0]);
    expect(shards.map(painted)).toEqual([2, 2]);
    expect(shards[0]?.stderr).toContain('2 pictures of 4, varying');
    expect(await pixelsOf('sharded')).toEqual(await pixelsOf('whole'));
    expect(table('sharded')).toHaveLength(5);
    expect(readdirSync(workshop.path('sharded'))).toHaveLength(4);
    const columns = (folder: string) =>
      table(folder).map(([weight, taps, , loss, , , , , , key]) => [weight, taps, loss, key]);
    expect(columns('sharded')).toEqual(columns('whole'));
  });

  test('paints only what is missing when it is run again', async () => {
    const [first] = filesIn('whole', '.json');
    const [kept, gone] = [filesIn('whole', '.png')[1], filesIn('whole', '.png')[0]];
    const before = await pixelsOf('whole');
    const { mtimeMs } = statSync(workshop.path(`whole/cells/${kept}`));
    rmSync(workshop.path(`whole/cells/${first}`));
    const again = await sweep('whole', ...weights, ...layers);
    expect(painted(again)).toBe(1);
    expect(again.stdout).toContain('4 of 4 pictures (3 from before) in');
    expect(statSync(workshop.path(`whole/cells/${kept}`)).mtimeMs).toBe(mtimeMs);
    expect((await pixelsOf('whole'))[gone ?? '']).toEqual(before[gone ?? '']);
  });

  test('paints only the values that are new when there are more', async () => {
    const more = await sweep('whole', '--vary', 'styleLoss.weight=7', ...layers);
    expect(painted(more)).toBe(2);
    expect(more.stdout).toContain('6 of 6 pictures in');
    expect(table('whole').map(([weight]) => weight)).toEqual([
      'styleLoss.weight',
      ...['1', '1', '7', '7', '50', '50'],
    ]);
  });

  // Windows has no signals that a process could send to another.
  test.skipIf(process.platform === 'win32')('keeps what is done on Ctrl-C, and only that', async () => {
    const endless = ['--vary', 'optimiser.iterations=2,100000'];
    const running = workshop.start(['sweep', graph, '-o', 'stopped', '--backend', 'wasm', ...endless]);
    await running.shows(/\n1\/100000 /);
    running.process.kill('SIGINT');
    const { code, stdout, stderr } = await running.finished;
    expect(code).toBe(130);
    expect(stderr).toContain('Stopping after this iteration; what is done is kept.');
    expect(stderr).toContain('Run the same command again to go on.');
    expect(stdout).toContain('1 of 2 pictures in `stopped/cells`');
    expect(filesIn('stopped', '.png')).toEqual(['optimiser.iterations=2.png']);
    expect(table('stopped')).toHaveLength(2);
    expect(filesIn('stopped', '.tmp')).toEqual([]);
  });

  test('R8 tells which cell failed and why, and paints the others', async () => {
    const unstable = ['--set', 'optimiser.method=momentum', '--set', 'optimiser.clamp=no'];
    const { code, stderr } = await sweep(
      'failing',
      ...unstable,
      '--vary',
      'optimiser.learningRate=1e6,0.001',
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/optimiser\.learningRate = 1000000 failed\. .*learning rate is too high/);
    expect(stderr).toContain('1 picture failed; the table says why.');
    expect(table('failing').map(([rate, status]) => [rate, status])).toEqual([
      ['optimiser.learningRate', 'status'],
      ['1000000', 'failed'],
      ['0.001', 'done'],
    ]);
  });
});

test('gramarye sheet makes sheet and table anew, and says so where no font could be found', async () => {
  for (const file of ['contact-sheet.webp', 'table.csv']) rmSync(workshop.path(`sharded/${file}`));
  workshop.write('no-fonts.conf', '<?xml version="1.0"?><fontconfig><dir>/nowhere</dir></fontconfig>');
  const fontless = { FONTCONFIG_FILE: workshop.path('no-fonts.conf') };
  const { code, stdout, stderr } = await workshop.start(['sheet', 'sharded'], fontless).finished;
  expect(code).toBe(0);
  expect(stdout).toContain('4 of 4 pictures in `sharded/cells`');
  // Elsewhere fonts are found without asking fontconfig.
  if (process.platform === 'linux') expect(stderr).toContain('There is no font on this machine');
  expect(workshop.has('sharded/contact-sheet.webp')).toBe(true);
  expect(table('sharded')).toHaveLength(5);
});

describe('one sentence, and nothing written, for', () => {
  async function refused(args: readonly string[], sentence: string | RegExp, code = 1): Promise<void> {
    const finished = await workshop.run('sweep', graph, '-o', 'refused', ...quick, ...args);
    expect(finished.stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(sentence)]);
    expect(finished.stdout).toBe('');
    expect(finished.code).toBe(code);
    expect(workshop.has('refused')).toBe(false);
  }

  test('nothing to vary, and three parameters', async () => {
    await refused([], '`--vary <node.param=values>` is missing.', 2);
    const third = ['--vary', 'contentLoss.weight=1,2'];
    await refused([...weights, ...layers, ...third], /varies one or two parameters; this one names 3/);
  });

  test('a value that the parameter does not take, in both languages', async () => {
    const vary = ['--vary', 'optimiser.iterations=10,many'];
    await refused(vary, /`optimiser.iterations` should be a whole number from 1 to 100000; it is "many"/);
    await refused([...vary, '--language', 'zh'], /应为：1 到 100000.* 之间的整数；现在是 "many"/);
  });

  test('a shard that is none, in both languages', async () => {
    await refused([...weights, '--shard', '0/2'], /Shards are counted from 1.* 1\/2\..*add 1/, 2);
    await refused([...weights, '--shard', '3/2', '--language', 'zh'], /不是分片/, 2);
  });

  test('a parameter that changes nothing that is painted', () =>
    refused(['--vary', 'styleLoss.weights.relu9_9=1,2'], /changes nothing that this graph paints/));

  test('a fault of the graph that no value would mend', () =>
    refused([...weights, '--image', 'style=gone.png'], /`style` .*There is no file `gone.png`/));

  test('a folder with another sweep', async () => {
    const folder = ['-o', 'sharded'];
    await refused(
      [...weights, ...folder],
      /^`sharded` holds a sweep of `styleLoss.weight`, `styleTaps.layers`/m,
    );
    const other = [...weights, ...layers, ...folder, '--set', 'optimiser.seed=5', '--language', 'zh'];
    await refused(other, /^`sharded` 中是另一个图的扫描结果/m);
  });
});

test('a program sweeps a graph as the command line does', async () => {
  const events: SweepGraphEvent[] = [];
  const running = sweepGraph(workshop.read(graph), {
    sources: fileSources(workshop.folder),
    adjustments: { iterations: 1 },
    backend: 'wasm',
    vary: [{ path: 'styleLoss.weight', text: '1,2' }],
  });
  for await (const event of running) events.push(event);
  const ofCell = ['begun', 'iteration', 'finished'];
  expect(events.map(({ type }) => type)).toEqual(['planned', ...ofCell, ...ofCell]);
});
