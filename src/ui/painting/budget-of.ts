import type { OpenOptions } from '../../runtime/host/protocol.ts';
import type { Thrift } from '../state/settings.ts';

/** Enough for most pictures of 256 pixels in one piece. */
const little = 256 * 2 ** 20;

/** What a person's choice leaves for a painting; what is not said is found out. */
export const budgetOf = (thrift: Thrift): NonNullable<OpenOptions['budget']> =>
  thrift === 'memory' ? { plan: little } : {};
