import { spawn } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recipeInPng, type TraceLine } from '../../src/index.ts';
import { Workshop } from './workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await Workshop.open();
  symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), workshop.path('node_modules'));
});
afterAll(() => workshop.close());

const bytesOf = (name: string) => readFileSync(workshop.path(name));
const pixelsOf = (name: string) => sharp(workshop.path(name)).raw().toBuffer();

function recipeOf(name: string) {
  const recipe = recipeInPng(bytesOf(name));
  if (!recipe.ok) throw new Error(JSON.stringify(recipe.reason));
  return recipe.value;
}

describe('a painted PNG', () => {
  beforeAll(async () => {
    const args = ['render', 'small.gramarye.json', '-o', 'painted.png', '--backend', 'wasm'];
    const { code } = await workshop.start([...args, '--set', 'optimiser.seed=3']).finished;
    expect(code).toBe(0);
  }, 60_000);

  test('carries its graph and all that it takes to repeat it', () => {
    const { document, painted, backend, repeatable, encoders, images, gramarye } = recipeOf('painted.png');
    expect(document.nodes.optimiser?.params).toEqual({ iterations: 8, seed: 3 });
    expect(painted).toEqual({ optimiser: { seed: 3, iterations: 8 } });
    expect([backend, repeatable, gramarye]).toEqual(['wasm', true, '0.1.0']);
    expect(Object.keys(encoders)).toEqual(['folder:vgg']);
    expect(Object.entries(images).map(([name, { width, height }]) => [name, width, height])).toEqual([
      ['file:content.png', 60, 40],
      ['file:style.png', 32, 32],
    ]);
  });

  test('R9 is painted again from itself, bit by bit, wherever it lies; no path of the machine is in it', async () => {
    const { code, stderr } = await workshop.render('painted.png', '-o', 'deeper/again.png');
    expect(stderr).toContain(
      'From `painted.png`: painted by Gramarye 0.1.0 on wasm, 8 iterations of `optimiser`.',
    );
    expect(code).toBe(0);
    expect(await pixelsOf('deeper/again.png')).toEqual(await pixelsOf('painted.png'));
    expect(recipeOf('deeper/again.png').document.nodes.content?.params.source).toBe('file:../content.png');
    const third = await workshop.render('deeper/again.png', '-o', 'third.png');
    expect(third.code).toBe(0);
    expect(bytesOf('third.png')).toEqual(bytesOf('painted.png'));
    expect(JSON.stringify(recipeOf('deeper/again.png'))).not.toContain(workshop.folder);
  });

  test('is checked and planned in place of a graph file', async () => {
    const checked = await workshop.run('check', 'painted.png');
    expect([checked.code, checked.stdout]).toEqual([
      0,
      'valid: 17 nodes, 22 wires; paints `output` 48×32.\n',
    ]);
    const planned = await workshop.run('plan', 'painted.png', '--json');
    expect(planned.stdout).toBe((await workshop.run('plan', 'small.gramarye.json', '--json')).stdout);
  });

  test('says nothing of how it was made where that is not wanted, and then is no graph', async () => {
    await workshop.render('small.gramarye.json', '-o', 'private.png', '--no-recipe', '--iterations', '1');
    expect(bytesOf('private.png').includes('gramarye')).toBe(false);
    const { code, stderr } = await workshop.run('check', 'private.png');
    expect(stderr).toMatch(/^`private.png`: The picture carries no graph/);
    expect(code).toBe(1);
  });

  test('has 16 bits a channel if asked, and those of 8 are their roundings', async () => {
    const { code } = await workshop.render('painted.png', '-o', 'deep.png', '--bits', '16');
    expect(code).toBe(0);
    const { data } = await sharp(workshop.path('deep.png'))
      .toColourspace('rgb16')
      .raw({ depth: 'ushort' })
      .toBuffer({ resolveWithObject: true });
    const levels = new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2);
    const eight = await pixelsOf('painted.png');
    expect(levels).toHaveLength(eight.length);
    const farthest = Math.max(...levels.map((level, at) => Math.abs(level / 257 - (eight[at] ?? 0)) * 1000));
    expect(farthest).toBeLessThanOrEqual(505);
    expect(new Set(levels.map(level => level % 257)).size).toBeGreaterThan(100);
    expect(recipeOf('deep.png').painted).toEqual(recipeOf('painted.png').painted);
    const refused = await workshop.render('painted.png', '-o', 'deep.jpg', '--bits', '16');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('only PNG can')]);
  });

  test('on the way is told by its own iterations, and that a picture or an encoder is another is said', async () => {
    await workshop.render('small.gramarye.json', '-o', 'way.png', '--every', '3');
    expect(recipeOf('way-0003.png').painted).toEqual({ optimiser: { seed: 0, iterations: 3 } });
    expect((await workshop.run('check', 'way-0003.png')).stderr).toContain('after iteration 3 of 8');
    workshop.write('kept.png', bytesOf('content.png'));
    await workshop.render(
      'small.gramarye.json',
      '-o',
      'other.png',
      '--iterations',
      '1',
      '--image',
      'content=kept.png',
    );
    workshop.write('kept.png', bytesOf('style.png'));
    const { stderr } = await workshop.render('other.png', '-o', 'other-2.png');
    expect(stderr).toContain('The picture `file:kept.png` is not the one that this was painted with');
  });
});

