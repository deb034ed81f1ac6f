import { expect, test } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import { gatys } from '../../nodes/testing/graphs.ts';
import { bounded, follow, type LogEvent, nothingTried, type RunEntry, type RunLog } from './run-log.ts';

const plain = gatys();
const heavy = gatys({ styleLoss: { weight: 80 } });
const heavier = gatys({ styleLoss: { weight: 200 } });

const opening = (id: string, at: number, document: GraphDocument, gesture: unknown = id) => ({
  id,
  at,
  document,
  gesture,
});
const begun = (id: string, at: number, document = plain, iteration = 0): LogEvent => ({
  type: 'begun',
  optimiser: 'optimiser',
  iteration,
  ...opening(id, at, document),
});
const edited = (id: string, at: number, document: GraphDocument, gesture: unknown = id): LogEvent => ({
  type: 'edited',
  ...opening(id, at, document, gesture),
});
const painted = (at: number, iteration: number, loss = 1): LogEvent => ({
  type: 'painted',
  at,
  painted: [{ optimiser: 'optimiser', iteration, loss }],
});
const rested = (finished: boolean, mixed = false): LogEvent => ({ type: 'rested', finished, mixed });

const after = (...events: readonly LogEvent[]): RunLog => events.reduce(follow, nothingTried);
const ids = ({ entries }: RunLog) => entries.map(({ id }) => id).join();

test('an edit that takes effect while it paints ends one entry and begins the next', () => {
  const log = after(
    begun('a', 0),
    painted(10, 1),
    painted(3000, 20, 0.5),
    edited('b', 3000, heavy),
    painted(3100, 21),
    rested(false, true),
  );
  expect(log.entries).toMatchObject([
    { id: 'a', document: plain, mixed: false, painted: [{ iteration: 20, loss: 0.5 }] },
    { id: 'b', document: heavy, mixed: true, painted: [{ iteration: 21 }] },
  ]);
});

test('what a slider passes on its way is one entry, of where it was let go', () => {
  const log = after(
    begun('a', 0),
    painted(0, 1),
    edited('b', 2000, heavy, 'drag'),
    painted(2001, 2),
    edited('c', 5000, heavier, 'drag'),
  );
  expect(ids(log)).toBe('a,b');
  expect(log.entries[1]?.document).toBe(heavier);
});

test('what lived for less than a second gives its place to the next, unless it was finished or pinned', () => {
  const short = [begun('a', 0), painted(100, 1)];
  expect(ids(after(...short, edited('b', 1099, heavy)))).toBe('b');
  expect(ids(after(...short, edited('b', 1100, heavy)))).toBe('a,b');
  expect(ids(after(...short, rested(true), edited('b', 200, heavy)))).toBe('a,b');
  expect(ids(after(...short, { type: 'pinned', id: 'a', pinned: true }, edited('b', 200, heavy)))).toBe(
    'a,b',
  );
  expect(ids(after(begun('a', 0), edited('b', 60_000, heavy)))).toBe('b');
});

test('R9 the same graph begun anew stays one entry, with the furthest that it came to', () => {
  const again = after(
    begun('a', 0),
    painted(0, 50, 0.3),
    rested(true),
    begun('b', 5000),
    painted(5001, 3, 2),
  );
  expect(again.entries).toMatchObject([{ id: 'a', finished: true, painted: [{ iteration: 50, loss: 0.3 }] }]);
  const mixed = after(begun('a', 0), painted(0, 50), rested(true, true), begun('b', 5000));
  expect(ids(mixed)).toBe('a,b');
});

test('after a reload the last entry goes on where it is the same graph', () => {
  const before = after(begun('a', 0), painted(0, 50), rested(false, true));
  const reloaded: RunLog = { entries: before.entries };
  const applied = follow(reloaded, edited('b', 9000, structuredClone(plain)));
  expect(ids(follow(applied, begun('b', 9000, structuredClone(plain), 50)))).toBe('a');
  expect(ids(follow(reloaded, begun('b', 9000, plain, 0)))).toBe('a,b');
  expect(ids(follow(reloaded, begun('b', 9000, heavy, 50)))).toBe('a,b');
});

test('the second optimiser of a pyramid paints on in the entry of the first', () => {
  const log = after(
    begun('a', 0),
    painted(0, 200),
    { ...opening('b', 2000, plain), type: 'begun', optimiser: 'large', iteration: 0 },
    { type: 'painted', at: 2001, painted: [{ optimiser: 'large', iteration: 1, loss: 4 }] },
  );
  expect(log.entries).toMatchObject([
    {
      id: 'a',
      painted: [
        { optimiser: 'optimiser', iteration: 200 },
        { optimiser: 'large', iteration: 1 },
      ],
    },
  ]);
});

test('an entry that is deleted while it is painted is gone; the next edit begins another', () => {
  const log = after(begun('a', 0), painted(0, 1), { type: 'deleted', id: 'a' }, painted(2000, 30));
  expect(log).toEqual({ entries: [] });
  expect(ids(follow(log, edited('b', 3000, heavy)))).toBe('b');
});

test('of too many entries the oldest go first, and the pinned ones last', () => {
  const entries = ['a', 'b', 'c', 'd'].map(
    (id): RunEntry => ({
      id,
      document: plain,
      startedAt: 0,
      painted: [],
      mixed: false,
      finished: false,
      pinned: id === 'a',
    }),
  );
  expect(ids(bounded({ entries }, 3))).toBe('a,c,d');
  expect(ids(bounded({ entries }, 1))).toBe('d');
  expect(bounded({ entries }, 4).entries).toBe(entries);
});
