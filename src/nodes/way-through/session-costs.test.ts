/** R2, R4, R11: which ops an edit runs, and what the session says of it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import { say } from '../../language/message.ts';
import type { NodeReport, SessionEvent } from '../../runtime/session/events.ts';
import { describeEachBackend } from '../../runtime/testing/backends.ts';
import { gatys } from '../testing/graphs.ts';
import { openStudio, type Studio, withParameter } from '../testing/studio.ts';

describeEachBackend(
  'what an edit costs',
  name => {
    const backend = { name };
    let studio: Studio;

    beforeEach(() => {
      studio = openStudio(backend);
    });

    afterEach(() => studio.session.dispose());

    const graph = gatys({ optimiser: { iterations: 2 } });

    /** Ops run for what is computed once when `after` follows `before`. */
    async function cost(before: GraphDocument, after: GraphDocument): Promise<number> {
      await studio.edited(before);
      const ran = studio.session.counts.computed;
      await studio.edited(after);
      return studio.session.counts.computed - ran;
    }

    /** Ops run for a graph of which nothing is known. */
    async function costFromNothing(document: GraphDocument): Promise<number> {
      const fresh = openStudio(backend);
      await fresh.edited(document);
      const { computed } = fresh.session.counts;
      await fresh.session.dispose();
      return computed;
    }

    const reportsOf = (events: readonly SessionEvent[]): Readonly<Record<string, NodeReport>> => {
      const told = events.findLast(event => event.type === 'nodes');
      if (told?.type !== 'nodes') throw new Error('Nothing was reported.');
      return told.reports;
    };

    test('equal numbers stop a recomputation: what follows from unchanged ones is not run', async () => {
      // Two names of the same pixels, as a picture that was saved twice: by name they are different contents.
      const [one, twin, other] = ['Aa', 'BB', 'Ab'].map(name =>
        withParameter(graph, 'style', 'source', `sample:${name}-20x20`),
      );
      if (!one || !twin || !other) throw new Error('no graphs');
      const branch = await cost(one, other);
      // The first layer is looked at, found to be the same, and that is all.
      expect(await cost(other, twin)).toBeLessThan(branch / 3);
    });

    // All else is decided before anything reaches a device.
    if (name === 'webgpu') return;

    test('R2 another style image costs its branch alone', async () => {
      const other = withParameter(graph, 'style', 'source', 'sample:another-20x20');
      const branch = await cost(graph, other);
      // From the new style's pixels to the targets of three layers; the other branch is the content's.
      const content = withParameter(graph, 'content', 'source', 'sample:third-24x16');
      const contentBranch = await cost(
        other,
        withParameter(content, 'style', 'source', 'sample:another-20x20'),
      );
      const all = await costFromNothing(other);
      expect(branch).toBeGreaterThan(5);
      expect(contentBranch).toBeGreaterThan(3);
      // What neither branch is made of (kernels turned for the way back, say) is not computed again.
      expect(branch + contentBranch).toBeLessThan(all);
    });

    test('R2 another size costs everything that has pixels, and nothing that has none', async () => {
      const turned =
        (await costFromNothing(graph)) -
        (await cost(
          graph,
          gatys({
            content: 'sample:content-32x20',
            style: 'sample:style-28x28',
            optimiser: { iterations: 2 },
          }),
        ));
      expect(turned).toBeGreaterThan(0);
    });

    test('R4 from A to B and back to A nothing is computed', async () => {
      const other = withParameter(graph, 'style', 'source', 'sample:another-20x20');
      await cost(graph, other);
      expect(await cost(other, graph)).toBe(0);
    });

    test('R4 with room for nothing, the way back costs what the way there did', async () => {
      await studio.session.dispose();
      studio = openStudio(backend, { cacheBudget: 0 });
      const other = withParameter(graph, 'style', 'source', 'sample:another-20x20');
      const there = await cost(graph, other);
      expect(await cost(other, graph)).toBe(there);
    });

    test('R11 every node says hit or miss, and the missed ones why', async () => {
      const first = reportsOf(await studio.edited(graph));
      expect(first.styleGram).toMatchObject({ state: 'miss' });
      expect(first.styleGram?.why && say(first.styleGram.why)).toBe('It was computed for the first time.');
      expect(first.styleGram?.bytes).toBe(4 * (4 * 4 + 6 * 6 + 8 * 8));
      const fewer = withParameter(graph, 'styleTaps', 'layers', ['relu1_1', 'relu2_1']);
      const second = reportsOf(await studio.edited(fewer));
      expect(second.contentTaps).toMatchObject({ state: 'hit' });
      expect(second.styleTaps).toMatchObject({ state: 'hit' });
      const third = reportsOf(
        await studio.edited(withParameter(fewer, 'style', 'source', 'sample:another-20x20')),
      );
      expect(third.styleTaps).toMatchObject({ state: 'miss' });
      expect(third.styleTaps?.why && say(third.styleTaps.why)).toBe('What arrives at “image” has changed.');
      expect(third.contentTaps).toMatchObject({ state: 'hit' });
    });

    test('R11 a node that is wrong says what is wrong, and those behind it that they cannot be computed', async () => {
      const reports = reportsOf(
        await studio.edited(withParameter(graph, 'styleTaps', 'layers', ['relu9_9'])),
      );
      expect(reports.styleTaps).toMatchObject({ state: 'failed' });
      expect(reports.styleLoss).toMatchObject({ state: 'stale' });
      expect(reports.contentTaps?.state).not.toBe('failed');
    });
  },
  ['wasm', 'webgpu'],
);
