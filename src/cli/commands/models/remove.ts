/** `gramarye models remove NAME`: forgets a kept encoder, and what was fetched of one. */
import { Argument, type Command } from 'commander';
import { knownSource } from '../../../../models/known-sources.ts';
import { formatBytes } from '../../../language/format.ts';
import { message } from '../../../language/message.ts';
import { downloads, keptEncoders } from '../../files/models-folder.ts';
import { withLanguage } from '../../graph-arguments.ts';
import type { Voice } from '../../voice.ts';

export function addModelsRemove(models: Command, voice: Voice, finish: (exitCode: number) => void): void {
  const command = models
    .command('remove')
    .description(voice.inWords(message('help.models-remove')))
    .addArgument(new Argument('<name>', voice.inWords(message('help.models-name-or-url'))))
    .action(async (name: string) => finish(await remove(name, voice)));
  withLanguage(command, voice);
}

async function remove(name: string, voice: Voice): Promise<number> {
  const store = keptEncoders();
  const isUrl = /^https?:\/\//i.test(name);
  const record = await store.record(name);
  const url = isUrl ? name : (knownSource(name)?.url ?? (record.ok ? record.value.source : ''));
  const begun = await forget(url);
  const removed = await store.remove(name);
  if (removed.ok) voice.answer(message('models.removed', { name }));
  if (begun > 0) voice.answer(message('models.removed-download', { name, bytes: formatBytes(begun) }));
  if (removed.ok || begun > 0) return 0;
  voice.remark(isUrl ? message('models.nothing-fetched', { url }) : removed.reason);
  return 1;
}

/** @returns how many bytes were there of a download that broke off. */
async function forget(url: string): Promise<number> {
  const download = downloads().of(url);
  const bytes = await download.bytes();
  await download.forget();
  return bytes;
}
