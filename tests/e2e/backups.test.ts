import { AxeBuilder } from '@axe-core/playwright';
import Database from 'better-sqlite3';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { foundByAxe } from './support/axe';
import { expect, test } from './support/desk';
import { answerOpenDialog, chooseMenu, quit } from './support/workstation';
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
  // In a second folder too: at once, so that it is seen to work.
  const other = path.join(desk.userData, 'autre disque');
  mkdirSync(other);
  await answerOpenDialog(desk, [other]);
  await dialog.getByRole('button', { name: 'Garder aussi ailleurs…' }).press('Enter');
  await expect(dialog).toContainText(other);
  await expect(list.getByRole('listitem')).toHaveCount(2);
  expect(readdirSync(path.join(other, 'desk backups'))).toHaveLength(1);
  await dialog.getByRole('button', { name: 'Ne plus garder ailleurs' }).press('Enter');
  await expect(dialog.getByText('un autre disque survit à celui-ci')).toBeVisible();
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
  await list
    .getByRole('button', { name: /Restaurer l’archive telle qu’elle était/ })
    .first()
    .click();
  await expect(dialog.getByText('rien de ce qui a été écrit depuis n’est perdu')).toBeVisible();
  await dialog.getByRole('button', { name: 'Restaurer', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(wire).toHaveCount(1);

  await chooseMenu(desk, 'archive.backups');
  await expect(list.getByRole('listitem')).toHaveCount(3);
  const before = list.getByRole('listitem').filter({ hasText: 'avant une restauration' });
  await before.getByRole('button', { name: /Restaurer/ }).press('Enter');
  await before.getByRole('button', { name: 'Restaurer', exact: true }).press('Enter');
  await expect(wire).toHaveCount(2);
  await wire.filter({ hasText: 'Les ferrys repartent' }).click();
  await expect(draftOf(page)).toContainText('Ils sont repartis lundi matin.');
});

test('a damaged archive is found, mended on its backup, and what could not be saved is told', async ({
  desk,
}) => {
  await importText(desk);
  await chooseMenu(desk, 'archive.backups');
  const backups = desk.page.getByRole('dialog', { name: 'Sauvegardes' });
  await backups.getByRole('button', { name: 'Sauvegarder maintenant' }).press('Enter');
  await expect(backups.getByRole('listitem')).toHaveCount(1);
  await desk.page.keyboard.press('Escape');
  await importText(desk, 'Publié\n\nLes ferrys repartent\n\nIls sont repartis lundi.\n\natl/mbr\n');
  await writeDispatch(desk, 'Le vent tombe', 'Il tombera ce soir.');
  await saved(desk.page);

  // As a failing disk does it: behind the back of everybody.
  await desk.restart(async (running) => {
    await quit(running);
    alterTake(path.join(running.userData, 'archive', 'desk.writethru'), 'lundi', 'mardi');
  });
  const { page } = desk;
  await chooseMenu(desk, 'archive.verify');
  const verify = page.getByRole('dialog', { name: 'Vérifier l’archive' });
  await expect(verify).toContainText('1 problème trouvé');
  await expect(verify).toContainText('Les ferrys repartent');
  // It is said until it is mended, whoever closes the dialog.
  await page.keyboard.press('Escape');
  const damage = page.getByRole('alert', { name: 'Dommages à l’archive' });
  await expect(damage).toContainText('a trouvé 1 problème');
  await damage.getByRole('button', { name: 'Voir et réparer…' }).press('Enter');
  await verify.getByRole('button', { name: 'Réparer l’archive…' }).press('Enter');
  await expect(verify).toContainText('est gardée telle quelle');
  await verify.getByRole('button', { name: 'Réparer', exact: true }).press('Enter');

  const bar = page.getByRole('status', { name: 'Réparation de l’archive' });
  await expect(bar).toContainText('1 entrée du registre n’a pu être sauvée');
  const wire = page.getByRole('listbox', { name: 'Dépêches' }).getByRole('option');
  await expect(wire.filter({ hasText: 'Le vent tombe' })).toHaveCount(1);
  await bar.getByRole('button', { name: 'Ce qui a été fait' }).click();
  const report = page.getByRole('dialog', { name: 'Comment l’archive a été réparée' });
  await report.getByText('Leurs mots, autant').click();
  await expect(report).toContainText('Ils sont repartis mardi.');
  await expect(report).toContainText('desk damaged');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await bar.getByRole('button', { name: 'Masquer' }).click();
  await expect(bar).toBeHidden();
  await chooseMenu(desk, 'archive.verify');
  await expect(verify).toContainText('Le registre est intact');
  await expect(damage).toBeHidden();
});

/** Changes a word of a published take in the file, as no command can. */
function alterTake(file: string, from: string, to: string): void {
  const connection = new Database(file);
  connection.exec('DROP TRIGGER take_never_changes');
  connection.prepare('UPDATE take SET document = replace(document, ?, ?)').run(from, to);
  connection.close();
}

