import { expect, test } from './support/desk';
import { chooseMenu, press } from './support/workstation';
import { importText } from './support/writing';

test('a dispatch is imported, updated, published, noted and found, by keyboard', async ({
  desk,
}) => {
  const { page } = desk;
  await importText(desk);
  await expect(
    page.getByRole('heading', { level: 1, name: 'Un pont fermé à Valdane' }),
  ).toBeVisible();
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

test('importing the same file again changes nothing', async ({ desk }) => {
  await importText(desk);
  await chooseMenu(desk, 'import.choose');
  await expect(desk.page.getByText('Déjà dans l’archive')).toBeVisible();
  await expect(desk.page.getByRole('option')).toHaveCount(1);
});
