/**
 * Compiles the WebAssembly kernels (src/runtime/kernels/assembly) into a module that everything else imports.
 * Run by every build, test and benchmark, and quickly done where nothing has changed. The module is not committed.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = join(root, 'src/runtime/kernels/assembly');
const folder = join(root, 'src/runtime/kernels/built');
const built = join(folder, 'binaries.ts');

const common = [
  ...['--runtime', 'stub', '--noAssert', '-O3', '--importMemory'],
  ...['--enable', 'simd', '--enable', 'threads'],
];
const relaxed = ['--enable', 'relaxed-simd'];
/** As large as tfjs' own memory may become. */
const shared = ['--sharedMemory', '--initialMemory', '0', '--maximumMemory', '65536'];

const variants = {
  plain: common,
  relaxed: [...common, ...relaxed],
  plainShared: [...common, ...shared],
  relaxedShared: [...common, ...relaxed, ...shared],
};

export async function buildKernels(): Promise<void> {
  const stamp = `// ${stampOfSources()}`;
  if (readBuilt().startsWith(stamp)) return;
  const lines: string[] = [];
  for (const [name, options] of Object.entries(variants)) {
    lines.push(`export const ${name} =\n  '${Buffer.from(await compile(options)).toString('base64')}';`);
  }
  mkdirSync(folder, { recursive: true });
  // Two builds may be under way at once: whoever reads finds one of them whole.
  const draft = `${built}.${process.pid}`;
  writeFileSync(
    draft,
    `${stamp}\n/** Made by scripts/build-kernels.ts of src/runtime/kernels/assembly. */\n${lines.join('\n')}\n`,
  );
  renameSync(draft, built);
}

async function compile(options: readonly string[]): Promise<Uint8Array> {
  const asc = await import('assemblyscript/asc');
  const binaries: Uint8Array[] = [];
  const { error, stderr } = await asc.main(['index.ts', '--outFile', 'kernels.wasm', ...options], {
    readFile: (name, base) => {
      try {
        return readFileSync(join(sources, base === '.' ? '' : base, name), 'utf8');
      } catch {
        return null;
      }
    },
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') binaries.push(contents);
    },
    listFiles: () => [],
  });
  const [binary] = binaries;
  if (error || !binary) throw new Error(`The kernels do not compile.\n${error?.message ?? ''}\n${stderr}`);
  return binary;
}

/** Of the sources, of how they are compiled and of the compiler. */
function stampOfSources(): string {
  const hash = createHash('sha256').update(JSON.stringify(variants));
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  hash.update(String(devDependencies.assemblyscript));
  for (const file of readdirSync(sources).sort()) {
    if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(sources, file)));
  }
  return hash.digest('hex');
}

function readBuilt(): string {
  try {
    return readFileSync(built, 'utf8');
  } catch {
    return '';
  }
}

// As a program of its own.
if (fileURLToPath(import.meta.url) === process.argv[1]) await buildKernels();
