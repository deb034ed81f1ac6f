/** The picture that is looked at, in full size, to a file or to the clipboard. A PNG tells how it was made. */
import type { NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import type { IncludedImages } from '../../graph/share/included-image.ts';
import { withRecipe } from '../../graph/share/png/recipe-in-png.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { PaintedPicture } from '../../runtime/host/protocol.ts';
import { askForPlace, writeFile } from '../documents/save-file.ts';
import { shownNode } from '../painting/shown-node.ts';
import { type Moment, recipeNow } from '../share/recipe-now.ts';
import { openDocument } from '../state/editor.ts';
import { note, refuse } from '../state/notices.ts';
import { usePainting } from '../state/painting.ts';
import {
  encodePicture,
  encodeStill,
  fileNameOf,
  type PictureFormat,
  pictureFormats,
} from './picture-file.ts';
import { checkpointPicture, checkpointStill, pictureNow, type Still, stillOf } from './still.ts';
import { averagingOf } from './use-sources.ts';
import { type Scrub, useViewer, viewedNode, viewedOptimiser } from './viewer-state.ts';

/** Whose picture is saved, and at which iteration it stands. */
interface Shown {
  readonly node: NodeId | undefined;
  readonly iteration: number | undefined;
  /** The checkpoint that is looked at instead. */
  readonly scrub: Scrub | undefined;
}

function shownNow(): Shown {
  const document = openDocument();
  const viewer = useViewer.getState();
  const viewed = viewedNode({ painted: viewer.painted }, document);
  const node = viewed === undefined ? undefined : shownNode(document, viewed);
  const optimiser = viewedOptimiser(viewer, document);
  const scrub = viewer.scrub?.optimiser === optimiser ? viewer.scrub : undefined;
  const iteration = scrub?.iteration ?? own(usePainting.getState().iterations, node ?? '')?.iteration;
  return { node, iteration, scrub };
}

/** What is looked at, in full size: as it is painted, or the checkpoint that was scrubbed to. */
export async function shownStill(): Promise<Result<Still>> {
  const shown = shownNow();
  const { scrub } = shown;
  if (scrub) {
    const still = await checkpointStill({ ...scrub, averaging: averagingOf(scrub.optimiser) });
    return still ? success(still) : failure(message('viewer.nothing-to-save'));
  }
  const picture = await numbersOf(shown);
  return picture.ok ? success(stillOf(picture.value)) : picture;
}

/** [height, width, 3], 0 to 1. */
async function numbersOf({ node, scrub }: Shown): Promise<Result<PaintedPicture>> {
  const picture = scrub
    ? await checkpointPicture({ ...scrub, averaging: averagingOf(scrub.optimiser) })
    : node !== undefined && (await pictureNow(node));
  return picture ? success(picture) : failure(message('viewer.nothing-to-save'));
}

/** The bytes of the file, and in them, where the format has room for it, how the picture was made. */
async function fileOf(
  shown: Shown,
  format: PictureFormat,
  included: IncludedImages | undefined,
): Promise<Result<Blob>> {
  const document = openDocument();
  const picture = await numbersOf(shown);
  const file = picture.ok ? await encodePicture(picture.value, format) : picture;
  if (!picture.ok || !file.ok || !format.carriesRecipe || shown.node === undefined) return file;
  const recipe = await recipeNow(document, shown.node, momentOf(shown, picture.value));
  const carrying = withRecipe(new Uint8Array(await file.value.arrayBuffer()), {
    ...recipe,
    ...(included && { included }),
  });
  return carrying.ok ? success(new Blob([carrying.value], { type: format.type })) : carrying;
}

function momentOf({ node, scrub }: Shown, { iteration, mixed = false }: PaintedPicture): Moment | undefined {
  if (scrub) {
    const { optimiser } = scrub;
    const checkpoints = own(usePainting.getState().checkpoints, optimiser);
    const isMixed = checkpoints?.find(({ id }) => id === scrub.id)?.mixed ?? false;
    return { optimiser, iteration: scrub.iteration, mixed: isMixed };
  }
  return node !== undefined && iteration !== undefined ? { optimiser: node, iteration, mixed } : undefined;
}

/**
 * Saves the picture: where the person says, or among the downloads.
 *
 * @param included Source pictures that the person wants in it.
 */
export async function savePicture(format: PictureFormat, included?: IncludedImages): Promise<void> {
  const shown = shownNow();
  const file = fileNameOf(openDocument().title ?? '', shown.iteration, format);
  const place = await askForPlace(file, { type: format.type, endings: [`.${format.extension}`] });
  if (place.type === 'nowhere') return;
  const bytes = await fileOf(shown, format, included);
  if (!bytes.ok) return refuse(bytes.reason);
  const written = await writeFile(place, bytes.value);
  if (!written.ok) return refuse(written.reason);
  note(message(format.carriesRecipe ? 'sharing.saved-with-recipe' : 'viewer.saved', { file: written.value }));
}

export async function copyPicture(): Promise<void> {
  const [png] = pictureFormats;
  if (!png) return;
  const encoding = shownStill().then(async shown => {
    const encoded = shown.ok ? await encodeStill(shown.value, png) : shown;
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
