/** The command line as a function: arguments in, exit code out. Nothing that goes wrong leaves it as an exception. */
import { Command, CommanderError } from 'commander';
import { message } from '../language/message.ts';
import { Refusal } from '../language/result.ts';
import { addCheck } from './commands/check.ts';
import { addEdit } from './commands/edit.ts';
import { addExport } from './commands/export.ts';
import { addModels } from './commands/models.ts';
import { addPlan } from './commands/plan.ts';
import { addRender } from './commands/render.ts';
import { addSheet } from './commands/sheet.ts';
import { addSweep } from './commands/sweep.ts';
import { packageVersion } from './files/package-folder.ts';
import { languageOf } from './language.ts';
import { usageHeading, usageRefusal } from './usage.ts';
import { type Voice, voiceIn } from './voice.ts';

/**
 * Does what `gramarye ARGS` does.
 *
 * @returns 0 when all went well; 1 for a graph, file, encoder or size that was refused and for a painting that failed;
 * 2 for arguments that make no sense; 130 or 143 after an interruption.
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const voice = voiceIn(languageOf(args, process.env));
  let exitCode = 0;
  try {
    const program = programFor(voice, code => {
      exitCode = code;
    });
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return tellError(error, voice);
  }
}

function programFor(voice: Voice, finish: (exitCode: number) => void): Command {
  const program = new Command('gramarye')
    .description(voice.inWords(message('help.gramarye')))
    .version(packageVersion(), '-V, --version', voice.inWords(message('help.version')))
    .helpOption('-h, --help', voice.inWords(message('help.help')))
    .helpCommand(false)
    .exitOverride()
    // Errors are said by whoever catches them, once and in the person's language.
    .configureOutput({ writeErr: () => {} })
    .configureHelp({ styleTitle: title => voice.inWords(usageHeading(title)) });
  for (const add of [addEdit, addRender, addSweep, addSheet, addPlan, addCheck, addExport, addModels])
    add(program, voice, finish);
  return program;
}

/** Says what went wrong. @returns the exit code for it. */
export function tellError(
  error: unknown,
  voice: Voice = voiceIn(languageOf(process.argv, process.env)),
): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    voice.remark(usageRefusal(error));
    return 2;
  }
  const why = error instanceof Error ? error.message : String(error);
  voice.remark(error instanceof Refusal ? error.reason : message('unexpected', { why }));
  if (process.env.GRAMARYE_DEBUG === '1') console.error(error);
  return 1;
}
