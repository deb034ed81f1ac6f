/** The two ways in which a student does what a lesson asks: with the mouse, and with the keyboard alone. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Condition } from '../../src/graph/lesson/condition.ts';
import type { Lesson } from '../../src/graph/lesson/lesson.ts';
import { catalogue } from '../../src/language/message.ts';
import type { Language } from '../../src/language/text.ts';
import { nodeKinds } from '../../src/nodes/registry.ts';

export interface Hand {
  /** Opens a lesson from a file that has this text. */
  openFile(name: string, text: string): Promise<void>;
  /** Presses the button of this name in the lesson. */
  press(player: Locator, name: string): Promise<void>;
  /** Does what is asked. */
  perform(when: Condition, lesson: Lesson): Promise<void>;
}

const inspector = (page: Page): Locator => page.locator('[data-region="inspector"]');

const control = (page: Page, node: string, param: string): Locator =>
  inspector(page).locator(`[data-parameter="${node}.${param}"]`);

const fileOf = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

/** A number that meets the bounds, and those of the parameter. */
function numberFor(
  { above, below }: { readonly above?: number; readonly below?: number },
  most = Number.POSITIVE_INFINITY,
): string {
  if (above !== undefined && below !== undefined) return String((above + below) / 2);
  if (above !== undefined) return String(Math.min(above * 1.2, most));
  return String((below ?? 1) * 0.8);
}

/** Whether it paints, so that there is only to wait. */
const isPlaying = async (page: Page, language: Language): Promise<boolean> =>
  (await page.locator('[data-part="transport"] button').first().getAttribute('aria-label')) ===
  catalogue['viewer.pause'][language];

type ParameterCondition = Extract<Condition, { type: 'parameter' }>;

const controlOf = ({ node, param }: ParameterCondition, lesson: Lesson) => {
  const kind = Object.values(lesson.graphs).flatMap(({ nodes }) => nodes[node]?.kind ?? [])[0] ?? '';
  const declared = nodeKinds.get(kind)?.params[param]?.control;
  if (!declared) throw new Error(`There is no ${node}.${param}.`);
  return declared;
};

/** What an integer takes. */
const inWhole = (text: string, isInteger: boolean) => (isInteger ? String(Math.round(Number(text))) : text);

export function mouseHand(page: Page, language: Language): Hand {
  const said = (id: keyof typeof catalogue) => catalogue[id][language];
  const select = async (node: string) => {
    await page.keyboard.press('Shift+1');
    const title = page.locator(`.react-flow__node[data-id="${node}"] header`);
    await title.click();
    await page.locator(`.react-flow__node[data-id="${node}"].selected`).waitFor();
  };
  const set = async (when: ParameterCondition, lesson: Lesson) => {
    await select(when.node);
    const declared = controlOf(when, lesson);
    const place = control(page, when.node, when.param);
    switch (declared.type) {
      case 'number':
      case 'integer': {
        const field = place.getByRole('spinbutton');
        await field.fill(inWhole(numberFor(when, declared.max), declared.type === 'integer'));
        await field.press('Enter');
        return;
      }
      case 'flag':
        return place.getByRole('switch').click();
      case 'image':
        await place.getByRole('button', { name: said('control.choose-image') }).click();
        return page
          .getByRole('dialog')
          .getByRole('button', { pressed: false })
          .filter({ has: page.locator('img') })
          .last()
          .click();
      case 'choice':
        await place.getByRole('combobox').click();
        return page
          .getByRole('option', { name: declared.choices[String(when.is)]?.[language] ?? '' })
          .click();
      case 'encoder':
        await place.getByRole('combobox').click();
        return page.getByRole('option', { name: said('control.encoder-random') }).click();
      default:
        throw new Error(`Nobody has said how a ${declared.type} is set.`);
    }
  };
  return {
    async openFile(name, text) {
      await page.getByRole('menuitem', { name: { en: 'Help', zh: '帮助' }[language] }).click();
      await page.getByRole('menuitem', { name: { en: 'Lessons…', zh: '课程…' }[language] }).click();
      const chooser = page.waitForEvent('filechooser');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: said('lesson.open-file') })
        .click();
      await (await chooser).setFiles(fileOf(name, text));
    },
    press: (player, name) => player.getByRole('button', { name, exact: true }).click(),
    async perform(when, lesson) {
      switch (when.type) {
        case 'parameter':
          return set(when, lesson);
        case 'layers':
          await select(when.node);
          for (const layer of when.layers) {
            const cell = control(page, when.node, 'layers').getByRole('button', { name: layer, exact: true });
            const isOn = (await cell.getAttribute('aria-pressed')) === 'true';
            if (isOn !== (when.are === 'on')) await cell.click();
          }
          return;
        case 'selected':
          return select(when.node);
        case 'flow':
          await select(when.node);
          return page.keyboard.press('m');
        case 'compared':
          return page.locator('[data-part="compare"]').click();
        case 'restarted':
          return page
            .getByRole('button', { name: said('viewer.restart') })
            .last()
            .click();
        case 'iterations':
        case 'loss':
          if (!(await isPlaying(page, language)))
            await page.locator('[data-part="transport"] button').first().click();
          return;
        default:
          throw new Error(`Nobody has said how ${when.type} is done.`);
      }
    },
  };
}

