/** `gramarye models remove NAME`: forgets a kept encoder, and what was fetched of one. */
import { Argument, type Command } from 'commander';
import { knownSource } from '../../../../models/known-sources.ts';
import { isNotKept } from '../../../../models/store/encoder-store.ts';
import { message } from '../../../language/message.ts';
import { downloads, keptEncoders } from '../../files/models-folder.ts';
import { formatBytes } from '../../format.ts';
import { withLanguage } from '../../graph-arguments.ts';
import type { Voice } from '../../voice.ts';

export function addModelsRemove(models: Command, voice: Voice, finish: (exitCode: number) => void): void {
  const command = models
    .command('remove')
    .description(voice.inWords(message('help.models-remove')))
    .addArgument(new Argument('<name>', voice.inWords(message('help.models-name'))))
    .action(async (name: string) => finish(await remove(name, voice)));
  withLanguage(command, voice);
}

async function remove(name: string, voice: Voice): Promise<number> {
  const store = keptEncoders();
  const record = await store.record(name);
  const removed = await store.remove(name);
  const url = knownSource(name)?.url ?? (record.ok ? record.value.source : '');
  const download = downloads().of(url);
  const begun = await download.bytes();
  await download.forget();
  if (removed.ok) voice.answer(message('models.removed', { name }));
  if (begun > 0) voice.answer(message('models.removed-download', { name, bytes: formatBytes(begun) }));
  if (removed.ok || (begun > 0 && isNotKept(removed.reason))) return 0;
  voice.remark(removed.reason);
  return 1;
}
