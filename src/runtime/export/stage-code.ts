/** The parts of an exported program: what is computed once, an optimiser's loop, the outputs. */
import type { NodeId } from '../../graph/document.ts';
import { productOf, type ResolvedParameters, readLive } from '../compile/live.ts';
import type { LiveScalar, Plan, Stage } from '../compile/plan.ts';
import { type Step, schedule } from '../compile/schedule.ts';
import { isLeaf } from '../ir/op.ts';
import type { Value } from '../ir/value.ts';
import { opCode } from './op-code.ts';
import type { VariableNames } from './variable-names.ts';

export interface Writing {
  readonly plan: Plan;
  readonly names: VariableNames;
  readonly params: ResolvedParameters;
  /** What a node is called in comments, on one line. */
  readonly titleOf: (node: NodeId) => string;
  /** Values that are variables already. */
  readonly there: Set<Value>;
  /** What the last scale of an optimiser has left to its next one. */
  readonly left: Map<NodeId, Left>;
  /** Leaves that the program has to be given, under the name by which it asks for them. */
  readonly given: Map<string, Value>;
}

const indent = '    ';

/** Each step on a line, each node's steps under its title. */
export function stepLines({ names, titleOf }: Writing, steps: readonly Step[]): string[] {
  let before = '';
  return steps.flatMap(({ value }) => {
    const about = [...value.origins].map(titleOf).join(', ');
    const heading = about !== before && about !== '' ? [`${indent}// ${about}`] : [];
    before = about;
    return [...heading, `${indent}const ${names.of(value)} = ${expressionOf(names, value)};`];
  });
}

function expressionOf(names: VariableNames, { op, inputs, attributes, shape }: Value): string {
  const given = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, names.of(input)]));
  return opCode[op.name as keyof typeof opCode](given, attributes, shape);
}

/** Makes `wanted` variables of the program, at the outermost level. */
export function onceLines(writing: Writing, wanted: readonly Value[]): string[] {
  const { names, there } = writing;
  const { steps, needs } = schedule(wanted, value => there.has(value));
  const lines = needs.flatMap(leaf => leafLines(writing, leaf));
  const results = new Set(wanted.filter(value => !isLeaf(value.op) && !there.has(value)));
  if (results.size === 0) return lines;
  for (const value of results) there.add(value);
  const list = [...results].map(value => names.of(value)).join(', ');
  return [
    ...lines,
    `  const { ${list} } = tf.tidy(() => {`,
    ...stepLines(writing, steps),
    `${indent}return { ${list} };`,
    '  });',
  ];
}

function leafLines({ names, there, given }: Writing, leaf: Value): string[] {
  if (there.has(leaf) || !isLeaf(leaf.op)) return [];
  there.add(leaf);
  const { tensor } = leaf.attributes;
  const wish = leaf.op.name === 'weight' ? String(tensor) : (([...leaf.origins][0] ?? 'image') as string);
  let key = wish;
  for (let n = 2; given.has(key); n++) key = `${wish}-${n}`;
  given.set(key, leaf);
  if (leaf.op.name === 'weight') names.set(leaf, names.fresh(wish));
  return [`  const ${names.of(leaf)} = need(tensors, ${JSON.stringify(key)});`];
}

