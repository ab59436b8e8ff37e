import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { foundByAxe } from './support/axe';
import { expect, test } from './support/desk';
import { answerOpenDialog, chooseMenu, press, type Workstation } from './support/workstation';
import { addNote, draftOf, importText, openSearch, selectWords } from './support/writing';
import { sampleText } from './support/texts';

async function expectClean(page: Page, where: string): Promise<void> {
  await test.step(where, async () => {
    expect.soft(await foundByAxe({ page }), where).toEqual([]);
  });
}

/** Looks at every view of the window, going from one to the next as a person does. */
async function tourFrench(desk: Workstation): Promise<void> {
  const { page } = desk;
  await expectClean(page, 'first start');
  await importText(desk);
  const oldest = page.getByRole('textbox', { name: 'Texte de la prise' }).last();
  await selectWords(oldest, 'la préfecture');
  await addNote(desk, 'Quel service ?', 'question');
  await selectWords(oldest, 'rive gauche');
  await addNote(desk, 'Diffamation possible', 'juridique');
  await expectClean(page, 'published takes with notes');
  for (const tab of ['details', 'history', 'checks']) {
    await chooseMenu(desk, `view.${tab}`);
    await expect(page.getByRole('tabpanel')).toBeVisible();
    await expectClean(page, `margin: ${tab}`);
  }
  await press(desk, 'Ctrl+Enter');
  await expect(draftOf(page)).toBeFocused();
  await page.keyboard.type('Le pont rouvre mercredi');
  await expectClean(page, 'draft, with what the checks find');
  await press(desk, 'Ctrl+Shift+Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Avant de publier');
  await expectClean(page, 'publish sheet');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await tourNotes(desk);
  await tourTools(desk);
}

