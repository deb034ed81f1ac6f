/** Which kinds of nodes can stand before and after a port: by the types of their ports, as the validator judges. */
import type { NodeKind } from '../../graph/kind.ts';
import { accepts, type PortType } from '../../graph/port-type.ts';
import { nodeKinds } from '../../nodes/registry.ts';

/** Kinds that give what a port of `type` takes. */
export const kindsBefore = (type: PortType): readonly NodeKind[] =>
  nodeKinds.kinds.filter(({ outputs }) => Object.values(outputs).some(output => accepts(type, output.type)));

/** Kinds that take what a port of `type` gives. */
export const kindsAfter = (type: PortType): readonly NodeKind[] =>
  nodeKinds.kinds.filter(({ inputs }) => Object.values(inputs).some(input => accepts(input.type, type)));
