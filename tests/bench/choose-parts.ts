/** Which parts of the benchmark are run: `npm run bench -- editing commands`. */
import { failure, type Result, success } from '../../src/language/result.ts';

interface Part {
  readonly name: string;
  /** It takes minutes, or repeats what another part says. */
  readonly onlyWhenAsked?: boolean;
}

/** Those of `parts` that are asked for, in their own order; where none is, all but those that must be. */
export function chooseParts<T extends Part>(
  parts: readonly T[],
  asked: readonly string[],
): Result<readonly T[], string> {
  const unknown = asked.filter(name => !parts.some(part => part.name === name));
  if (unknown.length > 0) {
    const known = parts.map(({ name }) => name).join(', ');
    return failure(`The benchmark has no part ${unknown.join(', ')}. Its parts are ${known}.`);
  }
  return success(
    parts.filter(({ name, onlyWhenAsked }) => (asked.length === 0 ? !onlyWhenAsked : asked.includes(name))),
  );
}
