import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Desk } from './support/desk';
import { answerSaveDialog, chooseMenu, press } from './support/workstation';
import { caretAfter, draftOf, publish, saved, selectWords, writeDispatch } from './support/writing';

const first =
  'Un raid aérien a visé mardi une ville de la province d’Idlib, selon les secouristes.';
const second = 'Le raid a fait 59 morts et des dizaines de blessés, d’après un premier bilan.';
const third = 'Les pourparlers reprennent jeudi à Astana, au Kazakhstan.';

/** Publishes a report, then tells it anew: a number changed, a word added, a paragraph moved. */
async function tellTwice(desk: Desk): Promise<void> {
  const { page } = desk;
  await writeDispatch(desk, 'Raid meurtrier à Idlib', first, second, third);
  await publish(desk);
  await page.getByRole('button', { name: 'Ajouter une prise d’un autre genre' }).click();
  await page.getByRole('menuitem', { name: /^Reprise/ }).click();
  const draft = draftOf(page);
  await expect(draft).toBeFocused();
  // It begins with the story as it reads.
  await expect(draft).toContainText('59 morts');
  await caretAfter(draft, 'mardi');
  await page.keyboard.type(' soir');
  await selectWords(draft, '59');
  await page.keyboard.type('61');
  await selectWords(draft, third);
  await page.keyboard.press('Backspace');
  await caretAfter(draft, 'Raid meurtrier à Idlib');
  await page.keyboard.press('Enter');
  await page.keyboard.type(third);
  await saved(page);
}

async function openComparison(desk: Desk): Promise<Locator> {
  await press(desk, 'Ctrl+D');
  const dialog = desk.page.getByRole('dialog', { name: 'Comparer' });
  await expect(dialog.getByRole('region', { name: 'Les deux textes comparés' })).toBeFocused();
  await expect(dialog.getByRole('list', { name: 'Ampleur des changements' })).toContainText(/\S/);
  return dialog;
}

/** The words of some elements as they are read, spaces made single. */
async function read(elements: Locator): Promise<readonly string[]> {
  return (await elements.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${node.target.join(' ')}`),
  );
  expect(found).toEqual([]);
}

test('a draft is compared with what is published, by keyboard alone', async ({ desk }) => {
  const { page } = desk;
  await tellTwice(desk);
  const dialog = await openComparison(desk);
  await expect(dialog.getByRole('combobox', { name: 'Après' })).toContainText(
    'Brouillon, tel qu’enregistré',
  );
  expect(await read(dialog.getByRole('insertion'))).toEqual([
    'insertion : soir fin',
    'insertion : 61 fin',
  ]);
  expect(await read(dialog.getByRole('deletion'))).toEqual(['suppression : 59 fin']);
  await expect(dialog.getByRole('listitem')).toHaveText([
    '2 mots insérés',
    '1 mot supprimé',
    '2 paragraphes modifiés',
    '1 paragraphe déplacé',
  ]);

  const status = dialog.getByRole('group', { name: 'Changements' }).getByRole('status');
  await expect(status).toHaveText('3 changements');
  await page.keyboard.press('F7');
  await expect(status).toContainText('changement 1 sur 3 : paragraphe 1, déplacé');
  const row = dialog.locator('[aria-current=true]');
  await expect(row).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('row', { name: 'montrer où c’est maintenant' })).toBeFocused();
  await page.keyboard.press('F7');
  await page.keyboard.press('F7');
  await expect(row).toContainText('61');
  await page.keyboard.press('Shift+F7');
  await expect(status).toContainText('changement 2 sur 3');

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(draftOf(page)).toBeFocused();
});

test('any state of another dispatch is chosen by typing, and the layout is kept', async ({
  desk,
}) => {
  const { page } = desk;
  await writeDispatch(desk, 'Grève au port de Valdane', 'Le port est fermé depuis mardi.');
  await publish(desk);
  await tellTwice(desk);
  const dialog = await openComparison(desk);
  await dialog.getByRole('radio', { name: 'Une colonne' }).check();
  await expect(dialog.getByRole('columnheader')).toHaveCount(2);
  await dialog
    .getByRole('combobox', { name: 'Après' })
    .selectOption({ label: 'Avant la première prise' });
  await expect(dialog.getByRole('listitem').first()).toHaveText('42 mots supprimés');

  await dialog.getByRole('group', { name: 'Avant' }).getByRole('button').press('Enter');
  const chooser = page.getByRole('dialog', { name: 'Ouvrir rapidement' });
  await expect(chooser.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('val gre');
  await expect(chooser.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(chooser).toBeHidden();
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('cell').first()).toContainText('Grève au port de Valdane');
  await page.keyboard.press('Escape');

  await openComparison(desk);
  await expect(dialog.getByRole('radio', { name: 'Une colonne' })).toBeChecked();
});

test('a comparison is copied and exported, but not under embargo', async ({ desk }) => {
  const { page } = desk;
  await tellTwice(desk);
  const dialog = await openComparison(desk);
  const told = dialog.locator('footer').getByRole('status');
  await dialog.getByRole('button', { name: 'Copier' }).press('Enter');
  await expect(told).toContainText('dans le presse-papiers');
  const copied = await desk.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('Le raid a fait [-59-]{+61+} morts');

  const file = path.join(desk.userData, 'comparaison.html');
  await answerSaveDialog(desk, file);
  await dialog.getByRole('button', { name: 'Exporter en HTML…' }).press('Enter');
  await expect(told).toContainText('comparaison.html');
  const html = readFileSync(file, 'utf8');
  expect(html).toContain('<html lang="fr">');
  expect(html).toContain('61</ins>');
  expect(html).not.toContain('<script');
  await page.keyboard.press('Escape');

  await chooseMenu(desk, 'dispatch.embargo');
  await page.getByRole('button', { name: 'Mettre sous embargo' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await openComparison(desk);
  await dialog.getByRole('button', { name: 'Exporter en HTML…' }).press('Enter');
  await expect(told).toContainText('sous embargo jusqu’au');
});

test('axe finds nothing in either layout', async ({ desk }) => {
  const { page } = desk;
  await tellTwice(desk);
  const dialog = await openComparison(desk);
  await page.keyboard.press('F7');
  await expectAccessible(page);
  await dialog.getByRole('radio', { name: 'Une colonne' }).check();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await chooseMenu(desk, 'view.theme-dark');
  await chooseMenu(desk, 'view.language-en');
  await expect(page.getByRole('button', { name: /^New dispatch/ })).toBeVisible();
  await press(desk, 'Ctrl+D');
  const english = page.getByRole('dialog', { name: 'Compare' });
  await expect(english.getByRole('row')).toHaveCount(6);
  await english.getByRole('radio', { name: 'Side by side' }).check();
  await expectAccessible(page);
});
