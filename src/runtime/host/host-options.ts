/// <reference lib="dom" />
import type { GraphDocument } from '../../graph/document.ts';
import type { ImageFacts, Registry } from '../../graph/kind.ts';
import type { Problem } from '../../graph/problem.ts';
import type { Result } from '../../language/result.ts';
import type { LowerableKind } from '../compile/lowerable.ts';
import type { Backend } from '../execute/backend.ts';
import type { Refuse } from '../session/open-graph.ts';
import type { Understood } from '../session/understood.ts';
import type { MemoryFacts } from './memory-budget.ts';
import type { BackendChoice } from './protocol.ts';

/** Where a document's references start from. */
export interface Place {
  /** A page's address, or a folder. */
  readonly base: string;
  /** What the page has handed over, by reference. */
  readonly files: ReadonlyMap<string, Blob>;
}

/** Pictures that are not there yet, by the references that documents have for them. */
export type StandIns = Readonly<Record<string, ImageFacts>>;

/** Opens everything that a document names, and examines it. What cannot be opened is a fact, and no exception. */
export type Understand = (document: GraphDocument, standIns?: StandIns) => Promise<Understood>;

/** What differs between a page's worker and Node's. */
export interface HostOptions {
  readonly registry: Registry<LowerableKind>;
  readonly understandIn: (place: Place) => Understand;
  readonly openBackend: (choice: BackendChoice) => Promise<Result<Backend>>;
  /** Asked of every plan before it runs. */
  readonly refuse?: (graph: Parameters<Refuse>[0], backend: Backend) => Problem | undefined;
  /** How large the machine is, as far as it says. */
  readonly machine?: Pick<MemoryFacts, 'deviceMemory' | 'systemMemory'>;
}
