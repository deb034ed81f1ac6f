import { mostFrames, mostNotes } from '../annotations.ts';

/** How large a file from outside may be (rule D5). Generous for people, small for machines. */
export interface Limits {
  readonly characters: number;
  readonly depth: number;
  readonly textLength: number;
  readonly nodes: number;
  readonly edges: number;
  readonly frames: number;
  readonly notes: number;
}

export const defaultLimits: Limits = {
  characters: 16_000_000,
  depth: 64,
  textLength: 100_000,
  nodes: 20_000,
  edges: 60_000,
  frames: mostFrames,
  notes: mostNotes,
};
