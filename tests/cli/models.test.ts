/** `gramarye models …`, with a server on this machine. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  dense,
  safetensorsFile,
  torchvisionTensors,
  vggWeights,
} from '../../models/import/testing/vgg-weights.ts';
import { type Served, sentBy, serve } from '../../models/import/testing/weights-server.ts';
import { openEncoder } from '../../models/sources/open-encoder.ts';
import { granted } from '../../models/testing/outcome.ts';
import { describeWithShared, shared } from '../../models/testing/shared.ts';
import { fileEncoders } from '../../src/cli/files/file-sources.ts';
import { Workshop } from './workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await Workshop.open();
  workshop.write('small.safetensors', smallNet);
  workshop.encoder('vgg19');
  mkdirSync(workshop.path('empty'));
  process.env.GRAMARYE_MODELS = workshop.path('models');
});
afterAll(() => workshop.close());

const smallNet = safetensorsFile(torchvisionTensors(vggWeights()));

/** 23 MB of convolutions, three pieces, among 24 MB that nobody wants. */
const blocks = [2, 2, 4, 4, 1];
const bigNet = safetensorsFile([
  dense('classifier.0.weight', 16_000_000),
  ...torchvisionTensors(vggWeights(blocks, [8, 16, 64, 384, 384]), blocks),
  dense('head.weight', 8_000_000),
]);
/** Only where a server states which content it is can a download go on. */
const dated: Served = { bytes: bigNet, headers: { etag: '"one"' } };
const wanted = bigNet.length - 24_000_000;

const models = (...args: readonly string[]) => workshop.run('models', ...args);
const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(workshop.path(folder)).sort();
  } catch {
    return [];
  }
};
const kept = (): string[] => filesIn('models/encoders');
const begun = (): string[] => filesIn('models/downloads');

