/** An exported program and its data as files on the disk. */
import { basename, extname, join, parse } from 'node:path';
import { type Result, success } from '../../language/result.ts';
import { programFiles as filesOf } from '../../runtime/export/program-files.ts';
import { packageVersion } from '../files/package-folder.ts';
import type { CheckedGraph } from '../library/check-graph.ts';

/** The contents of each file, by its path. */
export type ProgramFiles = ReadonlyMap<string, string | Uint8Array>;

/** @param path Of the program; its data lies beside it. */
export function programFiles(graph: CheckedGraph, path: string): Result<ProgramFiles> {
  const { dir } = parse(path);
  const name = basename(path, extname(path));
  const files = filesOf({ ...graph, params: graph.validated.params }, { name, gramarye: packageVersion() });
  if (!files.ok) return files;
  return success(new Map([...files.value].map(([file, content]) => [join(dir, file), content])));
}
