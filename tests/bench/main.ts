/**
 * `npm run bench`: how fast Gramarye is beside other ways of doing the same, in one run on one machine;
 * `npm run bench -- editing commands` runs those parts alone. Each measurement is a process of its own, so that
 * neither side finds the other's heap or kernels. Prints Markdown; the tables in docs/speed.md are such runs.
 */
import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chooseParts } from './choose-parts.ts';
import type { CompileTime } from './compile-time.ts';
import type { ConvolutionSpeed } from './convolutions.ts';
import type { CommandsReport } from './editing/commands.ts';
import { commandsTable, editsTable, goal, stepsText } from './editing/report.ts';
import type { EditTimes } from './editing/time-edits.ts';
import { median } from './median.ts';
import type { PeakReport } from './native/peak.ts';
import { printLinearity, printNative, printNative256, printNativePlain } from './native/print.ts';
import { adamIterations } from './optimisers/evaluations.ts';
import type { RaceReport } from './optimisers/main.ts';
import type { QuickStartReport } from './quick-start/main.ts';
import type { IterationReport } from './setting.ts';
import type { StartReport } from './start/main.ts';
import type { WebGpuReport } from './webgpu/order.ts';
import { printWebGpu } from './webgpu/print.ts';

const parts = [
  { name: 'iterations', print: printIterations },
  { name: 'convolutions', print: printConvolutions },
  { name: 'plans', print: printPlans },
  { name: 'editing', print: printEdits },
  { name: 'commands', print: printCommands },
  { name: 'optimisers', print: printOptimisers },
  { name: 'quick-start', print: printQuickStart },
  { name: 'start', print: printStart },
  {
    name: 'native',
    print: () => printNative(measure, measure<PeakReport>('native/peak.js'), machine()),
  },
  { name: 'linearity', print: () => printLinearity(measure) },
  { name: 'webgpu', print: () => printWebGpu(measure<WebGpuReport>('webgpu/main.js')), onlyWhenAsked: true },
  { name: 'native-256', print: () => printNative256(measure), onlyWhenAsked: true },
  { name: 'native-plain', print: () => printNativePlain(measure), onlyWhenAsked: true },
];

const chosen = chooseParts(parts, process.argv.slice(2));
if (chosen.ok) {
  console.log(
    `${machine()}, ${availableParallelism()} threads of WebAssembly for Gramarye, one for plain TensorFlow.js, which gains nothing from more.`,
  );
  for (const { print } of chosen.value) {
    console.log('');
    print();
  }
} else {
  console.error(chosen.reason);
  process.exitCode = 1;
}

function machine(): string {
  const [{ model: processor = 'unknown processor' } = {}] = cpus();
  return `Node ${process.version}, ${cpus().length} × ${processor.trim()}`;
}

