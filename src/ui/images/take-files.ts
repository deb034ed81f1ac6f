/**
 * Files that were dropped, pasted or chosen: pictures become Image nodes, or take the place of the picture of the
 * node that they were dropped on; graphs are opened as new documents, and so are those that pictures carry; presets
 * join the person's own; anything else is refused by its name.
 */
import type { NodeId, Position } from '../../graph/document.ts';
import { message } from '../../language/message.ts';
import { openGraphFile } from '../documents/files.ts';
import { isCollection } from '../presets/is-collection.ts';
import { offerRecipe, openRecipe, recipeIn } from '../share/open-recipe.ts';
import { refuse } from '../state/notices.ts';
import { addImageNodes, exchangeImage } from './place-images.ts';
import { supplyImage } from './supply-image.ts';
import { formatOf } from './take-in.ts';

/** Where they go. */
export type Destination =
  | { readonly type: 'node'; readonly node: NodeId; readonly beside: Position }
  | { readonly type: 'place'; readonly at: Position };

/** Takes in all of `files`. What is refused changes nothing, and says why. */
export async function takeFiles(given: readonly File[], to: Destination): Promise<void> {
  const isArchive = ({ name }: File) => /\.zip$/i.test(name);
  const files = given.filter(file => !isArchive(file));
  await takeNetworks(given.filter(isArchive), to);
  const [only, ...others] = files;
  const recipe = only && others.length === 0 ? await recipeIn(only) : undefined;
  if (!only || !recipe) return takePictures(files, to);
  if (to.type === 'place') return openRecipe(recipe, only.name, () => takePictures(files, to));
  await takePictures(files, to);
  offerRecipe(recipe, only.name);
}

/** An archive is of a feed-forward network, which a Generator runs. */
async function takeNetworks(files: readonly File[], to: Destination): Promise<void> {
  if (files.length === 0) return;
  const { takeNetwork } = await import('../networks/take-network.ts');
  const at = to.type === 'node' ? { node: to.node, at: to.beside } : { at: to.at };
  for (const file of files) await takeNetwork(file, at);
}

async function takePictures(files: readonly File[], to: Destination): Promise<void> {
  const references: string[] = [];
  for (const file of files) {
    const taken = await takeFile(file);
    if (taken !== undefined) references.push(taken);
  }
  const [first, ...others] = references;
  if (first === undefined) return;
  if (to.type === 'place') {
    addImageNodes(references, to.at);
    return;
  }
  exchangeImage(to.node, first);
  if (others.length > 0) addImageNodes(others, to.beside);
}

/** The reference of a picture; undefined of what is none. */
async function takeFile(file: File): Promise<string | undefined> {
  const format = await formatOf(file);
  if (format === undefined) {
    if (await isCollection(file)) {
      const { openCollection } = await import('../presets/collection.ts');
      await openCollection(file, file.name);
    } else if (await mayBeGraph(file)) await openGraphFile(file, file.name);
    else refuse(message('images.no-graph-nor-picture', { file: file.name }));
    return undefined;
  }
  const supplied = await supplyImage(file, file.name);
  if (supplied.ok) return supplied.value;
  refuse(supplied.reason);
  return undefined;
}

/** A graph's file is called one, or begins as one does. */
async function mayBeGraph(file: File): Promise<boolean> {
  if (/\.json$/i.test(file.name)) return true;
  const start = await file.slice(0, 256).text();
  return /^\uFEFF?\s*\{/.test(start);
}
