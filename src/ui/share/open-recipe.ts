/**
 * A picture that comes in and carries its graph. Put on an Image node, it is a picture, and its graph is offered;
 * put anywhere else, its graph is opened as a new document, and the way back is offered.
 */
import { largestPictureFile } from '../../cli/library/picture-limits.ts';
import { nameOfNode } from '../../graph/node-name.ts';
import { recipeInPng } from '../../graph/share/png/recipe-in-png.ts';
import type { ReadRecipe } from '../../graph/share/recipe.ts';
import { message } from '../../language/message.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { reportFile } from '../documents/file-report.ts';
import { newDocument, openKept } from '../documents/open-documents.ts';
import { useEditor } from '../state/editor.ts';
import { note, refuse } from '../state/notices.ts';
import { withIncluded } from './included.ts';
import { tellDifferences } from './tell-differences.ts';

/** What a picture file tells of how it was made; what is damaged is told, and the rest is just a picture. */
export async function recipeIn(file: File): Promise<ReadRecipe | undefined> {
  if (file.size > largestPictureFile) return undefined;
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return undefined;
  const read = recipeInPng(new Uint8Array(bytes));
  if (read.ok) return read.value;
  const reason = read.reason[0]?.reason;
  const isPlain = !reason || plain.has(reason.id);
  if (!isPlain) refuse(message('sharing.recipe-refused', { file: file.name, why: reason }));
  return undefined;
}

/** A picture as any other. */
const plain: ReadonlySet<string> = new Set(['share.not-png', 'share.png-damaged', 'share.no-recipe']);

/** Opens the graph as a new document. @param takeAsPicture What was meant instead, perhaps: done where the person was before. */
export async function openRecipe(
  recipe: ReadRecipe,
  file: string,
  takeAsPicture?: () => Promise<void>,
): Promise<void> {
  const { id: before } = useEditor.getState();
  const { document, repairs, gramarye, backend, repeatable, included } = recipe;
  await newDocument(await withIncluded(document, included));
  tellDifferences(recipe);
  if (repairs.length > 0) reportFile({ type: 'repaired', file, lines: repairs });
  const said = message('sharing.opened-recipe', {
    file,
    version: gramarye,
    backend,
    iterations: iterationsOf(recipe),
    repeatable: message(repeatable ? 'sharing.repeatable' : 'sharing.not-repeatable'),
  });
  const back = async () => {
    if (await openKept(before)) await takeAsPicture?.();
  };
  note(said, takeAsPicture && { label: message('sharing.use-as-picture'), run: () => void back() });
}

/** How far it had got, where one optimiser painted it. */
function iterationsOf({ painted, document }: ReadRecipe) {
  const [[id, { iterations: count }] = ['', { iterations: 0 }], ...more] = Object.entries(painted);
  if (id === '' || more.length > 0) return '';
  return message('share.after-iterations', { optimiser: nameOfNode(document, id, nodeKinds), count });
}

/** Says that a picture could be more than one. */
export const offerRecipe = (recipe: ReadRecipe, file: string): void =>
  note(message('sharing.carries-graph', { file }), {
    label: message('sharing.open-graph'),
    run: () => void openRecipe(recipe, file),
  });

/** Opens the graph of a picture that was chosen for it, or says why there is none. */
export async function openRecipeOf(file: File): Promise<void> {
  const bytes = file.size > largestPictureFile ? undefined : await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return refuse(message('images.not-read', { file: file.name }));
  const read = recipeInPng(new Uint8Array(bytes));
  if (read.ok) return openRecipe(read.value, file.name);
  reportFile({ type: 'refused', file: file.name, lines: read.reason.map(({ reason }) => reason) });
}
