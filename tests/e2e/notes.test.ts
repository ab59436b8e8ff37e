import { expect, type Locator } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { longDraft, withNotes } from '../bench/support/noted';
import { test } from './support/desk';
import { press } from './support/workstation';
import {
  addNote,
  caretAfter,
  dragOver,
  draftOf,
  importText,
  notedWords,
  noteCard,
  publish,
  saved,
  selectWords,
  textBeforeNote,
  writeDispatch,
} from './support/writing';

const headline = 'Le pont de Valdane rouvre mercredi';
const body = 'La préfecture a annoncé la réouverture du pont mercredi à midi.';
const twinned = 'Le maire a dit non. Le préfet a dit non. Le syndicat a dit non.';

test('a note follows its words through typing, undoing, publishing and a restart', async ({
  desk,
}) => {
  const draft = await writeDispatch(desk, headline, body);
  await selectWords(draft, 'la réouverture');
  await addNote(desk, 'Heure à confirmer');
  await expect(notedWords(draft)).toHaveText('la réouverture');

  await caretAfter(draft, 'a annoncé');
  await desk.page.keyboard.type(', après une nuit de travaux,');
  await expect(notedWords(draft)).toHaveText('la réouverture');
  expect(await textBeforeNote(draft)).toContain('après une nuit de travaux, ');
  await press(desk, 'Ctrl+Z');
  await expect(draft).not.toContainText('après une nuit');
  await expect(notedWords(draft)).toHaveText('la réouverture');
  await press(desk, 'Ctrl+Shift+Z');
  await expect(draft).toContainText('après une nuit de travaux,');
  await expect(notedWords(draft)).toHaveText('la réouverture');

  await publish(desk);
  const take = desk.page.getByRole('article').getByRole('textbox', { name: 'Texte de la prise' });
  await expect(notedWords(take)).toHaveText('la réouverture');
  await desk.restart();
  const again = desk.page.getByRole('article').getByRole('textbox', { name: 'Texte de la prise' });
  await expect(notedWords(again)).toHaveText('la réouverture');
  expect(await textBeforeNote(again)).toContain('après une nuit de travaux, ');
  await expect(noteCard(desk.page)).toContainText('Heure à confirmer');
});

test('a note whose words are deleted waits in the tray and comes back on undo', async ({
  desk,
}) => {
  const draft = await writeDispatch(desk, headline, body);
  await selectWords(draft, 'mercredi à midi');
  await addNote(desk, 'Quel mercredi ?');
  const tray = desk.page.getByText('1 note a perdu ses mots');
  await expect(tray).toBeHidden();

  await selectWords(draft, 'pont mercredi à midi');
  await desk.page.keyboard.press('Delete');
  await expect(draft).not.toContainText('à midi');
  await expect(tray).toBeVisible();
  await expect(noteCard(desk.page)).toContainText('« mercredi à midi »');
  await expect(notedWords(draft)).toHaveCount(0);

  await press(desk, 'Ctrl+Z');
  await expect(notedWords(draft)).toHaveText('mercredi à midi');
  await expect(tray).toBeHidden();
  await expect(noteCard(desk.page)).toContainText('Quel mercredi ?');
});

test('a note without its words is still in the tray after a restart, unpublished', async ({
  desk,
}) => {
  const draft = await writeDispatch(desk, headline, body);
  await selectWords(draft, 'La préfecture');
  await addNote(desk, 'Quel service ?');
  await selectWords(draft, 'La préfecture a annoncé');
  await desk.page.keyboard.type('On a appris');
  await expect(desk.page.getByText('1 note a perdu ses mots')).toBeVisible();
  await saved(desk.page);
  await desk.restart();
  await expect(draftOf(desk.page)).toContainText('On a appris la réouverture');
  const tray = desk.page.getByText('1 note a perdu ses mots');
  await expect(tray).toBeVisible();
  await tray.click();
  await expect(noteCard(desk.page)).toContainText('« La préfecture »');
});

test('by mouse a note is made, answered, reworded, resolved and opened again', async ({ desk }) => {
  const { page } = desk;
  const draft = await writeDispatch(desk, headline, body);
  await dragOver(draft, 'La préfecture');
  await page.getByRole('button', { name: 'Noter la sélection' }).click();
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Quel service ?');
  await page.getByRole('combobox', { name: 'Genre de note' }).selectOption({ label: 'question' });
  await page.getByRole('button', { name: 'Garder' }).click();
  const card = noteCard(page, 'question');
  await expect(notedWords(draft)).toHaveText('La préfecture');
  // Elsewhere, and by its words back to the note, wherever the margin was.
  await page.getByRole('tab', { name: 'Détails' }).click();
  await notedWords(draft).click();
  await expect(card.getByRole('button', { name: 'Répondre' })).toBeVisible();
  const kinds = page.getByRole('combobox', { name: 'Genre des notes affichées' });
  await expect(kinds).toBeHidden();
  await card.getByRole('button', { name: 'Répondre' }).click();
  await page.getByRole('textbox', { name: 'Réponse' }).fill('Le service des routes.');
  await page.keyboard.press('Control+Enter');
  await expect(card).toContainText('Le service des routes.');

  await card.getByRole('button', { name: 'Modifier' }).click();
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Quel service, au juste ?');
  await page.keyboard.press('Control+Enter');
  await expect(card).toContainText('Quel service, au juste ?');
  await expect(card.locator('time').first()).toHaveAttribute('title', /^modifiée à/);

  await card.getByRole('button', { name: 'Régler' }).click();
  await expect(card).toBeHidden();
  await expect(notedWords(draft)).toHaveCount(0);
  await page.getByRole('radio', { name: 'Toutes' }).check();
  await expect(card).toContainText('réglée');
  await card.getByRole('button', { name: '« La préfecture »' }).click();
  await card.getByRole('button', { name: 'Rouvrir' }).click();
  await expect(notedWords(draft)).toHaveText('La préfecture');
  await expect(card.locator('header').first()).not.toContainText('réglée');
});

