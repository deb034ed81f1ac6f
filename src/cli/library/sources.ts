/**
 * Where a graph's pictures and encoders come from. A document only names them; whoever opens it says how
 * they are got: the command line from files, a page from its own storage.
 */
import type { EncoderPack } from '../../../models/encoder-pack.ts';
import type { NetworkPack } from '../../../models/networks/network-pack.ts';
import type { Message } from '../../language/message.ts';
import type { Result } from '../../language/result.ts';
import type { HostTensor } from '../../runtime/execute/resources.ts';

/** Red, green, blue from 0 to 1, upright, [height, width, 3]. */
export interface DecodedImage extends HostTensor {
  readonly shape: readonly [height: number, width: number, channels: 3];
  /** What was done to it that a person should know, such as that a huge photograph was made smaller. */
  readonly note?: Message;
}

export interface Sources {
  /** The picture that `sample:NAME` or `file:PATH` names. */
  image(reference: string): Promise<Result<DecodedImage>>;
  /** The encoder that `lite`, `model:NAME`, `random:SEED`, `folder:PATH` or `file:PATH` names. */
  encoder(reference: string): Promise<Result<EncoderPack>>;
  /** The feed-forward network that `adain`, `folder:PATH` or `file:PATH` names. */
  network(reference: string): Promise<Result<NetworkPack>>;
}
