import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { foundByAxe } from './support/axe';
import { expect, test } from './support/desk';
import { answerOpenDialog, chooseMenu, press } from './support/workstation';
import { importText, publish, writeDispatch } from './support/writing';

const wire = (place: string): string =>
  `Publié\n\nUn pont fermé à ${place}\n\nLe pont de ${place} est fermé à la circulation.\n`;

test('new files of a folder come into the wire, whole and once', async ({ desk }) => {
  const { page } = desk;
  const folder = path.join(desk.userData, 'arrivee');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'premier.txt'), wire('Valdane'));
  await answerOpenDialog(desk, [folder]);
  await chooseMenu(desk, 'exchange.folders');
  const dialog = page.getByRole('dialog', { name: 'Arrivée du fil et livraison' });
  const section = dialog.getByRole('region', { name: 'Arrivée du fil' });
  await section.getByRole('button', { name: 'Choisir le dossier…' }).click();
  await expect(section.getByRole('status')).toContainText('1 dépêche arrivée depuis le démarrage');
  await page.keyboard.press('Escape');
  const rows = page.getByRole('listbox', { name: 'Dépêches' }).getByRole('option');
  await expect(rows).toHaveCount(1);

  // Written in two goes: it comes in once it is whole, not before.
  const file = path.join(folder, 'second.txt');
  writeFileSync(file, wire('Orbaz').slice(0, 40));
  appendFileSync(file, wire('Orbaz').slice(40));
  const began = Date.now();
  await expect(rows).toHaveCount(2);
  expect(Date.now() - began).toBeLessThan(2_000);
  await expect(rows.first()).toContainText('Un pont fermé à Orbaz');

  // A file that cannot be read is told, and does not stop the others.
  writeFileSync(path.join(folder, 'casse.xml'), '<nitf><body><p>Le pont');
  const status = page.getByRole('contentinfo').getByRole('button', { name: 'Arrivée du fil' });
  await status.click();
  await expect(section.getByText('1 fichier refusé')).toBeVisible();
  await section.getByText('1 fichier refusé').click();
  await expect(section).toContainText('il s’interrompt à la ligne 1');
  await page.keyboard.press('Escape');
});

test('what is published is delivered; failures are kept, shown and tried again', async ({
  desk,
}) => {
  const { page } = desk;
  const folder = path.join(desk.userData, 'sortie');
  mkdirSync(folder);
  await answerOpenDialog(desk, [folder]);
  await press(desk, 'Ctrl+Shift+P');
  await page.getByRole('combobox', { name: 'Nom de la commande' }).fill('livraison');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Arrivée du fil et livraison' });
  await dialog.getByRole('button', { name: 'Ajouter un dossier…' }).click();
  const form = dialog.getByRole('region', { name: 'Livraison' });
  await form.getByRole('button', { name: 'Choisir le dossier…' }).click();
  await expect(form.getByRole('textbox', { name: 'Nom', exact: true })).toHaveValue('sortie');
  await form.getByRole('checkbox', { name: /texte/i }).check();
  await form.getByRole('checkbox', { name: 'PDF' }).check();
  await form.getByRole('textbox', { name: 'Noms des fichiers' }).fill('{slug}');
  await form.getByRole('button', { name: 'Enregistrer le dossier' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Il faut {id} dans les noms');
  await form.getByRole('textbox', { name: 'Noms des fichiers' }).fill('{slug}-{take}-{id}');
  await expect(form).toContainText('VALDANE-PONT-2-001f7a3c');
  expect(await foundByAxe(desk)).toEqual([]);
  await form.getByRole('button', { name: 'Enregistrer le dossier' }).click();
  await expect(dialog.getByRole('list', { name: 'Dossiers de livraison' })).toContainText(folder);
  await page.keyboard.press('Escape');

  await importText(desk);
  expect(readdirSync(folder)).toEqual([]);
  await writeDispatch(desk, 'Un pont rouvert', 'Le pont de Valdane a rouvert mardi.');
  await publish(desk);
  const bar = page.getByRole('contentinfo');
  await expect.poll(() => readdirSync(folder).length).toBe(3);
  await expect(bar.getByRole('button', { name: 'Livraison active' })).toBeVisible();
  const text = readdirSync(folder).find((name) => name.endsWith('.txt')) ?? '';
  expect(readFileSync(path.join(folder, text), 'utf8')).toContain('a rouvert mardi');
  const pdf = readdirSync(folder).find((name) => name.endsWith('.pdf')) ?? '';
  expect(readFileSync(path.join(folder, pdf), 'latin1')).toMatch(/^%PDF-/);

  // The share is cut off: what is published waits for it.
  const away = `${folder}-ailleurs`;
  renameSync(folder, away);
  await writeDispatch(desk, 'Un autre pont', 'Le pont d’Orbaz est fermé.');
  await publish(desk);
  await bar.getByRole('button', { name: '3 livraisons en échec' }).click();
  const queue = dialog.getByRole('region', { name: 'Reste à livrer' });
  await expect(queue.getByRole('listitem').first()).toContainText('n’a pas pu être écrit (ENOENT)');
  renameSync(away, folder);
  await queue.getByRole('button', { name: 'Réessayer maintenant' }).click();
  await expect(queue.getByRole('status')).toHaveText('Tout est livré.');
  await page.keyboard.press('Escape');
  await expect.poll(() => readdirSync(folder).length).toBe(6);
});
