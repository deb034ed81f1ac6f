/** `gramarye models verify [NAME]`: reads kept encoders again, and says of each what it found. */
import { Argument, type Command } from 'commander';
import { formatBytes } from '../../../language/format.ts';
import { message } from '../../../language/message.ts';
import { success } from '../../../language/result.ts';
import { keptEncoders } from '../../files/models-folder.ts';
import { withLanguage } from '../../graph-arguments.ts';
import type { Voice } from '../../voice.ts';
import { agreementText } from './words.ts';

export function addModelsVerify(models: Command, voice: Voice, finish: (exitCode: number) => void): void {
  const command = models
    .command('verify')
    .description(voice.inWords(message('help.models-verify')))
    .addArgument(new Argument('[name]', voice.inWords(message('help.models-name'))))
    .action(async (name: string | undefined) => finish(await verify(name, voice)));
  withLanguage(command, voice);
}

async function verify(name: string | undefined, voice: Voice): Promise<number> {
  const store = keptEncoders();
  const kept = name === undefined ? await store.list() : success([{ name }]);
  if (!kept.ok) {
    voice.remark(kept.reason);
    return 1;
  }
  if (kept.value.length === 0) voice.remark(message('models.none-kept'));
  let exitCode = 0;
  for (const { name: each } of kept.value) {
    const verified = await store.verify(each);
    if (verified.ok) {
      const { weights, agreement } = verified.value;
      voice.answer(
        message('models.whole', {
          name: each,
          bytes: formatBytes(weights.bytes),
          sha256: weights.sha256,
          agreement: agreementText(agreement),
        }),
      );
    } else {
      voice.remark(verified.reason);
      exitCode = 1;
    }
  }
  return exitCode;
}
