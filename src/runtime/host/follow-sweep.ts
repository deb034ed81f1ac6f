/** The page's side of a sweep: from a request to its end, whichever way that comes. */
import { message } from '../../language/message.ts';
import type { Result } from '../../language/result.ts';
import type { ClientEvent } from './client-options.ts';
import type { SweepEnd, SweepNews, SweepRequest } from './sweep-protocol.ts';

export interface SweepLine {
  readonly number: number;
  readonly on: (listener: (event: ClientEvent) => void) => () => void;
  /** Asks for it; undefined where there is nobody to ask. */
  readonly begin: () => Promise<Result<undefined> | undefined>;
}

/** Gives its news to `hear` until it has ended. A worker that ends takes its sweep along. */
function followSweep({ number, on, begin }: SweepLine, hear: (news: SweepNews) => void): Promise<SweepEnd> {
  return new Promise(resolve => {
    const end = (how: SweepEnd) => {
      stop();
      resolve(how);
    };
    const stop = on(event => {
      if (event.type === 'crashed' || event.type === 'stopped') end({ type: 'failed', reason: event.reason });
      if (event.type !== 'sweep' || event.number !== number) return;
      if (event.news.type === 'ended') end(event.news.end);
      else hear(event.news);
    });
    begin().then(begun => {
      if (!begun) end({ type: 'failed', reason: message('host.not-open') });
      else if (!begun.ok) end({ type: 'failed', reason: begun.reason });
    });
  });
}

/** Sweeps of one page, told apart by their numbers. */
export class Sweeps {
  readonly #on: SweepLine['on'];
  readonly #begin: (request: SweepRequest) => Promise<Result<undefined> | undefined>;
  #count = 0;

  constructor(on: SweepLine['on'], begin: (request: SweepRequest) => Promise<Result<undefined> | undefined>) {
    this.#on = on;
    this.#begin = begin;
  }

  follow(request: Omit<SweepRequest, 'number'>, hear: (news: SweepNews) => void): Promise<SweepEnd> {
    this.#count += 1;
    const number = this.#count;
    return followSweep({ number, on: this.#on, begin: () => this.#begin({ ...request, number }) }, hear);
  }
}
