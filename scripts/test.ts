/**
 * `npm test`: the checks of `npm run check`, then every unit test, on every backend that this machine can be
 * given. `npm test -- src/graph` runs only the tests below a folder. The last line is the sum of it all.
 */
import { spawnSync } from 'node:child_process';
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

for (const step of stepsOfCheck()) {
  console.log(`\n> ${step}`);
  const { status } = spawnSync(step, { cwd: root, env: environment, shell: true, stdio: 'inherit' });
  tally[status === 0 ? 'passed' : 'failed']++;
}
const page = buildPage();
if (page) environment.GRAMARYE_PAGE = page;
runTests(process.argv.slice(2));

const { passed, failed, skipped } = tally;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

function stepsOfCheck(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return String(scripts.check).split(' && ');
}

/** Builds the editor once for all tests that open it. @returns where it is. */
function buildPage(): string | undefined {
  console.log('\n> vite build');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env: environment,
    stdio: 'inherit',
  });
  tally[status === 0 ? 'passed' : 'failed']++;
  return status === 0 ? join(root, 'dist', 'page') : undefined;
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
