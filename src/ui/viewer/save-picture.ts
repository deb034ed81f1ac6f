/** The picture that is looked at, in full size, to a file or to the clipboard. */
import type { NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { shownNode } from '../painting/shown-node.ts';
import { openDocument } from '../state/editor.ts';
import { note, refuse } from '../state/notices.ts';
import { usePainting } from '../state/painting.ts';
import { encodePicture, fileNameOf, type PictureFormat, pictureFormats } from './picture-file.ts';
import { checkpointStill, type Still, stillNow } from './still.ts';
import { averagingOf } from './use-sources.ts';
import { useViewer, viewedNode, viewedOptimiser } from './viewer-state.ts';

/** Chrome and its relatives let a page ask where a file is to lie. */
type AskForFile = (options: {
  readonly suggestedName: string;
  readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
}) => Promise<FileSystemFileHandle>;

/** Whose picture is saved, and at which iteration it stands. */
interface Shown {
  readonly node: NodeId | undefined;
  readonly iteration: number | undefined;
}

function shownNow(): Shown {
  const document = openDocument();
  const viewer = useViewer.getState();
  const viewed = viewedNode({ painted: viewer.painted }, document);
  const node = viewed === undefined ? undefined : shownNode(document, viewed);
  const iteration = viewer.scrub?.iteration ?? own(usePainting.getState().iterations, node ?? '')?.iteration;
  return { node, iteration };
}

/** What is looked at, in full size: as it is painted, or the checkpoint that was scrubbed to. */
export async function shownStill(): Promise<Result<Still>> {
  const { scrub } = useViewer.getState();
  const optimiser = viewedOptimiser(useViewer.getState(), openDocument());
  const { node } = shownNow();
  const still =
    scrub && scrub.optimiser === optimiser
      ? await checkpointStill({ ...scrub, averaging: averagingOf(scrub.optimiser) })
      : node !== undefined && (await stillNow(node));
  return still ? success(still) : failure(message('viewer.nothing-to-save'));
}

/** Saves the picture: where the person says, or among the downloads. */
export async function savePicture(format: PictureFormat): Promise<void> {
  const file = fileNameOf(openDocument().title ?? '', shownNow().iteration, format);
  const place = await askForPlace(file, format);
  if (place === 'nowhere') return;
  const shown = await shownStill();
  const encoded = shown.ok ? await encodePicture(shown.value, format) : shown;
  if (!encoded.ok) return refuse(encoded.reason);
  if (place === 'downloads') return download(encoded.value, file);
  try {
    const writing = await place.createWritable();
    await writing.write(encoded.value);
    await writing.close();
    note(message('viewer.saved', { file: place.name }));
  } catch (error) {
    refuse(message('viewer.not-saved', { file: place.name, why: String(error) }));
  }
}

/** Asked before anything else, while the browser still knows that a person wants it. */
async function askForPlace(
  suggestedName: string,
  { type, extension }: PictureFormat,
): Promise<FileSystemFileHandle | 'downloads' | 'nowhere'> {
  const ask = (window as { readonly showSaveFilePicker?: AskForFile }).showSaveFilePicker;
  if (!ask) return 'downloads';
  try {
    return await ask.call(window, { suggestedName, types: [{ accept: { [type]: [`.${extension}`] } }] });
  } catch (error) {
    // Within another page it may not ask; a person who thought better of it wants no file.
    return error instanceof DOMException && error.name === 'AbortError' ? 'nowhere' : 'downloads';
  }
}

function download(blob: Blob, file: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export async function copyPicture(): Promise<void> {
  const [png] = pictureFormats;
  if (!png) return;
  const encoding = shownStill().then(async shown => {
    const encoded = shown.ok ? await encodePicture(shown.value, png) : shown;
    if (!encoded.ok) throw new Error('There is no picture.');
    return encoded.value;
  });
  try {
    // The promise goes in as it is: a browser forgets who clicked while it is waited for.
    await navigator.clipboard.write([new ClipboardItem({ [png.type]: encoding })]);
    note(message('viewer.copied'));
  } catch {
    refuse(message('viewer.not-copied'));
  }
}

let pins = 0;

/** Puts the picture aside, to be compared with what comes. */
export async function pinPicture(): Promise<void> {
  const iteration = shownNow().iteration ?? 0;
  const shown = await shownStill();
  if (!shown.ok) return refuse(shown.reason);
  pins += 1;
  const pin = { id: pins, iteration, still: shown.value };
  useViewer.setState(state => ({ pins: [pin, ...state.pins].slice(0, mostPins) }));
}

/** Each is as large as a picture. */
const mostPins = 8;
