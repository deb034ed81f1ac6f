/**
 * `npm test`: the checks of `npm run check`, then every unit test, on every backend that this machine can be
 * given. `npm test -- src/graph` runs only the tests below a folder. The last line is the sum of it all.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.ts';
import { vulkanDriver } from './vulkan-driver.ts';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** As vitest writes it, as far as it is read here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

const root = fileURLToPath(new URL('..', import.meta.url));
const tally: Tally = { passed: 0, failed: 0, skipped: 0 };

const browser = findBrowser();
console.log(
  `Browser: ${browser ? `${browser.path} (${browser.origin})` : 'none; what needs one is skipped'}`,
);
const driver = vulkanDriver(browser);
if (process.platform === 'linux') console.log(`Vulkan driver: ${driver?.description ?? 'none'}`);

const environment: NodeJS.ProcessEnv = {
  ...process.env,
  ...driver?.environment,
  ...(browser && { CHROME_PATH: browser.path }),
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
};

// The kernels first: all else is compiled with them. The rest have nothing to do with one another.
const [kernels = '', ...checks] = stepsOfCheck();
await succeeds(kernels);
const [built] = await Promise.all([builds(), ...checks.map(succeeds)]);
Object.assign(environment, built);
runTests(process.argv.slice(2));

const { passed, failed, skipped } = tally;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

function stepsOfCheck(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return String(scripts.check).split(' && ');
}

/** Runs a step, and shows what it said when it is over. Counts it. */
function succeeds(step: string): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(step, { cwd: root, env: environment, shell: true });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => {
        said += data;
      });
    child.on('close', code => {
      console.log(`\n> ${step}\n${said}`.trimEnd());
      tally[code === 0 ? 'passed' : 'failed']++;
      resolve(code === 0);
    });
  });
}

/** Builds the command line and the editor, once for all tests that start them. @returns where they are. */
async function builds(): Promise<NodeJS.ProcessEnv> {
  const hasCli = await succeeds('vite build --mode node --logLevel warn');
  const hasPage = await succeeds('vite build --logLevel warn');
  return {
    ...(hasCli && { GRAMARYE_CLI: join(root, 'bin', 'gramarye.js') }),
    ...(hasPage && { GRAMARYE_PAGE: join(root, 'dist', 'page') }),
  };
}

function runTests(only: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'gramarye-test-'));
  const file = join(folder, 'report.json');
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const { status } = spawnSync(process.execPath, [vitest, 'run', ...reports, ...only], {
      cwd: root,
      env: environment,
      stdio: 'inherit',
    });
    count(readReport(file), status === 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A file that could not be loaded has no tests to fail, and an error between tests belongs to none: one each. */
function count(report: Report | undefined, succeeded: boolean): void {
  const unloaded = report?.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failures = (report?.numFailedTests ?? 0) + (unloaded?.length ?? 0);
  tally.passed += report?.numPassedTests ?? 0;
  tally.failed += succeeded ? failures : Math.max(1, failures);
  tally.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
}
