import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aligned, alignment, layOut, mostAlive, type Span } from './lay-out.ts';

const anySpans = fc.array(
  fc
    .record({ bytes: fc.integer({ min: 1, max: 5000 }), first: fc.nat(30), steps: fc.nat(12) })
    .map(({ bytes, first, steps }): Span => ({ bytes, first, last: first + steps })),
  { maxLength: 40 },
);

/** Step by step. */
function mostAliveAtAnyStep(spans: readonly Span[]): number {
  const at = (step: number) =>
    spans.reduce(
      (sum, { bytes, first, last }) => sum + (first <= step && step <= last ? aligned(bytes) : 0),
      0,
    );
  return Math.max(0, ...spans.map(({ first }) => at(first)));
}

test('what is alive at once never shares a byte, and all of it lies within the arena', () => {
  fc.assert(
    fc.property(anySpans, spans => {
      const { places, bytes } = layOut(spans);
      const placed = spans.map((span, at) => ({ ...span, place: places[at] ?? Number.NaN }));
      for (const [at, one] of placed.entries()) {
        expect(one.place % alignment).toBe(0);
        expect(one.place + one.bytes).toBeLessThanOrEqual(bytes);
        for (const other of placed.slice(at + 1)) {
          const together = one.first <= other.last && other.first <= one.last;
          const apart = one.place + one.bytes <= other.place || other.place + other.bytes <= one.place;
          expect(!together || apart).toBe(true);
        }
      }
    }),
  );
});

test('an arena takes little more than what is alive at the worst moment', () => {
  const excess: number[] = [];
  fc.assert(
    fc.property(anySpans, spans => {
      const least = mostAlive(spans);
      expect(least).toBe(mostAliveAtAnyStep(spans));
      const { bytes } = layOut(spans);
      expect(bytes).toBeGreaterThanOrEqual(least);
      expect(bytes).toBeLessThanOrEqual(2 * least);
      if (least > 0) excess.push(bytes / least);
    }),
  );
  expect(excess.reduce((sum, one) => sum + one, 0) / excess.length).toBeLessThan(1.1);
});

test('layers that are kept until the way back lie beside one another, and what is short-lived takes turns', () => {
  // Four layers, each with a temporary of its own, freed from the last to the first.
  const layers = [8, 4, 2, 1].map((size, at): Span => ({ bytes: size * 1024, first: 2 * at, last: 20 - at }));
  const temporaries = [8, 4, 2, 1].map(
    (size, at): Span => ({ bytes: size * 512, first: 2 * at, last: 2 * at }),
  );
  expect(layOut([...layers, ...temporaries]).bytes).toBe(15.5 * 1024);
});

test('nothing takes nothing', () => {
  expect(layOut([])).toEqual({ places: [], bytes: 0 });
});