export function keyboardHand(page: Page, language: Language): Hand {
  const said = (id: keyof typeof catalogue) => catalogue[id][language];
  const { keyboard } = page;
  // From the start: a chooser that opens while the first listener is still being set up is closed by the browser.
  page.on('filechooser', () => {});
  const active = () =>
    page.evaluate(() => {
      const { activeElement: element } = document;
      return {
        region: element?.getAttribute('data-region') ?? '',
        name: element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '',
        role: element?.getAttribute('role') ?? element?.tagName.toLowerCase() ?? '',
        of: element?.closest('[data-parameter]')?.getAttribute('data-parameter') ?? '',
        node: element?.closest('.react-flow__node')?.getAttribute('data-id') ?? '',
      };
    });
  type Active = Awaited<ReturnType<typeof active>>;
  /** Presses `key` until what has the keyboard is what is meant. A group of buttons moves it a moment later. */
  const until = async (key: string, isMeant: (now: Active) => boolean, most = 80) => {
    for (let times = 0; !isMeant(await active()); times++) {
      if (times > most)
        throw new Error(`${key} does not lead there; it ends at ${JSON.stringify(await active())}.`);
      const before = await page.evaluateHandle(() => document.activeElement);
      await keyboard.press(key);
      const moved = page.waitForFunction(was => document.activeElement !== was, before, { timeout: 2_000 });
      await moved.catch(() => {});
    }
  };
  const toRegion = (region: string) => until('F6', now => now.region === region, 8);
  /** From a node to its parameters: on the canvas, Tab would look for another node. */
  const intoInspector = async () => {
    await keyboard.press('Enter');
    await page.locator('[data-region="inspector"]').and(page.locator(':focus-within')).waitFor();
  };
  const goTo = async (node: string, lesson: Lesson) => {
    await toRegion('canvas');
    const kind = Object.values(lesson.graphs).flatMap(({ nodes }) => nodes[node]?.kind ?? [])[0] ?? '';
    const title = lesson.titles?.[node]?.[language] ?? nodeKinds.get(kind)?.title[language] ?? '';
    await keyboard.press('Control+f');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await keyboard.type(title);
    await page.getByRole('option', { selected: true }).filter({ hasText: title }).waitFor();
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator(`.react-flow__node[data-id="${node}"]:focus`).waitFor();
  };
  /** From the node to its parameter in the inspector. */
  const toParameter = async (
    when: { readonly node: string; readonly param: string },
    lesson: Lesson,
    role: string,
  ) => {
    await goTo(when.node, lesson);
    await intoInspector();
    await until('Tab', now => now.of === `${when.node}.${when.param}` && now.role === role);
  };
  const set = async (when: ParameterCondition, lesson: Lesson) => {
    const declared = controlOf(when, lesson);
    switch (declared.type) {
      case 'number':
      case 'integer':
        await toParameter(when, lesson, 'spinbutton');
        await keyboard.press('Control+a');
        await keyboard.type(inWhole(numberFor(when, declared.max), declared.type === 'integer'));
        return keyboard.press('Enter');
      case 'flag':
        await toParameter(when, lesson, 'switch');
        return keyboard.press('Space');
      case 'image':
        await toParameter(when, lesson, 'button');
        await keyboard.press('Enter');
        await page
          .getByRole('dialog')
          .getByRole('img')
          .first()
          .or(page.getByRole('dialog').locator('img').first())
          .waitFor();
        await until('Tab', now => now.name === said('images.sample.stained-glass'));
        return keyboard.press('Enter');
      case 'choice':
      case 'encoder': {
        const wanted =
          declared.type === 'choice'
            ? declared.choices[String(when.is)]?.[language]
            : said('control.encoder-random');
        await toParameter(when, lesson, 'combobox');
        await keyboard.press('Enter');
        await page.getByRole('listbox').waitFor();
        await until('ArrowDown', now => now.name === wanted);
        return keyboard.press('Enter');
      }
      default:
        throw new Error(`Nobody has said how a ${declared.type} is set.`);
    }
  };
  return {
    async openFile(name, text) {
      await keyboard.press('Control+k');
      await page.getByRole('combobox', { name: said('command.search') }).waitFor();
      await keyboard.type({ en: 'Lessons', zh: '课程…' }[language]);
      await page
        .getByRole('option', { selected: true })
        .filter({ hasText: { en: 'Lessons…', zh: '课程…' }[language] })
        .waitFor();
      await keyboard.press('Enter');
      await page.getByRole('dialog', { name: said('lesson.gallery') }).waitFor();
      await until('Tab', now => now.name === said('lesson.open-file'));
      const chooser = page.waitForEvent('filechooser');
      await keyboard.press('Enter');
      await (await chooser).setFiles(fileOf(name, text));
    },
    async press(player, name) {
      await player.getByRole('button', { name, exact: true }).waitFor();
      await toRegion('lesson');
      await until('Tab', now => now.name === name);
      await keyboard.press('Enter');
    },
    async perform(when, lesson) {
      switch (when.type) {
        case 'parameter':
          return set(when, lesson);
        case 'layers':
          for (const layer of when.layers) {
            const cell = control(page, when.node, 'layers').getByRole('button', { name: layer, exact: true });
            await goTo(when.node, lesson);
            if (((await cell.getAttribute('aria-pressed')) === 'true') === (when.are === 'on')) continue;
            await intoInspector();
            await until('Tab', now => now.of === `${when.node}.layers` && /^(relu|conv)\d/.test(now.name));
            await until('ArrowRight', now => now.name === layer);
            await keyboard.press('Space');
            const isNow = when.are === 'on' ? 'true' : 'false';
            await expect.poll(() => cell.getAttribute('aria-pressed')).toBe(isNow);
          }
          return;
        case 'selected':
          return goTo(when.node, lesson);
        case 'flow':
          await goTo(when.node, lesson);
          return keyboard.press('m');
        case 'compared':
          return keyboard.press('Shift+C');
        case 'restarted':
          await toRegion('canvas');
          return keyboard.press('Shift+R');
        case 'iterations':
        case 'loss':
          await toRegion('canvas');
          if (await isPlaying(page, language)) return;
          await keyboard.press('Space');
          // Until it is seen to paint, another press would stop it; what is painted at once is not seen to.
          for (let looks = 0; looks < 20 && !(await isPlaying(page, language)); looks++) {
            await page.waitForTimeout(100);
          }
          return;
        default:
          throw new Error(`Nobody has said how ${when.type} is done.`);
      }
    },
  };
}
