/** The process `gramarye`. */
import { codeOf } from './files/read-bounded.ts';
import { runCommandLine, tellError } from './run.ts';

// Whoever reads along may have seen enough, as `head` has; a painting goes on all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', error => {
    if (codeOf(error) !== 'EPIPE') throw error;
  });
}

// Of promises that nobody waits for, too.
process.on('uncaughtException', error => process.exit(tellError(error)));

process.exitCode = await runCommandLine(process.argv.slice(2));
