/**
 * What the document's side needs to know of a node kind: its ports, its parameters, and what it makes of
 * the shapes that come in. The kinds themselves stand in `src/nodes`, above; they reach the validator
 * through this interface, so the document knows no kind by name.
 */
import type { Message } from '../language/message.ts';
import type { Result } from '../language/result.ts';
import type { Text } from '../language/text.ts';
import type { ParameterValue } from './document.ts';
import type { NetworkFacts } from './network.ts';
import type { Parameter } from './parameter.ts';
import type { Port } from './port.ts';
import type { PortType } from './port-type.ts';
import type { EncoderFacts, Wire } from './wire.ts';

/** What is known of a decoded picture. `hash` is of its pixels. */
export interface ImageFacts {
  readonly hash: string;
  readonly height: number;
  readonly width: number;
}

/** What must be known of the outside to infer every shape: nothing here is a pixel or a weight. */
export interface Facts {
  image(reference: string): Result<ImageFacts>;
  encoder(reference: string): Result<EncoderFacts>;
  network(reference: string): Result<NetworkFacts>;
}

/** What arrives at a node's inputs: a wire for a port that takes one, wires by slot for one that takes many. */
export type Arriving = Readonly<Record<string, Wire | undefined | Readonly<Record<string, Wire>>>>;

export interface ShapeRefusal {
  readonly reason: Message;
  readonly port?: string;
  readonly param?: string;
  /**
   * A parameter whose change would mend it: of the node that feeds `port`, such as the layers of the taps
   * there, or of this node where no port is named.
   */
  readonly fix?: {
    readonly label: Message;
    readonly port?: string;
    readonly param: string;
    readonly value: ParameterValue;
  };
}

export interface NodeKind {
  readonly kind: string;
  readonly version: number;
  readonly title: Text;
  /** One line for the search of nodes. */
  readonly summary: Text;
  /** A few sentences for the inspector and the help page, in Markdown. */
  readonly documentation: Text;
  /** LaTeX; empty where there is nothing to compute. */
  readonly formula: string;
  /** What parameters are called in the formula, in LaTeX, so that their numbers can stand in their places. */
  readonly symbols?: Readonly<Record<string, string>>;
  /** The paper or code that it is from. */
  readonly source: string;
  readonly inputs: Readonly<Record<string, Port<PortType, 'one' | 'optional' | 'many'>>>;
  readonly outputs: Readonly<Record<string, Port>>;
  readonly params: Readonly<Record<string, Parameter>>;
  /**
   * What each output gives while the node is bypassed: what enters at this input. To be said wherever more than
   * one input is of the output's type, or none is, but one that may stand in its place all the same.
   */
  readonly passes?: Readonly<Record<string, string>>;
  /**
   * The wires that leave, from the wires that arrive. Called only with valid parameters and with every
   * mandatory input present and of the declared type.
   */
  infer(
    inputs: Arriving,
    params: Readonly<Record<string, ParameterValue>>,
    facts: Facts,
  ): Result<Readonly<Record<string, Wire>>, ShapeRefusal>;
}

/** Every kind there is, by name. */
export interface Registry<Kind extends NodeKind = NodeKind> {
  get(kind: string): Kind | undefined;
  readonly kinds: readonly Kind[];
}
