import type { Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { expect, test } from './support/desk';
import {
  chooseMenu,
  focusOn,
  kill,
  openWindow,
  press,
  type Workstation,
} from './support/workstation';
import {
  addNote,
  caretAfter,
  draftOf,
  importText,
  notedWords,
  publish,
  saved,
  selectWords,
  writeDispatch,
} from './support/writing';

const headline = 'Le pont de Valdane rouvre';
const body = 'La préfecture a annoncé la réouverture du pont.';

/** A dispatch begun in one window and opened in another. */
async function twoOnOneDraft(desk: Workstation): Promise<Workstation> {
  await writeDispatch(desk, headline, body);
  const other = await openWindow(desk, 'Ctrl+Alt+O');
  await expect(draftOf(other.page)).toContainText(body);
  return other;
}

function message(page: Page) {
  return page.getByRole('status', { name: 'Messages' });
}

test('what is typed in either window appears in the other, and each undoes its own', async ({
  desk,
}) => {
  const other = await twoOnOneDraft(desk);
  const [here, there] = [draftOf(desk.page), draftOf(other.page)];
  await caretAfter(here, 'La préfecture');
  await caretAfter(there, 'du pont');
  await desk.page.keyboard.type(' de la Lisse');
  await expect(there).toContainText('La préfecture de la Lisse a annoncé');
  await other.page.keyboard.type(' de Valdane');
  await expect(here).toContainText('La préfecture de la Lisse a annoncé la réouverture du pont de');
  // Both at once, letter by letter.
  await Promise.all([
    desk.page.keyboard.type(' et du Val', { delay: 15 }),
    other.page.keyboard.type(', mercredi', { delay: 15 }),
  ]);
  const both =
    'La préfecture de la Lisse et du Val a annoncé la réouverture du pont de Valdane, mercredi.';
  await expect(here).toContainText(both);
  await expect(there).toContainText(both);
  await saved(desk.page);
  await saved(other.page);

  await press(other, 'Ctrl+Z');
  await expect(there).not.toContainText('mercredi');
  await expect(here).not.toContainText('mercredi');
  await expect(here).toContainText('de la Lisse et du Val');
  await press(desk, 'Ctrl+Z');
  await expect(here).not.toContainText('du Val ');
  await expect(there).not.toContainText('du Val ');
  await press(other, 'Ctrl+Shift+Z');
  await expect(here).toContainText('mercredi');
});

test('a note made in one window is on its words in the other, and stays on them', async ({
  desk,
}) => {
  const other = await twoOnOneDraft(desk);
  const [here, there] = [draftOf(desk.page), draftOf(other.page)];
  await selectWords(here, 'la réouverture');
  await addNote(desk, 'Heure à confirmer');
  await expect(notedWords(there)).toHaveText('la réouverture');
  await caretAfter(there, 'La préfecture');
  await other.page.keyboard.type(' de la Lisse');
  await expect(here).toContainText('de la Lisse');
  await expect(notedWords(here)).toHaveText('la réouverture');
  await selectWords(there, 'la réouverture');
  await other.page.keyboard.press('Delete');
  await expect(desk.page.getByText('1 note a perdu ses mots')).toBeVisible();
  await press(other, 'Ctrl+Z');
  await expect(notedWords(here)).toHaveText('la réouverture');
  await expect(notedWords(there)).toHaveText('la réouverture');
});

test('publishing in one window closes the draft in the other, with a sentence', async ({
  desk,
}) => {
  const other = await twoOnOneDraft(desk);
  await caretAfter(draftOf(other.page), 'du pont');
  await other.page.keyboard.type(' mercredi');
  await expect(draftOf(desk.page)).toContainText('pont mercredi');
  await publish(desk);
  await expect(draftOf(other.page)).toBeHidden();
  await expect(message(other.page)).toContainText('publié dans une autre fenêtre');
  await expect(message(desk.page)).not.toContainText('autre fenêtre');
  const take = other.page.getByRole('textbox', { name: 'Texte de la prise' });
  await expect(take).toContainText('La préfecture a annoncé la réouverture du pont mercredi.');
  await expect(other.page.getByRole('contentinfo')).not.toContainText('NON ENREGISTRÉ');
});

test('discarding in one window closes the draft in the other, with a sentence', async ({
  desk,
}) => {
  await importText(desk);
  await press(desk, 'Ctrl+Enter');
  await expect(draftOf(desk.page)).toBeFocused();
  const other = await openWindow(desk, 'Ctrl+Alt+O');
  await expect(draftOf(other.page)).toBeVisible();
  await focusOn(desk);
  await chooseMenu(desk, 'draft.discard');
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Abandonner le brouillon' }).click();
  await expect(draftOf(desk.page)).toBeHidden();
  await expect(draftOf(other.page)).toBeHidden();
  await expect(message(other.page)).toContainText('abandonné dans une autre fenêtre');
  await expect(other.page.getByRole('article')).toHaveCount(2);
});

test('commands of the menu go to the window that has the focus', async ({ desk }) => {
  const other = await openWindow(desk, 'Ctrl+Shift+N');
  for (const [focused, left] of [
    [other, desk],
    [desk, other],
  ] as const) {
    await focusOn(focused);
    await chooseMenu(desk, 'help.shortcuts');
    await expect(focused.page.getByRole('dialog')).toContainText('Raccourcis');
    await expect(left.page.getByRole('dialog')).toBeHidden();
    await focused.page.keyboard.press('Escape');
    await expect(focused.page.getByRole('dialog')).toBeHidden();
  }
});

test('language and look reach all windows; the open dispatch and the panes are each one’s own', async ({
  desk,
}) => {
  await importText(desk);
  await writeDispatch(desk, headline, body);
  const other = await openWindow(desk, 'Ctrl+Shift+N');
  await other.page.getByRole('option', { name: /Un pont fermé/ }).click();
  await expect(other.page.getByRole('article')).toHaveCount(2);
  await expect(draftOf(desk.page)).toBeVisible();
  await press(other, 'Ctrl+Shift+M');
  const margin = 'Marge';
  await expect(other.page.getByRole('complementary', { name: margin })).toBeHidden();
  await expect(desk.page.getByRole('complementary', { name: margin })).toBeVisible();
  await expect(desk.page).toHaveTitle(`${headline} — Writethru`);
  await expect(other.page).toHaveTitle('VALDANE — Writethru');

  await chooseMenu(desk, 'view.theme-dark');
  await chooseMenu(desk, 'view.language-en');
  for (const { page } of [desk, other]) {
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('combobox', { name: 'Search the archive' })).toBeVisible();
  }
});

