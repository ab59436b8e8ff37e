import { expect, test } from './support/desk';
import { press } from './support/workstation';

test('every command is found by its name and run', async ({ desk }) => {
  const { page } = desk;
  await press(desk, 'Ctrl+Shift+P');
  const palette = page.getByRole('dialog', { name: 'Toutes les commandes' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('depeche nouv');
  await expect(palette.getByRole('option')).toContainText([
    'Nouvelle dépêche',
    'Nouvelle dépêche d’après un modèle…',
  ]);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  const draft = page.getByRole('textbox', { name: 'Texte du brouillon' });
  await expect(draft).toBeFocused();

  // Looked up and left alone: what is typed next goes on where the caret was.
  await page.keyboard.type('Un pont');
  await press(desk, 'Ctrl+Shift+P');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('quitter');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await page.keyboard.type(' rouvre');
  await expect(draft).toContainText('Un pont rouvre');

  // The sample archive, once the wire no longer offers it.
  await press(desk, 'Ctrl+Shift+P');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('exemple');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Voici l’archive d’exemple')).toBeVisible();
});

test('a command that takes the focus has it after the palette closed', async ({ desk }) => {
  const { page } = desk;
  await press(desk, 'Ctrl+Shift+P');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('chercher');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Chercher dans l’archive' })).toBeFocused();
});

test('a dispatch is opened by the beginnings of its words', async ({ desk }) => {
  const { page } = desk;
  for (const headline of ['Crue de la Lisse à Orbaz', 'Grève au port de Valdane']) {
    await press(desk, 'Ctrl+N');
    const draft = page.getByRole('textbox', { name: 'Texte du brouillon' });
    await expect(draft.locator('[data-block=headline]')).toHaveText('');
    await expect(draft).toBeFocused();
    await page.keyboard.type(headline);
  }
  await page.getByRole('option', { name: /Crue/ }).click();
  await expect(page.getByRole('contentinfo')).toContainText(/Enregistré/);
  await press(desk, 'Ctrl+P');
  const chooser = page.getByRole('dialog', { name: 'Ouvrir rapidement' });
  await expect(chooser.getByRole('combobox')).toBeFocused();
  await expect(chooser.getByRole('option')).toHaveCount(2);
  await page.keyboard.type('val gre');
  await expect(chooser.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Texte du brouillon' })).toContainText('Grève');
});
