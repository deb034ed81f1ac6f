/** What a wire carries, as an editor shows it before anything ran: `relu3_1 · 64×64×256 · 4 MB`. */
import type { Wire } from '../../graph/wire.ts';
import { bytes, type Shape } from '../ir/value.ts';

export interface WireFacts {
  readonly type: Wire['type'];
  /** By layer for a stack; one shape without a name for anything else. Empty where no numbers flow. */
  readonly shapes: readonly { readonly layer?: string; readonly shape: Shape; readonly bytes: number }[];
  /** Names of the terms of a loss. */
  readonly terms?: readonly string[];
  /** Of an encoder. */
  readonly title?: Extract<Wire, { readonly type: 'encoder' }>['encoder']['title'];
  /** Names of the convolutions of an encoder, shallow to deep. */
  readonly layers?: readonly string[];
}

export function factsOf(wire: Wire): WireFacts {
  const { type } = wire;
  switch (type) {
    case 'image':
    case 'mask':
    case 'picture':
    case 'result':
      return { type, shapes: [sized(wire.shape)] };
    case 'features':
    case 'statistics':
      return {
        type,
        shapes: Object.entries(wire.layers).map(([layer, shape]) => ({ layer, ...sized(shape) })),
      };
    case 'encoder':
      return {
        type,
        shapes: [],
        title: wire.encoder.title,
        layers: wire.encoder.layers.map(({ name }) => name),
      };
    case 'loss':
      return { type, shapes: [], terms: wire.terms };
  }
}

const sized = (shape: Shape) => ({ shape, bytes: bytes(shape) });

/** All wires of an examined document, by `node.port`. */
export const wireFacts = (wires: Readonly<Record<string, Wire>>): Readonly<Record<string, WireFacts>> =>
  Object.fromEntries(Object.entries(wires).map(([key, wire]) => [key, factsOf(wire)]));
