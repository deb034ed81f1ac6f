/**
 * The glossary: the words of the field, as Gramarye uses them. Help pages and lessons link to it by id, and it
 * links to itself; a test sees to it that no link leads nowhere.
 */
import { comparing } from './comparing.ts';
import { editing } from './editing.ts';
import type { GlossaryEntry } from './entry.ts';
import { painting } from './painting.ts';
import { seeing } from './seeing.ts';

export const glossary: readonly GlossaryEntry[] = [...seeing, ...comparing, ...painting, ...editing];

const byId = new Map(glossary.map(entry => [entry.id, entry]));

export const glossaryEntry = (id: string): GlossaryEntry | undefined => byId.get(id);

/** The entries that explain a kind of node. */
export const entriesOfKind = (kind: string): readonly GlossaryEntry[] =>
  glossary.filter(({ kinds }) => kinds?.includes(kind));
