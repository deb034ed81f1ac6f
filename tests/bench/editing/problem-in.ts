import { problemText, say } from '../../../src/index.ts';
import type { HostEvent } from '../../../src/runtime/host/protocol.ts';
import type { SessionEvent } from '../../../src/runtime/session/events.ts';

/** What `event` tells that is wrong, as an error to throw: a graph that cannot be painted is not to be waited for. */
export function problemIn(event: SessionEvent | HostEvent): Error | undefined {
  if (event.type === 'failed') return new Error(say(problemText(event.problem)));
  if (event.type === 'stranded') return new Error(say(event.reason));
  if (event.type !== 'applied') return undefined;
  const errors = event.problems.filter(({ severity }) => severity === 'error');
  return errors.length > 0
    ? new Error(errors.map(problem => say(problemText(problem))).join('\n'))
    : undefined;
}
