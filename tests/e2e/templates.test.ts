import path from 'node:path';
import { expect, test } from './support/desk';
import { answerOpenDialog, answerSaveDialog, chooseMenu, press } from './support/workstation';
import { draftOf, saved } from './support/writing';

test('a dispatch is begun by a template, filled field by field, and signed by whoever edits last', async ({
  desk,
}) => {
  const { page } = desk;
  // The desk copies a template that is shipped and makes it its own.
  await chooseMenu(desk, 'template.open');
  const dialog = page.getByRole('dialog', { name: 'Modèles de dépêche' });
  const list = dialog.getByRole('list', { name: 'Modèles' });
  await expect(list.getByRole('button')).toHaveCount(8);
  await list
    .getByRole('button', { name: /^Urgent/ })
    .first()
    .click();
  await expect(dialog.getByRole('textbox', { name: 'Nom' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'En faire une copie' }).click();
  await dialog.getByRole('textbox', { name: 'Nom' }).fill('Urgent justice');
  await dialog.getByRole('textbox', { name: 'Desk' }).fill('Justice');
  await dialog.getByRole('textbox', { name: 'Signature' }).fill('oap/ptur');
  await dialog
    .getByRole('textbox', { name: 'Texte' })
    .fill('{qui} à {lieu} à {heure}.\n«\u202F{citation}\u202F», a dit {nom}.');
  await page.keyboard.press('Control+Enter');
  await expect(list.getByRole('button')).toHaveCount(9);
  await expect(list.getByRole('button').first()).toHaveText(/^Urgent justice.*Justice/);
  // It goes out as a file, and comes back from it after it was removed.
  const file = path.join(desk.userData, 'modeles.json');
  await answerSaveDialog(desk, file);
  await dialog.getByRole('button', { name: 'Exporter…' }).click();
  await expect(page.getByText('1 modèle enregistré dans')).toBeVisible();
  await dialog.getByRole('button', { name: 'Retirer' }).click();
  await expect(list.getByRole('button')).toHaveCount(8);
  await expect(dialog.getByRole('button', { name: 'Exporter…' })).toBeDisabled();
  await answerOpenDialog(desk, [file]);
  await dialog.getByRole('button', { name: 'Importer des modèles' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Importer, en gardant les modèles' }).press('Enter');
  await expect(page.getByText('1 modèle ajouté')).toBeVisible();
  await expect(list.getByRole('button').first()).toHaveText(/^Urgent justice.*Justice/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await press(desk, 'Ctrl+T');
  const chooser = page.getByRole('dialog', { name: 'Nouvelle dépêche d’après un modèle' });
  await page.keyboard.type('urgent justice');
  await expect(chooser.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const draft = draftOf(page);
  await expect(draft).toBeFocused();
  await expect(draft).toContainText(/à \d+\sh\s\d\d\./);
  await expect(draft.locator('.template-field')).toHaveCount(6);
  // Each field gives way to what is typed; those between quotation marks too, unasked.
  const filled = ['Verdict', 'cour d’appel', 'La cour', 'Orbaz', 'Non, "jamais" !', 'Me Tur'];
  for (const [at, words] of filled.entries()) {
    if (at > 0) await page.keyboard.press('Tab');
    await page.keyboard.type(words);
  }
  await expect(draft.locator('.template-field')).toHaveCount(0);
  await expect(draft).toContainText('a dit Me Tur.');
  await expect(page.getByRole('dialog')).toBeHidden();
  // A field that is left is told of before publishing, by its name.
  await page.keyboard.type(' {fonction}');
  await expect(draft.locator('.template-field')).toHaveCount(1);
  await saved(page);

  await press(desk, 'Ctrl+Shift+Enter');
  const sheet = page.getByRole('dialog', { name: /Publier/ });
  await expect(sheet).toContainText(
    'Un champ du modèle reste à remplir\u00A0: «\u202Ffonction\u202F».',
  );
  await sheet.getByRole('button', { name: 'Signer oap/ptur/mbr' }).click();
  await expect(sheet.getByRole('button', { name: /^Signer/ })).toBeHidden();
  await expect(sheet.getByRole('region', { name: 'Ce qui partira' })).toContainText('oap/ptur/mbr');
  // Nothing goes out with a field in it; filled, or taken out, it does.
  const publish = sheet.getByRole('button', { name: 'Publier', exact: true });
  await expect(publish).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(draft).toBeFocused();
  for (const _ of ' {fonction}') await page.keyboard.press('Backspace');
  await expect(draft.locator('.template-field')).toHaveCount(0);
  await press(desk, 'Ctrl+Shift+Enter');
  await publish.click();
  await expect(sheet).toBeHidden();
  await expect(draft).toBeHidden();
  await expect(page.getByRole('article').first()).toContainText('oap/ptur/mbr');

  // An update that is still empty takes a template too.
  await press(desk, 'Ctrl+Enter');
  await expect(draft).toBeFocused();
  await chooseMenu(desk, 'draft.from-template');
  await expect(page.getByRole('dialog', { name: 'Mettre un modèle' })).toBeVisible();
  await page.keyboard.type('alerte');
  await page.keyboard.press('Enter');
  await expect(draft).toBeFocused();
  await page.keyboard.type('Verdict cassé');
  await expect(draft).toContainText('Verdict cassé ({source})');
  await chooseMenu(desk, 'draft.sign');
  await expect(draft).toContainText('mbr');
});
