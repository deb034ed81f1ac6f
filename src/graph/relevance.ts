/**
 * Some parameters matter only with certain values of others: L-BFGS remembers steps, Adam does not. A parameter
 * says so once; what does not matter keeps its value in the document, has no effect, and is not shown.
 */
import type { ParameterValue } from './document.ts';
import { own } from './own.ts';
import type { Parameter } from './parameter.ts';

/** The values of other parameters, by name, with which this one matters: one of each list. */
export type Conditions = Readonly<Record<string, readonly ParameterValue[]>>;

/** @example onlyWith({ method: ['lbfgs'] }, param.integer({ … })) */
export const onlyWith = <P extends Parameter>(matters: Conditions, parameter: P): P => ({
  ...parameter,
  matters,
});

/** The names of the parameters that matter with these values; a value that is missing is the default. */
export const relevantParameters = (
  params: Readonly<Record<string, Parameter>>,
  values: Readonly<Record<string, ParameterValue>>,
): readonly string[] =>
  Object.entries(params).flatMap(([name, { matters = {} }]) => {
    const holds = Object.entries(matters).every(([other, meant]) =>
      meant.includes(own(values, other) ?? own(params, other)?.default ?? null),
    );
    return holds ? [name] : [];
  });
