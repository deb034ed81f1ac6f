/**
 * A whole graph in the part of an address that stands behind `#`: `g1.` and, sealed, the graph with what the link
 * says of how to show it.
 */
import { z } from 'zod';
import { type Message, message } from '../../language/message.ts';
import { success } from '../../language/result.ts';
import type { GraphDocument } from '../document.ts';
import type { Opened } from '../file/parse.ts';
import { serialiseDocument } from '../file/serialise.ts';
import type { Checked } from '../problem.ts';
import { type IncludedImages, includedImagesSchema } from './included-image.ts';
import { largestParcel, readParcel, refused, writeParcel } from './parcel.ts';
import { sealed, unsealed } from './sealed.ts';

/** What a teacher wants shown. */
export interface Shown {
  /** The graph cannot be changed, only painted. */
  readonly locked?: boolean;
  /** Parameters that can be changed though the rest is locked: `style.weight`. */
  readonly unlocked?: readonly string[];
  /** Controls that are not shown: `style.weight` for a parameter, or the name of a part of the page. */
  readonly hidden?: readonly string[];
  /** Said when the link is opened. */
  readonly message?: string;
}

export interface SharedGraph {
  readonly document: GraphDocument;
  readonly shown?: Shown;
  /** Images of the person's own, small, where they asked for it. */
  readonly included?: IncludedImages;
}

export interface ReadLink extends SharedGraph, Pick<Opened, 'repairs'> {}

const prefix = 'g1.';
const version = 1;

export const longestShownMessage = 2_000;
const mostHidden = 200;

const shownSchema = z.object({
  locked: z.boolean().exactOptional(),
  unlocked: z.array(z.string().max(200)).max(mostHidden).exactOptional(),
  hidden: z.array(z.string().max(200)).max(mostHidden).exactOptional(),
  message: z.string().max(longestShownMessage).exactOptional(),
});

const headSchema = z.object({
  version: z.int().min(1),
  shown: shownSchema.exactOptional(),
  included: includedImagesSchema.exactOptional(),
});

/** Whether what stands behind the `#` of an address is a graph, in whatever version. */
export const isLink = (fragment: string): boolean => /^#?g\d+\./.test(fragment);

/** What to put behind the `#`. */
export const writeLink = ({ document, ...rest }: SharedGraph): string =>
  sealed(prefix, writeParcel({ version, ...rest }, dense(document)));

/** Nobody reads a file within a link, so it need have no lines. */
const dense = (document: GraphDocument): string => JSON.stringify(JSON.parse(serialiseDocument(document)));

/** Reads what stands behind a `#`: refused whole, or opened with a list of what was repaired (rule D5). */
export function readLink(fragment: string): Checked<ReadLink> {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith(prefix)) return refused(message(isLink(text) ? 'share.newer' : 'share.no-graph'));
  const opened = unsealed(prefix, text, largestParcel);
  if (!opened.ok) return refused(opened.reason);
  const parcel = readParcel(opened.value, headSchema, version);
  if (!parcel.ok) return parcel;
  const { head, document, repairs } = parcel.value;
  const { version: _version, ...rest } = head;
  return success({ ...rest, document, repairs });
}

/** Beyond the first, messengers and mail cut; beyond the second, browsers do. */
const lengths = { messengers: 2_000, browsers: 32_000 } as const;

/** What a person should know before they send an address of this length. */
export function linkAdvice(length: number): Message | undefined {
  if (length > lengths.browsers) return message('share.link-too-long', { length, limit: lengths.browsers });
  if (length > lengths.messengers) return message('share.link-long', { length, limit: lengths.messengers });
  return undefined;
}
