import { expect, type Locator } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sharedPath, withoutShared } from '../support/shared';
import { test } from './support/desk';
import { answerOpenDialog, answerSaveDialog, chooseMenu, kill, press } from './support/workstation';
import {
  addNote,
  draftOf,
  importText,
  noteCard,
  notedWords,
  publish,
  saved,
  selectWords,
  writeDispatch,
} from './support/writing';

const headline = 'Washington réagit';
const first = 'La Maison blanche a réagi mardi. Le Kremlin a répondu.';
const second = 'La Maison Blanche a confirmé, a dit la Maison blanche.';

test('words cut and pasted take their note along; a lost note is put on others', async ({
  desk,
}) => {
  const { page } = desk;
  const draft = await writeDispatch(desk, headline, first, second);
  await selectWords(draft, 'Le Kremlin a répondu.');
  await addNote(desk, 'Depuis quand ?', 'question');
  await selectWords(draft, 'Le Kremlin a répondu.');
  await page.keyboard.press('Control+x');
  await expect(notedWords(draft)).toHaveCount(0);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.press('Control+v');
  await expect(notedWords(draft)).toHaveText('Le Kremlin a répondu.');

  await selectWords(draft, 'Le Kremlin a répondu.');
  await page.keyboard.press('Delete');
  const tray = page.getByText('1 note a perdu ses mots');
  await expect(tray).toBeVisible();
  await expect(noteCard(page, 'question')).toContainText('Se lisait');
  await selectWords(draft, 'a confirmé');
  await noteCard(page, 'question').getByRole('button', { name: 'Poser sur la sélection' }).click();
  await expect(notedWords(draft)).toHaveText('a confirmé');
  await expect(tray).toBeHidden();
});

test('by keyboard from words to the note and back; the desk sees what is to be answered', async ({
  desk,
}) => {
  const { page } = desk;
  const draft = await writeDispatch(desk, headline, first, second);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  for (let word = 0; word < 3; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
  await expect(page.getByRole('button', { name: 'Noter la sélection' })).toBeVisible();
  await press(desk, 'Ctrl+Alt+M');
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused();
  await page.keyboard.type('Qui, à la Maison blanche ?');
  await page.keyboard.press('Tab');
  await page.keyboard.type('question');
  await page.keyboard.press('Tab');
  await page.keyboard.type('cau');
  await page.keyboard.press('Control+Enter');
  const card = noteCard(page, 'question');
  await expect(card).toContainText('→ cau');
  // Part of them has a mark of the house list too.
  await expect(notedWords(draft)).toHaveText(['La ', 'Maison blanche']);
  await press(desk, 'F8');
  await expect(card).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(draft).toBeFocused();
  await page.keyboard.type('Ici : ');
  await expect(draft).toContainText('Ici : La Maison blanche');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+Enter');
  await expect(card).toBeFocused();

  await page.getByRole('radio', { name: /^À répondre/ }).focus();
  await page.keyboard.press('Space');
  const asked = page.getByRole('list', { name: 'Notes à répondre' });
  await expect(asked).toContainText('Qui, à la Maison blanche ?');
  await asked.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await card.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(card.getByRole('button', { name: 'Régler' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Qui, à la Maison blanche ?')).toHaveCount(0);
});

const seed = sharedPath('seed', 'dispatch.txt');

/** The words of each note, and how the text before them ends, in the order of the text. */
function notesIn(surface: Locator): Promise<readonly (readonly [string, string])[]> {
  return surface.evaluate((root) =>
    [...root.querySelectorAll('[data-note-id]')].map((noted) => {
      const range = new Range();
      range.setStart(root, 0);
      range.setEndBefore(noted);
      return [noted.textContent, range.toString().slice(-14)] as const;
    }),
  );
}

test.describe('the two Maison Blanche of the seed', () => {
  test.skip(seed === null, withoutShared);

  test('keep their notes through a correction, publishing, kill -9 and an empty archive', async ({
    desk,
    start,
  }) => {
    test.setTimeout(90_000);
    const html = 'Majuscule ? <img src=x onerror="alert(1)">';
    await importText(desk, readFileSync(seed ?? '', 'utf8'));
    const report = desk.page.getByRole('textbox', { name: 'Texte de la prise' }).last();
    await selectWords(report, 'Maison Blanche');
    await addNote(desk, 'Source directe ?', 'source');
    await selectWords(report, 'Maison blanche');
    await addNote(desk, html, 'style');
    const before = [
      ['Maison Blanche', ', a déclaré la '],
      ['Maison blanche', '", a ajouté la '],
    ].map(([words = '', context = '']) => [words, context.slice(-14)]);
    await expect.poll(() => notesIn(report)).toEqual(before);

    await desk.page.getByRole('button', { name: 'Corriger…' }).last().click();
    const correction = draftOf(desk.page);
    await expect(notedWords(correction)).toHaveCount(2);
    await expect(noteCard(desk.page, 'style')).toContainText('Reprise de la prise 1');
    // The second of the two is put right; typing over it, its note is on what was typed.
    await selectWords(correction, 'blanche');
    await desk.page.keyboard.type('Blanche');
    const after = [before[0], ['Maison Blanche', before[1]?.[1]]];
    await expect.poll(() => notesIn(correction)).toEqual(after);
    await saved(desk.page);
    await desk.restart(kill);
    await expect.poll(() => notesIn(draftOf(desk.page))).toEqual(after);
    await publish(desk);
    const corrected = () => desk.page.getByRole('textbox', { name: 'Texte de la prise' }).first();
    await expect.poll(() => notesIn(corrected())).toEqual(after);
    await desk.restart(kill);
    await expect.poll(() => notesIn(corrected())).toEqual(after);

    // Out as text with its notes beside it, and into an archive that has neither.
    const file = path.join(desk.userData, 'depeche.txt');
    await answerSaveDialog(desk, file);
    await press(desk, 'Ctrl+E');
    await expect(desk.page.getByText(file)).toBeVisible();
    const elsewhere = await start();
    await importText(elsewhere, readFileSync(file, 'utf8'));
    const there = elsewhere.page.getByRole('textbox', { name: 'Texte de la prise' }).first();
    await expect(notedWords(there)).toHaveCount(0);
    await answerOpenDialog(elsewhere, [file]);
    await chooseMenu(elsewhere, 'note.import');
    await expect(
      elsewhere.page.getByText('Le fichier de notes n’est pas du JSON. Rien n’en a été gardé.'),
    ).toBeVisible();
    await answerOpenDialog(elsewhere, [file.replace('.txt', '.annotations.jsonld')]);
    await chooseMenu(elsewhere, 'note.import');
    await expect(
      elsewhere.page.getByText('2 notes posées sur leurs mots, 0 en attente sans mots, 0 déjà là.'),
    ).toBeVisible();
    await expect.poll(() => notesIn(there)).toEqual(after);
    // Nothing in a note is ever run: HTML in it is text.
    await expect(noteCard(elsewhere.page, 'style')).toContainText(html);
    await expect(elsewhere.page.locator('[data-card] img')).toHaveCount(0);
  });
});