describe('export', () => {
  test('--as mermaid prints a diagram', async () => {
    const { code, stdout } = await workshop.run(
      'export',
      'small.gramarye.json',
      '--as',
      'mermaid',
      '--language',
      'zh',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^flowchart LR\n/);
    expect(stdout.match(/-->/g)).toHaveLength(22);
  });

  test('--as typescript is a program that paints our picture by itself', async () => {
    const flags = ['--set', 'picture.noise=0.3', '--set', 'encoder.pooling=average'];
    const file = 'small.gramarye.json';
    const asked = ['--as', 'typescript', '-o', 'program 1#.ts', ...flags];
    const [exported, ours] = await Promise.all([
      workshop.run('export', file, ...asked),
      workshop.render(file, '-o', 'ours.png', '--trace', 'ours.jsonl', ...flags),
    ]);
    expect([exported.code, exported.stderr, ours.code]).toEqual([0, '', 0]);
    const trace = workshop.read('ours.jsonl').trimEnd().split('\n');
    const theirs = await runProgram('program 1#.ts');
    expect(theirs.map(({ iteration }) => iteration)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    // What its loss is to ours, kind by kind: tests/exported-program.test.ts.
    const last: TraceLine = JSON.parse(trace.at(-1) ?? '');
    expect(Math.abs((theirs.at(-1)?.total ?? Number.NaN) / last.total - 1)).toBeLessThan(1e-4);
    const ppm = readFileSync(workshop.path('output.ppm'), 'latin1');
    const [, pixels] = /^P6 48 32 255\n(.*)$/s.exec(ppm) ?? [];
    const painted = await pixelsOf('ours.png');
    expect(painted).toHaveLength(pixels?.length ?? 0);
    const farthest = painted.map((level, at) => Math.abs(level - (pixels?.charCodeAt(at) ?? Number.NaN)));
    expect(Math.max(...farthest)).toBeLessThanOrEqual(1);
  });

  test('a program needs a file to be written to', async () => {
    const { code, stderr } = await workshop.run('export', 'small.gramarye.json', '--as', 'typescript');
    expect([code, stderr]).toEqual([1, 'A program is written to a file: name it with -o NAME.ts.\n']);
  });
});

/** What an exported program prints, run by itself in a process that knows nothing of Gramarye. */
function runProgram(
  name: string,
): Promise<{ readonly optimiser: string; readonly iteration: number; readonly total: number }[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), name], {
      cwd: workshop.folder,
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data: Buffer) => {
      stdout += data;
    });
    child.stderr.on('data', (data: Buffer) => {
      stderr += data;
    });
    child.on('close', code => {
      if (code !== 0) return reject(new Error(stderr));
      const lines = stdout.split('\n').flatMap(line => {
        const [, optimiser = '', iteration, total] = /^(\w+) (\d+) (\S+)$/.exec(line) ?? [];
        return iteration === undefined
          ? []
          : [{ optimiser, iteration: Number(iteration), total: Number(total) }];
      });
      resolve(lines);
    });
  });
}
