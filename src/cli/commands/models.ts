/** `gramarye models …`: the encoders on this machine. */
import type { Command } from 'commander';
import { message } from '../../language/message.ts';
import { withLanguage } from '../graph-arguments.ts';
import type { Voice } from '../voice.ts';
import { addModelsAdd } from './models/add.ts';
import { addModelsList } from './models/list.ts';
import { addModelsRemove } from './models/remove.ts';
import { addModelsVerify } from './models/verify.ts';

export function addModels(program: Command, voice: Voice, finish: (exitCode: number) => void): void {
  const models = program.command('models').description(voice.inWords(message('help.models')));
  for (const add of [addModelsList, addModelsAdd, addModelsVerify, addModelsRemove])
    add(models, voice, finish);
  withLanguage(models, voice);
}
