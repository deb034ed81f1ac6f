/**
 * A message is data: the id of a text in the catalogue and the values for its placeholders. Whoever finds
 * a problem says what happened; whoever shows it chooses the language. So a refusal can cross a worker's
 * boundary, be compared in a test, and be read in English and Chinese alike.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import { canvasMessages } from './messages/canvas.ts';
import { cliMessages } from './messages/cli.ts';
import { commandMessages } from './messages/commands.ts';
import { compileMessages } from './messages/compile.ts';
import { controlMessages } from './messages/controls.ts';
import { documentMessages } from './messages/document.ts';
import { documentsMessages } from './messages/documents.ts';
import { editorMessages } from './messages/editor.ts';
import { encoderMessages } from './messages/encoder.ts';
import { featureLensMessages } from './messages/feature-lens.ts';
import { filmMessages } from './messages/film.ts';
import { formulaFaceMessages } from './messages/formula-face.ts';
import { gestureMessages } from './messages/gestures.ts';
import { helpMessages } from './messages/help.ts';
import { hostMessages } from './messages/host.ts';
import { hostingMessages } from './messages/hosting.ts';
import { imagesMessages } from './messages/images.ts';
import { importMessages } from './messages/import.ts';
import { inspectorMessages } from './messages/inspector.ts';
import { layoutMessages } from './messages/layout.ts';
import { lensWindowMessages } from './messages/lens-window.ts';
import { lessonMessages } from './messages/lesson.ts';
import { lessonWritingMessages } from './messages/lesson-writing.ts';
import { lossLensMessages } from './messages/loss-lens.ts';
import { maskMessages } from './messages/masks.ts';
import { modelsMessages } from './messages/models.ts';
import { networkMessages } from './messages/networks.ts';
import { nodeMessages } from './messages/nodes.ts';
import { pageMessages } from './messages/page.ts';
import { paintMessages } from './messages/paint.ts';
import { planLensMessages } from './messages/plan-lens.ts';
import { presetsMessages } from './messages/presets.ts';
import { regionMessages } from './messages/regions.ts';
import { runMessages } from './messages/run.ts';
import { runsMessages } from './messages/runs.ts';
import { sessionMessages } from './messages/session.ts';
import { shareMessages } from './messages/share.ts';
import { sharingMessages } from './messages/sharing.ts';
import { storeMessages } from './messages/store.ts';
import { sweepMessages } from './messages/sweep.ts';
import { videoMessages } from './messages/video.ts';
import { viewerMessages } from './messages/viewer.ts';
import type { Placeholders } from './placeholders.ts';
import type { Language, Text } from './text.ts';

export const catalogue = {
  ...canvasMessages,
  ...documentMessages,
  ...documentsMessages,
  ...compileMessages,
  ...controlMessages,
  ...editorMessages,
  ...encoderMessages,
  ...featureLensMessages,
  ...filmMessages,
  ...formulaFaceMessages,
  ...gestureMessages,
  ...helpMessages,
  ...hostMessages,
  ...hostingMessages,
  ...imagesMessages,
  ...importMessages,
  ...inspectorMessages,
  ...networkMessages,
  ...nodeMessages,
  ...layoutMessages,
  ...lensWindowMessages,
  ...lessonMessages,
  ...lessonWritingMessages,
  ...lossLensMessages,
  ...maskMessages,
  ...modelsMessages,
  ...pageMessages,
  ...paintMessages,
  ...planLensMessages,
  ...presetsMessages,
  ...regionMessages,
  ...runMessages,
  ...runsMessages,
  ...sessionMessages,
  ...shareMessages,
  ...sharingMessages,
  ...storeMessages,
  ...sweepMessages,
  ...videoMessages,
  ...viewerMessages,
  ...cliMessages,
  ...commandMessages,
};

export type MessageId = keyof typeof catalogue;

/** A part of a sentence: as it is, in every language, a sentence of its own, or a list of these. */
export type MessageValue = string | number | Text | Message | readonly MessageValue[];

export interface Message {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, MessageValue>>;
}

/**
 * What `message(id)` has to be given. Exact where the id and its text are known to the compiler; an id that
 * is chosen at run time takes any values.
 */
type ValuesOf<Id extends MessageId> =
  IsOne<Id> extends true
    ? Readonly<Record<Placeholders<(typeof catalogue)[Id]['en']>, MessageValue>>
    : Readonly<Record<string, MessageValue>>;

type IsOne<T, All = T> = T extends unknown ? ([All] extends [T] ? true : false) : never;

export function message<Id extends MessageId>(
  id: Id,
  ...[values = {}]: keyof ValuesOf<Id> extends never
    ? [values?: Readonly<Record<string, MessageValue>>]
    : string extends keyof ValuesOf<Id>
      ? [values?: ValuesOf<Id>]
      : [values: ValuesOf<Id>]
): Message {
  return { id, values };
}

const locales: Record<Language, string> = { en: 'en', zh: 'zh-CN' };
const betweenItems: Record<Language, string> = { en: ', ', zh: '、' };

const formats = new Map<string, IntlMessageFormat>();

/** Says `message` in `language`; whatever it carries in several languages is said in the same one. */
export function say({ id, values }: Message, language: Language = 'en'): string {
  const key = `${language}/${id}`;
  let format = formats.get(key);
  if (!format) {
    const text: Text = catalogue[id];
    format = new IntlMessageFormat(text[language], locales[language]);
    formats.set(key, format);
  }
  const spoken = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, sayValue(value, language)]),
  );
  return String(format.format(spoken));
}

function sayValue(value: MessageValue, language: Language): string | number {
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map(item => sayValue(item, language)).join(betweenItems[language]);
  return 'id' in value ? say(value, language) : value[language];
}

const isList = (value: object): value is readonly MessageValue[] => Array.isArray(value);
