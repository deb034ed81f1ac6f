import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TraceLine } from '../../src/index.ts';
import { sizeOf, Workshop } from './workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await Workshop.open();
});
afterAll(() => workshop.close());

const traceOf = (name: string): TraceLine[] =>
  workshop
    .read(name)
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));

describe('render', () => {
  test('paints a picture of the right size, says how it goes and where the picture is', async () => {
    const args = ['render', 'small.gramarye.json', '-o', 'new/folder/out.png', '--backend', 'wasm'];
    const { code, stdout, stderr } = await workshop.start(args).finished;
    expect(stderr).toContain('Painting on WebAssembly with SIMD');
    expect(stderr).toContain('`optimiser`: 48×32 pixels, 8 iterations of Adam.');
    expect(stderr).toMatch(/8\/8 · .*it\/s · 0:00 left · loss .*\(content .*, style .*, variation .*\)/);
    expect(stdout).toBe('The picture is in `new/folder/out.png`.\n');
    expect(code).toBe(0);
    expect(await sizeOf(workshop.path('new/folder/out.png'))).toEqual([48, 32]);
    expect(readdirSync(workshop.path('new/folder'))).toEqual(['out.png']);
  });

  test('writes a line of the trace for each iteration, with every term; the loss falls', async () => {
    const { code } = await workshop.render(
      ...['small.gramarye.json', '-o', 'traced.jpg', '--trace', 'traced.jsonl', '--iterations', '6'],
    );
    expect(code).toBe(0);
    const lines = traceOf('traced.jsonl');
    expect(lines.map(({ iteration }) => iteration)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const { optimiser, total, terms } of lines) {
      expect(optimiser).toBe('optimiser');
      expect(Object.keys(terms)).toEqual([
        'content/relu2_1',
        'style/relu1_1',
        'style/relu1_2',
        'style/relu2_1',
        'variation/variation',
      ]);
      const sum = Object.values(terms).reduce((all, { value, weight }) => all + value * weight, 0);
      expect(sum).toBeCloseTo(total, 10);
    }
    expect(lines[0]?.terms['style/relu1_1']?.weight).toBe(5);
    expect(lines.at(-1)?.total).toBeLessThan(lines[0]?.total ?? 0);
    expect(lines.at(-1)?.seconds).toBeGreaterThan(lines[0]?.seconds ?? Infinity);
  });

  test('takes other pictures, sizes, encoders and parameters from the command line', async () => {
    workshop.encoder('other');
    const small = workshop.read('small.gramarye.json');
    workshop.write('elsewhere.gramarye.json', small.replace('folder:vgg', 'folder:nowhere'));
    const { code, stdout, stderr } = await workshop.render(
      ...['elsewhere.gramarye.json', '-o', 'changed.webp', '--trace', 'changed.jsonl'],
      ...['--image', 'content=style.png', '--size', '40', '--iterations', '9', '--encoder', 'other'],
      ...['--set', 'styleLoss.weights.relu1_1=0.5', '--set', 'optimiser.iterations=3'],
    );
    expect(stderr).toContain('40×40 pixels, 3 iterations');
    expect(stdout).toContain('changed.webp');
    expect(code).toBe(0);
    expect(await sizeOf(workshop.path('changed.webp'))).toEqual([40, 40]);
    expect(traceOf('changed.jsonl').map(({ terms }) => terms['style/relu1_1']?.weight)).toEqual([
      2.5, 2.5, 2.5,
    ]);
  });

  test('keeps pictures on the way', async () => {
    const { code, stdout } = await workshop.render('small.gramarye.json', '-o', 'way.png', '--every', '3');
    expect(code).toBe(0);
    expect(stdout).toContain('2 pictures on the way: `way-0003.png` to `way-0006.png`.');
    expect(await sizeOf(workshop.path('way-0003.png'))).toEqual([48, 32]);
    expect(readFileSync(workshop.path('way-0003.png'))).not.toEqual(
      readFileSync(workshop.path('way-0006.png')),
    );
  });

  test('paints a graph that feeds a graph, each Output into a file with its name', async () => {
    const { code, stdout } = await workshop.render(
      ...['pyramid.gramarye.json', '-o', 'two.png', '--every', '2', '--trace', 'two.jsonl'],
    );
    expect(code).toBe(0);
    expect(stdout).toContain('`two-small.png`');
    expect(await sizeOf(workshop.path('two-small.png'))).toEqual([24, 16]);
    expect(await sizeOf(workshop.path('two-large.png'))).toEqual([48, 32]);
    expect(workshop.has('two.png')).toBe(false);
    expect(workshop.has('two-coarse-0002.png')).toBe(true);
    expect(workshop.has('two-fine-0002.png')).toBe(true);
    const steps = traceOf('two.jsonl').map(({ optimiser, iteration }) => `${optimiser} ${iteration}`);
    expect(steps).toEqual(['coarse 1', 'coarse 2', 'coarse 3', 'fine 1', 'fine 2']);
  });

  test('R9 the same seed gives the same picture', async () => {
    const again = ['small.gramarye.json', '--set', 'picture.noise=1', '--iterations', '2'];
    await workshop.render(...again, '-o', 'same-1.png');
    await workshop.render(...again, '-o', 'same-2.png');
    await workshop.render(...again, '-o', 'other.png', '--set', 'optimiser.seed=1');
    const [first, second, other] = ['same-1.png', 'same-2.png', 'other.png'].map(name =>
      readFileSync(workshop.path(name)),
    );
    expect(second).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test('paints with the built-in encoder, so that nothing has to be downloaded', async () => {
    const { code, stderr } = await workshop.render(
      ...['small.gramarye.json', '-o', 'random.png', '--encoder', 'random:1', '--iterations', '2'],
    );
    expect(stderr).toContain('2/2');
    expect(code).toBe(0);
    expect(await sizeOf(workshop.path('random.png'))).toEqual([48, 32]);
  });

  test('R8 keeps the last good picture of a run that leaves the range of numbers', async () => {
    const { code, stdout, stderr } = await workshop.render(
      ...['small.gramarye.json', '-o', 'diverged.png', '--set', 'optimiser.method=momentum'],
      ...['--set', 'optimiser.learningRate=1e6', '--set', 'optimiser.clamp=no', '--iterations', '60'],
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/At iteration|The step of iteration/);
    expect(stdout).toContain('The last good picture');
    expect(await sizeOf(workshop.path('diverged.png'))).toEqual([48, 32]);
  });
});
