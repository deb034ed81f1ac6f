/** The whole benchmark: who is there, how fast each is, how well each paints, and the tables of it all. */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { encoderCost } from '../../../models/cost.ts';
import { packageFolder } from '../../../src/cli/files/package-folder.ts';
import { availableMemory } from '../../../src/cli/machine.ts';
import type { Pooling } from '../../../src/graph/wire.ts';
import {
  fileSources,
  makeFolderFor,
  nodeWebGpu,
  openBackend,
  say,
  writePicture,
} from '../../../src/index.ts';
import { compare } from './compare.ts';
import { type Contestant, contestant } from './contestants.ts';
import { type PairOutcome, share } from './falls.ts';
import type { BenchOptions } from './options.ts';
import { paintingGraph } from './painting-graph.ts';
import { type Pair, pairs, pairTitle } from './pairs.ts';
import { figure, layersTable, pairsTable, type Standing, standingsTable } from './report.ts';
import { speeds } from './speed.ts';
import { Studio } from './studio.ts';

const side = 160;
const judgeName = 'VGG-19';
const root = packageFolder();
const pictures = join(root, '../shared/images');
/** Pictures that are always there: what is on them makes no difference to the time. */
const timed = { content: 'sample:mountain-lake', style: 'sample:night-sky' };

/** Prints Markdown on standard output and progress on standard error. */
export async function bench(options: BenchOptions): Promise<void> {
  const opened = await openBackend(options.backend, {
    ...(options.backend === 'webgpu' && (await nodeWebGpu())),
    systemMemory: availableMemory(),
  });
  if (!opened.ok) {
    note(say(opened.reason));
    process.exitCode = 1;
    return;
  }
  const studio = new Studio(opened.value, fileSources(root));
  const contestants = contestantsOf(options);
  const standings = await measureSpeeds(studio, contestants, options.pooling);
  const outcomes = await paintPairs(studio, contestants, options);
  opened.value.dispose();

  const [{ model: processor = 'unknown processor' } = {}] = cpus();
  console.log(
    `Node ${process.version}, ${cpus().length} × ${processor.trim()}, ${opened.value.description}. ` +
      `Pictures of ${side} px on their shorter side, ${options.pooling} pooling; a forward pass is one of ` +
      `${side} × ${side} px to relu5_1.\n`,
  );
  console.log(standingsTable(standings, outcomes, judgeName));
  if (outcomes.length === 0) return;
  const names = contestants.map(({ name }) => name);
  console.log(`\n**The fall of the style loss** in ${options.iterations} iterations, measured by VGG-19:\n`);
  console.log(pairsTable(outcomes, names, judgeName));
  console.log('\n**Layer by layer**, as a part of the loss at the start, medians:\n');
  console.log(layersTable(outcomes, names));
}

/** Those that are there; what is missing is told. */
function contestantsOf({ vgg19, encoders }: Pick<BenchOptions, 'vgg19' | 'encoders'>): Contestant[] {
  const places: [name: string, place: string][] = [
    ['VGG-19 lite', join(root, 'models/vgg19-lite')],
    [judgeName, vgg19 ?? join(root, '../shared/models/vgg19')],
    ['random VGG-19', 'random:7'],
    ...encoders.map((place): [string, string] => [place, place]),
  ];
  return places.flatMap(([name, place]) => {
    const found = contestant(name, place);
    if (found) return [found];
    const lost = name === judgeName ? 'no fall is measured; name its folder with --vgg19' : 'it is left out';
    note(`${name}: there is no layers model in ${place}, so ${lost}.`);
    return [];
  });
}

async function measureSpeeds(
  studio: Studio,
  contestants: readonly Contestant[],
  pooling: Pooling,
): Promise<Standing[]> {
  note('The speed of all, measured in turn …');
  const documents = contestants.map(({ name, reference }) => {
    const order = { ...timed, encoder: reference, pooling, side, iterations: 100_000 };
    return [name, paintingGraph(order)] as const;
  });
  const measured = await speeds(studio, new Map(documents), { rounds: 7, iterations: 3 });
  return Promise.all(
    contestants.map(async each => {
      const pack = await studio.encoder(each.reference);
      if (!pack.ok) throw new Error(say(pack.reason));
      const cost = encoderCost(pack.value.facts.layers, [side, side], 'relu5_1');
      return { ...each, cost, speeds: measured.get(each.name) ?? [] };
    }),
  );
}

/** Nothing where there is no VGG-19 to judge, or nothing to paint. */
async function paintPairs(
  studio: Studio,
  contestants: readonly Contestant[],
  { pooling, iterations, pairs: count, out }: BenchOptions,
): Promise<PairOutcome[]> {
  const judge = contestants.find(({ name }) => name === judgeName);
  if (!judge) return [];
  if (!existsSync(pictures)) {
    note(`There are no pictures in ${pictures}: no fall is measured.`);
    return [];
  }
  const comparison = compare(studio, {
    pairs: pairs.slice(0, count),
    encoders: new Map(contestants.map(({ name, reference }) => [name, reference])),
    judge: judge.reference,
    picture: (kind, name) => `file:${join(pictures, kind, `${name}.jpg`)}`,
    settings: { pooling, side, iterations },
    see: (pair, encoder, { iteration }) => {
      if (iteration % 10 !== 0 && iteration !== iterations) return;
      note(`${pairTitle(pair)}, ${encoder}: ${iteration} of ${iterations} iterations`);
    },
    keep: async (pair, encoder, picture) => {
      if (out === undefined) return;
      const path = join(resolve(out), fileName(pair, encoder));
      await makeFolderFor(path);
      await writePicture(path, picture);
    },
  });
  const outcomes: PairOutcome[] = [];
  for await (const outcome of comparison) {
    outcomes.push(outcome);
    const shares = contestants.map(({ name }) => `${name} ${figure(share(outcome, name, judgeName))}`);
    note(`${pairTitle(outcome.pair)}, share of the fall: ${shares.join(', ')}`);
  }
  return outcomes;
}

const fileName = ({ content, style }: Pair, encoder: string): string =>
  `${content}-${style}-${encoder.replace(/[^\p{L}\p{N}]+/gu, '-')}.png`;

function note(line: string): void {
  console.error(line);
}
