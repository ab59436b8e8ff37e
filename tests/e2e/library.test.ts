import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { test } from './support/desk';
import { answerOpenDialog, chooseMenu, press } from './support/workstation';
import { noteCard, notedWords, saved, writeDispatch } from './support/writing';

const explained = '(Organisation du traité de l’Atlantique nord)';
const background = 'La Maison Blanche est la résidence du président des États-Unis.';

test('the library is written by keyboard, and offers what it has on the terms of a draft', async ({
  desk,
}) => {
  const { page } = desk;
  await press(desk, 'Ctrl+Shift+B');
  const dialog = page.getByRole('dialog', { name: 'Bibliothèque' });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const term = dialog.getByRole('textbox', { name: 'Terme' });
  await expect(term).toBeFocused();
  await page.keyboard.type('OTAN');
  await dialog.getByRole('textbox', { name: 'Texte' }).focus();
  await page.keyboard.type(explained);
  await page.keyboard.press('Control+Enter');
  const entries = dialog.getByRole('list', { name: 'Entrées de la bibliothèque' });
  await expect(entries.getByRole('button')).toHaveText([/OTAN.*Organisation du traité/]);
  // The second time, from a file.
  const file = path.join(desk.userData, 'bibliothèque.json');
  const entry = { term: 'Maison Blanche', language: 'fr', use: 'background', text: background };
  writeFileSync(file, JSON.stringify([entry]));
  await answerOpenDialog(desk, [file]);
  await dialog.getByRole('button', { name: 'Importer…' }).click();
  await expect(entries.getByRole('button')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const draft = await writeDispatch(
    desk,
    'Titre',
    'Un chapô pour commencer.',
    'Un paragraphe sans rien à expliquer.',
    'L’OTAN répond à la Maison blanche. L’OTAN attend.',
  );
  const offers = page.getByText('Bibliothèque : 2 termes');
  await expect(offers).toBeVisible();
  const first = page.getByRole('button', { name: 'Insérer ce qui est dit de « OTAN »' });
  await expect(first).toBeHidden();
  await expect(draft).toBeFocused();
  await press(desk, 'Ctrl+Shift+K');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(draft).toContainText(`L’OTAN ${explained} répond`);
  await expect(draft).toBeFocused();
  await expect(first).toBeHidden();
  // What is left is offered still; by the mouse, as a note.
  await page.getByRole('button', { name: /^Mettre en note .* Maison Blanche/ }).click();
  await expect(notedWords(draft)).toHaveText('Maison blanche');
  await expect(noteCard(page)).toContainText(background);
  await expect(page.getByText(/^Bibliothèque : /)).toBeHidden();
  await press(desk, 'Ctrl+Z');
  await expect(draft).not.toContainText(explained);
  await expect(page.getByText('Bibliothèque : 1 terme')).toBeVisible();
  // What unfolds above the cards leaves them level with their words.
  const top = async (one: Locator) => (await one.boundingBox())?.y ?? 0;
  const apart = async () => (await top(noteCard(page))) - (await top(notedWords(draft)));
  await expect.poll(async () => Math.abs(await apart())).toBeLessThan(16);

  await chooseMenu(desk, 'library.open');
  await entries.getByRole('button', { name: /^OTAN/ }).click();
  await dialog.getByRole('button', { name: 'Retirer' }).click();
  await expect(entries.getByRole('button')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Bibliothèque : /)).toBeHidden();
  await saved(page);
});
