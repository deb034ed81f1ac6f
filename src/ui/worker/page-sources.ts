/// <reference lib="dom" />
/**
 * Where a page's pictures and encoders come from: what ships with it, what a person gave it, and the encoders
 * in its own storage.
 */
import { blobSource } from '../../../models/import/blob-source.ts';
import { openNetwork } from '../../../models/networks/open-network.ts';
import { type EncoderHost, openEncoder } from '../../../models/sources/open-encoder.ts';
import { EncoderStore } from '../../../models/store/encoder-store.ts';
import { originPrivateStorage } from '../../../models/store/origin-private-storage.ts';
import { noSample } from '../../cli/library/no-sample.ts';
import type { Sources } from '../../cli/library/sources.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { Place } from '../../runtime/host/host-options.ts';
import { decodeBlob } from './decode-blob.ts';
import { adainFolder, liteFolder, load, sampleUrls } from './shipped.ts';

/** `sample:NAME` and `file:NAME` pictures; `lite`, `model:NAME`, `random:SEED` and `file:NAME` encoders. */
export const pageSources = ({ files }: Pick<Place, 'files'>): Sources => ({
  image: async reference => {
    const [, scheme, name = ''] = /^(sample|file):(.+)$/s.exec(reference) ?? [];
    const found = scheme === 'file' ? given(files, reference, name) : await sample(name);
    return found.ok ? decodeBlob(found.value, name) : found;
  },
  encoder: async reference => openEncoder(reference, await pageEncoders(files)),
  network: reference =>
    openNetwork(reference, {
      adain: adainFolder,
      archive: async name => {
        const found = given(files, `file:${name}`, name);
        return found.ok ? success(new Uint8Array(await found.value.arrayBuffer())) : found;
      },
    }),
});

async function pageEncoders(files: Place['files']): Promise<EncoderHost> {
  const host: EncoderHost = {
    lite: liteFolder,
    file: async name => {
      const found = given(files, `file:${name}`, name);
      return found.ok ? success(blobSource(found.value, name)) : found;
    },
  };
  // Some browsers give private windows no storage; whatever else there is can still be used there.
  const root = await navigator.storage?.getDirectory().catch(() => undefined);
  return root ? { ...host, kept: new EncoderStore(originPrivateStorage(root)) } : host;
}

function given(files: Place['files'], reference: string, name: string): Result<Blob> {
  const file = files.get(reference);
  return file ? success(file) : failure(message('page.file-not-here', { file: name }));
}

async function sample(name: string): Promise<Result<Blob>> {
  const url = sampleUrls.get(name);
  return url === undefined ? failure(noSample(name, [...sampleUrls.keys()].sort())) : load(url, name);
}
