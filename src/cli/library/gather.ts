/**
 * Everything that a document names from the outside, opened once, before anything is inferred: the
 * validator and the compiler then ask for facts without waiting, and the runtime for pixels and weights.
 */
import type { EncoderPack } from '../../../models/encoder-pack.ts';
import type { NetworkPack } from '../../../models/networks/network-pack.ts';
import type { GraphDocument } from '../../graph/document.ts';
import type { Facts, ImageFacts, Registry } from '../../graph/kind.ts';
import { own } from '../../graph/own.ts';
import type { Parameter } from '../../graph/parameter.ts';
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { bytesOf, sha256, utf8 } from '../../runtime/cache/sha256.ts';
import type { Resources } from '../../runtime/execute/resources.ts';
import type { DecodedImage, Sources } from './sources.ts';

export interface Gathered {
  /** What could not be opened fails here with its reason, so that the validator gives it the node's address. */
  readonly facts: Facts;
  readonly resources: Resources;
  /** What was done to a picture on its way in. */
  readonly notes: readonly Message[];
}

/**
 * Opens every picture and every encoder that a parameter of `document` names, defaults included, each once.
 *
 * @example
 * const { facts, resources } = await gather(document, nodeKinds, fileSources(folder));
 * const validated = validate(document, nodeKinds, facts);
 */
export async function gather(
  document: GraphDocument,
  registry: Registry,
  sources: Sources,
): Promise<Gathered> {
  const images = new Map<string, Result<DecodedImage>>();
  const encoders = new Map<string, Result<EncoderPack>>();
  const networks = new Map<string, Result<NetworkPack>>();
  // One after another: a photograph being decoded takes many times the memory that is kept of it.
  for (const reference of references(document, registry, 'image')) {
    images.set(reference, await sources.image(reference));
  }
  for (const reference of references(document, registry, 'encoder')) {
    encoders.set(reference, await sources.encoder(reference));
  }
  for (const reference of references(document, registry, 'network')) {
    networks.set(reference, await sources.network(reference));
  }

  const pixels = new Map<string, DecodedImage>();
  const packs = new Map<string, EncoderPack | NetworkPack>();
  const imageFacts = new Map<string, Result<ImageFacts>>();
  for (const [reference, opened] of images) {
    if (!opened.ok) {
      imageFacts.set(reference, opened);
      continue;
    }
    const [height, width] = opened.value.shape;
    const hash = await imageHash(opened.value);
    pixels.set(hash, opened.value);
    imageFacts.set(reference, success({ hash, height, width }));
  }
  for (const opened of [...encoders.values(), ...networks.values()]) {
    if (opened.ok) packs.set(opened.value.facts.hash, opened.value);
  }

  return {
    facts: {
      image: reference => imageFacts.get(reference) ?? notGathered(reference),
      encoder: reference => {
        const opened = encoders.get(reference) ?? notGathered(reference);
        return opened.ok ? success(opened.value.facts) : opened;
      },
      network: reference => {
        const opened = networks.get(reference) ?? notGathered(reference);
        return opened.ok ? success(opened.value.facts) : opened;
      },
    },
    resources: {
      image: hash => found(pixels, hash),
      weight: (encoder, tensor) => {
        const pack = found(packs, encoder);
        return pack.ok ? pack.value.tensor(tensor) : pack;
      },
    },
    notes: [...images.values()].flatMap(image => (image.ok && image.value.note ? [image.value.note] : [])),
  };
}

const known = new WeakMap<DecodedImage, string>();

/**
 * SHA-256 of size and pixels: the name under which everything computed from a picture is cached. Computed
 * when first asked for: a sweep gathers the same pictures for each of its cells.
 */
export async function imageHash(image: DecodedImage): Promise<string> {
  const before = known.get(image);
  if (before !== undefined) return before;
  const { shape, data } = image;
  const now = await sha256([utf8(`gramarye image 1, ${shape.join('×')}`), bytesOf(data)]);
  known.set(image, now);
  return now;
}

/**
 * What the parameters with such a control name; a mask that is not painted yet names nothing. A value that the
 * parameter refuses is for the validator to tell.
 */
export function references(
  document: GraphDocument,
  registry: Registry,
  control: 'image' | 'encoder' | 'network',
): Set<string> {
  const named = new Set<string>();
  for (const node of Object.values(document.nodes)) {
    for (const [name, parameter] of Object.entries(registry.get(node.kind)?.params ?? {})) {
      if (parameter.control.type !== control) continue;
      const reference = valueHeld(parameter, own(node.params, name));
      if (typeof reference !== 'string' || (control === 'image' && reference === 'none')) continue;
      named.add(reference);
    }
  }
  return named;
}

function valueHeld(parameter: Parameter, value: unknown): unknown {
  const checked = parameter.schema.safeParse(value === undefined ? parameter.default : value);
  return checked.success ? checked.data : undefined;
}

const notGathered = (reference: string) => failure(message('source.not-gathered', { reference }));

function found<T>(held: ReadonlyMap<string, T>, hash: string): Result<T> {
  const value = held.get(hash);
  return value ? success(value) : notGathered(hash);
}