test('another window stands beside the one it was opened from; the one worked in is remembered', async ({
  desk,
}) => {
  const place = { x: 60, y: 50, width: 1_000, height: 700 };
  const first = await desk.app.browserWindow(desk.page);
  await first.evaluate((window: BrowserWindow, bounds) => window.setBounds(bounds), place);
  const other = await openWindow(desk, 'Ctrl+Shift+N');
  const second = await desk.app.browserWindow(other.page);
  expect(await second.evaluate((window: BrowserWindow) => window.getBounds())).toEqual({
    ...place,
    x: place.x + 32,
    y: place.y + 32,
  });
  await focusOn(desk);
  await desk.restart();
  expect(desk.app.windows()).toHaveLength(1);
  const again = await desk.app.browserWindow(desk.page);
  expect(await again.evaluate((window: BrowserWindow) => window.getBounds())).toEqual(place);
});

test('a window is closed while the other goes on writing', async ({ desk }) => {
  const other = await twoOnOneDraft(desk);
  await caretAfter(draftOf(other.page), 'du pont');
  await other.page.keyboard.type(' mercredi');
  const closed = other.page.waitForEvent('close');
  const window = await desk.app.browserWindow(other.page);
  await window.evaluate((one: BrowserWindow) => one.close());
  await closed;
  await expect(draftOf(desk.page)).toContainText('du pont mercredi.');
  await caretAfter(draftOf(desk.page), 'mercredi');
  await desk.page.keyboard.type(' matin');
  await saved(desk.page);
  await expect(draftOf(desk.page)).toContainText('du pont mercredi matin.');
});

test('what is typed in two windows just before quitting is saved', async ({ desk }) => {
  const other = await twoOnOneDraft(desk);
  await caretAfter(draftOf(desk.page), 'La préfecture');
  await caretAfter(draftOf(other.page), 'du pont');
  await Promise.all([
    desk.page.keyboard.type(' de la Lisse'),
    other.page.keyboard.type(' de Valdane'),
  ]);
  await desk.restart();
  await expect(draftOf(desk.page)).toContainText(
    'La préfecture de la Lisse a annoncé la réouverture du pont de Valdane.',
  );
  await expect(desk.page.getByRole('status', { name: 'Brouillons retrouvés' })).toBeHidden();
});

test('kill -9 while both windows are typed in loses nothing that was said to be saved', async ({
  desk,
}) => {
  const other = await twoOnOneDraft(desk);
  const [here, there] = [draftOf(desk.page), draftOf(other.page)];
  await caretAfter(here, 'La préfecture');
  await caretAfter(there, 'du pont');
  await desk.page.keyboard.type(' de la Lisse');
  await other.page.keyboard.type(' de Valdane');
  await expect(here).toContainText('pont de Valdane');
  await expect(there).toContainText('de la Lisse');
  await saved(desk.page);
  await saved(other.page);
  // Typing goes on when the process dies.
  const typing = Promise.allSettled([
    desk.page.keyboard.type(' et du Val'.repeat(20), { delay: 10 }),
    other.page.keyboard.type(', mercredi'.repeat(20), { delay: 10 }),
  ]);
  await expect(there).toContainText('et du Val et du Val');
  await desk.restart(kill);
  await typing;
  const kept = draftOf(desk.page);
  await expect(kept).toContainText('La préfecture de la Lisse et du Val et du Val');
  await expect(kept).toContainText(/réouverture du pont de Valdane[, mercdi]*\./);
  const bar = desk.page.getByRole('status', { name: 'Brouillons retrouvés' });
  await expect(bar).toContainText(headline);
  const again = await openWindow(desk, 'Ctrl+Shift+N');
  const barThere = again.page.getByRole('status', { name: 'Brouillons retrouvés' });
  await expect(barThere).toBeVisible();
  await bar.getByRole('button', { name: 'Masquer' }).click();
  await expect(barThere).toBeHidden();
});
