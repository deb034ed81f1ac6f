/** R6: tensors in the places that were planned for them, and what is asked of the heap of WebAssembly beside. */
import { expect, test } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import { arenaOf } from '../../runtime/compile/arena/arena.ts';
import type { CompileOptions } from '../../runtime/compile/compile.ts';
import { forecast } from '../../runtime/compile/forecast.ts';
import { storageOf } from '../../runtime/compile/schedule.ts';
import type { Value } from '../../runtime/ir/value.ts';
import { openForTest } from '../../runtime/testing/backends.ts';
import { heapNow, watchHeap } from '../../runtime/testing/watch-heap.ts';
import { gatys } from '../testing/graphs.ts';
import { paintAll, planOf } from '../testing/trial.ts';

const large = { content: 'sample:content-480x400', style: 'sample:style-320x360' };
const painted = (optimiser: object, more: object = {}) =>
  gatys({ ...large, ...more, optimiser: { iterations: 2, ...optimiser } });

const cases: readonly (readonly [string, GraphDocument, CompileOptions])[] = [
  ['Gatys’ graph', painted({}), {}],
  ['in bands', painted({}), { bands: { blocks: 2, rows: 32 } }],
  [
    'with average pooling and reflected borders',
    painted({}, { encoder: { pooling: 'average', padding: 'reflect' } }),
    {},
  ],
  [
    'by L-BFGS, from noise, with an average',
    painted({ method: 'lbfgs', averaging: 0.9 }, { picture: { noise: 0.5 } }),
    {},
  ],
  [
    'a style so large that preparing it costs the most',
    gatys({ content: 'sample:a-96x80', style: 'sample:b-800x640', optimiser: { iterations: 2 } }),
    {},
  ],
];

test.each(cases)(
  'R6 %s: what is alive at once lies apart, and the arena is hardly larger than that',
  (_, document, options) => {
    for (const stage of planOf(document, options).stages) {
      const { steps, peakBytes } = stage.loop;
      const arena = arenaOf(stage.loop);
      const alive = new Set<Value>();
      const places = new Map(steps.map(({ value }, at) => [value, arena.steps[at]?.result]));
      let apart = true;
      for (const [at, { value, free }] of steps.entries()) {
        alive.add(value);
        const storages = new Set([...alive].map(storageOf));
        const lying = [...[...storages].map(storage => places.get(storage)), arena.steps[at]?.workspace]
          .flatMap(place => place ?? [])
          .toSorted((a, b) => a.place - b.place);
        lying.forEach(({ place, bytes }, index) => {
          apart &&= place + bytes <= (lying[index + 1]?.place ?? arena.bytes);
        });
        for (const freed of free) alive.delete(freed);
      }
      expect(apart).toBe(true);
      expect(arena.bytes).toBeLessThan(1.08 * peakBytes);
    }
  },
);

test.each(cases)(
  'R6 %s: the heap of WebAssembly grows to what was predicted, and R5 only an arena stays',
  async (_, document, options) => {
    const backend = await openForTest('wasm');
    try {
      const { memory } = heapNow();
      const initial = memory.buffer.byteLength;
      const watch = watchHeap();
      const { heapBytes, stages } = forecast(planOf(document, options));
      const events = await paintAll(document, { compiled: options, wantsPicture: () => true });
      const { peak, left } = watch.stop();
      expect(events.at(-1)?.type).toBe('output');
      const predicted = heapBytes + (backend.ownBytes ?? 0);
      expect(Math.abs(peak / predicted - 1)).toBeLessThan(0.05);
      expect(memory.buffer.byteLength).toBeLessThan(Math.max(initial, 1.05 * predicted));
      const arenas = stages.flatMap(({ once, loop }) => [once.arenaBytes, loop.arenaBytes]);
      expect(left).toBeLessThan(Math.max(...arenas) + 2 ** 20);
    } finally {
      backend.dispose();
    }
  },
);
