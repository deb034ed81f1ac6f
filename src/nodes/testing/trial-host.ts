/** A worker's side over the small world of {@link trial}. */
import { examine } from '../../graph/examine.ts';
import { openBackend } from '../../runtime/execute/backend.ts';
import type { HostOptions } from '../../runtime/host/host-options.ts';
import { nodeKinds } from '../registry.ts';
import { trialFacts, trialResources } from './trial.ts';

export const trialHost: HostOptions = {
  registry: nodeKinds,
  understandIn: () => async document => ({
    document,
    examination: examine(document, nodeKinds, trialFacts),
    facts: trialFacts,
    resources: trialResources,
  }),
  openBackend: choice => openBackend(choice),
};
