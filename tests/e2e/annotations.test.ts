import { foundByAxe } from './support/axe';
import { expect, test, type Desk } from './support/desk';
import { kill, press } from './support/workstation';
import {
  addNote,
  draftOf,
  noteCard,
  notedWords,
  publish,
  saved,
  selectWords,
  textBeforeNote,
  writeDispatch,
} from './support/writing';

const headline = 'Washington réagit';
const first = 'La Maison blanche a réagi mardi. Le Kremlin a répondu.';
const second = 'La Maison Blanche a confirmé, a dit la Maison blanche.';

function newestTake({ page }: Desk) {
  return page.getByRole('textbox', { name: 'Texte de la prise' }).first();
}

test('notes on twins follow a correction and kill -9, and say where they came from', async ({
  desk,
}) => {
  const draft = await writeDispatch(desk, headline, first, second);
  await selectWords(draft, 'Maison blanche', 1);
  await addNote(desk, 'Majuscule ?');
  await publish(desk);
  await expect(notedWords(newestTake(desk))).toHaveText('Maison blanche');

  await desk.page.getByRole('button', { name: 'Corriger' }).first().click();
  const correction = draftOf(desk.page);
  await expect(notedWords(correction)).toHaveText('Maison blanche');
  await expect(noteCard(desk.page)).toContainText('Reprise de la prise 1');
  await correction.focus();
  await selectWords(correction, 'blanche', 0);
  await desk.page.keyboard.type('Blanche');
  await saved(desk.page);
  await desk.restart(kill);
  const again = draftOf(desk.page);
  await expect(notedWords(again)).toHaveText('Maison blanche');
  expect(await textBeforeNote(again)).toMatch(/a dit la $/);
});

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
  expect(await foundByAxe(desk)).toEqual([]);
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
  await selectWords(draft, 'Le Kremlin');
  await press(desk, 'Ctrl+Alt+M');
  await page.keyboard.type('Qui, au Kremlin ?');
  await page.getByRole('combobox', { name: 'Genre de note' }).selectOption({ label: 'question' });
  await page.getByRole('textbox', { name: 'À l’attention de' }).fill('cau');
  await page.keyboard.press('Control+Enter');
  const card = noteCard(page, 'question');
  await expect(card).toContainText('→ cau');
  await selectWords(draft, 'Kremlin');
  await page.keyboard.press('Alt+Enter');
  await expect(card).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(draft).toBeFocused();
  await page.keyboard.type('Ici : ');
  await expect(draft).toContainText('Ici : Le Kremlin');

  await page.getByRole('radio', { name: /^À répondre/ }).check();
  const asked = page.getByRole('list', { name: 'Notes à répondre' });
  await expect(asked).toContainText('Qui, au Kremlin ?');
  expect(await foundByAxe(desk)).toEqual([]);
  await asked.getByRole('button').click();
  await expect(card).toBeVisible();
  await card.getByRole('button', { name: 'Régler' }).click();
  await expect(page.getByText('Qui, au Kremlin ?')).toHaveCount(0);
});
