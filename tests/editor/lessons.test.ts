/**
 * Every lesson, walked from its first page to its last as a student does: in English by mouse, and in Chinese by
 * keyboard alone in a small window. Each task is done by what it asks, and is not ticked off before. The lessons
 * are opened as files, with smaller pictures, so that this takes seconds; one is opened by its link as it ships.
 * A few are walked each time, by mouse; with `GRAMARYE_LESSONS=all` all are, both ways, which takes minutes.
 */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Lesson, LessonPage } from '../../src/graph/lesson/lesson.ts';
import { writeLesson } from '../../src/graph/lesson/lesson-file.ts';
import { own } from '../../src/graph/own.ts';
import { catalogue } from '../../src/language/message.ts';
import type { Language } from '../../src/language/text.ts';
import { shippedLessons } from '../../src/ui/lessons/shipped/index.ts';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';
import { type Hand, keyboardHand, mouseHand } from './lesson-hands.ts';

/** A machine that is busy with something else is given its time; whoever has it, needs a moment. */
const patient = { timeout: 20_000 };
/** An untrained encoder is a VGG-19 of full width. */
const painting = { timeout: 90_000, interval: 300 };

const lessons = shippedLessons.map(({ id, load }) => [id, load] as const);
const all = process.env.GRAMARYE_LESSONS === 'all';
const often = new Set(['what-style-is', 'tug-of-war', 'trained-and-random']);
const byMouse = all ? lessons : lessons.filter(([id]) => often.has(id));
const byKeyboard = all ? lessons : [];

describe.skipIf(noBrowser)('the lessons', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 240_000);
  afterAll(() => house?.close());

  test.each(byMouse)(
    '%s, from the first page to the last, by mouse',
    async (_, load) => {
      const lesson = small(await load());
      const { page, context } = await visit(house, 'en', { width: 1440, height: 900 });
      await walk(page, lesson, 'en', mouseHand(page, 'en'));
      await context.close();
    },
    180_000,
  );

  test.each(byKeyboard)(
    '%s, in Chinese, by keyboard alone, in a small window',
    async (_, load) => {
      const lesson = small(await load());
      const { page, context } = await visit(house, 'zh', { width: 1024, height: 700 });
      await walk(page, lesson, 'zh', keyboardHand(page, 'zh'));
      await context.close();
    },
    180_000,
  );

  test('a lesson opens by its link, leaves what was open as it was, and is taken up where it was left', async () => {
    const { page, context } = await visit(house, 'en', { width: 1024, height: 700 });
    await page.waitForFunction(() => document.title.includes('Gatys 2015'));
    await page.evaluate(() => {
      location.hash = '#lesson=what-style-is';
    });
    const lesson = page.getByRole('complementary', { name: 'Lesson' });
    await lesson.getByRole('heading', { name: 'A painting in a table' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await expect.poll(() => page.title(), patient).toMatch(/^What style is/);

    // Nothing is asked, and nothing painted, before something was predicted.
    expect(await lesson.getByRole('listitem').count()).toBe(0);
    await page.getByText('Paused').waitFor();
    await lesson.getByRole('button', { name: 'Nowhere: only blue remains' }).click();
    await lesson.getByRole('listitem').filter({ hasText: 'Watch 60 iterations' }).waitFor();

    await page.reload();
    await lesson.getByRole('button', { name: 'Nowhere: only blue remains', pressed: true }).waitFor();
    await lesson.getByRole('button', { name: 'Leave the lesson' }).click();
    await expect.poll(() => page.title(), patient).toMatch(/Gatys 2015/);
    expect(await lesson.count()).toBe(0);
    await context.close();
  }, 120_000);
});

type Size = { readonly width: number; readonly height: number };

async function visit(house: EditorHouse, language: Language, viewport: Size) {
  const { origin } = new URL(house.address);
  const settings = { state: { language, theme: 'light', welcomed: true, tried: [] }, version: 1 };
  const visited = await house.visit({
    reducedMotion: 'reduce',
    viewport,
    storageState: {
      cookies: [],
      origins: [{ origin, localStorage: [{ name: 'gramarye.settings', value: JSON.stringify(settings) }] }],
    },
  });
  visited.page.setDefaultTimeout(patient.timeout);
  await visited.page.getByRole('group').first().waitFor();
  return visited;
}

/** The same lesson with pictures and encoders that take a moment. */
function small(lesson: Lesson): Lesson {
  const graphs = Object.entries(lesson.graphs).map(([name, graph]) => {
    const nodes = Object.entries(graph.nodes).map(([id, node]) => {
      const small = own(quick, node.kind);
      return [id, small ? { ...node, params: { ...node.params, ...small } } : node];
    });
    return [name, { ...graph, nodes: Object.fromEntries(nodes) }];
  });
  return { ...lesson, graphs: Object.fromEntries(graphs) };
}

const quick = { resize: { size: 32 }, encoder: { weights: 'lite' }, optimiser: { iterations: 300 } };

async function walk(page: Page, lesson: Lesson, language: Language, hand: Hand): Promise<void> {
  await hand.openFile(`${lesson.id}.gramarye-lesson.json`, writeLesson(lesson));
  const player = page.getByRole('complementary', { name: catalogue['lesson.region'][language] });
  for (const [at, shown] of lesson.pages.entries()) {
    await player.getByRole('heading', { name: shown.title[language], exact: true }).waitFor();
    await doPage(player, shown, lesson, language, hand);
    const state = player.getByRole('status').last();
    await expect.poll(() => state.textContent(), patient).not.toBe('');
    const isLast = at === lesson.pages.length - 1;
    await hand.press(player, catalogue[isLast ? 'lesson.finish' : 'lesson.next'][language]);
  }
  await player.waitFor({ state: 'detached' });
  await expect.poll(() => page.title(), patient).toMatch(/Gatys 2015/);
}

async function doPage(
  player: Locator,
  { predict, tasks = [] }: LessonPage,
  lesson: Lesson,
  language: Language,
  hand: Hand,
): Promise<void> {
  if (predict) {
    expect(await player.getByRole('listitem').count()).toBe(0);
    await hand.press(player, predict.choices[0]?.[language] ?? '');
  }
  for (const [number, { when }] of tasks.entries()) {
    const task = player.getByRole('listitem').nth(number);
    await task.waitFor();
    const done = () => task.getByRole('img', { name: catalogue['lesson.done'][language] }).count();
    const isPaint = when.type === 'iterations' || when.type === 'loss';
    if (!isPaint) expect(await done(), JSON.stringify(when)).toBe(0);
    if (!isPaint) await hand.perform(when, lesson);
    const isDone = async () => {
      // A painting that came to its end meanwhile is painted on.
      if (isPaint && (await done()) === 0) await hand.perform(when, lesson);
      return done();
    };
    const patience = isPaint ? painting : patient;
    await expect.poll(isDone, { ...patience, message: JSON.stringify(when) }).toBe(1);
  }
}
