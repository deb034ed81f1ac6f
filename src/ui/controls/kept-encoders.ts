import { EncoderStore } from '../../../models/store/encoder-store.ts';
import { originPrivateStorage } from '../../../models/store/origin-private-storage.ts';

/** The names of the encoders in the browser's own storage; none where there is no storage. */
export async function keptEncoders(): Promise<readonly string[]> {
  const root = await navigator.storage?.getDirectory().catch(() => undefined);
  const kept = root && (await new EncoderStore(originPrivateStorage(root)).list());
  return kept?.ok ? kept.value.map(({ name }) => name) : [];
}
