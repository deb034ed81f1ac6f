/** A teacher writes a lesson in the page and sends its link; a student opens that, and is in it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

describe.skipIf(noBrowser)('a lesson that a teacher writes', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 240_000);
  afterAll(() => house?.close());

  test('is previewed, goes by link, and is done by doing what it asks', async () => {
    const { page, context } = await house.visit({ reducedMotion: 'reduce' });
    page.setDefaultTimeout(20_000);
    await page.getByRole('menuitem', { name: 'Help' }).click();
    await page.getByRole('menuitem', { name: 'Write a lesson…' }).click();
    const desk = page.getByRole('complementary', { name: 'Writing a lesson' });
    await desk.getByLabel('Title of the lesson').fill('Two weights');
    await desk.getByLabel('Title of the page').fill('Pull');
    await desk.getByLabel('Text', { exact: true }).fill('The [Style loss](node:style-loss) pulls.');
    await desk.getByRole('switch', { name: 'Lock all but some parameters' }).click();
    await desk.getByRole('combobox', { name: 'Free' }).selectOption('styleLoss.weight');
    await desk.getByRole('button', { name: 'Add a task' }).click();
    const task = desk.getByRole('group', { name: 'Task 1' });
    await task.getByRole('combobox', { name: 'Task 1 is done when' }).selectOption('selected');
    await task.getByRole('combobox', { name: 'Node' }).selectOption('styleLoss');

    // What is missing is told, and shown; then there is a link.
    await desk.getByRole('button', { name: 'Share…' }).click();
    const sharing = page.getByRole('dialog', { name: 'Share the lesson' });
    await sharing.getByRole('button', { name: 'Page 1: A task has no words.' }).click();
    await task.getByRole('textbox', { name: 'Task 1' }).fill('Select the Style loss.');

    await desk.getByRole('button', { name: 'Preview' }).click();
    const lesson = page.getByRole('complementary', { name: 'Lesson', exact: true });
    await lesson.getByRole('heading', { name: 'Pull' }).waitFor();
    await lesson.getByRole('button', { name: 'Leave the lesson' }).click();

    await desk.getByRole('button', { name: 'Share…' }).click();
    const link = await sharing.getByLabel('Link to the lesson').inputValue();
    await context.close();

    const student = await house.visit({ reducedMotion: 'reduce' });
    student.page.setDefaultTimeout(20_000);
    await student.page.evaluate(address => {
      location.href = address;
    }, link);
    const read = student.page.getByRole('complementary', { name: 'Lesson', exact: true });
    await read.getByRole('heading', { name: 'Pull' }).waitFor();
    expect(new URL(student.page.url()).hash).toBe('');
    const asked = read.getByRole('listitem').filter({ hasText: 'Select the Style loss.' });
    expect(await asked.getByRole('img', { name: 'Done' }).count()).toBe(0);
    await student.page.locator('.react-flow__node[data-id="styleLoss"] header').click();
    await asked.getByRole('img', { name: 'Done' }).waitFor();
    await student.context.close();
  }, 120_000);
});
