import { foundByAxe } from './support/axe';
import { expect, test } from './support/desk';
import { chooseMenu, press } from './support/workstation';
import { draftOf, publish, saved, writeDispatch } from './support/writing';

test('words are found in all drafts and in what is published, replaced in the drafts chosen, and all of it taken back', async ({
  desk,
}) => {
  const { page } = desk;
  const draft = draftOf(page);
  await writeDispatch(desk, 'Sommet à Bruxelles', 'Trump a rencontré la présidente.');
  await publish(desk);
  await writeDispatch(desk, 'Visite annoncée', 'Trump viendra mardi, dit Trump.');
  await saved(page);
  await writeDispatch(desk, 'Réactions', '«\u202fTrump se trompe\u202f», dit le maire à Trump.');
  await saved(page);

  await press(desk, 'Ctrl+Shift+A');
  const dialog = page.getByRole('dialog', { name: 'Rechercher et remplacer partout' });
  // Typed before the dialog is there, it would go to the draft.
  await expect(dialog.locator('input:focus')).toBeVisible();
  await page.keyboard.type('Trump');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Donald Trump');
  await dialog.getByRole('radio', { name: 'Brouillons et publié' }).check();
  await dialog.getByRole('button', { name: 'Rechercher', exact: true }).press('Enter');
  const list = dialog.getByRole('list', { name: 'Textes où il se trouve' });
  await expect(dialog.getByText('5 endroits dans 3 textes.')).toBeVisible();
  await expect(list.getByRole('button', { name: /Commencer un rectificatif de/ })).toHaveCount(1);
  await expect(list.getByText('(dans une citation : reste)')).toHaveCount(1);
  expect(await foundByAxe(desk)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('everywhere.png') });
  await dialog.getByRole('checkbox', { name: 'Visite annoncée' }).uncheck();
  await expect(dialog.getByRole('button', { name: 'Remplacer dans 1 brouillon' })).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Visite annoncée' }).check();
  await dialog.getByRole('button', { name: 'Remplacer dans 2 brouillons' }).press('Enter');
  await expect(dialog).toBeHidden();

  // The open draft took it as another window's words; quoted words stay.
  await expect(draft).toContainText('«\u202fTrump se trompe\u202f», dit le maire à Donald Trump.');
  const messages = page.getByRole('status', { name: 'Messages' });
  await expect(messages).toContainText('3 endroits remplacés dans 2 brouillons.');
  await page.getByRole('option', { name: /Visite annoncée/ }).click();
  await expect(draft).toContainText('Donald Trump viendra mardi, dit Donald Trump.');

  // Also by its command, after the message is gone and the workstation was started again.
  await desk.restart();
  await chooseMenu(desk, 'edit.undo-replace');
  await expect(desk.page.getByRole('status', { name: 'Messages' })).toContainText(
    'Annulé dans 2 brouillons.',
  );
  await desk.page.getByRole('option', { name: /Visite annoncée/ }).click();
  await expect(draftOf(desk.page)).toContainText(/(?<!Donald )Trump viendra mardi, dit Trump\./);
  await chooseMenu(desk, 'edit.undo-replace');
  await expect(desk.page.getByRole('status', { name: 'Messages' })).toContainText(
    'pas de remplacement partout',
  );

  // A pattern that would never end is stopped, with a sentence.
  await writeDispatch(desk, 'a'.repeat(60));
  await saved(desk.page);
  await press(desk, 'Ctrl+Shift+A');
  const again = desk.page.getByRole('dialog', { name: 'Rechercher et remplacer partout' });
  await again.getByRole('textbox', { name: 'Rechercher' }).fill('(a+)+b');
  await again.getByRole('checkbox', { name: /Expression régulière/ }).check();
  await desk.page.keyboard.press('Enter');
  await expect(again.getByRole('alert')).toContainText('prend trop de temps');
});
