/** A session over the small world of {@link trial}: edits go in, events come out. */
import type { GraphDocument, ParameterValue } from '../../graph/document.ts';
import { examine } from '../../graph/examine.ts';
import type { Backend } from '../../runtime/execute/backend.ts';
import type { SessionEvent } from '../../runtime/session/events.ts';
import { Session } from '../../runtime/session/session.ts';
import type { SessionOptions } from '../../runtime/session/session-options.ts';
import { nodeKinds } from '../registry.ts';
import { trialFacts, trialResources } from './trial.ts';

export interface Studio {
  readonly session: Session;
  readonly events: SessionEvent[];
  /** Takes up a document, and waits until nothing is left to do. Gives the events in between. */
  edited(document: GraphDocument): Promise<SessionEvent[]>;
  /** Waits for an event that `found` accepts, from now on. */
  next(found: (event: SessionEvent) => boolean): Promise<SessionEvent>;
}

export function openStudio(backend: Pick<Backend, 'name'>, options: Partial<SessionOptions> = {}): Studio {
  const events: SessionEvent[] = [];
  const waiting = new Set<(event: SessionEvent) => void>();
  const session = new Session({
    registry: nodeKinds,
    backend,
    understand: async document => ({
      document,
      examination: examine(document, nodeKinds, trialFacts),
      facts: trialFacts,
      resources: trialResources,
    }),
    cacheBudget: 2 ** 26,
    checkpointBudget: 2 ** 26,
    ...options,
    tell: event => {
      events.push(event);
      for (const heard of [...waiting]) heard(event);
      options.tell?.(event);
    },
  });
  return {
    session,
    events,
    edited: async document => {
      const from = events.length;
      session.edit(document);
      await session.rest();
      return events.slice(from);
    },
    next: found =>
      new Promise(resolve => {
        const heard = (event: SessionEvent) => {
          if (!found(event)) return;
          waiting.delete(heard);
          resolve(event);
        };
        waiting.add(heard);
      }),
  };
}

/** `document` with one parameter of a node changed. */
export function withParameter(
  document: GraphDocument,
  node: string,
  name: string,
  value: ParameterValue,
): GraphDocument {
  const before = document.nodes[node];
  if (!before) throw new Error(`There is no ${node}.`);
  const changed = { ...before, params: { ...before.params, [name]: value } };
  return { ...document, nodes: { ...document.nodes, [node]: changed } };
}

/** The pixels that were last put out. */
export function outputOf(events: readonly SessionEvent[]): Float32Array {
  const output = events.findLast(event => event.type === 'output');
  if (output?.type !== 'output') throw new Error(`No output among ${events.map(({ type }) => type).join()}`);
  return output.picture.data;
}
