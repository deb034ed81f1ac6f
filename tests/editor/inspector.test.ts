/** Parameters as a person changes them: dragged, typed, calculated, switched, put back, in either language. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

describe.skipIf(noBrowser)('parameters in the editor', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 120_000);
  afterAll(() => house?.close());

  const inspector = (page: Page) => page.getByRole('tabpanel', { name: /^(Inspector|检查器)$/ });
  const selectNode = async (page: Page, title: string) => {
    await page.getByRole('main').getByText(title, { exact: true }).first().click();
  };
  const field = (page: Page, name: string) => inspector(page).getByRole('spinbutton', { name, exact: true });
  const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });

  test('R3 D4 a dragged weight is one step, and what is painted follows without being compiled again', async () => {
    const { page, context } = await house.visit();
    page.setDefaultTimeout(15_000);
    await context.addInitScript(recordEffects);
    await page.reload();
    await selectNode(page, 'Style loss');
    await painting(page);
    const slider = inspector(page).getByRole('slider', { name: 'Weight', exact: true });
    const before = await effects(page);

    await drag(page, slider, 40);
    const dragged = Number(await field(page, 'Weight').inputValue());
    expect(dragged).toBeGreaterThan(20);
    await expect.poll(async () => (await effects(page)).length).toBeGreaterThan(before.length);
    expect(new Set((await effects(page)).slice(before.length))).toEqual(new Set(['live']));

    await undo(page).click();
    expect(await field(page, 'Weight').inputValue()).toBe('20');
    expect(await undo(page).isDisabled()).toBe(true);
    await context.close();
  });

  test('a number is typed as a calculation, moved by keys, and junk is refused with a sentence', async () => {
    const { page, context } = await house.visit({}, '?paused');
    page.setDefaultTimeout(15_000);
    await selectNode(page, 'Style loss');
    const weight = field(page, 'Weight');
    await weight.fill('1e3/4');
    await weight.press('Enter');
    expect(await weight.inputValue()).toBe('250');

    await weight.fill('twelve');
    await weight.press('Enter');
    expect(await inspector(page).getByRole('alert').textContent()).toContain('twelve');
    expect(await weight.inputValue()).toBe('250');

    await weight.fill('-1');
    await weight.press('Enter');
    expect(await inspector(page).getByRole('alert').textContent()).toContain('from 0 to');
    expect(await weight.inputValue()).toBe('250');

    await weight.fill('10');
    await weight.press('Enter');
    for (let press = 0; press < 2; press++) await weight.press('Shift+ArrowUp');
    expect(await weight.inputValue()).toBe('100');
    expect(await inspector(page).getByRole('alert').count()).toBe(0);
    await context.close();
  });

  test('a layer is switched off and on again, the node renamed and its parameter put back', async () => {
    const { page, context } = await house.visit({}, '?paused');
    page.setDefaultTimeout(15_000);
    await selectNode(page, 'Taps of the style');
    const layer = inspector(page).getByRole('button', { name: 'relu4_1', exact: true });
    expect(await layer.getAttribute('aria-pressed')).toBe('true');
    await layer.click();
    expect(await layer.getAttribute('aria-pressed')).toBe('false');
    await inspector(page).getByRole('button', { name: 'Reset Layers' }).click();
    expect(await layer.getAttribute('aria-pressed')).toBe('true');
    expect(await inspector(page).getByRole('button', { name: 'Reset Layers' }).count()).toBe(0);

    const title = inspector(page).getByRole('textbox', { name: 'Title' });
    await title.fill('What the sky is like');
    await title.press('Enter');
    await page.getByRole('main').getByText('What the sky is like', { exact: true }).waitFor();
    await context.close();
  });

  test('what is wrong is said on the node and in the inspector, with what mends it', async () => {
    const { page, context } = await house.visit();
    page.setDefaultTimeout(15_000);
    await selectNode(page, 'Taps of the picture');
    await painting(page);
    await inspector(page).getByRole('button', { name: 'relu4_2', exact: true }).click();
    await selectNode(page, 'Content loss');
    const fix = inspector(page).getByRole('button', { name: /Tap .*relu4_2 as well/ });
    await fix.click();
    await expect.poll(() => fix.count()).toBe(0);
    await context.close();
  });

  test('the inspector speaks Chinese, with its formula for whoever cannot see it', async () => {
    const { page, context } = await house.visit({ locale: 'zh-CN' }, '?paused');
    page.setDefaultTimeout(15_000);
    await selectNode(page, '风格损失');
    await inspector(page).getByRole('slider', { name: '权重', exact: true }).waitFor();
    await inspector(page).getByRole('switch', { name: '平衡' }).waitFor();
    await inspector(page).locator('math').first().waitFor({ state: 'attached' });
    const weight = field(page, '权重');
    await weight.fill('很多');
    await weight.press('Enter');
    expect(await inspector(page).getByRole('alert').textContent()).toContain('不是数字');
    await context.close();
  });
});

/** Until the first iteration has been told. */
async function painting(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('progressbar')
    .and(page.locator(':not([aria-valuenow="0"])'))
    .waitFor();
}

async function drag(page: Page, slider: ReturnType<Page['getByRole']>, by: number): Promise<void> {
  const box = await slider.boundingBox();
  if (!box) throw new Error('The slider is nowhere.');
  // Where its thumb is.
  const position = Number(await slider.inputValue());
  const [x, y] = [box.x + 6 + position * (box.width - 12), box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by, y, { steps: 12 });
  await page.mouse.up();
}

/** How each edit was taken up, as the worker tells it. */
const effects = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { effects: string[] }).effects);

function recordEffects(): void {
  const effects: string[] = [];
  Object.assign(globalThis, { effects });
  const Real = Worker;
  globalThis.Worker = class extends Real {
    constructor(...given: ConstructorParameters<typeof Real>) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        for (const event of data?.a?.[0]?.events ?? [])
          if (event.type === 'applied') effects.push(event.effect);
      });
    }
  };
}
