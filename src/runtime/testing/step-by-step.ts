/** Runs an update rule on tensors, step by step, as the loop does: its vectors carried, its scalars fed. */
import { Program } from '../ir/program.ts';
import type { Shape, Value } from '../ir/value.ts';
import type { Settings, UpdateRule } from '../optimise/rule.ts';
import { evaluateWith } from './evaluate-with.ts';
import { made, type Numbers, scalar } from './numbers.ts';

/** The iterates after each of `gradients`, from `start`. */
export async function stepThrough<State extends string, Scalar extends string>(
  rule: UpdateRule<State, Scalar>,
  start: Numbers,
  gradients: readonly Numbers[],
  settings: Settings | ((iteration: number) => Settings),
): Promise<Numbers[]> {
  const { ir } = new Program();
  const { shape } = start;
  const vector = (name: string) => ir.carried({ picture: 'test', name, shape });
  const state = named(rule.state, vector);
  const scalars = named(rule.scalars, name => ir.live({ node: 'test', name }));
  const stepped = rule.step(ir, {
    x: vector('x'),
    gradient: vector('gradient'),
    state,
    scalars,
    loss: () => {
      throw new Error('This rule is tested with gradients alone.');
    },
  });

  const iterates: Numbers[] = [];
  const carried = new Map<string, Numbers>([['x', start]]);
  for (const name of rule.state) carried.set(name, zeros(shape));
  for (const [index, gradient] of gradients.entries()) {
    const given = typeof settings === 'function' ? settings(index + 1) : settings;
    const fed: Readonly<Record<string, number>> = rule.scalarsAt(
      { iteration: index + 1, isNew: index === 0 },
      given,
    );
    carried.set('gradient', gradient);
    const bind = ({ op, attributes: { name } }: Value) =>
      op.name === 'live' ? scalar(fed[String(name)] ?? Number.NaN) : carried.get(String(name));
    const next = [stepped.x, ...rule.state.map(name => stepped.state[name])];
    const [x, ...vectors] = await evaluateWith(next, bind);
    if (!x) throw new Error('The rule made no step.');
    iterates.push(x);
    carried.set('x', x);
    for (const [at, name] of rule.state.entries()) carried.set(name, vectors[at] ?? zeros(shape));
  }
  return iterates;
}

const zeros = (shape: Shape) => made(shape, () => 0);

const named = <Name extends string, T>(names: readonly Name[], of: (name: Name) => T) =>
  Object.fromEntries(names.map(name => [name, of(name)])) as Record<Name, T>;