/** The desk's notes, the library, and all that can stand around a draft being worked on. */
async function tourNotes(desk: Workstation): Promise<void> {
  const { page } = desk;
  await page.getByRole('radio', { name: /^À répondre/ }).check();
  await expect(page.getByRole('list', { name: 'Notes à répondre' })).toBeVisible();
  await expectClean(page, 'notes to answer');
  await page.getByRole('radio', { name: /^Tout/ }).first().check();
  await press(desk, 'Ctrl+Shift+B');
  const library = page.getByRole('dialog', { name: 'Bibliothèque' });
  await library.getByRole('button', { name: 'Nouvelle entrée' }).click();
  await library.getByRole('textbox', { name: 'Terme' }).fill('pont');
  await library.getByRole('textbox', { name: 'Texte' }).fill('(construit en 1911)');
  await library.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(library.getByRole('list')).toContainText('pont');
  await expectClean(page, 'library');
  await page.keyboard.press('Escape');
  await expect(library).toBeHidden();
  await chooseMenu(desk, 'view.notes');
  const draft = draftOf(page);
  await selectWords(draft, 'mercredi');
  await addNote(desk, 'Quel mercredi ?');
  await selectWords(draft, 'rouvre mercredi');
  await page.keyboard.press('Delete');
  await press(desk, 'Ctrl+Shift+G');
  await page.keyboard.type('sera rouvert');
  await press(desk, 'Ctrl+Shift+K');
  await expect(page.getByRole('list', { name: 'Ce que propose la bibliothèque' })).toBeVisible();
  await page.getByText('1 note a perdu ses mots').click();
  await press(desk, 'Ctrl+H');
  await expect(page.getByRole('group', { name: 'Rechercher et remplacer' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Propositions' })).toBeVisible();
  await expectClean(page, 'draft with suggestions, words looked for, tray and offers');
  await page.keyboard.press('Escape');
}

async function tourTools(desk: Workstation): Promise<void> {
  const { page } = desk;
  const dialog = page.getByRole('dialog');
  for (const [command, content] of [
    ['app.preferences', 'Vos initiales'],
    ['help.shortcuts', 'Dans la recherche'],
    ['draft.discard', 'Abandonner ce brouillon'],
    ['archive.verify', 'Le registre est intact'],
    ['dispatch.export-as', 'Une page à lire'],
  ] as const) {
    await chooseMenu(desk, command);
    await expect(dialog).toContainText(content);
    await expectClean(page, command);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await openSearch(desk);
  await expectClean(page, 'search before a word');
  await page.keyboard.type('pont -"zzz');
  await expect(page.getByRole('listbox', { name: 'Résultats' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Passages trouvés' })).toBeVisible();
  await expectClean(page, 'search results with a problem of the query');
  await page.keyboard.press('Escape');

  const empty = path.join(desk.userData, 'vide.txt');
  writeFileSync(empty, '');
  const mended = path.join(desk.userData, 'répare.txt');
  writeFileSync(mended, sampleText.replaceAll('\n', '\r\n').replaceAll('Valdane', 'Orbe'));
  await answerOpenDialog(desk, [empty, mended]);
  await chooseMenu(desk, 'import.choose');
  const report = page.getByRole('region', { name: 'Rapport d’importation' });
  await expect(report).toContainText('Refusé : le fichier est vide.');
  await expectClean(page, 'import report');
}

test('axe finds nothing in French', async ({ desk }) => {
  test.setTimeout(180_000);
  await tourFrench(desk);
});

test('axe finds nothing where the archive is missing', async ({ start }, info) => {
  const archivePath = path.join(info.outputDir, 'gone.writethru');
  const { page } = await start({ theme: 'dark', archivePath });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectClean(page, 'archive problem');
});

test('axe finds nothing in English', async ({ start }) => {
  test.setTimeout(120_000);
  const desk = await start({ language: 'en' });
  const { page } = desk;
  await expectClean(page, 'first start');
  const file = path.join(desk.userData, 'text.txt');
  writeFileSync(file, sampleText);
  await answerOpenDialog(desk, [file]);
  await press(desk, 'Ctrl+O');
  await expect(page.getByRole('article')).toHaveCount(2);
  await expectClean(page, 'published takes, import report');
  await press(desk, 'Ctrl+Enter');
  await expect(page.getByRole('textbox', { name: 'Text of the draft' })).toBeFocused();
  await page.keyboard.type('Bridge to reopen');
  await press(desk, 'Ctrl+Shift+Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectClean(page, 'publish sheet');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await openSearch(desk);
  await page.keyboard.type('pont');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectClean(page, 'search results');
});

/** The element with the focus: what it is called and whether a ring is drawn around it. */
function focused(page: Page): Promise<{ readonly name: string; readonly ring: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return { name: '', ring: false };
    // A radio button is drawn by the label around it, a search field by the box it stands in.
    const drawn = [element, element.parentElement].flatMap((one) =>
      one === null ? [] : [getComputedStyle(one)],
    );
    const ring = drawn.some(
      ({ outlineStyle, outlineWidth, boxShadow }) =>
        (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
    );
    const name =
      element.getAttribute('aria-label') ?? (element.textContent || element.tagName).trim();
    return { name: `${element.tagName} ${name}`, ring };
  });
}

test('Tab reaches every control of the desk, one after another, each with a ring', async ({
  desk,
}) => {
  const { page } = desk;
  await importText(desk);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const seen: string[] = [];
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    const { name, ring } = await focused(page);
    if (name.startsWith('BODY') || (name === seen[0] && step > 5)) break;
    // A text shows its caret; a ring around a whole page would shout.
    const isText = name === 'DIV Texte de la prise';
    expect.soft(ring || isText, `ring on ${name}`).toBe(true);
    seen.push(name);
  }
  const names = seen.join('\n');
  for (const wanted of [
    'Chercher dans l’archive',
    'Nouvelle dépêche',
    'Dépêches',
    'Ajouter une mise à jour',
    'Texte de la prise',
    'Corriger…',
    'Notes',
    'Largeur du fil',
  ]) {
    expect.soft(names).toContain(wanted);
  }
});

test('F6 goes around the panes', async ({ desk }) => {
  const { page } = desk;
  await importText(desk);
  const pane = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset);
  await page.getByRole('listbox', { name: 'Dépêches' }).focus();
  for (const next of ['sheet', 'margin', 'toolbar', 'wire', 'sheet']) {
    await press(desk, 'F6');
    await expect.poll(pane).toMatchObject({ pane: next });
  }
  await press(desk, 'Ctrl+Shift+M');
  await expect(page.getByRole('complementary', { name: 'Marge' })).toBeHidden();
  await press(desk, 'F6');
  await expect.poll(pane).toMatchObject({ pane: 'toolbar' });
});

test('F6 comes to the draft being written, and back to it', async ({ desk }) => {
  await press(desk, 'Ctrl+N');
  const draft = draftOf(desk.page);
  await expect(draft).toBeFocused();
  await press(desk, 'F6');
  await expect(draft).not.toBeFocused();
  for (let step = 0; step < 3; step += 1) await press(desk, 'F6');
  await expect(draft).toBeFocused();
});

test('the sheet is a document: headings in order, each take an article named by its stamp', async ({
  desk,
}) => {
  const { page } = desk;
  const stamped = sampleText
    .replace('Publié', 'Publié le 2 mai 2017, 21:14')
    .replace(/Publié$/m, 'Publié le 3 mai 2017, 07:05');
  await importText(desk, stamped);
  await expect(
    page.getByRole('article', { name: 'Dépêche publiée le 2 mai 2017, 21 h 14' }),
  ).toBeVisible();
  await expect(
    page.getByRole('article', { name: 'Mise à jour publiée le 3 mai 2017, 7 h 05' }),
  ).toBeVisible();
  const levels = await page
    .getByRole('main')
    .evaluate((main) =>
      [...main.querySelectorAll('h1, h2, h3, h4, h5, h6')]
        .filter((heading) => heading.checkVisibility())
        .map((heading) => Number(heading.tagName.slice(1))),
    );
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  for (const [index, level] of levels.entries()) {
    expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  }
  for (const landmark of ['banner', 'main', 'complementary', 'contentinfo'] as const) {
    await expect(page.getByRole(landmark)).toHaveCount(1);
  }
});

test('screen readers hear how much a search found', async ({ desk }) => {
  const { page } = desk;
  await importText(desk);
  const heard = page.locator('[aria-live=polite]');
  await openSearch(desk);
  await page.keyboard.type('fissure');
  await expect(heard.filter({ hasText: /^1 résultat$/ })).toHaveCount(1);
  await page.keyboard.type(' introuvable');
  await expect(heard.filter({ hasText: /^aucun résultat$/ })).toHaveCount(1);
});
