import { expect, test } from 'vitest';
import { Asker } from './asker.ts';

/** A worker that answers when it is told to, and a clock that is set by hand. */
function desk() {
  const asked: string[] = [];
  const told: string[] = [];
  const answers: ((answer: string) => void)[] = [];
  const timers: { readonly run: () => void; readonly after: number }[] = [];
  const clock = { now: 0 };
  const asker = new Asker<string, string>({
    ask: question => {
      asked.push(question);
      return new Promise(resolve => answers.push(resolve));
    },
    tell: answer => told.push(answer),
    now: () => clock.now,
    later: (run, after) => timers.push({ run, after }),
  });
  const answer = async (text: string) => {
    answers.shift()?.(text);
    await new Promise(resolve => setImmediate(resolve));
  };
  return { asker, asked, told, timers, clock, answer };
}

test('while an answer is awaited only the newest question is kept', async () => {
  const { asker, asked, told, answer } = desk();
  for (const question of ['a', 'b', 'c']) asker.ask(question);
  expect(asked).toEqual(['a']);
  await answer('A');
  expect(asked).toEqual(['a', 'c']);
  await answer('C');
  expect(told).toEqual(['A', 'C']);
});

test('the same is asked again no sooner than twenty times as long as its answer took', async () => {
  const { asker, asked, timers, clock, answer } = desk();
  asker.ask('a');
  clock.now = 100;
  await answer('A');
  asker.again();
  asker.again();
  expect(timers.map(({ after }) => after)).toEqual([2000]);
  timers[0]?.run();
  expect(asked).toEqual(['a', 'a']);
});

test('stopped, it tells nothing any more and asks nothing', async () => {
  const { asker, asked, told, answer } = desk();
  asker.ask('a');
  asker.ask('b');
  asker.stop();
  await answer('A');
  expect([asked, told]).toEqual([['a'], []]);
});
