/**
 * The manifest of a sweep's folder: which graph, and which values of which parameters. Every shard writes the
 * same one. A later run may add values to it, so a sweep can be widened without painting anything twice;
 * another graph or other parameters need another folder.
 */
import type { GraphDocument } from '../../graph/document.ts';
import { serialiseDocument } from '../../graph/file/serialise.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { canonical } from '../../runtime/ir/canonical.ts';
import { digest } from '../../runtime/ir/key.ts';
import type { Axis } from '../../runtime/sweep/axis.ts';
import { type Grid, gridOf } from '../../runtime/sweep/grid.ts';
import { showPath } from '../files/show-path.ts';
import type { Manifest } from './record.ts';

type ManifestAxis = Manifest['axes'][number];

export const manifestOf = (document: GraphDocument, { axes }: Grid): Manifest => ({
  format: 'gramarye-sweep',
  version: 1,
  title: document.title,
  base: baseOf(
    document,
    axes.map(({ path }) => path),
  ),
  axes: axes.map(({ path, values }) => ({
    path,
    values: values.map(({ label, value }) => ({
      label,
      value: structuredClone(value) as ManifestAxis['values'][0]['value'],
    })),
  })),
  graph: JSON.parse(serialiseDocument(document)),
});

/** What a graph paints, apart from what is varied: where its nodes stand and what they are called is no part of it. */
function baseOf(document: GraphDocument, varied: readonly string[]): string {
  const nodes = Object.entries(document.nodes).map(([id, { kind, version, params }]) => [
    id,
    kind,
    version,
    Object.entries(params)
      .flatMap(([name, value]) => withoutVaried(`${id}.${name}`, value, varied))
      .sort(),
  ]);
  const edges = Object.values(document.edges).map(({ from, to }) => canonical([from, to]));
  return digest(canonical([nodes.sort(), edges.sort()]));
}

function withoutVaried(path: string, value: unknown, varied: readonly string[]): [string, unknown][] {
  if (varied.includes(path)) return [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, canonical(value)]];
  return Object.entries(value).flatMap(([name, entry]) => withoutVaried(`${path}.${name}`, entry, varied));
}

/** The manifest for a folder that has `before`, with the values of both. `folder` is for the sentence. */
export function widened(before: Manifest, now: Manifest, folder: string): Result<Manifest> {
  const paths = before.axes.map(({ path }) => path);
  const same = now.axes.length === paths.length && now.axes.every(({ path }) => paths.includes(path));
  if (!same) {
    const axes = paths.map(path => `\`${path}\``);
    return failure(message('sweep.other-axes', { folder: showPath(folder), axes }));
  }
  if (before.base !== now.base) return failure(message('sweep.other-graph', { folder: showPath(folder) }));
  const axes = now.axes.map(axis => {
    const known = before.axes.find(({ path }) => path === axis.path)?.values ?? [];
    return { path: axis.path, values: union(known, axis.values) };
  });
  return success({ ...now, axes });
}

/** Numbers in their order, anything else as it came. */
function union(known: ManifestAxis['values'], added: ManifestAxis['values']): ManifestAxis['values'] {
  const labels = new Set(known.map(({ label }) => label));
  const fresh = added.filter(({ label }) => !labels.has(label));
  const all = [...known, ...fresh];
  if (fresh.length === 0 || !all.every(({ value }) => typeof value === 'number')) return all;
  return all.sort((a, b) => Number(a.value) - Number(b.value));
}

/** The grid that a manifest describes. */
export function gridOfManifest({ axes }: Manifest): Result<Grid> {
  return gridOf(
    axes.map(
      ({ path, values }): Axis => ({
        path,
        live: false,
        values: values.map(({ label, value }) => ({ label, text: label, value })),
      }),
    ),
  );
}
