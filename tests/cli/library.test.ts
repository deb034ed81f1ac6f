import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  describePlan,
  fileSources,
  openBackend,
  parseDocument,
  planGraph,
  type RenderEvent,
  renderGraph,
  say,
  serialiseDocument,
} from '../../src/index.ts';
import { Workshop } from './workshop.ts';

let workshop: Workshop;
let text: string;
beforeAll(async () => {
  workshop = await Workshop.open();
  text = workshop.read('small.gramarye.json');
});
afterAll(() => workshop.close());

const options = () => ({ sources: fileSources(workshop.folder), adjustments: { iterations: 2 } });

async function eventsOf(events: AsyncIterable<RenderEvent>): Promise<readonly RenderEvent[]> {
  const all: RenderEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

test('a program opens, plans and paints a graph as the command line does', async () => {
  const planned = await planGraph(text, options());
  if (!planned.ok) throw new Error(planned.reason.map(({ reason }) => say(reason)).join('\n'));
  expect(describePlan(planned.value).stages[0]?.iterations).toBe(2);

  const events = await eventsOf(renderGraph(text, { ...options(), backend: 'wasm' }));
  expect(events.map(({ type }) => type)).toEqual([
    'planned',
    'preparing',
    'iteration',
    'iteration',
    'result',
    'preparing',
    'output',
  ]);
  const last = events.at(-1);
  expect(last?.type === 'output' && last.picture.shape).toEqual([32, 48, 3]);
});

test('a document does as well as the text of a file, and gives the same plan', async () => {
  const opened = parseDocument(text);
  if (!opened.ok) throw new Error('The test graph does not open.');
  const { document } = opened.value;
  const [fromDocument, fromText] = await Promise.all(
    [document, serialiseDocument(document)].map(async graph => {
      const planned = await planGraph(graph, options());
      return planned.ok && describePlan(planned.value);
    }),
  );
  expect(fromDocument).toBeTruthy();
  expect(fromText).toEqual(fromDocument);
});

test('a backend that is lent stays open, and one that is too small refuses with a size', async () => {
  const opened = await openBackend('wasm');
  if (!opened.ok) throw new Error(say(opened.reason));
  const backend = opened.value;
  const render = (memoryLimit: number) =>
    eventsOf(renderGraph(text, { ...options(), backend: { ...backend, memoryLimit } }));

  const [refused, ...more] = await render(200_000);
  expect(more).toEqual([]);
  if (refused?.type !== 'refused') throw new Error('It was not refused.');
  expect(refused.problems.map(({ reason }) => say(reason))).toEqual([
    expect.stringMatching(/^This needs \d+ kB of memory, and WebAssembly .* has 200 kB\./),
  ]);
  const [smaller] = refused.problems[0]?.offers ?? [];
  expect(smaller && say(smaller.label)).toMatch(/^About (16|32) pixels/);

  const painted = await render(backend.memoryLimit);
  expect(painted.at(-1)?.type).toBe('output');
  backend.dispose();
});

test('an abort ends the painting with the picture that there is', async () => {
  const controller = new AbortController();
  const seen: RenderEvent[] = [];
  const events = renderGraph(text, {
    sources: fileSources(workshop.folder),
    backend: 'wasm',
    signal: controller.signal,
  });
  for await (const event of events) {
    seen.push(event);
    if (event.type === 'iteration' && event.iteration === 3) controller.abort();
  }
  expect(seen.filter(({ type }) => type === 'iteration').length).toBe(3);
  expect(seen.slice(-2).map(({ type }) => type)).toEqual(['output', 'stopped']);
});
