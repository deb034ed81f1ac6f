import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version of this Gramarye. */
export const packageVersion = (): string =>
  JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')).version;

/** Gramarye's own folder, with its samples, wherever this code was built to. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'gramarye') return folder;
    const above = dirname(folder);
    if (above === folder) throw new Error('Gramarye runs outside of its own package.');
    folder = above;
  }
}
