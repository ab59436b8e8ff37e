import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './support/desk';
import { chooseMenu } from './support/workstation';
import { draftOf, importText, saved, writeDispatch } from './support/writing';

test('the archive is backed up, goes back to that moment, and comes back again', async ({
  desk,
}) => {
  const { page } = desk;
  await importText(desk);
  await chooseMenu(desk, 'archive.backups');
  const dialog = page.getByRole('dialog', { name: 'Sauvegardes' });
  await expect(dialog.getByText('Il n’y a pas encore de sauvegarde')).toBeVisible();
  await dialog.getByRole('button', { name: 'Sauvegarder maintenant' }).press('Enter');
  const list = dialog.getByRole('list', { name: 'Sauvegardes' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list).toContainText('demandée');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');

  const wire = page.getByRole('listbox', { name: 'Dépêches' }).getByRole('option');
  await writeDispatch(desk, 'Les ferrys repartent', 'Ils sont repartis lundi matin.');
  await saved(page);
  await expect(wire).toHaveCount(2);

  // By its age in the status bar; what is written is saved first.
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /sauvegarde vérifiée/ })
    .click();
  await list.getByRole('button', { name: /Restaurer l’archive telle qu’elle était/ }).click();
  await expect(dialog.getByText('rien de ce qui a été écrit depuis n’est perdu')).toBeVisible();
  await dialog.getByRole('button', { name: 'Restaurer', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(wire).toHaveCount(1);

  await chooseMenu(desk, 'archive.backups');
  await expect(list.getByRole('listitem')).toHaveCount(2);
  const before = list.getByRole('listitem').filter({ hasText: 'avant une restauration' });
  await before.getByRole('button', { name: /Restaurer/ }).press('Enter');
  await before.getByRole('button', { name: 'Restaurer', exact: true }).press('Enter');
  await expect(wire).toHaveCount(2);
  await wire.filter({ hasText: 'Les ferrys repartent' }).click();
  await expect(draftOf(page)).toContainText('Ils sont repartis lundi matin.');
});
