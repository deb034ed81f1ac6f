/**
 * `npm run lesson-pictures` paints every graph of the lessons that ship and keeps its picture, small, beside them:
 * what stands in until a student's own has its first iteration. A minute each on a CPU.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { GraphDocument } from '../src/graph/document.ts';
import { shippedLessons } from '../src/ui/lessons/shipped/index.ts';
import { besideOneAnother, paintedPictures } from './paint-pictures.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = `${root}src/ui/lessons/shipped/pictures/`;
const strip = { width: 256, height: 192 };
/** A student has seen what there is to see by then. */
const enough = 120;

/** The same graph, painted for no longer than that. */
function shortened(graph: GraphDocument): GraphDocument {
  const nodes = Object.entries(graph.nodes).map(([id, node]) =>
    node.kind === 'optimiser'
      ? [id, { ...node, params: { ...node.params, iterations: enough } }]
      : [id, node],
  );
  return { ...graph, nodes: Object.fromEntries(nodes) };
}

mkdirSync(folder, { recursive: true });
const asked = process.argv.slice(2);
for (const { id, load } of shippedLessons) {
  if (asked.length > 0 && !asked.includes(id)) continue;
  for (const [name, graph] of Object.entries((await load()).graphs)) {
    const image = await besideOneAnother(await paintedPictures(shortened(graph), root), strip);
    const { size } = await image.toFile(`${folder}${id}.${name}.webp`);
    console.log(`${id}.${name}: ${(size / 1000).toFixed(1)} KB`);
  }
}
