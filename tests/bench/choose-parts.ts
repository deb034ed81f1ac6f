/** Which parts of the benchmark are run: `npm run bench -- editing commands`. */
import { failure, type Result, success } from '../../src/language/result.ts';

/** Those of `parts` that are asked for, in their own order; all of them where none is. */
export function chooseParts<T extends { readonly name: string }>(
  parts: readonly T[],
  asked: readonly string[],
): Result<readonly T[], string> {
  const unknown = asked.filter(name => !parts.some(part => part.name === name));
  if (unknown.length > 0) {
    const known = parts.map(({ name }) => name).join(', ');
    return failure(`The benchmark has no part ${unknown.join(', ')}. Its parts are ${known}.`);
  }
  return success(asked.length === 0 ? parts : parts.filter(({ name }) => asked.includes(name)));
}