/** One optimiser: its numbers, what it carries, its loop, and the picture that it arrives at. */
export function stageLines(writing: Writing, stage: Stage): string[] {
  const { names, params, titleOf, there } = writing;
  const { optimiser, carried, loop, packed, terms, iterations, rule, settings, shape, shown } = stage;
  const id = names.fresh(optimiser);
  const [weights, set] = [names.fresh(`${id}_weights`), names.fresh(`${id}_settings`)];
  const lines = onceLines(writing, stage.once);
  const before = writing.left.get(optimiser);
  const variables = carried.map(({ name, leaf, start }) => {
    const variable = names.fresh(`${id}_${name}`);
    const begins = before && beginning(before, stage, name);
    lines.push(`  let ${variable}: tf.Tensor = ${begins ?? `tf.clone(${names.of(start)})`};`);
    names.set(leaf, variable);
    return variable;
  });
  if (before) lines.push(`  tf.dispose([${[...before.variables.values(), before.shown].join(', ')}]);`);
  const results = carried.map(({ next }, at) => {
    // What a step did not make belongs to someone else, too.
    const own = loop.steps.some(({ value }) => value === next);
    return `${variables[at]}: ${own ? names.of(next) : `tf.clone(${names.of(next)})`}`;
  });
  const live = (needs: readonly Value[], t: string) =>
    stage.live
      .filter(({ leaf }) => needs.includes(leaf))
      .map(({ leaf, source }) => {
        names.set(leaf, names.fresh(String(leaf.attributes.name)));
        return `${indent}const ${names.of(leaf)} = tf.scalar(${numberOf(leaf, source, { weights, t })});`;
      });
  const weightOf = Object.fromEntries(terms.map(term => [term.name, productOf(params, term.weights)]));
  const settingsNow = Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, readLive(params, setting)]),
  );
  const head = [
    '',
    `  // ── ${titleOf(optimiser)}: ${iterations} iterations, ${shape[1]}×${shape[0]} pixels ──`,
    '  // Change these as you like: nothing that is computed once depends on them.',
    `  const ${weights} = ${objectText(weightOf)};`,
    `  const ${set} = ${objectText(settingsNow)};`,
  ];
  const body = [
    `  for (let t = 1; t <= ${iterations}; t++) {`,
    `    const rule = ${rule.name}(${counted(stage)}, ${stepped(stage, set)});`,
    '    const next = tf.tidy(() => {',
    ...live(loop.needs, 't').map(deeper),
    ...stepLines(writing, loop.steps).map(deeper),
    `      return { ${results.join(', ')}, losses: ${names.of(packed)} };`,
    '    });',
    '    const losses = await next.losses.data();',
    `    tf.dispose([${[...variables, 'next.losses'].join(', ')}]);`,
    ...variables.map(variable => `    ${variable} = next.${variable};`),
    `    follow(reading(${JSON.stringify(optimiser)}, ${stage.scale.after === 0 ? 't' : `${stage.scale.after} + t`}, losses, ${weights}));`,
    '  }',
  ];
  const last = schedule([shown]);
  const outcome = names.fresh(`${id}_result`);
  const show = [
    `  const ${outcome} = tf.tidy(() => {`,
    ...live(last.needs, String(iterations)),
    ...stepLines(writing, last.steps),
    `    return tf.clone(${names.of(shown)});`,
    '  });',
  ];
  if (stage.scale.at < stage.scale.of) {
    const named = new Map(carried.map(({ name }, at) => [name, variables[at] ?? '']));
    writing.left.set(optimiser, { stage, variables: named, shown: outcome });
  } else {
    show.push(`  tf.dispose([${variables.join(', ')}]);`);
  }
  names.set(stage.outcome, outcome);
  there.add(stage.outcome);
  return [...head, ...lines, ...body, ...show];
}

/** What a stage has left to the one at the next scale, by the names of its variables. */
interface Left {
  readonly stage: Stage;
  readonly variables: ReadonlyMap<string, string>;
  /** The picture as it is shown. */
  readonly shown: string;
}

/** How the variable `name` begins with what the scale before has left; undefined where it begins anew. */
function beginning(
  { stage: before, variables, shown }: Left,
  stage: Stage,
  name: string,
): string | undefined {
  const enlarged = (x: string, filter: string) =>
    `resample(${x}, [${before.shape.slice(0, 2).join(', ')}], [${stage.shape.slice(0, 2).join(', ')}], '${filter}')`;
  if (name === 'picture') return `tf.tidy(() => tf.clipByValue(${enlarged(shown, 'bicubic')}, 0, 1))`;
  const [variable, how] = [variables.get(name), stage.scale.keepsState && stage.rule.enlarged?.[name]];
  if (variable === undefined || !how) return undefined;
  return `tf.tidy(() => ${enlarged(variable, how === 'squares' ? 'bilinear' : 'bicubic')})`;
}

/** The iteration as the rule counts it: from the first scale on where its vectors come along. */
const counted = ({ scale: { after, keepsState } }: Stage): string =>
  keepsState && after > 0 ? `${after} + t` : 't';

/** The settings at iteration `t`, where the learning rate changes on the way. */
function stepped({ stepSizes: { course, decay, every, warmUp }, iterations }: Stage, set: string): string {
  if (course === 'constant' && warmUp === 0) return set;
  const sizes = `{ course: '${course}', decay: ${decay}, every: ${every}, warmUp: ${warmUp} }`;
  return `{ ...${set}, learningRate: ${set}.learningRate * stepSizeAt(${sizes}, t, ${iterations}) }`;
}

const deeper = (line: string): string => `  ${line}`;

function numberOf(
  leaf: Value,
  source: LiveScalar['source'],
  { weights, t }: { readonly weights: string; readonly t: string },
): string {
  switch (source.type) {
    case 'weight':
      return `${weights}[${JSON.stringify(String(leaf.attributes.name).replace(/^weight of /, ''))}]`;
    case 'rule':
      return `rule.${source.scalar}`;
    case 'debias':
      return `1 / (1 - ${source.decay} ** ${t})`;
  }
}

const objectText = (numbers: Readonly<Record<string, number>>): string =>
  `{ ${Object.entries(numbers)
    .map(([name, number]) => `${/^[a-z]\w*$/i.test(name) ? name : JSON.stringify(name)}: ${number}`)
    .join(', ')} }`;
