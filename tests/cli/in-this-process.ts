/**
 * The command line without a process of its own: loading all that Gramarye is made of takes longer than most
 * commands do. Signals, pipes and exit codes are a process's affairs; for those there is `Workshop.start`.
 */
import { Console } from 'node:console';
import { runCommandLine } from '../../src/cli/run.ts';
import type { Finished } from './workshop.ts';

type Write = typeof process.stdout.write;

/** Does `gramarye ARGS` in `folder`, where `environment` says more than this process's own. One at a time. */
export async function runInThisProcess(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Finished> {
  const [before, env, { console }] = [process.cwd(), process.env, globalThis];
  const [stdout, stderr] = [keeping(process.stdout), keeping(process.stderr)];
  process.env = { ...env, ...environment };
  for (const [name, value] of Object.entries(environment)) if (value === undefined) delete process.env[name];
  // The test runner's own would not write to these streams.
  globalThis.console = new Console(process.stdout, process.stderr);
  process.chdir(folder);
  try {
    const code = await runCommandLine(args);
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    process.chdir(before);
    globalThis.console = console;
    process.env = env;
    for (const stream of [stdout, stderr]) stream.release();
  }
}

/** Keeps what is written to a stream from it, until it is released. */
function keeping(stream: NodeJS.WriteStream): { readonly text: () => string; readonly release: () => void } {
  const { write } = stream;
  let text = '';
  const keep: Write = (written: string | Uint8Array, ...more: unknown[]) => {
    text += typeof written === 'string' ? written : Buffer.from(written).toString();
    for (const last of more) if (typeof last === 'function') last();
    return true;
  };
  stream.write = keep;
  return {
    text: () => text,
    release: () => {
      stream.write = write;
    },
  };
}
