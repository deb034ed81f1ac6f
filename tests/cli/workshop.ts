/** A folder with graphs, pictures and a tiny encoder, and the real command line run in it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { tinyModel } from '../../models/testing/tiny-model.ts';
import { runInThisProcess } from './in-this-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const graphs = fileURLToPath(new URL('graphs', import.meta.url));

/** What was built, where `npm test` says so; by itself a test reads the sources, which takes seconds each time. */
const built = process.env.GRAMARYE_CLI;
const program = built ? [built] : ['--import', import.meta.resolve('tsx'), join(root, 'src/cli/main.ts')];

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly process: ChildProcess;
  readonly finished: Promise<Finished>;
  /** Resolves when stderr has shown `text`. */
  shows(text: RegExp): Promise<void>;
}

export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'gramarye-cli-'));
  #newest: Promise<unknown> = Promise.resolve();

  /** `content.png` is 60×40, `style.png` 32×32; `vgg` is an encoder up to relu3_1 with 4 to 8 channels. */
  static async open(): Promise<Workshop> {
    const workshop = new Workshop();
    cpSync(graphs, workshop.folder, { recursive: true });
    await writePattern(workshop.path('content.png'), 60, 40, (x, y) => [4 * x, 6 * y, 128]);
    await writePattern(workshop.path('style.png'), 32, 32, (x, y) =>
      ((x >> 2) + (y >> 2)) % 2 === 0 ? [250, 200, 20] : [20, 30, 120],
    );
    workshop.encoder('vgg');
    return workshop;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  has(name: string): boolean {
    return existsSync(this.path(name));
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(this.path(name), content);
  }

  /** Writes the tiny encoder to a folder; `change` may spoil its manifest. */
  encoder(
    name: string,
    change: (manifest: ReturnType<typeof tinyModel>['manifest']) => void = () => {},
  ): void {
    const { manifest, folder } = tinyModel();
    mkdirSync(this.path(name), { recursive: true });
    for (const [file, bytes] of folder) writeFileSync(join(this.path(name), file), bytes);
    change(manifest);
    writeFileSync(join(this.path(name), 'model.json'), JSON.stringify(manifest));
  }

  /** What the command line finds, whatever the person who runs the tests has set. */
  get #environment(): Record<string, string | undefined> {
    const unset = { LC_ALL: undefined, LC_MESSAGES: undefined, GRAMARYE_DEBUG: undefined };
    return { ...unset, LANG: 'en_GB.UTF-8', GRAMARYE_MODELS: this.path('models') };
  }

  /** Starts `gramarye ARGS` in this folder, as a process. */
  start(args: readonly string[], environment: Record<string, string> = {}): Running {
    const child = spawn(process.execPath, [...program, ...args], {
      cwd: this.folder,
      env: { ...process.env, ...this.#environment, ...environment },
    });
    let [stdout, stderr] = ['', ''];
    const waiting: { text: RegExp; resolve: () => void }[] = [];
    child.stdout.on('data', (data: Buffer) => {
      stdout += data;
    });
    child.stderr.on('data', (data: Buffer) => {
      stderr += data;
      for (const { text, resolve } of waiting) if (text.test(stderr)) resolve();
    });
    return {
      process: child,
      finished: new Promise(resolve => child.on('close', code => resolve({ code, stdout, stderr }))),
      shows: text =>
        new Promise((resolve, reject) => {
          waiting.push({ text, resolve });
          child.on('close', () => reject(new Error(`It ended without showing ${text}:\n${stderr}`)));
        }),
    };
  }

  /** Does what `gramarye ARGS` does in this folder, in this process; one after another. */
  run(...args: readonly string[]): Promise<Finished> {
    const running = this.#newest.then(() => runInThisProcess(this.folder, args, this.#environment));
    this.#newest = running.catch(() => undefined);
    return running;
  }

  /** Renders on wasm, which every machine has. */
  render(...args: readonly string[]): Promise<Finished> {
    return this.run('render', ...args, '--backend', 'wasm');
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export async function writePattern(
  path: string,
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly number[],
): Promise<void> {
  const pixels = Array.from({ length: width * height }, (_, i) => colour(i % width, Math.floor(i / width)));
  await sharp(Uint8Array.from(pixels.flat()), { raw: { width, height, channels: 3 } }).toFile(path);
}

/** Width and height of a picture that decodes. */
export async function sizeOf(path: string): Promise<readonly [number, number]> {
  const { info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
  return [info.width, info.height];
}