describe('models add', () => {
  test('keeps a file, says what it is, and the second time that there is nothing to do', async () => {
    const added = await models('add', 'small.safetensors');
    expect(added.stderr).toContain('Reading small.safetensors.');
    expect(added.stdout).toMatch(
      /^`small` is kept: VGG-shaped to conv5_1 \(small\.safetensors\), [\d.]+ kB; RGB/,
    );
    expect(added.stdout).toMatch(/\nSHA-256 of small\.safetensors: [0-9a-f]{64}\n$/);
    expect(added.code).toBe(0);
    expect(kept()).toEqual([expect.stringMatching(/^small-[0-9a-f]{12}\.safetensors$/), 'small.json']);
    // Where things lie on a person's machine is nobody's business.
    expect(readFileSync(workshop.path('models/encoders/small.json'), 'utf8')).not.toContain(workshop.folder);

    const again = await models('add', 'small.safetensors');
    expect(again.stdout).toBe('`small` is there already, and whole. There is nothing to do.\n');
    expect(again.code).toBe(0);
  });

  test('keeps a folder under another name, and a graph is painted with it', async () => {
    expect((await models('add', 'vgg', '--name', 'tiny')).code).toBe(0);
    const painted = await workshop.run(
      'render',
      'small.gramarye.json',
      '--backend',
      'wasm',
      '--encoder',
      'tiny',
      '-o',
      'tiny.png',
    );
    expect(painted.stderr).not.toContain('No encoder');
    expect(painted.code).toBe(0);
  });

  test('fetches a URL, shows how it goes, and asks for no byte that is not wanted', async () => {
    const server = await serve({ '/nets/big.safetensors': { bytes: bigNet } });
    const added = await models('add', `${server.origin}/nets/big.safetensors`);
    expect(added.stderr).toContain(`Fetching ${server.origin}/nets/big.safetensors from 127.0.0.1`);
    expect(added.stderr).toMatch(/100% · 2\d\.\d MB of 2\d\.\d MB/);
    expect(added.stdout).toContain('`big` is kept: VGG-shaped to conv5_1 (big.safetensors)');
    expect(added.code).toBe(0);
    expect(sentBy(server)).toBeLessThan(wanted + 100_000);
    expect(begun()).toEqual([]);
    expect((await models('remove', 'big')).code).toBe(0);
  });

  // Windows has no signals that a process could send to another.
  test.skipIf(process.platform === 'win32')(
    'stops on Ctrl-C, keeps nothing half, and the next time goes on where it stopped',
    async () => {
      // Its third answer never comes: two pieces of eight megabytes are here by then, or one and the header.
      const stalling: Served = {
        ...dated,
        instead: (_, __, asked) => asked >= 3,
      };
      const server = await serve({ '/big.safetensors': stalling });
      const url = `${server.origin}/big.safetensors`;
      const before = kept();
      const running = workshop.start(['models', 'add', url]);
      await waitFor(() => server.asked.length === 4);
      running.process.kill('SIGINT');
      const stopped = await running.finished;
      expect(stopped.code).toBe(130);
      expect(stopped.stderr).toContain('Stopped. `big` was not added.');
      expect(stopped.stderr).toMatch(/(\d[\d.]*) MB of it are here; the same command goes on from there\./);
      expect(stopped.stdout).toBe('');
      expect(kept()).toEqual(before);
      const first = sentBy(server);
      expect(first).toBeGreaterThan(8_000_000);

      server.files.set('/big.safetensors', dated);
      const added = await models('add', url);
      expect(added.stderr).toMatch(/Going on where it stopped: \d[\d.]* MB are here already\./);
      expect(added.code).toBe(0);
      expect(sentBy(server)).toBeLessThan(wanted + 200_000);
      expect(begun()).toEqual([]);
    },
  );

  test.skipIf(process.platform === 'win32')('a download that was stopped can be removed', async () => {
    const server = await serve({
      '/other.safetensors': { ...dated, instead: (_, __, asked) => asked >= 3 },
    });
    const running = workshop.start(['models', 'add', `${server.origin}/other.safetensors`]);
    await waitFor(() => server.asked.length === 4);
    running.process.kill('SIGTERM');
    expect((await running.finished).code).toBe(143);
    expect(begun().length).toBeGreaterThan(0);
    const removed = await models('remove', `${server.origin}/other.safetensors`);
    expect(removed.stdout).toMatch(/^What was fetched of `.*` is removed \(\d[\d.]* MB\)\.\n$/);
    expect(removed.code).toBe(0);
    expect(begun()).toEqual([]);
  });

  test.each<[string, readonly string[], number, RegExp]>([
    [
      'a name that nobody knows',
      ['vgg18'],
      1,
      /no known encoder and no file `vgg18`\. Did you mean `vgg19`\?/,
    ],
    ['a file that is not there', ['nowhere.h5'], 1, /There is no file `nowhere\.h5`/],
    [
      'a file that is no network',
      ['style.png'],
      1,
      /`style\.png` was not added\. style\.png is no file of weights/,
    ],
    ['a folder without a model', ['empty'], 1, /There is no file model\.json/],
    ['a name that is none', ['vgg', '--name', '../x'], 2, /does not suit `--name <name>`/],
    ['a name of a published encoder', ['vgg19.h5'], 1, /There is no file `vgg19\.h5`/],
    ['a folder that is called like a published one', ['./vgg19'], 2, /`vgg19` is what everybody calls/],
    [
      'a preprocessing that is none',
      ['vgg', '--preprocessing', 'style.png'],
      1,
      /preprocessing in style\.png was refused/,
    ],
    ['a place that nobody answers at', ['http://127.0.0.1:1/x.h5'], 1, /cannot be reached/],
    ['nothing', [], 2, /`what` is missing/],
  ])('R8 refuses %s in a sentence', async (_, args, code, sentence) => {
    const before = kept();
    const refused = await models('add', ...args);
    expect(refused.stderr).toMatch(sentence);
    expect(refused.stderr).not.toMatch(/^\s+at |Error:|node:internal/m);
    expect(refused.stdout).toBe('');
    expect(refused.code).toBe(code);
    expect(kept()).toEqual(before);
  });

  test('takes another preprocessing, from a word or a file, and takes a place only when told to', async () => {
    workshop.write('mine.json', '{"order": "rgb", "scale": 255}');
    const add = ['add', 'small.safetensors', '--name', 'mine'];
    expect((await models(...add, '--preprocessing', 'caffe')).stdout).toContain("BGR, 0–255, Caffe's means");
    const refused = await models(...add, '--preprocessing', 'mine.json');
    expect(refused.stderr).toContain('`mine` is kept already, from small.safetensors.');
    expect(refused.code).toBe(1);
    const replaced = await models(...add, '--preprocessing', 'mine.json', '--replace');
    expect(replaced.stdout).toContain('RGB, 0–255, mean 0 0 0, deviation 1 1 1');
    expect((await models('remove', 'mine')).code).toBe(0);
  });
});

