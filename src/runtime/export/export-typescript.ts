/**
 * A compiled plan as a program for people to read, change and run: TypeScript that needs TensorFlow.js and
 * nothing of Gramarye. It says what is computed once, what each iteration does, the way back included, and
 * what the optimiser makes of it, under the titles that the nodes have. The pixels and weights that it starts
 * from lie beside it, in TensorFlow.js' own form.
 */
import type { NodeId } from '../../graph/document.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { ResolvedParameters } from '../compile/live.ts';
import type { Plan } from '../compile/plan.ts';
import type { Value } from '../ir/value.ts';
import { functionsFor, opFunctions } from './op-functions.ts';
import { onceLines, stageLines, type Writing } from './stage-code.ts';
import { VariableNames } from './variable-names.ts';

export interface ExportRequest {
  readonly plan: Plan;
  readonly params: ResolvedParameters;
  readonly title: string;
  readonly gramarye: string;
  readonly titleOf: (node: NodeId) => string;
  /** The files `${data}.json` and `${data}.bin`, as the program finds them from where it lies. */
  readonly data: string;
}

export interface ExportedProgram {
  readonly source: string;
  /** What the two files of data must hold, by the name that the program asks for. */
  readonly given: ReadonlyMap<string, Value>;
}

export function exportTypeScript(request: ExportRequest): Result<ExportedProgram> {
  const { plan, params, data } = request;
  const unknown = plan.stages.find(({ rule }) => !Object.hasOwn(opFunctions, rule.name));
  if (unknown) return failure(message('export.unknown-rule', { method: unknown.rule.name }));
  const names = new VariableNames(plan, [
    ...Object.keys(opFunctions),
    'need',
    'reading',
    'Filter',
    'Reading',
  ]);
  const writing: Writing = {
    plan,
    names,
    params,
    titleOf: node => oneLine(request.titleOf(node)),
    there: new Set(),
    left: new Map(),
    given: new Map(),
  };
  const stages = plan.stages.flatMap(stage => stageLines(writing, stage));
  const outputs = onceLines(
    writing,
    plan.outputs.map(({ value }) => value),
  );
  const results = plan.outputs.map(({ node, value }) => `${JSON.stringify(node)}: ${names.of(value)}`);
  const body = [
    ...stages,
    '',
    '  // ── What the outputs show ──',
    ...outputs,
    `  return { ${results.join(', ')} };`,
  ];
  const code = body.join('\n');
  return success({
    source: [
      header(request),
      imports,
      readings,
      ...functionsFor(code),
      `/** Paints. \`tensors\` are the pixels and weights that it starts from; \`follow\` is told of each iteration. */
export async function paint(
  tensors: Readonly<Record<string, tf.Tensor>>,
  follow: (reading: Reading) => void = () => {},
): Promise<Record<string, tf.Tensor>> {${code.startsWith('\n') ? '' : '\n'}${code}
}`,
      running(JSON.stringify(encodeURIComponent(data))),
      '',
    ].join('\n\n'),
    given: writing.given,
  });
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('*/', '* /').trim();

const header = ({ title, gramarye, data }: ExportRequest): string => `/**
 * ${oneLine(title) || 'A picture'}: exported by Gramarye ${oneLine(gramarye)} as a program that needs TensorFlow.js alone.
 *
 *   npm install @tensorflow/tfjs@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0 tsx
 *   npx tsx THIS-FILE.ts
 *
 * It prints the loss of each iteration and writes each picture as a *.ppm, which most viewers open. The pixels
 * and the weights that it starts from are in ${oneLine(data)}.json and .bin.
 */`;

const imports = `import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';`;

const readings = `/** An iteration: the terms of the loss before their weights, and their weighted sum. */
export interface Reading {
  readonly optimiser: string;
  readonly iteration: number;
  readonly total: number;
  readonly terms: Readonly<Record<string, number>>;
}

/** The weighted sum is never computed on the device: each term's weight seeds its own way back. */
function reading(
  optimiser: string,
  iteration: number,
  losses: ArrayLike<number>,
  weights: Readonly<Record<string, number>>,
): Reading {
  const terms = Object.fromEntries(Object.keys(weights).map((name, at) => [name, losses[at] ?? NaN]));
  const total = Object.entries(terms).reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), 0);
  return { optimiser, iteration, total, terms };
}

function need(tensors: Readonly<Record<string, tf.Tensor>>, name: string): tf.Tensor {
  const tensor = tensors[name];
  if (!tensor) throw new Error(\`There is no tensor \${name}.\`);
  return tensor;
}`;

const running = (
  data: string,
): string => `/** What follows runs in Node; in a page, call \`paint\` with tensors from wherever they are. */
async function main(): Promise<void> {
  const { readFile, writeFile } = await import('node:fs/promises');
  await tf.setBackend('wasm');
  await tf.ready();
  const beside = (ending: string) => new URL(${data} + ending, import.meta.url);
  const specs = JSON.parse(await readFile(beside('.json'), 'utf8'));
  const tensors = tf.io.decodeWeights(Uint8Array.from(await readFile(beside('.bin'))).buffer, specs);
  const pictures = await paint(tensors, ({ optimiser, iteration, total }) => {
    console.log(\`\${optimiser} \${iteration} \${total}\`);
  });
  for (const [name, picture] of Object.entries(pictures)) {
    const [height, width] = picture.shape;
    const levels = Uint8Array.from(await picture.data(), value => Math.round(255 * Math.min(1, Math.max(0, value))));
    await writeFile(\`\${name}.ppm\`, Buffer.concat([Buffer.from(\`P6 \${width} \${height} 255\\n\`), levels]));
  }
}

/** Whether this file was started, and not imported. */
const isStarted = (): boolean => {
  const last = (path: string) => path.split(/[\\\\/]/).at(-1);
  const started = typeof process === 'undefined' ? undefined : process.argv[1];
  return started !== undefined && last(decodeURIComponent(new URL(import.meta.url).pathname)) === last(started);
};

if (isStarted()) void main();`;