test('an open legal note holds publishing back until it is resolved', async ({ desk }) => {
  const { page } = desk;
  const draft = await writeDispatch(desk, headline, body);
  await selectWords(draft, 'La préfecture');
  await addNote(desk, 'Diffamation possible', 'juridique');
  await press(desk, 'Ctrl+Shift+Enter');
  const sheet = page.getByRole('dialog', { name: 'Publier la dépêche' });
  await expect(sheet).toContainText('1 note juridique est ouverte.');
  const confirm = sheet.getByRole('button', { name: 'Publier', exact: true });
  await expect(confirm).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await noteCard(page, 'juridique').getByRole('button', { name: 'Régler' }).click();
  await expect(notedWords(draft)).toHaveCount(0);

  await press(desk, 'Ctrl+Shift+Enter');
  await expect(confirm).toBeEnabled();
  await expect(sheet).not.toContainText('note juridique');
  await confirm.press('Enter');
  await expect(page.getByRole('article', { name: /^Dépêche publiée le/ })).toBeVisible();
});

test('F8 and Shift+F8 go through the open notes in the order of their words', async ({ desk }) => {
  const { page } = desk;
  await importText(desk);
  const newest = page.getByRole('textbox', { name: 'Texte de la prise' }).first();
  const oldest = page.getByRole('textbox', { name: 'Texte de la prise' }).last();
  await selectWords(oldest, 'rive gauche');
  await addNote(desk, 'Troisième');
  await selectWords(newest, 'un communiqué');
  await addNote(desk, 'Deuxième');
  await selectWords(newest, 'rive droite');
  await addNote(desk, 'Première');
  const active = page.locator('.note-active');
  await expect(active).toHaveText('rive droite');
  for (const words of ['un communiqué', 'rive gauche', 'rive droite']) {
    await press(desk, 'F8');
    await expect(active).toHaveText(words);
    await expect(active).toBeInViewport();
  }
  await press(desk, 'Shift+F8');
  await expect(active).toHaveText('rive gauche');
  const card = noteCard(page).filter({ hasText: 'Troisième' });
  await expect(card.getByRole('button', { name: 'Régler' })).toBeVisible();
});

test('notes out of sight are told of, and gone to', async ({ desk }) => {
  const { page } = desk;
  const between = Array.from({ length: 30 }, (_, at) => `La phrase ${at} du récit de la crue.`);
  await importText(
    desk,
    [
      'Publié le 2 mai 2017, 21:14',
      headline,
      'Le début du récit.',
      ...between,
      'La toute fin du récit.',
    ].join('\n\n'),
  );
  const take = page.getByRole('textbox', { name: 'Texte de la prise' });
  await take.hover();
  await page.mouse.wheel(0, 6_000);
  await expect(take.getByText('La toute fin du récit.')).toBeInViewport();
  await selectWords(take, 'toute fin');
  await addNote(desk, 'Vraiment la fin ?');
  await expect(noteCard(page)).toBeInViewport();
  const down = page.getByRole('button', { name: '1 note plus bas' });
  await expect(down).toBeHidden();
  await take.hover();
  await page.mouse.wheel(0, -6_000);
  await expect(noteCard(page)).not.toBeInViewport();
  await down.click();
  await expect(noteCard(page)).toBeInViewport();
  await expect(notedWords(take)).toBeInViewport();
  await expect(down).toBeHidden();
});

test('a note on one of three twins is on that one after quitting', async ({ desk }) => {
  const draft = await writeDispatch(desk, headline, twinned);
  await selectWords(draft, 'a dit non', 1);
  await addNote(desk, 'Devant qui ?');
  await caretAfter(draft, 'Le maire');
  await desk.page.keyboard.type(' de Valdane');
  expect(await textBeforeNote(draft)).toMatch(/Le préfet $/);
  await desk.restart();
  await expect(notedWords(draftOf(desk.page))).toHaveText('a dit non');
  expect(await textBeforeNote(draftOf(desk.page))).toMatch(/Le préfet $/);
});

test('among hundreds of notes the words in sight are marked, and F8 goes to those that are not', async ({
  start,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const draft = longDraft(info.outputDir, 6_000);
  const { page, app, userData } = await start({ archivePath: withNotes(draft, 400) });
  const desk = { page, app, userData };
  const surface = draftOf(page);
  const marked = notedWords(surface);
  await expect(marked.first()).toBeVisible();
  expect(await marked.count()).toBeLessThan(300);
  const cards = page.locator('[data-card]');
  await expect(cards.first()).toBeVisible();
  // To the last note of all: its words come in sight, marked, level with its card.
  await press(desk, 'Shift+F8');
  const active = surface.locator('.note-active');
  await expect(active).toBeInViewport();
  const card = page.locator('[data-card]:focus');
  await expect(card).toBeInViewport();
  await expect
    .poll(async () => {
      const [words, note] = [await active.first().boundingBox(), await card.boundingBox()];
      return Math.abs((words?.y ?? 0) - (note?.y ?? 1_000));
    })
    .toBeLessThan(20);
  // Scrolled by the mouse to the middle, others are marked there.
  await surface.hover();
  await page.mouse.wheel(0, -6_000);
  await expect.poll(() => inSight(marked)).toBeGreaterThan(3);
});

/** How many elements stand in the window. */
function inSight(elements: Locator): Promise<number> {
  return elements.evaluateAll(
    (all) =>
      all.filter((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return bottom > 0 && top < window.innerHeight;
      }).length,
  );
}
