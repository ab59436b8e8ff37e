import { expect, type Locator, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerOpenDialog, press, type Workstation } from './workstation';
import { sampleText } from './texts';

/** The writing surface of the open draft. */
export function draftOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Texte du brouillon' });
}

/** Imports a text by the menu's shortcut, waits for it on the sheet, and puts the report away. */
export async function importText(desk: Workstation, text = sampleText): Promise<void> {
  const file = path.join(desk.userData, 'texte.txt');
  writeFileSync(file, text);
  await answerOpenDialog(desk, [file]);
  await press(desk, 'Ctrl+O');
  const report = desk.page.getByRole('region', { name: 'Rapport d’importation' });
  await report.getByRole('button', { name: 'Fermer' }).click();
  await expect(report).toBeHidden();
  await expect(desk.page.getByRole('article').first()).toBeVisible();
}

/** Begins a dispatch and writes its headline and first paragraphs, each after an Enter. */
export async function writeDispatch(
  desk: Workstation,
  headline: string,
  ...paragraphs: readonly string[]
): Promise<Locator> {
  const draft = draftOf(desk.page);
  await press(desk, 'Ctrl+N');
  await expect(draft).toBeFocused();
  await desk.page.keyboard.type(headline);
  for (const paragraph of paragraphs) {
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.type(paragraph);
  }
  return draft;
}

/** Waits until the status bar says that everything typed is in the archive. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('contentinfo')).toContainText(/Enregistré \d\d:\d\d:\d\d/);
}

/** Selects an occurrence of words in a text, as dragging over them does. */
export async function selectWords(surface: Locator, words: string, occurrence = 0): Promise<void> {
  await surface.focus();
  await surface.evaluate(
    (root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const pieces: { readonly node: Node; readonly start: number; readonly end: number }[] = [];
      let text = '';
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const start = text.length;
        text += node.nodeValue ?? '';
        pieces.push({ node, start, end: text.length });
      }
      let at = -1;
      for (let found = 0; found <= wanted.occurrence; found += 1) {
        at = text.indexOf(wanted.words, at + 1);
        if (at < 0) throw new Error(`These words are not in the text: ${wanted.words}`);
      }
      const end = at + wanted.words.length;
      const first = pieces.find((piece) => piece.end > at);
      const last = pieces.find((piece) => piece.end >= end);
      if (first === undefined || last === undefined) throw new Error('The text has no pieces.');
      getSelection()?.setBaseAndExtent(first.node, at - first.start, last.node, end - last.start);
    },
    { words, occurrence },
  );
  await expect.poll(() => surface.page().evaluate(() => getSelection()?.toString())).toBe(words);
  await settled(surface.page());
}

/** Selects words that stand on one line by dragging the mouse over them. */
export async function dragOver(surface: Locator, words: string): Promise<void> {
  const page = surface.page();
  const box = await surface.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, middle: top + height / 2 };
    }
    throw new Error(`These words are not in one piece of the text: ${wanted}`);
  }, words);
  await page.mouse.move(box.left + 1, box.middle);
  await page.mouse.down();
  await page.mouse.move(box.right - 1, box.middle, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(words);
}

/** Puts the caret after an occurrence of words. */
export async function caretAfter(surface: Locator, words: string, occurrence = 0): Promise<void> {
  await selectWords(surface, words, occurrence);
  await surface.page().keyboard.press('ArrowRight');
  await settled(surface.page());
}

/** Waits until the editor has heard of a selection made by the browser: it does so after the event. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

/** Leaves a note on the selected words and waits until the archive has it. */
export async function addNote(
  desk: Workstation,
  body: string,
  kind = 'remarque',
  author = 'mbr',
): Promise<void> {
  const { page } = desk;
  const offered = page.getByRole('button', { name: 'Noter la sélection' });
  await expect(offered).toBeVisible();
  await press(desk, 'Ctrl+Alt+M');
  const composer = page.getByRole('textbox', { name: 'Note', exact: true });
  await expect(composer).toBeFocused();
  await page.keyboard.type(body);
  await page.getByRole('combobox', { name: 'Genre de note' }).selectOption({ label: kind });
  await composer.press('Control+Enter');
  await expect(noteCard(page, kind, author).filter({ hasText: body })).toBeVisible();
}

/** The cards of somebody's notes of a kind. */
export function noteCard(page: Page, kind = 'remarque', author = 'mbr'): Locator {
  return page.getByRole('region', { name: `Note de ${author}, ${kind}` });
}

/** The words on a surface that notes speak of. */
export function notedWords(surface: Locator): Locator {
  return surface.locator('[data-note-id]');
}

/** Publishes the open draft by keyboard and waits until it stands as a take. */
export async function publish(desk: Workstation): Promise<void> {
  await press(desk, 'Ctrl+Shift+Enter');
  const sheet = desk.page.getByRole('dialog');
  const confirm = sheet.getByRole('button', { name: 'Publier', exact: true });
  await expect(confirm).toBeFocused();
  await confirm.press('Enter');
  await expect(sheet).toBeHidden();
  await expect(draftOf(desk.page)).toBeHidden();
}

/** Pastes into a text from a clipboard of its own: windows on one display share the system's. */
export async function pasteInto(surface: Locator, type: string, content: string): Promise<boolean> {
  await surface.focus();
  return surface.evaluate(
    (target, given) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData(given.type, given.content);
      const init = { clipboardData, bubbles: true, cancelable: true };
      return target.dispatchEvent(new ClipboardEvent('paste', init));
    },
    { type, content },
  );
}

/** Goes to the search field by its shortcut. */
export async function openSearch(desk: Workstation): Promise<void> {
  await press(desk, 'Ctrl+Shift+F');
  await expect(desk.page.getByRole('search').getByRole('combobox')).toBeFocused();
}

/** The text of a surface before the words of its first note. */
export function textBeforeNote(surface: Locator): Promise<string> {
  return surface.evaluate((root) => {
    const noted = root.querySelector('[data-note-id]');
    if (noted === null) throw new Error('No words of a note are marked.');
    const range = new Range();
    range.setStart(root, 0);
    range.setEndBefore(noted);
    return range.toString();
  });
}
