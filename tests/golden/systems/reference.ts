/**
 * What PyTorch makes of other systems' formulas (`systems.py`): kept in `reference.json`, with the pictures beside it,
 * so that a test needs VGG-19 and no PyTorch. `make-reference.ts` makes them anew.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const [height, width] = [72, 96] as const;

export const pictureNames = ['content', 'style', 'blend'] as const;

export const here = fileURLToPath(new URL('./', import.meta.url));

/** Where `systems.py` paints in several scales: height and width, the smallest first. */
export const scales = [[51, 68] as const, [height, width] as const];
/** At each scale but the first, which takes twice as many. */
export const iterations = 1;

const referenceSchema = z.record(
  z.string(),
  z.object({
    /** Weighted, at the start. */
    terms: z.record(z.string(), z.number()),
    /** With respect to the picture at the start: root mean square, and some of its H·W·3 numbers. */
    gradient: z.object({ rms: z.number(), index: z.array(z.int()), value: z.array(z.number()) }),
    /** The total at each step. */
    steps: z.array(z.number()),
  }),
);

export type Reference = z.infer<typeof referenceSchema>[string];

export const readReference = (): Readonly<Record<string, Reference>> =>
  referenceSchema.parse(JSON.parse(readFileSync(`${here}reference.json`, 'utf8')));
