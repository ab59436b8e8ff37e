import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './support/desk';
import { answerOpenDialog, chooseMenu } from './support/workstation';
import { sampleText } from './support/texts';

test('a folder with bad files among good ones: each gets its line, the good go in', async ({
  desk,
}) => {
  const folder = path.join(desk.userData, 'fil');
  mkdirSync(folder);
  writeFileSync(path.join(folder, '1-bon.txt'), sampleText);
  writeFileSync(path.join(folder, '2-vide.txt'), '');
  writeFileSync(path.join(folder, '3-image.txt'), Buffer.from('89504e470d0a1a0a0000000d', 'hex'));
  const latin = sampleText.replaceAll('Valdane', 'Orbézac').replaceAll('\n', '\r\n');
  writeFileSync(path.join(folder, '4-latin.txt'), Buffer.from(latin, 'latin1'));
  await answerOpenDialog(desk, [folder]);
  await chooseMenu(desk, 'import.choose');
  const report = desk.page.getByRole('region', { name: 'Rapport d’importation' });
  await expect(report).toContainText('Refusé : le fichier est vide.');
  await expect(report).toContainText('Refusé : ce n’est pas du texte');
  await expect(report).toContainText('windows-1252');
  const wire = desk.page.getByRole('listbox', { name: 'Dépêches' });
  await expect(wire.getByRole('option')).toHaveCount(2);
});

test('a text is imported by dropping it on the window', async ({ desk }) => {
  const file = path.join(desk.userData, 'depose.txt');
  writeFileSync(file, sampleText);
  const client = await desk.page.context().newCDPSession(desk.page);
  const at = { x: 600, y: 400 };
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  await client.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data });
  await expect(desk.page.getByText('Déposer pour importer')).toBeVisible();
  await client.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data });
  await client.send('Input.dispatchDragEvent', { type: 'drop', ...at, data });
  await expect(
    desk.page.getByRole('heading', { level: 1, name: 'Un pont fermé à Valdane' }),
  ).toBeVisible();
  expect(desk.page.url()).toBe('app://writethru/index.html');
});

test('a text is imported by pasting it outside any field', async ({ desk }) => {
  await desk.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), sampleText);
  await desk.page.getByRole('heading', { name: 'Aucune dépêche n’est ouverte' }).click();
  await desk.page.keyboard.press('Control+v');
  await expect(
    desk.page.getByRole('heading', { level: 1, name: 'Un pont fermé à Valdane' }),
  ).toBeVisible();
});

test('the clipboard is imported by the menu', async ({ desk }) => {
  await desk.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), sampleText);
  await chooseMenu(desk, 'import.paste');
  await expect(
    desk.page.getByRole('heading', { level: 1, name: 'Un pont fermé à Valdane' }),
  ).toBeVisible();
});
