/** From a reference, as a Decoder's or a Generator's parameter holds it, to the network. */
import { message } from '../../src/language/message.ts';
import { failure, type Result } from '../../src/language/result.ts';
import type { FolderReader } from '../import/folder.ts';
import type { NetworkPack } from './network-pack.ts';
import { readNetwork } from './read-network.ts';
import { zipFolder } from './zip-folder.ts';

/** What whoever opens networks can reach. */
export interface NetworkHost {
  /** The folder of AdaIN's decoder, which ships with Gramarye. */
  readonly adain?: FolderReader;
  /** A reader of the folder at a path. */
  readonly folder?: (path: string) => FolderReader;
  /** The bytes of the archive at a path. */
  readonly archive?: (path: string) => Promise<Result<Uint8Array>>;
}

/** Opens `adain`, `folder:PATH` or `file:PATH`, an archive of such a folder. */
export async function openNetwork(reference: string, host: NetworkHost): Promise<Result<NetworkPack>> {
  if (reference === 'none') return failure(message('network.none'));
  if (reference === 'adain' && host.adain) return readNetwork(host.adain, 'AdaIN');
  const [, scheme, path = ''] = /^(folder|file):(.+)$/s.exec(reference) ?? [];
  const title = (path.split(/[\\/]/).findLast(name => name !== '') ?? path).replace(/\.zip$/i, '');
  if (scheme === 'folder' && host.folder) return readNetwork(host.folder(path), title);
  if (scheme === 'file' && host.archive) {
    const bytes = await host.archive(path);
    if (!bytes.ok) return bytes;
    const folder = zipFolder(bytes.value, title);
    return folder.ok ? readNetwork(folder.value, title) : folder;
  }
  return failure(message('network.out-of-reach', { reference }));
}
