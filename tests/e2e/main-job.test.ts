import { expect, test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  answerOpenDialog,
  chooseMenu,
  forget,
  launch,
  press,
  quit,
  type Workstation,
} from './support/workstation';
import { sampleText } from './support/texts';

let desk: Workstation;

test.beforeEach(async () => {
  desk = await launch();
});

test.afterEach(async () => {
  await quit(desk);
  forget(desk.userData);
});

/** Imports the sample by the menu and waits for it on the sheet. */
async function importSample(): Promise<void> {
  const file = path.join(desk.userData, 'pont.txt');
  writeFileSync(file, sampleText);
  await answerOpenDialog(desk, [file]);
  await press(desk, 'Ctrl+O');
  await expect(
    desk.page.getByRole('heading', { level: 1, name: 'Un pont fermé à Valdane' }),
  ).toBeVisible();
}

test('a dispatch is imported, updated, published, noted and found, by keyboard', async () => {
  const { page } = desk;
  await importSample();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article')).toHaveCount(2);

  await press(desk, 'Ctrl+Enter');
  const draft = page.getByRole('textbox', { name: 'Texte du brouillon' });
  await expect(draft).toBeFocused();
  await page.keyboard.type('Le pont rouvre mercredi');
  await page.keyboard.press('Enter');
  await page.keyboard.type('La préfecture a annoncé la réouverture du pont mercredi à midi.');
  await expect(page.getByRole('contentinfo')).toContainText(/Enregistré \d\d:\d\d:\d\d/);

  await press(desk, 'Ctrl+Shift+Enter');
  const sheet = page.getByRole('dialog', { name: 'Publier la mise à jour' });
  await expect(sheet).toContainText('La préfecture a annoncé la réouverture du pont');
  await sheet.getByRole('button', { name: 'Publier' }).press('Enter');
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('article')).toHaveCount(3);
  const published = page.getByRole('article').first();
  await expect(published).toContainText('Mise à jour · publiée');
  await expect(draft).toBeHidden();

  const text = published.getByRole('textbox', { name: 'Texte de la prise' });
  await text.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await press(desk, 'Ctrl+Alt+M');
  const composer = page.getByRole('textbox', { name: 'Note', exact: true });
  await expect(composer).toBeFocused();
  await page.keyboard.type('Confirmer l’heure auprès de la préfecture');
  await page.keyboard.press('Control+Enter');
  await expect(published.locator('[data-note-id]')).toHaveText('Le pont');

  await press(desk, 'Ctrl+Shift+F');
  await expect(page.getByRole('combobox', { name: 'Chercher dans l’archive' })).toBeFocused();
  await page.keyboard.type('reouverture mid');
  const results = page.getByRole('region', { name: 'Résultats de la recherche' });
  await expect(results.getByRole('option')).toHaveCount(1);
  await expect(results.locator('mark').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('.search-mark').first()).toBeVisible();
});

test('importing the same file again changes nothing', async () => {
  await importSample();
  await chooseMenu(desk, 'import.choose');
  await expect(desk.page.getByText('Déjà dans l’archive')).toBeVisible();
  await expect(desk.page.getByRole('option')).toHaveCount(1);
});
