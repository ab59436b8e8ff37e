import { expect, test } from '@playwright/test';
import { forget, launch, press, quit, type Workstation } from './support/workstation';

let desk: Workstation;

test.beforeEach(async () => {
  desk = await launch();
  await press(desk, 'Ctrl+N');
  await expect(draft()).toBeFocused();
});

test.afterEach(async () => {
  await quit(desk);
  forget(desk.userData);
});

function draft() {
  return desk.page.getByRole('textbox', { name: 'Texte du brouillon' });
}

/** The headline as it is written, its spaces made visible: ~ no-break, _ narrow no-break. */
async function headline(): Promise<string> {
  const text = await draft().locator('[data-block=headline]').textContent();
  return (text ?? '').replaceAll('\u00A0', '~').replaceAll('\u202F', '_');
}

test('French falls into place as one types, and one Backspace takes it back', async () => {
  const { keyboard } = desk.page;
  await keyboard.type('Le "non" d\'Orbaz : pourquoi ?');
  expect(await headline()).toBe('Le «_non_» d’Orbaz~: pourquoi_?');
  await keyboard.press('Backspace');
  expect(await headline()).toBe('Le «_non_» d’Orbaz~: pourquoi ?');
  await keyboard.press('Backspace');
  expect(await headline()).toBe('Le «_non_» d’Orbaz~: pourquoi ');
});

test('undo takes the automatic change back before what was typed', async () => {
  const { keyboard } = desk.page;
  await keyboard.type('Vraiment ?');
  expect(await headline()).toBe('Vraiment_?');
  await keyboard.press('Control+z');
  expect(await headline()).toBe('Vraiment ?');
});

test('addresses and times are left alone', async () => {
  await desk.page.keyboard.type('https://exemple.fr/?a=1;b à 21:14 ');
  expect(await headline()).toBe('https://exemple.fr/?a=1;b à 21:14 ');
});

test('it can be switched off; a command then sets a whole draft right and shows where', async () => {
  const { page } = desk;
  await press(desk, 'Ctrl+,');
  const box = page.getByRole('checkbox', { name: /Typographie automatique/ });
  await box.uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await draft().locator('[data-block=headline]').click();
  await page.keyboard.type('"Non", dit l\'Elysée...');
  expect(await headline()).toBe('"Non", dit l\'Elysée...');
  await press(desk, 'Ctrl+Shift+Y');
  await expect.poll(headline).toBe('«_Non_», dit l’Elysée…');
  await expect(page.locator('.typography-change').first()).toBeVisible();
  await expect(page.getByText('4 changements typographiques.')).toBeVisible();
  await press(desk, 'Ctrl+Shift+Y');
  await expect(page.getByText('Rien à rétablir.')).toBeVisible();
  await draft().focus();
  await page.keyboard.press('Control+z');
  expect(await headline()).toBe('"Non", dit l\'Elysée...');
});

test('invisible signs are shown on demand, each by its own sign', async () => {
  const { page } = desk;
  await page.keyboard.type('Vraiment ? Oui');
  await press(desk, 'Ctrl+Shift+8');
  await expect(page.locator('.invisible-narrow-no-break')).toHaveCount(1);
  await expect(page.locator('.invisible-space')).toHaveCount(1);
  expect(await headline()).toBe('Vraiment_? Oui');
  await press(desk, 'Ctrl+Shift+8');
  await expect(page.locator('.invisible')).toHaveCount(0);
});
