import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { foundByAxe } from './support/axe';
import { expect, test } from './support/desk';
import { answerOpenDialog, chooseMenu, press } from './support/workstation';
import { importText } from './support/writing';

test('subjects are chosen by name in either language, after the vocabulary is loaded', async ({
  desk,
}) => {
  const { page } = desk;
  await importText(desk);
  await chooseMenu(desk, 'view.details');
  const section = page.getByRole('region', { name: 'Sujets' });
  await section.getByRole('button', { name: 'Ajouter un sujet…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sujets' });
  const field = dialog.getByRole('combobox', { name: 'Sujet, en français ou en anglais' });
  await expect(field).toBeFocused();
  await expect(dialog.getByRole('option')).toHaveCount(17);
  await expect(dialog).toContainText('Seuls les 17 sujets du sommet sont intégrés');
  await field.fill('weather');
  // The topic, and the word itself as one of the desk's own.
  await expect(dialog.getByRole('option')).toHaveText([/^météo/, /^weather.*de la rédaction/]);
  expect(await foundByAxe(desk)).toEqual([]);
  await field.press('Enter');
  await expect(section.getByRole('listitem')).toContainText('météo');

  const file = path.join(desk.userData, 'cptall-fr.json');
  const concept = {
    qcode: 'medtop:20000147',
    prefLabel: { fr: 'Accident de la route' },
    broader: ['http://cv.iptc.org/newscodes/mediatopic/03000000'],
  };
  writeFileSync(file, JSON.stringify({ dateReleased: '2022-02-03', conceptSet: [concept] }));
  await answerOpenDialog(desk, [file]);
  await chooseMenu(desk, 'topics.load');
  await expect(page.getByText('18 sujets peuvent être choisis')).toBeVisible();
  await press(desk, 'Ctrl+Shift+P');
  await page.getByRole('combobox', { name: 'Nom de la commande' }).fill('sujets');
  await page.keyboard.press('Enter');
  await field.fill('route');
  await expect(dialog.getByRole('option').first()).toContainText('dans désastres et accidents');
  await field.press('Enter');
  await expect(section.getByRole('listitem')).toHaveCount(2);
  await section.getByRole('button', { name: 'Retirer « météo »' }).click();
  await expect(section.getByRole('listitem')).toHaveCount(1);
  await expect(section.getByRole('listitem')).toContainText('Accident de la route');

  const persons = page.getByRole('region', { name: 'Personnes' });
  await persons.getByRole('button', { name: 'Ajouter une personne…' }).click();
  const name = page.getByRole('combobox', { name: 'Nom d’une personne' });
  await expect(name).toBeFocused();
  await name.fill('Adèle Roustan');
  const choice = page.getByRole('dialog', { name: 'Personnes' }).getByRole('option');
  await expect(choice).toHaveText([/^Adèle Roustan.*un nom nouveau/]);
  await name.press('Enter');
  await expect(persons.getByRole('listitem')).toContainText('Adèle Roustan');
  await press(desk, 'Ctrl+Shift+F');
  await page
    .getByRole('combobox', { name: 'Chercher dans l’archive' })
    .fill('personne:"Adèle Roustan" ');
  await expect(page.getByRole('checkbox', { name: /Adèle Roustan/ })).toBeChecked();
});
