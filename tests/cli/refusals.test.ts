import { mkdirSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Workshop } from './workshop.ts';

let workshop: Workshop;
let small: string;
beforeAll(async () => {
  workshop = await Workshop.open();
  small = workshop.read('small.gramarye.json');
});
afterAll(() => workshop.close());

/** Renders, and expects one sentence that says `sentence`, exit code `code`, and nothing written. */
async function refused(args: readonly string[], sentence: string, code = 1): Promise<void> {
  const before = readdirSync(workshop.folder);
  const finished = await workshop.render(...args, '-o', 'refused/out.png');
  expect(finished.stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(sentence)]);
  expect(finished.stderr).not.toMatch(/^\s+at |Error:|node:internal/m);
  expect(finished.stdout).toBe('');
  expect(finished.code).toBe(code);
  expect(readdirSync(workshop.folder)).toEqual(before);
}

/** The small graph with one text in it exchanged. */
function changed(name: string, from: string, to: string): string {
  workshop.write(name, small.replace(from, to));
  return name;
}

describe('one sentence, no picture, no stack trace for', () => {
  test('a graph file that is not there', () =>
    refused(['nowhere.gramarye.json'], 'There is no file `nowhere.gramarye.json`.'));

  test('a folder in place of a graph', () => refused(['vgg'], '`vgg` is a folder'));

  test('a picture in place of a graph', () =>
    refused(['style.png'], '`style.png`: The picture carries no graph'));

  test('a file that is not JSON', () => {
    workshop.write('broken.json', '{ "format": "gramarye", ');
    return refused(['broken.json'], '`broken.json`: The file is not valid JSON');
  });

  test('JSON that is not a graph', () => {
    workshop.write('other.json', '{ "name": "other" }');
    return refused(['other.json'], '`other.json`: This is JSON, but not a Gramarye graph');
  });

  test('a graph from a newer version', () =>
    refused([changed('newer.json', '"schema": 1', '"schema": 99')], 'saved by a newer Gramarye (schema 99'));

  test('a node from a newer version', () =>
    refused(
      [changed('newer-node.json', '"kind": "style-loss"', '"kind": "style-loss", "version": 9')],
      'Update Gramarye to open it as it was.',
    ));

  test('a parameter in the file that does not exist', () =>
    refused(
      [changed('misspelt.json', '"params": { "weight": 5 }', '"params": { "wieght": 5 }')],
      '`styleLoss` (Style loss) has no parameter `wieght`. Did you mean `weight`?',
    ));

  test('a parameter in --set that does not exist', () =>
    refused(['small.gramarye.json', '--set', 'styleLoss.wieght=5'], 'Did you mean `weight`?'));

  test('a node in --set that does not exist', () =>
    refused(['small.gramarye.json', '--set', 'stileLoss.weight=5'], 'Did you mean `styleLoss`?'));

  test('a value that the parameter does not take', () =>
    refused(
      ['small.gramarye.json', '--set', 'optimiser.iterations=many'],
      '`optimiser.iterations` should be a whole number from 1 to 100000; it is "many".',
    ));

  test('a --set without a value', () =>
    refused(['small.gramarye.json', '--set', 'styleLoss.weight'], 'It should be NAME=VALUE.', 2));

  test('a picture that is not there', () =>
    refused(
      [changed('lost.json', 'file:style.png', 'file:gone/style.png')],
      '`style` (The style): There is no file `gone/style.png`.',
    ));

  test('a file that is no picture', () =>
    refused(
      ['small.gramarye.json', '--image', 'style=small.gramarye.json'],
      '`small.gramarye.json` is not a picture.',
    ));

  test('a built-in picture that does not exist', () =>
    refused(['small.gramarye.json', '--image', 'style=sample:night-skye'], 'Did you mean `night-sky`?'));

  test('a picture for a node that shows none', () =>
    refused(
      ['small.gramarye.json', '--image', 'encoder=style.png'],
      '`encoder` takes no picture. These do: `content`, `style`.',
    ));

  test('weights that are not there', () =>
    refused(['small.gramarye.json', '--encoder', './nowhere'], 'There is no file model.json.'));

  test('an encoder that was never added', () =>
    refused(
      ['small.gramarye.json', '--encoder', 'vgg19'],
      'No encoder is kept under the name `vgg19`. `npx gramarye models add vgg19` adds it',
    ));

  test('weights whose shapes do not fit', () => {
    workshop.encoder('misfit', manifest => {
      for (const entry of manifest.weightsManifest[0]?.weights ?? []) {
        if (entry.name === 'block2_conv1/kernel') entry.shape = [3, 3, 6, 4];
      }
    });
    return refused(['small.gramarye.json', '--encoder', 'misfit'], 'the kernel of conv2_1 is 3×3×6×4');
  });

  test('layers that the encoder does not have', () =>
    refused(['small.gramarye.json', '--set', 'styleTaps.layers=relu5_1'], 'has no layer relu5_1'));

  test('a size that a Resize node does not take', () =>
    refused(['small.gramarye.json', '--size', '3'], '`contentSize.size` should be a whole number from 16'));

  test('a number of iterations that is none', () =>
    refused(['small.gramarye.json', '--iterations', '0'], 'It should be a whole number from 1.', 2));

  test('a backend that does not exist', () =>
    refused(['small.gramarye.json', '--backend', 'abacus'], 'abacus', 2));

  test('a trace that cannot be written', () => {
    mkdirSync(workshop.path('a-folder'), { recursive: true });
    return refused(
      ['small.gramarye.json', '--trace', 'a-folder', '--iterations', '1'],
      '`a-folder` is a folder',
    );
  });
});