function measure<T>(script: string, ...given: readonly (number | string)[]): T {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const printed = execFileSync(process.execPath, [path, ...given.map(String)], {
    encoding: 'utf8',
    // Standard error is not shown, unless it fails: tfjs writes there too.
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // tfjs greets on standard output; the report is the last line.
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as T;
}

function row(...cells: readonly (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

function printIterations(): void {
  console.log('**One iteration** (forward, backward, Adam) of VGG-19 to relu5_1, medians:\n');
  row('size', 'plain TensorFlow.js', 'Gramarye', 'ratio', 'GFLOP/s', 'predicted peak');
  row('---', '---', '---', '---', '---', '---');
  for (const { side, plainRuns, ourRuns } of [
    { side: 128, plainRuns: 3, ourRuns: 9 },
    { side: 256, plainRuns: 2, ourRuns: 5 },
  ]) {
    const plain = measure<IterationReport>('plain.js', side, plainRuns);
    const ours = measure<IterationReport>('ours.js', side, ourRuns);
    if (Math.abs(plain.loss / ours.loss - 1) > 1e-2) {
      throw new Error(
        `The two sides did not compute the same: a loss of ${plain.loss} against ${ours.loss}.`,
      );
    }
    const [theirs, mine] = [median(plain.times), median(ours.times)];
    const gflops = ((ours.flops ?? Number.NaN) / mine / 1e6).toFixed(1);
    const peak = `${Math.round((ours.peakBytes ?? Number.NaN) / 1e6)} MB`;
    row(`${side} px`, seconds(theirs), seconds(mine), `${(theirs / mine).toFixed(1)} ×`, gflops, peak);
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function printConvolutions(): void {
  const threads = availableParallelism();
  const [theirs, alone, together] = [0, 1, threads].map(count =>
    measure<ConvolutionSpeed[]>('convolutions.js', 256, count),
  );
  console.log('**Each convolution** at 256 px, GFLOP/s of the plain sum of products:\n');
  row(
    'layer',
    'input',
    'forward',
    'tfjs’ own',
    `on ${threads} threads`,
    'backward',
    'tfjs’ own',
    `on ${threads} threads`,
  );
  row(...Array.from({ length: 8 }, () => '---'));
  alone?.forEach(({ layer, side, forward, backward }, at) => {
    const speeds = [
      ...[forward, theirs?.[at]?.forward, together?.[at]?.forward],
      ...[backward, theirs?.[at]?.backward, together?.[at]?.backward],
    ];
    row(layer, `${side} px`, ...speeds.map(speed => speed?.toFixed(1) ?? ''));
  });
}

function printPlans(): void {
  console.log('**From document to plan**, Gatys graphs side by side:\n');
  row('nodes', 'values', 'validate', 'compile', 'compile per node');
  row('---', '---', '---', '---', '---');
  for (const { nodes, values, validate, compile } of measure<CompileTime[]>('compile-time.js')) {
    const perNode = `${((1000 * compile) / nodes).toFixed(0)} µs`;
    row(nodes, values, `${validate.toFixed(1)} ms`, `${compile.toFixed(1)} ms`, perNode);
  }
}

function printEdits(): void {
  const rounds = 5;
  console.log(
    '**From an edit to the first picture with it**, in a session that paints `presets/gatys.gramarye.json` at ' +
      '256 px with the encoder that ships, against compiling the same graph and painting it from nothing; ' +
      `medians of ${rounds} rounds:\n`,
  );
  console.log(editsTable(measure<EditTimes[]>('editing/pictures.js', rounds, 256)));
}

function printCommands(): void {
  const rounds = 40;
  const { commands, steps } = measure<CommandsReport>('editing/commands.js', rounds, 256);
  console.log(
    '**Until a command is in effect** while a worker paints the same graph, each sent ' +
      `${rounds} times at any moment; the goal is ${goal} ms for 95 % of them:\n`,
  );
  console.log(commandsTable(commands));
  console.log(`\n${stepsText(steps)}`);
}

function printOptimisers(): void {
  const side = 128;
  console.log(
    `**How many evaluations L-BFGS takes** to the loss that Adam has after ${adamIterations} iterations, at ${side} px:\n`,
  );
  const races = measure<RaceReport[]>('optimisers/main.js', side);
  if (races.length === 0) {
    console.log('There are no pictures in ../shared/images: nothing is measured.');
    return;
  }
  row('encoder', 'pair', 'Adam’s loss', 'evaluations of L-BFGS');
  row('---', '---', '---', '---');
  for (const { encoder, pair, race } of races) {
    row(encoder, pair, race.goal.toPrecision(3), race.evaluations ?? `more than ${adamIterations}`);
  }
  for (const encoder of new Set(races.map(race => race.encoder))) {
    const counts = races.flatMap(({ encoder: of, race }) =>
      of === encoder ? [race.evaluations ?? Number.POSITIVE_INFINITY] : [],
    );
    console.log(`\nMedian with ${encoder}: ${median(counts)}.`);
  }
}

function printQuickStart(): void {
  const side = 128;
  console.log(
    `**How many iterations of Adam a quick start takes**, from AdaIN’s picture, to the loss that a start from the content has after so many, at ${side} px:\n`,
  );
  const reports = measure<QuickStartReport[]>('quick-start/main.js', side);
  const [first] = reports;
  if (!first) {
    console.log('There are no pictures in ../shared/images: nothing is measured.');
    return;
  }
  const lengths = first.headStarts.map(({ iterations }) => iterations);
  row('pair', ...lengths.map(iterations => `for ${iterations}`));
  row('---', ...lengths.map(() => '---'));
  const needed = (iterations: number | undefined, all: number) => iterations ?? `more than ${all}`;
  for (const { pair, headStarts } of reports) {
    row(pair, ...headStarts.map(head => needed(head.needed, head.iterations)));
  }
  const medians = lengths.map((_, at) =>
    median(reports.map(({ headStarts }) => headStarts[at]?.needed ?? Number.POSITIVE_INFINITY)),
  );
  row('median', ...medians);
}

function printStart(): void {
  const { visits, reached } = measure<StartReport>('start/main.js');
  console.log(`A first visit in Chromium, the page served from this machine; median of ${visits}:\n`);
  row('Since the address was entered', 'ms', 'more');
  row('---', '---:', '---:');
  const names: Readonly<Record<keyof StartReport['reached'], string>> = {
    painted: 'the graph on the page (first contentful paint)',
    device: 'the runtime loaded, the device open',
    iteration: 'the encoder read, the graph compiled, an iteration done',
  };
  let before = 0;
  for (const [name, text] of Object.entries(names)) {
    const at = reached[name as keyof typeof names];
    row(text, at, at - before);
    before = at;
  }
}
