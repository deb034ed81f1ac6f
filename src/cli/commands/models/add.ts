/** `gramarye models add NAME|FILE|FOLDER|URL`: fetches or reads an encoder, and keeps it. */
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { knownSource } from '../../../../models/known-sources.ts';
import { type Added, type AddRequest, addEncoder } from '../../../../models/store/add-encoder.ts';
import { refuseName } from '../../../../models/store/encoder-name.ts';
import { formatBytes } from '../../../language/format.ts';
import { message } from '../../../language/message.ts';
import type { Result } from '../../../language/result.ts';
import { downloads, keptEncoders } from '../../files/models-folder.ts';
import { withLanguage } from '../../graph-arguments.ts';
import { type Interruption, untilInterrupted } from '../../painting/interrupt.ts';
import type { Voice } from '../../voice.ts';
import { type Fetching, fetchingFor } from './fetching.ts';
import { preprocessingArgument } from './preprocessing-argument.ts';
import { openTarget, type Target } from './target.ts';
import { agreementText, saysPreprocessingUnknown } from './words.ts';

interface AddFlags {
  readonly name?: string;
  readonly preprocessing?: string;
  readonly replace?: true;
}

export function addModelsAdd(models: Command, voice: Voice, finish: (exitCode: number) => void): void {
  const say = (id: Parameters<typeof message>[0]) => voice.inWords(message(id));
  const command = models
    .command('add')
    .description(say('help.models-add'))
    .addArgument(new Argument('<what>', say('help.models-what')))
    .addOption(new Option('--name <name>', say('help.models-as')).argParser(nameIn(voice)))
    .addOption(new Option('--preprocessing <which>', say('help.models-preprocessing')))
    .addOption(new Option('--replace', say('help.models-replace')))
    .action(async (what: string, flags: AddFlags) => finish(await add(what, flags, voice)));
  withLanguage(command, voice);
}

const nameIn =
  (voice: Voice) =>
  (name: string): string => {
    const refused = refuseName(name);
    if (refused) throw new InvalidArgumentError(voice.inWords(refused));
    return name;
  };

async function add(what: string, flags: AddFlags, voice: Voice): Promise<number> {
  let fetching: Fetching | undefined;
  const interruption = untilInterrupted(() => fetching?.stop());
  try {
    const target = await openTarget(what, interruption.signal);
    if (!target.ok) {
      voice.remark(target.reason);
      return 1;
    }
    try {
      fetching = fetchingFor(voice);
      return await addTarget(target.value, flags, { interruption, fetching, voice });
    } finally {
      fetching?.stop();
      await target.value.close();
    }
  } finally {
    interruption.release();
  }
}

interface Around {
  readonly interruption: Interruption;
  readonly fetching: Fetching;
  readonly voice: Voice;
}

async function addTarget(target: Target, flags: AddFlags, around: Around): Promise<number> {
  const { voice } = around;
  const name = flags.name ?? target.name;
  if (name === undefined) {
    voice.remark(message('models.no-name', { source: target.title }));
    return 2;
  }
  const published = flags.name === undefined && !target.known ? knownSource(name) : undefined;
  if (published) {
    voice.remark(message('models.published-name', { name, title: published.title }));
    return 2;
  }
  const preprocessing = await preprocessingArgument(flags.preprocessing);
  if (!preprocessing.ok) {
    voice.remark(preprocessing.reason);
    return 1;
  }
  const { given } = target;
  const request = { name, given, replace: flags.replace ?? false, preprocessing: preprocessing.value };
  await downloads().prune();
  const begun = typeof given === 'string' ? await fetchedOf(given) : 0;
  const outcome = await follow(request, () => announce(target, begun, voice), around);
  return tell(request, outcome, target, around);
}

/** Says what is about to happen. `begun` bytes are here already. */
function announce({ given, title, known }: Target, begun: number, voice: Voice): void {
  if (typeof given !== 'string') {
    voice.remark(message('models.reading', { source: title }));
    return;
  }
  // What is no address is refused in a moment, and has no host.
  const host = URL.canParse(given) ? new URL(given).host : given;
  const [source, bytes] = [known?.name ?? title, formatBytes(known?.download ?? 0)];
  voice.remark(
    known
      ? message('models.fetching', { source, host, bytes, licence: known.licence })
      : message('models.fetching-url', { source, host }),
  );
  if (begun > 0) voice.remark(message('models.going-on', { bytes: formatBytes(begun) }));
}

async function follow(
  request: AddRequest,
  onBegin: () => void,
  { interruption, fetching }: Around,
): Promise<Result<Added>> {
  const download = typeof request.given === 'string' ? downloads().of(request.given) : undefined;
  const added = await addEncoder(keptEncoders(), request, {
    signal: interruption.signal,
    onBegin,
    onProgress: (bytes, total) => fetching.came(bytes, total),
    pieces: download,
  });
  if (added.ok) await download?.forget();
  return added;
}

/** How many bytes there are of a download that broke off; a file's header alone is not worth a word. */
async function fetchedOf(url: string): Promise<number> {
  const bytes = await downloads().of(url).bytes();
  return bytes < 100_000 ? 0 : bytes;
}

/** @returns the exit code. */
async function tell(
  { name, given }: AddRequest,
  outcome: Result<Added>,
  target: Target,
  { interruption, fetching, voice }: Around,
): Promise<number> {
  fetching.stop();
  if (outcome.ok) {
    tellAdded(outcome.value, target, voice);
    return 0;
  }
  const isCancelled = interruption.signal.aborted;
  voice.remark(
    isCancelled
      ? message('models.cancelled', { name })
      : message('models.not-added', { name, why: outcome.reason }),
  );
  if (saysPreprocessingUnknown(outcome.reason)) voice.remark(message('models.state-preprocessing'));
  const begun = typeof given === 'string' ? await fetchedOf(given) : 0;
  if (begun > 0) voice.remark(message('models.can-go-on', { bytes: formatBytes(begun) }));
  return isCancelled ? interruption.exitCode : 1;
}

function tellAdded({ record, isNew }: Added, { title }: Target, voice: Voice): void {
  const { name, weights, preprocessing, agreement, fileSha256, source } = record;
  if (!isNew) {
    voice.answer(message('models.there-already', { name }));
    return;
  }
  voice.answer(
    message('models.added', {
      name,
      title: record.title,
      bytes: formatBytes(weights.bytes),
      preprocessing: preprocessing.title,
      agreement: agreementText(agreement),
    }),
  );
  const of = fileSha256 === undefined ? message('models.its-weights') : title;
  voice.answer(message('models.sha256', { what: of, sha256: fileSha256 ?? weights.sha256 }));
  if (agreement === 'differs') {
    voice.remark(
      message('models.differs-warning', { host: URL.canParse(source) ? new URL(source).host : source }),
    );
  }
}
