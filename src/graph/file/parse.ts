/**
 * A graph from a file, a link, a picture or the clipboard. It is refused whole, with every reason, or
 * opened with a list of what was repaired (rule D5).
 */
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { GraphDocument, GraphNode, NodeId } from '../document.ts';
import { isName } from '../name.ts';
import type { Checked } from '../problem.ts';
import { joinEdges } from './edges.ts';
import { isObject, readJson } from './json.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { type Migration, migrate, migrations } from './migrations/index.ts';
import { checkFile, type GraphFile } from './schema.ts';

export interface Opened {
  readonly document: GraphDocument;
  /** What was not as it should be, and what was done about it. */
  readonly repairs: readonly Message[];
}

export interface ParseOptions {
  readonly limits?: Partial<Limits>;
  readonly migrations?: readonly Migration[];
}

/** Reads the text of a `*.gramarye.json`. Whether the graph makes sense is for the validator to say. */
export function parseDocument(text: string, options: ParseOptions = {}): Checked<Opened> {
  const limits = { ...defaultLimits, ...options.limits };
  const json = readJson(text, limits);
  if (!json.ok) return refused(json.reason);
  const { value, repairs } = json.value;
  if (!isObject(value) || value.format !== 'gramarye') return refused(message('file-not-gramarye'));
  const migrated = migrate(value, options.migrations ?? migrations);
  if (!migrated.ok) return refused(migrated.reason);
  const { nodes, edges, frames, notes } = migrated.value.file;
  const tooMany =
    refuseCount('file-too-many-nodes', isObject(nodes) ? Object.keys(nodes).length : 0, limits.nodes) ??
    refuseCount('file-too-many-edges', Array.isArray(edges) ? edges.length : 0, limits.edges) ??
    refuseCount('file-too-many-frames', isObject(frames) ? Object.keys(frames).length : 0, limits.frames) ??
    refuseCount('file-too-many-notes', isObject(notes) ? Object.keys(notes).length : 0, limits.notes);
  if (tooMany) return refused(tooMany);

  const checked = checkFile(migrated.value.file);
  if (!checked.ok) return refused(...checked.reason);
  const built = build(checked.value);
  if (!built.ok) return refused(...built.reason);
  return success({ document: built.value.document, repairs: [...repairs, ...built.value.repairs] });
}

function refused(...reasons: readonly Message[]): Checked<never> {
  return failure(reasons.map(reason => ({ severity: 'error' as const, reason })));
}

const refuseCount = (
  id: `file-too-many-${'nodes' | 'edges' | 'frames' | 'notes'}`,
  size: number,
  limit: number,
): Message | undefined => (size > limit ? message(id, { size, limit }) : undefined);

function build(file: GraphFile): Result<Opened, readonly Message[]> {
  const { format: _format, schema: _schema, title, nodes: listed, edges: listedEdges, ...unknown } = file;
  const named = [listed, unknown.frames ?? {}, unknown.notes ?? {}];
  const badNames = named.flatMap(Object.keys).filter(id => !isName(id));
  if (badNames.length > 0) {
    return failure(badNames.slice(0, 20).map(name => message('bad-name', { name: name.slice(0, 80) })));
  }
  const nodes: Record<NodeId, GraphNode> = {};
  for (const [id, { title: name, ...node }] of Object.entries(listed)) {
    nodes[id] = name === undefined ? node : { ...node, title: name };
  }
  const { edges, repairs } = joinEdges(nodes, listedEdges);
  return success({ document: { ...unknown, title, nodes, edges }, repairs });
}