test('one dispatch is looked at in a backup beside today’s, and had back as one of its own', async ({
  desk,
}) => {
  const { page } = desk;
  await writeDispatch(desk, 'Les ferrys repartent', 'Ils sont repartis lundi matin.');
  await saved(page);
  await chooseMenu(desk, 'archive.backups');
  const dialog = page.getByRole('dialog', { name: 'Sauvegardes' });
  await dialog.getByRole('button', { name: 'Sauvegarder maintenant' }).press('Enter');
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await draftOf(page).getByText('lundi matin').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Tout est effacé ensuite.');
  await saved(page);

  await chooseMenu(desk, 'archive.backups');
  await dialog
    .getByRole('button', { name: /Chercher une dépêche dans la sauvegarde/ })
    .press('Enter');
  const inside = page.getByRole('dialog', { name: /Dans la sauvegarde du/ });
  // The one that is open is shown at once.
  const list = inside.getByRole('list', { name: 'Dépêches de la sauvegarde' });
  await expect(list.getByRole('button', { pressed: true })).toContainText('Les ferrys repartent');
  await expect(list).toContainText('l’archive a plus récent');
  const beside = inside.getByRole('region', { name: 'La dépêche d’alors à côté' });
  await expect(beside.getByRole('insertion')).toContainText('Tout est effacé ensuite.');
  await expect(inside.getByRole('button', { name: 'Remettre dans l’archive' })).toBeDisabled();
  expect(await foundByAxe(desk)).toEqual([]);
  await inside.getByLabel('Mots du slug ou du titre').fill('tunnel');
  await expect(inside.getByText('Aucune dépêche de cette sauvegarde')).toBeVisible();
  await inside.getByLabel('Mots du slug ou du titre').fill('ferr');
  await list.getByRole('button').press('Enter');
  await inside.getByRole('button', { name: /nouvelle dépêche/ }).press('Enter');
  await expect(inside).toBeHidden();
  await expect(draftOf(page)).toContainText('Ils sont repartis lundi matin.');
  await expect(draftOf(page)).not.toContainText('Tout est effacé');
  await expect(page.getByRole('listbox', { name: 'Dépêches' }).getByRole('option')).toHaveCount(2);
});

test('backups elsewhere are sealed by a passphrase, and open with it alone', async ({ desk }) => {
  const { page } = desk;
  await importText(desk);
  await chooseMenu(desk, 'archive.backups');
  const dialog = page.getByRole('dialog', { name: 'Sauvegardes' });
  const list = dialog.getByRole('list', { name: 'Sauvegardes' });
  const other = path.join(desk.userData, 'autre disque');
  mkdirSync(other);
  await answerOpenDialog(desk, [other]);
  await dialog.getByRole('button', { name: 'Garder aussi ailleurs…' }).press('Enter');
  await expect(dialog).toContainText(other);
  // Sealed there by a passphrase, typed twice.
  await dialog.getByRole('button', { name: 'Sceller par une phrase secrète…' }).press('Enter');
  const form = dialog.getByRole('form', { name: 'Sceller par une phrase secrète…' });
  await form.getByLabel('Phrase secrète').fill('trois mots sans rapport');
  await form.getByLabel('Encore une fois').fill('trois mots sans');
  await expect(form.getByText('Les deux ne sont pas les mêmes.')).toBeVisible();
  await expect(form.getByRole('button', { name: 'Sceller', exact: true })).toBeDisabled();
  await form.getByLabel('Encore une fois').fill('trois mots sans rapport');
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden({ timeout: 20_000 });
  await expect(dialog.getByText(/autre disque · scellée/)).toBeVisible();
  const kept = readdirSync(path.join(other, 'desk backups')).toSorted();
  expect(kept.at(-1)).toMatch(/^key [0-9a-f]{12}\.age$/);
  expect(kept.at(-2)).toMatch(/ asked\.writethru\.age$/);
  // What lies beside the archive is lost: the sealed one is left, and opens with the phrase alone.
  const own = path.join(desk.userData, 'archive', 'desk backups');
  for (const name of readdirSync(own)) rmSync(path.join(own, name));
  await page.keyboard.press('Escape');
  await chooseMenu(desk, 'archive.backups');
  const sealed = list.getByRole('listitem').filter({ hasText: 'scellée' });
  await sealed.getByRole('button', { name: /Restaurer/ }).press('Enter');
  await sealed.getByLabel('Phrase secrète').fill('trois mots sans rime');
  await sealed.getByRole('button', { name: 'Restaurer', exact: true }).press('Enter');
  await expect(dialog.getByText('Ce n’est pas la bonne phrase secrète.')).toBeVisible({
    timeout: 20_000,
  });
  await sealed.getByLabel('Phrase secrète').fill('trois mots sans rapport');
  await sealed.getByRole('button', { name: 'Restaurer', exact: true }).press('Enter');
  await expect(dialog).toBeHidden({ timeout: 20_000 });
  await expect(page.getByRole('listbox', { name: 'Dépêches' }).getByRole('option')).toHaveCount(1);
});