describe('models list, verify and remove', () => {
  test('list shows what there is and what can be added, and the same as JSON', async () => {
    const { stdout, code } = await models('list');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^ +small +[\d.]+ kB +[0-9a-f]{12} .*small\.safetensors\), kept; RGB.*no hash is published/m,
    );
    expect(stdout).toMatch(/^ +vgg19 +51\.8 MB +11aea017b543 +BSD-3-Clause .*can be added; RGB/m);
    expect(stdout).toMatch(/^ +random:SEED/m);
    const listed: { name: string; state: string; reference?: string }[] = JSON.parse(
      (await models('list', '--json')).stdout,
    );
    expect(listed.find(({ name }) => name === 'small')).toMatchObject({
      state: 'kept',
      reference: 'model:small',
      source: 'small.safetensors',
      agreement: 'unlisted',
      layers: expect.arrayContaining([{ name: 'conv1_1', channels: 2 }]),
    });
  });

  test('verify finds every kept encoder whole, and a damaged one by name', async () => {
    const whole = await models('verify');
    expect(whole.stdout).toMatch(/^`small` is whole: [\d.]+ kB, SHA-256 [0-9a-f]{64};/m);
    expect(whole.code).toBe(0);
    await models('add', 'small.safetensors', '--name', 'hurt');
    const weights = kept().find(name => /^hurt-.*safetensors$/.test(name)) ?? '';
    const path = join(workshop.path('models/encoders'), weights);
    const bytes = readFileSync(path);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const damaged = await models('verify');
    expect(damaged.stderr).toContain('The kept encoder `hurt` is damaged and is not used');
    expect(damaged.stdout).toContain('`small` is whole');
    expect(damaged.code).toBe(1);
    const painted = await workshop.run(
      'render',
      'small.gramarye.json',
      '--backend',
      'wasm',
      '--encoder',
      'hurt',
      '-o',
      'hurt.png',
    );
    expect(painted.stderr).toContain('`hurt` is damaged');
    expect(painted.code).toBe(1);
    expect((await models('add', 'small.safetensors', '--name', 'hurt')).code).toBe(0);
    expect((await models('verify', 'hurt')).code).toBe(0);
    expect((await models('remove', 'hurt')).code).toBe(0);
  });

  test('remove leaves nothing, and says what it does not find', async () => {
    await models('add', 'small.safetensors', '--name', 'gone');
    const removed = await models('remove', 'gone');
    expect(removed.stdout).toBe('`gone` is removed.\n');
    expect(kept().some(name => name.startsWith('gone'))).toBe(false);
    const missing = await models('remove', 'gone');
    expect(missing.stderr).toContain('No encoder is kept under the name `gone`.');
    expect(missing.code).toBe(1);
  });

  test('a subcommand that is none is refused', async () => {
    expect((await models('lst')).stderr).toContain('There is no command `lst`. Did you mean `list`?');
    expect((await models()).code).toBe(2);
  });
});

describeWithShared('the real VGG-19', () => {
  test('is added from its folder, and opens as the encoder that the folder is', async () => {
    const folder = join(shared, 'models', 'vgg19');
    expect((await models('add', folder, '--name', 'real')).stdout).toContain(
      'VGG-19 to conv5_1 (vgg19), 51.8 MB',
    );
    expect((await models('verify', 'real')).code).toBe(0);
    const encoders = fileEncoders('.');
    const [real, given] = [
      granted(await openEncoder('model:real', encoders)),
      granted(await openEncoder(`folder:${folder}`, encoders)),
    ];
    expect(real.facts).toEqual({ ...given.facts, title: 'VGG-19 to conv5_1 (vgg19)' });
    expect((await models('remove', 'real')).code).toBe(0);
  });
});

async function waitFor(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(resolve => setTimeout(resolve, 20));
}
