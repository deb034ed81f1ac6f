/** `gramarye sheet DIR`: the contact sheet and the table of a sweep, from what is in its folder by now. */
import { Argument, type Command } from 'commander';
import { message } from '../../language/message.ts';
import { withLanguage } from '../graph-arguments.ts';
import { sayOverview, writeOverview } from '../sweep/overview.ts';
import { SweepFolder } from '../sweep/sweep-folder.ts';
import type { Voice } from '../voice.ts';

export function addSheet(program: Command, voice: Voice, finish: (exitCode: number) => void): void {
  const command = program
    .command('sheet')
    .description(voice.inWords(message('help.sheet')))
    .addArgument(new Argument('<folder>', voice.inWords(message('help.sheet-folder'))))
    .action(async (path: string) => {
      const folder = await SweepFolder.open(path);
      sayOverview(folder, await writeOverview(folder, voice), voice);
      finish(0);
    });
  withLanguage(command, voice);
}
