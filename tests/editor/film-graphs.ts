/** The graphs that paint films in tests: presets, made small. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface GraphFile {
  title: string;
  nodes: Record<string, { kind: string; params?: Record<string, unknown> }>;
}

function small(name: string, size: number): object {
  const path = fileURLToPath(new URL(`../../presets/${name}.gramarye.json`, import.meta.url));
  const graph = JSON.parse(readFileSync(path, 'utf8')) as GraphFile;
  graph.title = 'A film';
  for (const node of Object.values(graph.nodes)) {
    if (node.kind === 'resize') node.params = { ...node.params, size };
    if (node.kind === 'optimiser') node.params = { ...node.params, iterations: 60 };
  }
  return graph;
}

/** AdaIN, in one pass. */
export const adainGraph = (size: number): object => small('adain', size);

/** Gatys' graph. */
export const optimisingGraph = (size: number): object => small('gatys', size);
