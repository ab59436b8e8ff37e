import type { Page } from '@playwright/test';
import { expect, test } from './support/desk';
import { chooseMenu, press } from './support/workstation';
import { draftOf, saved, writeDispatch } from './support/writing';

const paragraphs = Array.from({ length: 30 }, (_, at) => `Paragraphe ${at + 1} du brouillon.`);

/** How far down the sheet the caret's line stands, as a part of its height. */
function caretHeight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const range = getSelection()?.getRangeAt(0);
    const sheet = document.querySelector('[data-sheet-scroll]');
    if (range === undefined || sheet === null) throw new Error('There is no caret in a sheet.');
    const block = range.startContainer.parentElement;
    const line = range.getClientRects()[0] ?? block?.getBoundingClientRect();
    const box = sheet.getBoundingClientRect();
    return ((line?.top ?? 0) + (line?.height ?? 0) / 2 - box.top) / box.height;
  });
}

function drawn(page: Page): Promise<{ readonly width: number; readonly size: string }> {
  return draftOf(page).evaluate((surface) => ({
    width: surface.getBoundingClientRect().width,
    size: getComputedStyle(surface).fontSize,
  }));
}

test('focus mode, the held line, the measure and the size of the text, and all of it kept', async ({
  desk,
}) => {
  const draft = await writeDispatch(desk, 'Un pont fermé', 'Il est fermé.', ...paragraphs);
  await saved(desk.page);
  const wire = desk.page.getByRole('region', { name: 'Fil', exact: true });
  const margin = desk.page.getByRole('complementary', { name: 'Marge' });
  await expect(wire).toBeVisible();

  // Panes away, the paragraph in hand at full ink and the others muted; Escape brings all back.
  await press(desk, 'Ctrl+Shift+D');
  await expect(wire).toBeHidden();
  await expect(margin).toBeHidden();
  await expect(draft).toBeFocused();
  const inHand = draft.locator('.in-hand');
  await expect(inHand).toHaveText('Paragraphe 30 du brouillon.');
  const ink = (text: string) =>
    draft.getByText(text, { exact: true }).evaluate((block) => getComputedStyle(block).color);
  expect(await ink('Paragraphe 29 du brouillon.')).not.toBe(
    await ink('Paragraphe 30 du brouillon.'),
  );
  await desk.page.keyboard.press('ArrowUp');
  await expect(inHand).toHaveText('Paragraphe 29 du brouillon.');
  await desk.page.keyboard.press('Escape');
  await expect(wire).toBeVisible();
  await expect(margin).toBeVisible();
  await expect(inHand).toHaveCount(0);

  // The line in hand stays where it is as one writes and as one goes up.
  await chooseMenu(desk, 'view.typewriter');
  await expect(desk.page.locator('[data-sheet-scroll=line-in-hand]')).toBeVisible();
  await draft.focus();
  await desk.page.keyboard.press('Control+End');
  await desk.page.keyboard.press('ArrowUp');
  await desk.page.keyboard.type(' Encore.');
  await expect.poll(() => caretHeight(desk.page)).toBeCloseTo(0.45, 1);
  for (let up = 0; up < 5; up += 1) await desk.page.keyboard.press('ArrowUp');
  await expect.poll(() => caretHeight(desk.page)).toBeCloseTo(0.45, 1);

  // Longer lines by a command, a larger text by the preferences.
  const characters = () =>
    desk.page.evaluate(() => document.documentElement.style.getPropertyValue('--sheet-characters'));
  await chooseMenu(desk, 'view.measure-wider');
  await expect.poll(characters).toBe('68');
  const before = await drawn(desk.page);
  await press(desk, 'Ctrl+,');
  await desk.page.getByRole('spinbutton', { name: /^Signes par ligne/ }).fill('56');
  await desk.page.getByRole('spinbutton', { name: /^Taille du texte/ }).fill('20');
  await desk.page.keyboard.press('Escape');
  await expect.poll(async () => (await drawn(desk.page)).size).toBe('20px');
  expect((await drawn(desk.page)).width).toBeLessThan(before.width);

  await press(desk, 'Ctrl+Shift+D');
  await expect(wire).toBeHidden();
  await desk.restart();
  await expect(draftOf(desk.page)).toBeVisible();
  await expect(desk.page.getByRole('region', { name: 'Fil', exact: true })).toBeHidden();
  await expect.poll(async () => (await drawn(desk.page)).size).toBe('20px');
  await expect(desk.page.locator('[data-sheet-scroll=line-in-hand]')).toBeVisible();
  // The same key leaves, and so does asking for a pane.
  await chooseMenu(desk, 'view.notes');
  await expect(desk.page.getByRole('complementary', { name: 'Marge' })).toBeVisible();
});
