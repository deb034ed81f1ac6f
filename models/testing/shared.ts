/**
 * What every developer and test run has beside the repository, and no user: real weights, golden values,
 * pictures. Tests that need it are skipped, with a sentence, where it is not there.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

/** The folder `shared` beside the repository's. */
export const shared = fileURLToPath(new URL('../../../shared', import.meta.url));

export const hasShared = existsSync(`${shared}/models/vgg19/model.json`);

const absent = 'skipped: there is no folder ../shared with VGG-19 and golden values';

/** A suite that needs `shared`. */
export function describeWithShared(title: string, suite: () => void): void {
  if (hasShared) return void describe(title, suite);
  // Vitest's summary counts what is skipped, but does not say why.
  console.log(`${title}: ${absent}.`);
  describe.skip(`${title} (${absent})`, suite);
}
