/**
 * What a picture was made with: its graph, and all that it takes to know whether the graph alone gives the
 * same picture again (rule R9). A saved PNG carries it.
 */
import { z } from 'zod';
import { success } from '../../language/result.ts';
import type { GraphDocument, NodeId } from '../document.ts';
import type { Opened } from '../file/parse.ts';
import { serialiseDocument } from '../file/serialise.ts';
import type { Checked } from '../problem.ts';
import { type IncludedImages, includedImagesSchema } from './included-image.ts';
import { readParcel, writeParcel } from './parcel.ts';

/** How one optimiser came to its result. */
export interface Painted {
  readonly seed: number;
  /** That were done: fewer than the graph asks for where it was stopped. */
  readonly iterations: number;
}

/** A source image by its pixels, so that another one of the same name is noticed. */
export interface RecipeImage {
  /** As `ImageFacts.hash`. */
  readonly hash: string;
  readonly width: number;
  readonly height: number;
}

export interface Recipe {
  readonly document: GraphDocument;
  /** The version of Gramarye. */
  readonly gramarye: string;
  /** `wasm`, `webgpu`: the same seed gives the same bits on the same one only. */
  readonly backend: string;
  /** Whether the graph alone leads to this picture: false where it was edited while it painted. */
  readonly repeatable: boolean;
  readonly painted: Readonly<Record<NodeId, Painted>>;
  /** The hash of each encoder, by the reference that the graph has for it. */
  readonly encoders: Readonly<Record<string, string>>;
  /** By reference, too. */
  readonly images: Readonly<Record<string, RecipeImage>>;
  /** Source images that the person wanted in it, small. */
  readonly included?: IncludedImages;
}

const version = 1;
const mostEntries = 2_000;
const reference = z.string().max(4096);
const hash = z.string().max(128);
const count = z.int().min(0);
const few = (record: object) => Object.keys(record).length <= mostEntries;

const headSchema = z.object({
  format: z.literal('gramarye-recipe'),
  version: z.int().min(1),
  gramarye: z.string().max(40),
  backend: z.string().max(40),
  repeatable: z.boolean(),
  painted: z.record(z.string().max(64), z.object({ seed: z.number(), iterations: count })).refine(few),
  encoders: z.record(reference, hash).refine(few),
  images: z.record(reference, z.object({ hash, width: count, height: count })).refine(few),
  included: includedImagesSchema.exactOptional(),
});

export function writeRecipe({ document, ...rest }: Recipe): string {
  return writeParcel({ format: 'gramarye-recipe', version, ...rest }, serialiseDocument(document));
}

export interface ReadRecipe extends Recipe, Pick<Opened, 'repairs'> {}

/** Reads the text of a recipe: refused whole, or opened with a list of what was repaired (rule D5). */
export function readRecipe(text: string): Checked<ReadRecipe> {
  const parcel = readParcel(text, headSchema, version);
  if (!parcel.ok) return parcel;
  const { head, document, repairs } = parcel.value;
  const { format: _format, version: _version, ...rest } = head;
  return success({ ...rest, document, repairs });
}
