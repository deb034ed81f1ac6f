import type { NodeId, ParameterValue } from '../../graph/document.ts';
import type { LiveParameter } from './lowered.ts';

/** The parameters of every node, defaults filled in, as the validator resolves them. */
export type ResolvedParameters = Readonly<Record<NodeId, Readonly<Record<string, ParameterValue>>>>;

/** The number that a live parameter has now. A set of weights that does not name an entry weighs it 1. */
export function readLive(params: ResolvedParameters, { node, param, entry }: LiveParameter): number {
  const value = params[node]?.[param];
  if (typeof value === 'number') return value;
  if (entry !== undefined && value !== null && typeof value === 'object') {
    const weight = (value as Readonly<Record<string, ParameterValue>>)[entry];
    if (typeof weight === 'number') return weight;
  }
  return 1;
}

export const productOf = (params: ResolvedParameters, factors: readonly LiveParameter[]): number =>
  factors.reduce((product, factor) => product * readLive(params, factor), 1);

/** What the live scalar is called that seeds the backward pass of a term. */
export const weightName = (term: string): string => `weight of ${term}`;
