import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sizeOf, Workshop } from './workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await Workshop.open();
});
afterAll(() => workshop.close());

const endless = (...args: readonly string[]) =>
  workshop.start(['render', 'small.gramarye.json', '--iterations', '100000', '--backend', 'wasm', ...args]);

const underWay = /\n1\/100000 /;

// Windows has no signals that a process could send to another.
describe.skipIf(process.platform === 'win32')('an interrupted painting', () => {
  test('keeps its picture and its trace on Ctrl-C, and says where', async () => {
    const running = endless('-o', 'kept.png', '--trace', 'kept.jsonl');
    await running.shows(underWay);
    running.process.kill('SIGINT');
    const { code, stdout, stderr } = await running.finished;
    expect(stderr).toContain('Stopping after this iteration.');
    const iterations = Number(
      /Stopped\. The picture after iteration (\d+) is in `kept\.png`\./.exec(stdout)?.[1],
    );
    expect(iterations).toBeGreaterThan(0);
    expect(code).toBe(130);
    expect(await sizeOf(workshop.path('kept.png'))).toEqual([48, 32]);
    const lines = workshop.read('kept.jsonl').trimEnd().split('\n');
    expect(lines.length).toBe(iterations);
    expect(JSON.parse(lines.at(-1) ?? '').iteration).toBe(iterations);
  });

  test('takes two signals at once, as npm passes them on, for one', async () => {
    const running = endless('-o', 'twice.png');
    await running.shows(underWay);
    running.process.kill('SIGINT');
    running.process.kill('SIGINT');
    const { code } = await running.finished;
    expect(code).toBe(130);
    expect(await sizeOf(workshop.path('twice.png'))).toEqual([48, 32]);
  });

  test('keeps its picture when a scheduler ends it', async () => {
    const running = endless('-o', 'ended.png');
    await running.shows(underWay);
    running.process.kill('SIGTERM');
    const { code } = await running.finished;
    expect(code).toBe(143);
    expect(workshop.has('ended.png')).toBe(true);
  });

  test('keeps the picture of the stage that it had reached', async () => {
    const running = workshop.start([
      ...['render', 'pyramid.gramarye.json', '-o', 'stage.png', '--backend', 'wasm'],
      ...['--set', 'coarse.iterations=100000'],
    ]);
    await running.shows(/coarse 1\/100000/);
    running.process.kill('SIGINT');
    const { code, stdout } = await running.finished;
    expect(code).toBe(130);
    expect(stdout).toContain('`stage.png`');
    expect(await sizeOf(workshop.path('stage.png'))).toEqual([24, 16]);
  });
});
