/** The size of a whole graph as one number: that of its largest Resize node, the others in proportion. */
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import type { Registry } from '../../graph/kind.ts';
import { own } from '../../graph/own.ts';
import { nearestValue } from '../../graph/parameter-value.ts';
import type { Checked } from '../../graph/problem.ts';
import { message } from '../../language/message.ts';
import { failure, success } from '../../language/result.ts';
import { resize } from '../../nodes/resize.ts';

/** The largest size that a Resize node of `document` gives, or none where nothing is resized to a size. */
export function sizeOf(document: GraphDocument, registry: Registry): number | undefined {
  const sizes = resizes(document, registry).map(({ size }) => size);
  return sizes.length > 0 ? Math.max(...sizes) : undefined;
}

/** The edits that bring the largest Resize node to `size`. */
export function resizeTo(
  document: GraphDocument,
  registry: Registry,
  size: number,
): Checked<readonly Edit[]> {
  const resized = resizes(document, registry);
  const largest = sizeOf(document, registry);
  if (largest === undefined) return failure([{ severity: 'error', reason: message('adjust.no-resize') }]);
  return success(
    resized.map(({ node, size: before }) => ({
      type: 'set-parameter' as const,
      node,
      param: 'size',
      // What was asked for is taken at its word, and refused if it must be; what merely follows is fitted in.
      value: before === largest ? size : within(registry, (before * size) / largest),
    })),
  );
}

const within = (registry: Registry, size: number) => {
  const parameter = registry.get(resize.kind)?.params.size;
  return parameter ? nearestValue(parameter, size) : Math.round(size);
};

/** The Resize nodes that go by a size of their own. One that follows another picture (*like*) does not. */
function resizes(document: GraphDocument, registry: Registry): { node: NodeId; size: number }[] {
  const following = new Set(
    Object.values(document.edges).flatMap(({ to }) => (to.port === 'like' ? [to.node] : [])),
  );
  const initial = registry.get(resize.kind)?.params.size?.default;
  return Object.entries(document.nodes).flatMap(([node, { kind, params }]) => {
    const size = own(params, 'size') ?? initial;
    return kind === resize.kind && !following.has(node) && typeof size === 'number' ? [{ node, size }] : [];
  });
}
