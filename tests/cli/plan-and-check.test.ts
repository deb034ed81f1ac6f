import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PartDescription, PlanDescription } from '../../src/index.ts';
import { Workshop } from './workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await Workshop.open();
});
afterAll(() => workshop.close());

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

describe('plan', () => {
  test.each(['small', 'pyramid'])('--json of %s is consistent in itself', async name => {
    const { code, stdout, stderr } = await workshop.run('plan', `${name}.gramarye.json`, '--json');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const plan: PlanDescription = JSON.parse(stdout);
    const parts: readonly PartDescription[] = [
      ...plan.stages.flatMap(({ once, loop }) => [once, loop]),
      plan.outputs,
    ];
    for (const { ops, flops, steps } of parts) {
      expect(steps.length).toBe(ops);
      expect(sum(steps.map(step => step.flops))).toBe(flops);
      for (const { shape, bytes, nodes } of steps) {
        expect(bytes).toBe(4 * shape.reduce((all, extent) => all * extent, 1));
        expect(nodes.length).toBeGreaterThan(0);
      }
    }
    const running = plan.stages.map(({ once, loop, iterations }) => once.flops + iterations * loop.flops);
    expect(plan.flops).toBe(sum(running) + plan.outputs.flops);
    expect(plan.peakBytes).toBe(Math.max(...parts.map(({ peakBytes }) => peakBytes)));
    expect(Math.max(...parts.flatMap(({ steps }) => steps.map(({ bytes }) => bytes)))).toBeLessThanOrEqual(
      plan.largest.bytes,
    );
  });

  test('--memory has it planned in bands, whose every step is somebody’s, and says so', async () => {
    const parts = (plan: PlanDescription) => plan.stages.flatMap(({ once, loop }) => [once, loop]);
    const planned = (...options: readonly string[]) =>
      workshop.run('plan', 'small.gramarye.json', '--encoder', 'lite', '--size', '96', ...options);
    const described = async (...options: readonly string[]): Promise<PlanDescription> =>
      JSON.parse((await planned('--json', ...options)).stdout);
    const [whole, cut] = [await described(), await described('--memory', '1kB')];
    expect(whole.stages.map(({ bands }) => bands)).toEqual([undefined]);
    expect(cut.stages[0]?.bands).toMatchObject({ rows: 16 });
    expect(cut.peakBytes).toBeLessThan(whole.peakBytes);
    for (const { nodes } of parts(cut).flatMap(({ steps }) => steps)) expect(nodes.length).toBeGreaterThan(0);
    const { stdout } = await planned('--memory', '1kB');
    expect(stdout).toMatch(/in bands of 16 rows/);
    const { code, stderr } = await planned('--memory', 'lots');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/800MB or 1\.5GB/)]);
  });

  test('R2 shows that targets are not in the loop', async () => {
    const { stdout } = await workshop.run('plan', 'small.gramarye.json', '--json');
    const plan: PlanDescription = JSON.parse(stdout);
    const nodesOf = ({ steps }: PartDescription) => new Set(steps.flatMap(({ nodes }) => nodes));
    const [stage] = plan.stages;
    if (!stage) throw new Error('There is no stage.');
    for (const target of ['contentTaps', 'styleTaps', 'styleGram', 'contentSize']) {
      expect(nodesOf(stage.once)).toContain(target);
      expect(nodesOf(stage.loop)).not.toContain(target);
    }
    expect(stage.once.loads.pictures).toBe(2);
    expect(stage.loop.loads).toEqual({ pictures: 0, weights: 0, bytes: 0 });
  });

  test('follows the changes that the command line makes', async () => {
    const args = ['plan', 'small.gramarye.json', '--json'];
    const [small, large] = await Promise.all(
      ['32', '64'].map(async size => JSON.parse((await workshop.run(...args, '--size', size)).stdout)),
    );
    expect(large.stages[0].picture).toEqual([43, 64, 3]);
    expect(small.stages[0].picture).toEqual([21, 32, 3]);
    expect(large.flops).toBeGreaterThan(3 * small.flops);
  });

  test('is a page that a person reads', async () => {
    const { code, stdout } = await workshop.run('plan', 'small.gramarye.json');
    expect(code).toBe(0);
    expect(stdout).toContain('`optimiser`: 48×32 pixels, 8 iterations of Adam.');
    expect(stdout).toMatch(/Once: \d+ ops, .*FLOP, peak .*B\. Loads 2 pictures and 6 tensors of weights/);
    expect(stdout).toMatch(/Each iteration: \d+ ops/);
    expect(stdout).toMatch(/pictureTaps +32×48×4 +.* MFLOP .* conv2d ×3/);
    expect(stdout).toMatch(
      /In all: `output` 48×32; .*FLOP; takes .*B of memory, at most .*B of it alive at once; largest tensor/,
    );
    expect(stdout.split('\n').length).toBeLessThan(70);
  });
});

test('a reader who has seen enough is no error', async () => {
  const running = workshop.start(['plan', 'small.gramarye.json']);
  running.process.stdout?.destroy();
  const { code, stderr } = await running.finished;
  expect([code, stderr]).toEqual([0, '']);
});

describe('check', () => {
  test('says that a graph is valid, and what it paints', async () => {
    const { code, stdout, stderr } = await workshop.run('check', 'small.gramarye.json');
    expect(stdout).toBe('valid: 17 nodes, 22 wires; paints `output` 48×32.\n');
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('tells every problem with its node, its reason and a fix', async () => {
    const broken = workshop
      .read('small.gramarye.json')
      .replace('"size": 48', '"size": 4')
      .replace('file:style.png', 'file:gone.png')
      .replace('{ "from": "picture.picture", "to": "variation.image" },', '')
      .replace('"kind": "gram-matrix"', '"kind": "gramm-matrix"');
    workshop.write('broken.gramarye.json', broken);
    const { code, stdout, stderr } = await workshop.run('check', 'broken.gramarye.json');
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('`contentSize.size` should be a whole number from 16 to 8192 px; it is 4.');
    expect(stderr).toContain('  To mend it: Set `contentSize.size` to 16.');
    expect(stderr).toContain('`style` (The style): There is no file `gone.png`.');
    expect(stderr).toContain('Nothing is wired to `variation.image`');
    expect(stderr).toContain('Did you mean `gram-matrix`?');
  });

  test('tells what the compiler refuses, too', async () => {
    const small = workshop.read('small.gramarye.json');
    workshop.write(
      'blind.json',
      small
        .replace(/,\s*{ "from": "optimiser.result", "to": "output.image" }/, '')
        .replace(/,\s*"output": { "kind": "output" }/, ''),
    );
    const { code, stderr } = await workshop.run('check', 'blind.json');
    expect(stderr).toContain('The graph has no Output node');
    expect(code).toBe(1);
  });

  test('lets no name from a file command the terminal', async () => {
    const small = workshop.read('small.gramarye.json');
    workshop.write(
      'escape.json',
      small.replace('The style', '\\u001b[2Jgone').replace('file:style.png', 'file:\\u001b[31mred.png'),
    );
    const { stderr } = await workshop.run('check', 'escape.json');
    expect(stderr).toContain('There is no file');
    expect(stderr).not.toContain('\u001b');
  });
});

test('the presets are valid', async () => {
  const { code, stdout } = await workshop.run(
    'check',
    new URL('../../presets/gatys.gramarye.json', import.meta.url).pathname,
  );
  expect(stdout).toMatch(/^valid: /);
  expect(code).toBe(0);
});
