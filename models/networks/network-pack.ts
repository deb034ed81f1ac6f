/** A feed-forward network with its weights, in the one form that the runtime takes, whatever file it came in. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type NetworkFacts, tensorsOf } from '../../src/graph/network.ts';
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';

export interface NetworkPack {
  readonly facts: NetworkFacts;
  /** The numbers belong to the pack: read them, don't change them. */
  tensor(name: string): Result<HostTensor>;
}

export type NetworkContents = Omit<NetworkFacts, 'hash'> & {
  readonly tensors: ReadonlyMap<string, HostTensor>;
};

/** Puts a network together whose steps and tensors belong together (`checkNetwork`). */
export function networkPack({ tensors, ...described }: NetworkContents): NetworkPack {
  const { title, ...said } = described;
  const hash = sha256.create().update(utf8ToBytes(JSON.stringify(['gramarye network 1', said])));
  for (const name of tensorsOf(described.steps).keys()) {
    const data = tensors.get(name)?.data ?? new Float32Array();
    hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  return {
    facts: { hash: bytesToHex(hash.digest()), title, ...said },
    tensor(name) {
      const found = tensors.get(name);
      return found
        ? success(found)
        : failure(message('network.tensor-missing', { network: title, tensor: name }));
    },
  };
}
