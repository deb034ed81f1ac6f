/** The page as a screen reader and a person with weak sight have it: scanned by axe, with everything open that opens. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** How what has opened is looked at: wholly with dark colours, then again for the light ones. */
const looks = [
  ['Dark', (page: Page, _: string, rules?: Rules) => violations(page, rules)],
  ['Light', (page: Page, selector: string) => colours(page, selector)],
] as const;

describe.skipIf(noBrowser)('accessibility', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 240_000);
  afterAll(() => house?.close());

  /** Paused, so that nothing changes while it is looked at. */
  async function pausedPage() {
    const { page, context } = await house.visit({ reducedMotion: 'reduce' }, '?paused');
    page.setDefaultTimeout(30_000);
    await page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Paint on' }).waitFor();
    await page.evaluate(await readFile(axeFile, 'utf8'));
    return { page, context };
  }

  test('the page has no violation, in both themes and both languages', async () => {
    const { page, context } = await pausedPage();
    // Colours hang on the theme alone, names on the language alone.
    for (const [theme, language] of [
      ['Dark', 'English'],
      ['Light', '中文'],
    ] as const) {
      await page.getByRole('radio', { name: theme }).click();
      await page.getByRole('radio', { name: language }).click();
      expect(await violations(page), `${theme}, ${language}`).toEqual([]);
    }
    await context.close();
  }, 240_000);

  test.each(looks)(
    'no dialog and no search has a violation, with %s colours',
    async (theme, look) => {
      const { page, context } = await pausedPage();
      await page.getByRole('radio', { name: theme }).click();
      await page.getByRole('main').getByText('Style loss', { exact: true }).click();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search commands' }).waitFor();
      expect(await look(page, '[role=dialog]'), 'the palette').toEqual([]);
      const opening = await page.getByRole('option', { disabled: false }).evaluateAll(options =>
        options
          .map(option => ({ id: option.getAttribute('data-value') ?? '', text: option.textContent ?? '' }))
          .filter(({ id, text }) => /…|Keyboard shortcuts|About/.test(text) || id.startsWith('view.lens-'))
          .map(({ id }) => id)
          // A file's place is asked for by the browser, a lesson is written beside the graph; the palette is open.
          .filter(id => !/^file\.(open|save|export)|^help\.(palette|write-lesson)/.test(id)),
      );
      expect(opening.length).toBeGreaterThan(6);
      await page.keyboard.press('Escape');
      for (const id of opening) {
        await page.keyboard.press('Control+k');
        await page.locator(`[cmdk-item][data-value="${id}"]`).click();
        await page.getByRole('combobox', { name: 'Search commands' }).waitFor({ state: 'detached' });
        await page.getByRole('dialog').first().waitFor();
        expect(await look(page, '[role=dialog]'), id).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await page.keyboard.press('Control+k');
      await page.locator('[cmdk-item][data-value="help.write-lesson"]').click();
      await page.getByRole('textbox', { name: 'Title of the lesson' }).waitFor();
      expect(await look(page, 'body'), 'a lesson that is written').toEqual([]);
      await context.close();
    },
    240_000,
  );

  test.each(looks)(
    'no menu has a violation, with %s colours',
    async (theme, look) => {
      const { page, context } = await pausedPage();
      await page.getByRole('radio', { name: theme }).click();
      const whileOpen = async (name: string) => {
        await page.getByRole('menu').first().waitFor();
        // What opens over the page is part of none of its landmarks.
        expect(await look(page, '[role=menu]', { region: { enabled: false } }), name).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('menu').first().waitFor({ state: 'detached' });
      };
      for (const name of ['File', 'Edit', 'View', 'Insert', 'Run', 'Help']) {
        await page.getByRole('menubar').getByRole('menuitem', { name, exact: true }).click();
        await whileOpen(name);
      }
      await page.getByRole('main').getByText('Style loss', { exact: true }).click({ button: 'right' });
      await whileOpen('of a node');
      const viewer = page.getByRole('region', { name: 'Picture', exact: true });
      await viewer.getByRole('button', { name: 'Save the picture' }).click();
      await whileOpen('to save');
      await viewer.getByRole('button', { name: 'Compare', exact: true }).click();
      await viewer.getByRole('button', { name: /^Compare with/ }).click();
      await whileOpen('to compare');
      await context.close();
    },
    240_000,
  );
});

type Rules = Readonly<Record<string, { readonly enabled: boolean }>>;

/** What axe finds, as sentences with the places. */
const violations = (page: Page, rules: Rules = {}): Promise<readonly string[]> =>
  found(page, 'html', { resultTypes: ['violations'], rules });

/** What axe finds wrong with the colours in what `selector` selects: nothing else hangs on the theme. */
const colours = (page: Page, selector: string): Promise<readonly string[]> =>
  found(page, selector, { resultTypes: ['violations'], runOnly: ['color-contrast'] });

function found(page: Page, selector: string, options: object): Promise<readonly string[]> {
  return page.evaluate(
    async ({ selector, options }) => {
      const { axe } = window as unknown as {
        axe: {
          run(
            place: string,
            options: object,
          ): Promise<{
            violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[];
          }>;
        };
      };
      const { violations } = await axe.run(selector, options);
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(
          ({ html, failureSummary }) => `${id}: ${help} at ${html.slice(0, 300)} (${failureSummary})`,
        ),
      );
    },
    { selector, options },
  );
}
