import type { Page } from '@playwright/test';
import { expect, test } from './support/desk';
import { chooseMenu, press } from './support/workstation';
import { caretAfter, draftOf } from './support/writing';

test.beforeEach(async ({ desk }) => {
  await press(desk, 'Ctrl+N');
  await expect(draftOf(desk.page)).toBeFocused();
});

/** The headline as it is written, its spaces made visible: ~ no-break, _ narrow no-break. */
async function headline(page: Page): Promise<string> {
  const text = await draftOf(page).locator('[data-block=headline]').textContent();
  return (text ?? '').replaceAll('\u00A0', '~').replaceAll('\u202F', '_');
}

test('French falls into place as one types, and one Backspace takes it back', async ({ desk }) => {
  const { keyboard } = desk.page;
  await keyboard.type('Le "non" d\'Orbaz : pourquoi ?');
  expect(await headline(desk.page)).toBe('Le «_non_» d’Orbaz~: pourquoi_?');
  await keyboard.press('Backspace');
  expect(await headline(desk.page)).toBe('Le «_non_» d’Orbaz~: pourquoi ?');
  await keyboard.press('Backspace');
  expect(await headline(desk.page)).toBe('Le «_non_» d’Orbaz~: pourquoi ');
});

test('undo takes the automatic change back before what was typed', async ({ desk }) => {
  const { keyboard } = desk.page;
  await keyboard.type('Vraiment ?');
  expect(await headline(desk.page)).toBe('Vraiment_?');
  await keyboard.press('Control+z');
  expect(await headline(desk.page)).toBe('Vraiment ?');
});

test('addresses and times are left alone', async ({ desk }) => {
  await desk.page.keyboard.type('https://exemple.fr/?a=1;b à 21:14 ');
  expect(await headline(desk.page)).toBe('https://exemple.fr/?a=1;b à 21:14 ');
});

test('it can be switched off; a command then sets a whole draft right and shows where', async ({
  desk,
}) => {
  const { page } = desk;
  await press(desk, 'Ctrl+,');
  await page.getByRole('button', { name: 'Marche de la maison' }).click();
  const box = page.getByRole('checkbox', { name: /Typographie automatique/ });
  await box.uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await draftOf(page).locator('[data-block=headline]').click();
  // For one draft it is switched on, and off again, by the draft alone.
  await chooseMenu(desk, 'format.typography-here');
  await expect(page.getByText('typographie automatique', { exact: true })).toBeVisible();
  await page.keyboard.type('Quoi ?');
  await expect.poll(() => headline(page)).toBe('Quoi_?');
  await chooseMenu(desk, 'format.typography-here');
  await expect(page.getByText('sans typographie automatique', { exact: true })).toBeVisible();
  await page.keyboard.press('Shift+Home');
  await page.keyboard.type('"Non", dit l\'Elysée...');
  expect(await headline(desk.page)).toBe('"Non", dit l\'Elysée...');
  await press(desk, 'Ctrl+Shift+Y');
  await expect.poll(() => headline(page)).toBe('«_Non_», dit l’Elysée…');
  await expect(page.locator('.typography-change').first()).toBeVisible();
  await expect(page.getByText('4 changements typographiques.')).toBeVisible();
  await press(desk, 'Ctrl+Shift+Y');
  await expect(page.getByText('Rien à rétablir.')).toBeVisible();
  await draftOf(page).focus();
  await page.keyboard.press('Control+z');
  expect(await headline(desk.page)).toBe('"Non", dit l\'Elysée...');
});

test('an abbreviation gives way to what it stands for, and one Backspace gives it back', async ({
  desk,
}) => {
  const { keyboard } = desk.page;
  await keyboard.type('À la md ?');
  expect(await headline(desk.page)).toBe('À la Maison Blanche_?');
  await keyboard.press('Enter');
  await keyboard.type('Le jj à hh, la md,');
  const lead = draftOf(desk.page).locator('[data-block=lead]');
  await expect(lead).toHaveText(/^Le \S+ \S+\s\S+ à \d+\sh\s\d\d, la Maison Blanche,$/);
  await keyboard.press('Backspace');
  await expect(lead).toHaveText(/la md,$/);
  await keyboard.type(' la md ');
  await expect(lead).toHaveText(/la md, la Maison Blanche $/);
  await keyboard.press('Control+z');
  await expect(lead).toHaveText(/la md, la md $/);
  await keyboard.type('www.exemple.fr/md ');
  await expect(lead).toHaveText(/la md www\.exemple\.fr\/md $/);

  // The list is the person's own; what is marked as another language is left alone.
  await press(desk, 'Ctrl+,');
  await desk.page.getByRole('button', { name: 'Marche de la maison' }).click();
  await desk.page.getByRole('textbox', { name: 'Abréviations' }).fill('ue | Union européenne');
  await desk.page.keyboard.press('Escape');
  await expect(desk.page.getByRole('dialog')).toBeHidden();
  await caretAfter(draftOf(desk.page), 'exemple.fr/md ');
  await keyboard.type('l’ue md ');
  await expect(lead).toHaveText(/ l’Union européenne md $/);
  await chooseMenu(desk, 'format.language-other');
  await expect(lead.locator('[data-language]').last()).toBeVisible();
  await keyboard.press('ArrowLeft');
  await keyboard.type(' ue ');
  await expect(lead).toHaveText(/ md ue {2}$/);
});

test('invisible signs are shown on demand, each by its own sign', async ({ desk }) => {
  const { page } = desk;
  await page.keyboard.type('Vraiment ? Oui');
  await press(desk, 'Ctrl+Shift+8');
  await expect(page.locator('.invisible-narrow-no-break')).toHaveCount(1);
  await expect(page.locator('.invisible-space')).toHaveCount(1);
  expect(await headline(desk.page)).toBe('Vraiment_? Oui');
  await press(desk, 'Ctrl+Shift+8');
  await expect(page.locator('.invisible')).toHaveCount(0);
});
