import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Desk } from './support/desk';
import { chooseMenu, press } from './support/workstation';
import { caretAfter, draftOf, publish, saved, selectWords, writeDispatch } from './support/writing';

const raid = 'Un raid a fait 58 morts à Idlib, selon les secouristes.';
const talks = 'Les pourparlers reprennent mercredi à Astana.';
const appeal = 'Le Kremlin appelle à la retenue.';

async function beginWritethru({ page }: Desk): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter une prise d’un autre genre' }).click();
  await page.getByRole('menuitem', { name: /^Reprise/ }).click();
  await expect(draftOf(page)).toBeFocused();
}

/** A writethru put away, another published meanwhile, and the first one taken up again. */
async function baseMoved(desk: Desk): Promise<void> {
  const { page } = desk;
  const draft = draftOf(page);
  await writeDispatch(desk, 'Raid à Idlib', raid, talks, appeal);
  await publish(desk);
  await beginWritethru(desk);
  await selectWords(draft, '58');
  await page.keyboard.type('59');
  await caretAfter(draft, 'retenue');
  await page.keyboard.type(' immédiate');
  await saved(page);
  await chooseMenu(desk, 'draft.discard');
  await page.getByRole('button', { name: 'Abandonner le brouillon' }).last().click();
  await expect(draft).toBeHidden();
  await beginWritethru(desk);
  await selectWords(draft, '58');
  await page.keyboard.type('61');
  await selectWords(draft, 'mercredi');
  await page.keyboard.type('jeudi');
  await publish(desk);
  await chooseMenu(desk, 'draft.restore');
  await expect(draft).toContainText('59 morts');
}

test('a draft whose base has moved on is merged paragraph by paragraph, by keyboard', async ({
  desk,
}) => {
  const { page } = desk;
  const draft = draftOf(page);
  await baseMoved(desk);
  await expect(
    page.getByRole('note', { name: 'Fusionner avec ce qui a été publié' }),
  ).toBeVisible();

  // Publishing says so and leads there; nothing is overwritten.
  await press(desk, 'Ctrl+Shift+Enter');
  const sheet = page.getByRole('dialog', { name: /Publier/ });
  await expect(sheet.getByText(/Quelque chose a été publié/)).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Publier', exact: true })).toBeDisabled();
  await sheet.getByRole('button', { name: 'Regarder et fusionner…' }).press('Enter');

  const dialog = page.getByRole('dialog', { name: 'Fusionner avec ce qui a été publié' });
  await expect(dialog.getByRole('region', { name: 'Les textes côte à côte' })).toBeFocused();
  await expect(dialog.getByRole('list').getByRole('listitem')).toHaveText([/^Prise 2\s: Reprise/]);
  await expect(dialog.getByText('1 conflit')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  const status = dialog.getByRole('group', { name: 'Changements' }).getByRole('status');
  await expect(status).toHaveText('3 changements');
  await page.keyboard.press('F7');
  await expect(status).toContainText('Changé par les deux, différemment');
  await page.keyboard.press('Tab');
  const choice = dialog.getByRole('radiogroup', { name: 'Ce qui est pris du changement 1' });
  await expect(choice.getByRole('radio', { name: 'Les deux' })).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(choice.getByRole('radio', { name: 'Le brouillon' })).toBeChecked();
  await page.keyboard.press('F7');
  await expect(status).toContainText('Changé par ce qui a été publié');
  await dialog.getByRole('button', { name: 'Fusionner dans le brouillon' }).press('Enter');

  await expect(dialog).toBeHidden();
  await expect(draft).toBeFocused();
  await expect(draft).toContainText('59 morts');
  await expect(draft).toContainText('jeudi');
  await expect(draft).toContainText('retenue immédiate');
  await expect(draft).not.toContainText('61');
  await expect(page.getByRole('note', { name: /Fusionner/ })).toBeHidden();
  await press(desk, 'Ctrl+Z');
  await expect(draft).toContainText('mercredi');
  await press(desk, 'Ctrl+Shift+Z');
  await expect(draft).toContainText('jeudi');
  await publish(desk);
  await expect(page.getByRole('article').first()).toContainText('retenue immédiate');
});
