/** The encoders that are compared: where each lies, what it is called, and how much room it takes there. */
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

export interface Contestant {
  readonly name: string;
  /** As an Encoder node holds it. */
  readonly reference: string;
  /** As it is shipped or stored. */
  readonly bytes: number;
}

/** A layers model in a folder, or `random:SEED`, which takes no room at all. Nothing where there is neither. */
export function contestant(name: string, place: string): Contestant | undefined {
  if (place.startsWith('random:')) return { name, reference: place, bytes: 0 };
  const bytes = storedBytes(place);
  return bytes === undefined ? undefined : { name, reference: `folder:${resolve(place)}`, bytes };
}

const manifestSchema = z.object({
  weightsManifest: z.array(z.object({ paths: z.array(z.string()) })),
});

/** Of the model in `folder` and the shards that it names. */
function storedBytes(folder: string): number | undefined {
  try {
    const model = readFileSync(join(folder, 'model.json'));
    const { weightsManifest } = manifestSchema.parse(JSON.parse(model.toString('utf8')));
    return weightsManifest
      .flatMap(({ paths }) => paths)
      .reduce((sum, path) => sum + statSync(join(folder, path)).size, model.byteLength);
  } catch {
    return undefined;
  }
}
