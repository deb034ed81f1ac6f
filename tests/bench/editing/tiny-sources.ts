/** The samples, and an encoder of a few channels whatever it is called: a graph that is painted in no time. */
import { packageFolder } from '../../../src/cli/files/package-folder.ts';
import { rememberingSources } from '../../../src/cli/library/remembering-sources.ts';
import { fileSources, randomEncoder, type Sources } from '../../../src/index.ts';

const shape = { convolutions: [1, 1, 1, 2, 1], channels: [3, 4, 4, 5, 5] };

export const tinySources = (): Sources =>
  rememberingSources({
    image: fileSources(packageFolder()).image,
    network: fileSources(packageFolder()).network,
    encoder: async () => ({ ok: true, value: randomEncoder(1, shape) }),
  });
