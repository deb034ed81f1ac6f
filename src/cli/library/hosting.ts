/** What a worker needs in order to paint graphs: all node kinds, and what opens their pictures and encoders. */
import { examine } from '../../graph/examine.ts';
import type { Facts, Registry } from '../../graph/kind.ts';
import { own } from '../../graph/own.ts';
import type { EncoderFacts } from '../../graph/wire.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import type { HostOptions, Place, Understand } from '../../runtime/host/host-options.ts';
import { refuseSize } from './fit.ts';
import { gather } from './gather.ts';
import { rememberingSources } from './remembering-sources.ts';
import { aheadOn } from './render-graph.ts';
import type { Sources } from './sources.ts';

export interface HostingOptions extends Pick<HostOptions, 'openBackend' | 'machine'> {
  readonly sourcesAt: (place: Place) => Sources;
}

/** To be given to `serve`, with what differs between a page and Node. */
export function hosting({ sourcesAt, ...options }: HostingOptions): HostOptions {
  let sources: Sources | undefined;
  let lite: EncoderFacts | undefined;
  return {
    ...options,
    registry: nodeKinds,
    understandIn: place => {
      sources = rememberingSources(answering(sourcesAt(place)));
      return understanding(nodeKinds, sources);
    },
    refuse: (graph, backend) => {
      const problem = refuseSize({ ...graph, registry: nodeKinds }, backend, {
        ahead: aheadOn(backend),
        lite,
      });
      // Opened only where something does not fit, it can be offered from the next edit on.
      if (problem && !lite) {
        sources?.encoder('lite').then(opened => {
          if (opened.ok) lite = opened.value.facts;
        });
      }
      return problem;
    },
  };
}

/** Opens everything that a document names, and examines it. */
export const understanding =
  (registry: Registry, sources: Sources): Understand =>
  async (document, standIns = {}) => {
    const { facts: found, resources, notes } = await gather(document, registry, sources);
    const facts: Facts = {
      ...found,
      image: reference => {
        const standIn = own(standIns, reference);
        return standIn ? success(standIn) : found.image(reference);
      },
    };
    return { document, examination: examine(document, registry, facts), facts, resources, notes };
  };

/** A graph is open for hours: nothing that a file or a network does may end it. */
function answering(sources: Sources): Sources {
  const answered = <T>(opening: Promise<Result<T>>): Promise<Result<T>> =>
    opening.catch(error =>
      failure(message('run.failed', { cause: error instanceof Error ? error.message : String(error) })),
    );
  return {
    image: reference => answered(sources.image(reference)),
    encoder: reference => answered(sources.encoder(reference)),
    network: reference => answered(sources.network(reference)),
  };
}
