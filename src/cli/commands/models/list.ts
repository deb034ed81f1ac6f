/** `gramarye models list`: the encoders that there are, and those that can be added. */
import { type Command, Option } from 'commander';
import { formatBytes } from '../../../language/format.ts';
import { type Message, message } from '../../../language/message.ts';
import { liteFolder } from '../../files/file-sources.ts';
import { keptEncoders, modelsFolder } from '../../files/models-folder.ts';
import { showPath } from '../../files/show-path.ts';
import { withLanguage } from '../../graph-arguments.ts';
import { type ListedEncoder, listEncoders } from '../../library/list-encoders.ts';
import { table } from '../../table.ts';
import type { Voice } from '../../voice.ts';
import { agreementText } from './words.ts';

export function addModelsList(models: Command, voice: Voice, finish: (exitCode: number) => void): void {
  const command = models
    .command('list')
    .description(voice.inWords(message('help.models-list')))
    .addOption(new Option('--json', voice.inWords(message('help.models-json'))))
    .action(async ({ json }: { readonly json?: true }) => finish(await list(json ?? false, voice)));
  withLanguage(command, voice);
}

async function list(asJson: boolean, voice: Voice): Promise<number> {
  const listed = await listEncoders(keptEncoders(), liteFolder());
  if (!listed.ok) {
    voice.remark(listed.reason);
    return 1;
  }
  if (asJson) {
    const plain = listed.value.map(encoder => ({
      ...encoder,
      ...(encoder.problem && { problem: voice.inWords(encoder.problem) }),
      ...(encoder.title !== undefined && { title: inWords(encoder.title, voice) }),
    }));
    voice.answer(JSON.stringify(plain, null, 2));
    return 0;
  }
  voice.answer(
    table(
      listed.value.map(encoder => row(encoder, voice)),
      ['left', 'right', 'left', 'left', 'left'],
    ),
  );
  voice.remark(message('models.folder', { folder: showPath(modelsFolder()) }));
  return 0;
}

const row = (encoder: ListedEncoder, voice: Voice): string[] => [
  encoder.state === 'random' ? 'random:SEED' : encoder.name,
  encoder.bytes === undefined ? '' : formatBytes(encoder.bytes),
  shortHash(encoder),
  encoder.licence ?? '',
  // Last, for what is said is as wide in each language as it likes.
  voice.inWords(inSentence(encoder)),
];

/** As many digits as tell them apart. A known one that is not here has its publisher's word in place of ours. */
function shortHash({ sha256, md5 }: ListedEncoder): string {
  if (sha256 !== undefined) return sha256.slice(0, 12);
  return md5 === undefined ? '' : `md5 ${md5.slice(0, 8)}`;
}

function inSentence({ state, title = '', preprocessing = '', agreement, problem }: ListedEncoder): Message {
  if (problem) return problem;
  switch (state) {
    case 'shipped':
      return message('models.shipped', { title, preprocessing });
    case 'random':
      return message('models.random');
    case 'kept':
      return message('models.kept', {
        title,
        preprocessing,
        agreement: agreementText(agreement ?? 'unlisted'),
      });
    case 'known':
      return message('models.addable', { title, preprocessing });
  }
}

const inWords = (title: NonNullable<ListedEncoder['title']>, { language }: Voice): string =>
  typeof title === 'string' ? title : title[language];
