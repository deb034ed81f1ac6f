/** What can be seen of a graph that is open, with nothing computed for it. */
import type { NodeId } from '../../graph/document.ts';
import type { Registry } from '../../graph/kind.ts';
import type { ContentCache } from '../cache/content-cache.ts';
import type { ContentKeys } from '../cache/content-keys.ts';
import type { LowerableKind } from '../compile/lowerable.ts';
import { readBack } from '../execute/host-tensor.ts';
import type { HostTensor } from '../execute/resources.ts';
import type { Value } from '../ir/value.ts';
import { groundOf } from '../lenses/ground-of.ts';
import type { LensGround } from '../lenses/lens-ground.ts';
import type { OpenGraph } from './open-graph.ts';
import { type Preview, type PreviewWish, previewOf } from './preview.ts';
import type { Runs } from './runs.ts';
import type { Why } from './why.ts';

export interface ViewOptions {
  readonly registry: Registry<LowerableKind>;
  readonly graph: OpenGraph;
  readonly cache: ContentCache;
  readonly runs: Runs;
  readonly why: Why;
}

export class View {
  readonly #options: ViewOptions;

  constructor(options: ViewOptions) {
    this.#options = options;
  }

  /** The numbers of a wire, where they are in the cache. */
  async peek(node: NodeId, port: string, entry?: string): Promise<HostTensor | undefined> {
    const { graph, cache, why } = this.#options;
    const wire = graph.plan?.wires.find(
      other => other.node === node && other.port === port && other.entry === entry,
    );
    const tensor = wire && cache.get(why.freshKeys().of(wire.value));
    return tensor && readBack(tensor);
  }

  preview(node: NodeId, wish: PreviewWish): Preview | undefined {
    const { graph, cache, why, registry } = this.#options;
    const { plan, understood } = graph;
    const keys = why.keys ?? why.freshKeys();
    return previewOf(node, wish, { plan, understood, registry, cache, keyOf: value => keys.of(value) });
  }

  /** What a lens finds; undefined before there is a graph that could be computed. */
  get ground(): LensGround | undefined {
    const { graph, cache, why, runs } = this.#options;
    const { plan, understood } = graph;
    if (!plan || !understood) return undefined;
    // Most looks need no keys.
    let keys: ContentKeys | undefined;
    const keyOf = (value: Value) => {
      keys ??= why.freshKeys();
      return keys.of(value);
    };
    const { load } = runs.surroundings;
    return groundOf({ plan, understood, cache, runs: runs.all, load, keyOf });
  }
}
