import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectable, kindsThatFit, type WireEnd } from './connectable.ts';
import { checkConnection } from './connection.ts';
import type { GraphDocument } from './document.ts';
import { wireKey } from './ends.ts';
import { withSlot } from './insertion.ts';
import { anyDocument } from './testing/arbitrary.ts';
import { build, styleTransfer } from './testing/build.ts';
import { testRegistry } from './testing/kinds.ts';

const lit = (document: GraphDocument, end: WireEnd) => [...connectable(document, testRegistry, end)].sort();

/** All ports of one side, with what a wire there must look like. */
const portsOf = (document: GraphDocument, side: WireEnd['side']) =>
  Object.entries(document.nodes).flatMap(([node, { kind: name }]) => {
    const kind = testRegistry.get(name);
    const ports = side === 'output' ? kind?.outputs : kind?.inputs;
    return Object.entries(ports ?? {}).map(([port, { arity }]) => ({ node, port, arity }));
  });

/** What asking `checkConnection` for every port in turn would give. */
function oneByOne(document: GraphDocument, end: WireEnd): string[] {
  const others = portsOf(document, end.side === 'output' ? 'input' : 'output');
  const fixed = portsOf(document, end.side).find(({ node, port }) => node === end.node && port === end.port);
  const fitting = others.filter(other => {
    const [from, input] = end.side === 'output' ? [end, other] : [other, { ...end, arity: fixed?.arity }];
    const to = withSlot(document, { node: input.node, port: input.port }, input.arity ?? 'one', 'new');
    return checkConnection(document, testRegistry, { node: from.node, port: from.port }, to).allowed;
  });
  return fitting.map(wireKey).sort();
}

describe('while a wire is dragged', () => {
  test('from an output, the inputs that take it stay lit, wired or not', () => {
    const document = build({ a: 'image', p: 'picture', g: 'gram-matrix', out: 'output' }, [
      'p.picture → out.image',
    ]);
    expect(lit(document, { side: 'output', node: 'a', port: 'image' })).toEqual(['out.image', 'p.start']);
  });

  test('from an input, the outputs that feed it stay lit', () => {
    const document = build({ a: 'image', p: 'picture', vgg: 'encoder', out: 'output' });
    expect(lit(document, { side: 'input', node: 'out', port: 'image' })).toEqual(['a.image', 'p.picture']);
  });

  test('a port that takes many wires is lit once', () => {
    expect(lit(styleTransfer, { side: 'output', node: 'smooth', port: 'loss' })).toEqual([
      'adam.loss',
      'total.losses',
    ]);
  });

  test('what would close a circle does not stay lit', () => {
    expect(lit(styleTransfer, { side: 'output', node: 'adam', port: 'result' })).toEqual(['out.image']);
    expect(lit(styleTransfer, { side: 'input', node: 'picture', port: 'start' })).not.toContain(
      'adam.result',
    );
  });

  test('from a port that is not there, nothing is lit', () => {
    expect(lit(styleTransfer, { side: 'output', node: 'adam', port: 'toString' })).toEqual([]);
    expect(lit(styleTransfer, { side: 'input', node: 'gone', port: 'image' })).toEqual([]);
  });

  test('D3 it is what the one validator answers for each port', () => {
    fc.assert(
      fc.property(fc.oneof(anyDocument, fc.constant(styleTransfer)), document => {
        for (const side of ['output', 'input'] as const) {
          for (const { node, port } of portsOf(document, side)) {
            const end: WireEnd = { side, node, port };
            expect(lit(document, end)).toEqual(oneByOne(document, end));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a wire that is dropped finds', () => {
  const names = (end: Parameters<typeof kindsThatFit>[1]) =>
    kindsThatFit(testRegistry, end).map(({ kind, port }) => `${kind.kind}.${port}`);

  test('the kinds that take what it carries, with the port of its very type first', () => {
    expect(names({ side: 'output', type: 'picture' })).toEqual([
      'layer-taps.image',
      'total-variation.image',
      'picture.start',
      'optimiser.picture',
      'output.image',
    ]);
  });

  test('the kinds that give what is asked for', () => {
    expect(names({ side: 'input', type: 'image' })).toEqual([
      'image.image',
      'picture.picture',
      'optimiser.result',
    ]);
    expect(names({ side: 'input', type: 'mask' })).toEqual([]);
  });
});