test('a size too large for memory is refused with one that does fit', async () => {
  const { code, stderr } = await workshop.render('small.gramarye.json', '--size', '8192', '-o', 'x.png');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^This needs [\d.]+ GB of memory, and WebAssembly .* has/);
  const side = Number(/About ([\d,]+) pixels/.exec(stderr)?.[1]?.replace(',', ''));
  expect(side).toBeGreaterThan(1000);
  const peakAt = async (size: number) => {
    const { stdout } = await workshop.run('plan', 'small.gramarye.json', '--json', '--size', String(size));
    return JSON.parse(stdout).peakBytes;
  };
  const limit = 3.5 * 2 ** 30;
  expect(await peakAt(side)).toBeLessThanOrEqual(limit);
});

test('a picture path with another ending is refused before anything is opened', async () => {
  const { code, stderr } = await workshop.render('nowhere.json', '-o', 'out.bmp');
  expect(stderr).toBe(
    '`out.bmp` should end in .png, .jpg or .webp: the ending says how the picture is written.\n',
  );
  expect(code).toBe(1);
});

test('a folder cannot be the picture', async () => {
  mkdirSync(workshop.path('folder.png'), { recursive: true });
  const { code, stderr } = await workshop.render('small.gramarye.json', '-o', 'folder.png');
  expect(stderr).toContain('`folder.png` is a folder. Name a file in it.');
  expect(code).toBe(1);
});

test('refusals come in Chinese where that is the language', async () => {
  const args = ['check', 'nowhere.json'];
  const byOption = await workshop.run(...args, '--language', 'zh');
  expect(byOption.stderr).toContain('没有文件 `nowhere.json`');
  const byEnvironment = await workshop.start(args, { LANG: 'zh_CN.UTF-8' }).finished;
  // This one as a process, whose exit code and streams are the same.
  expect(byEnvironment).toEqual(byOption);
});

test('commands and options that do not exist are named, with the one that was meant', async () => {
  const command = await workshop.run('rendr', 'small.gramarye.json');
  expect([command.code, command.stderr]).toEqual([
    2,
    'There is no command `rendr`. Did you mean `render`?\n',
  ]);
  const option = await workshop.run('check', 'small.gramarye.json', '--imag', 'content=style.png');
  expect([option.code, option.stderr]).toEqual([2, 'There is no option `--imag`. Did you mean `--image`?\n']);
});
