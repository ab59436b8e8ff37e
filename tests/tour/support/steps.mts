import { expect, type Locator } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerOpenDialog, chooseMenu, press } from '../../e2e/support/workstation';
import { selectWords } from '../../e2e/support/writing';
import { shoot, type Step, type Walk } from './camera.mjs';
import { oldSystemDispatch, tourTexts } from './texts.mjs';

const samples = path.resolve(import.meta.dirname, '../../../resources/samples');

/** The first start, then the sample archive it offers. */
export async function openSampleArchive(walk: Walk): Promise<void> {
  const { page, t } = walk;
  const offer = page.getByRole('button', { name: t('wire.empty.sample') });
  await expect(offer).toBeVisible();
  await shoot(walk, '01-first-start');
  await offer.click();
  await expect(page.getByRole('region', { name: t('sample.label') })).toBeVisible();
  await expect(wireRows(walk)).toHaveCount(7);
  await expect(page.getByRole('article').first()).toBeVisible();
}

/** A dispatch of several takes on the sheet, beside the wire. */
export async function lookAtSample(walk: Walk): Promise<void> {
  await chooseSample(walk);
  await shoot(walk, '02-sample-archive');
}

/** Files of an old system, a photo, an empty one and one already there: what became of each. */
export async function importFiles(walk: Walk): Promise<void> {
  const { page, t, userData } = walk;
  const file = (name: string) => path.join(userData, name);
  writeFileSync(file('phare-kerguen.txt'), Buffer.from(oldSystemDispatch, 'latin1'));
  writeFileSync(file('phare-kerguen.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]));
  writeFileSync(file('vide.txt'), '');
  await answerOpenDialog(walk, [
    file('phare-kerguen.txt'),
    file('phare-kerguen.jpg'),
    file('vide.txt'),
    path.join(samples, '05-harbour-bridge.txt'),
  ]);
  await chooseMenu(walk, 'import.choose');
  const report = page.getByRole('region', { name: t('import.report') });
  await expect(report.getByRole('listitem')).toHaveCount(4);
  await report.locator('summary').first().click();
  await shoot(walk, '03-import-report');
  await report.getByRole('button', { name: t('common.close') }).click();
  await expect(report).toBeHidden();
}

/** An update being written, everything in it saved. */
export async function writeUpdate(walk: Walk): Promise<void> {
  const { page, look } = walk;
  await chooseSample(walk);
  await press(walk, 'Ctrl+Enter');
  await expect(draft(walk)).toBeFocused();
  const { headline, paragraphs } = tourTexts[look.language];
  await page.keyboard.type(headline);
  for (const paragraph of paragraphs) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(paragraph);
  }
  await saved(walk);
  await shoot(walk, '04-update-being-written');
}

/** The sheet that shows what will go out; then it goes out. */
export async function publishUpdate(walk: Walk): Promise<void> {
  const { page, t } = walk;
  await press(walk, 'Ctrl+Shift+Enter');
  const sheet = page.getByRole('dialog', { name: t('publish.title', { kind: 'update' }) });
  const confirm = sheet.getByRole('button', { name: t('publish.confirm'), exact: true });
  await expect(confirm).toBeFocused();
  await shoot(walk, '05-publishing');
  await confirm.press('Enter');
  await expect(sheet).toBeHidden();
  await expect(draft(walk)).toBeHidden();
}

/** Notes in the margin, level with the words of the published take. */
export async function leaveNotes(walk: Walk): Promise<void> {
  const { page, t, look } = walk;
  const text = page
    .getByRole('article')
    .first()
    .getByRole('textbox', { name: t('take.text') });
  for (const { words, kind, body } of tourTexts[look.language].notes) {
    await selectWords(text, words);
    await expect(page.getByRole('button', { name: t('note.on-selection') })).toBeVisible();
    await press(walk, 'Ctrl+Alt+M');
    const composer = page.getByRole('textbox', { name: t('note.text-label'), exact: true });
    await expect(composer).toBeFocused();
    await page.keyboard.type(body);
    const kinds = page.getByRole('combobox', {
      name: t('note.kind-label'),
      exact: true,
    });
    await kinds.selectOption({ label: t(`note.kind.${kind}`) });
    await composer.press('Control+Enter');
    const author = 'mbr';
    const card = t('note.label', { author, kind: t(`note.kind.${kind}`) });
    await expect(page.getByRole('region', { name: card })).toContainText(body);
  }
  await shoot(walk, '06-published-with-notes');
}

/** The story told anew beside the story that is out, at its first change; then the draft is put away. */
export async function compareStates(walk: Walk): Promise<void> {
  const { page, t, look } = walk;
  await page.getByRole('button', { name: t('sheet.append-other-label') }).click();
  await page.getByRole('menuitem', { name: t('sheet.append-kind.writethru') }).click();
  await expect(draft(walk)).toBeFocused();
  for (const { words, by } of tourTexts[look.language].rewording) {
    await selectWords(draft(walk), words);
    await page.keyboard.type(by);
  }
  await saved(walk);
  await press(walk, 'Ctrl+D');
  const dialog = page.getByRole('dialog', { name: t('compare.title') });
  await expect(dialog.getByRole('insertion').first()).toBeVisible();
  await page.keyboard.press('F7');
  await expect(dialog.locator('[aria-current=true]')).toBeFocused();
  await shoot(walk, '15-comparison');
  await page.keyboard.press('Escape');
  await putAway(walk);
}

/** The story with changes that are only proposed, signed and struck where they take words out. */
export async function suggestChanges(walk: Walk): Promise<void> {
  const { page, t, look } = walk;
  await page.getByRole('button', { name: t('sheet.append-other-label') }).click();
  await page.getByRole('menuitem', { name: t('sheet.append-kind.writethru') }).click();
  await expect(draft(walk)).toBeFocused();
  await press(walk, 'Ctrl+Shift+G');
  const bar = page.getByRole('group', { name: t('suggest.bar') });
  await expect(bar).toBeVisible();
  for (const { words, by } of tourTexts[look.language].rewording) {
    await selectWords(draft(walk), words);
    await page.keyboard.type(by);
  }
  await expect(draft(walk).getByRole('insertion').first()).toBeVisible();
  await saved(walk);
  await shoot(walk, '20-suggestions');
  await putAway(walk);
}

/** The library, and what it offers for a draft in which one of its terms stands. */
export async function useLibrary(walk: Walk): Promise<void> {
  const { page, t, look } = walk;
  const { term, forms, text, sentence } = tourTexts[look.language].library;
  await press(walk, 'Ctrl+Shift+B');
  const dialog = page.getByRole('dialog', { name: t('library.title') });
  await dialog.getByRole('button', { name: t('library.new') }).click();
  await dialog.getByRole('textbox', { name: t('library.term') }).fill(term);
  await dialog.getByRole('textbox', { name: t('library.forms') }).fill(forms);
  await dialog.getByRole('textbox', { name: t('library.text') }).fill(text);
  await dialog.getByRole('button', { name: t('common.save') }).click();
  await expect(dialog.getByRole('list')).toContainText(term);
  await shoot(walk, '21-library');
  await page.keyboard.press('Escape');
  await press(walk, 'Ctrl+Enter');
  await expect(draft(walk)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type(sentence);
  await saved(walk);
  await expect(page.getByText(t('library.offers', { count: 1 }))).toBeVisible();
  await press(walk, 'Ctrl+Shift+K');
  await expect(page.getByRole('list', { name: t('library.offers-label') })).toBeVisible();
  await shoot(walk, '22-library-offers');
  await putAway(walk);
}

/** Discards the draft. */
export async function putAway(walk: Walk): Promise<void> {
  const { page, t } = walk;
  await chooseMenu(walk, 'draft.discard');
  const sure = page.getByRole('dialog', { name: t('discard.title') });
  await sure.getByRole('button', { name: t('discard.confirm') }).click();
  await expect(draft(walk)).toBeHidden();
}

/** Details, history and the checks of a correction that is still empty. */
export async function turnMargin(walk: Walk): Promise<void> {
  const { page, t } = walk;
  await page.getByRole('tab', { name: t('margin.details') }).click();
  await expect(page.getByRole('textbox', { name: t('details.slug') })).toBeVisible();
  await shoot(walk, '07-details');
  await page.getByRole('tab', { name: t('margin.history') }).click();
  await expect(page.getByText(t('history.chain-whole'))).toBeVisible();
  await shoot(walk, '08-history');
  await chooseMenu(walk, 'draft.append-correction');
  await expect(draft(walk)).toBeFocused();
  await page.getByRole('tab', { name: t('margin.checks') }).click();
  await expect(page.getByText(t('check.correction-wrong-missing'))).toBeVisible();
  await shoot(walk, '09-checks');
  await press(walk, 'Ctrl+Shift+Enter');
  await expect(page.getByLabel(t('publish.wrong'))).toBeVisible();
  await shoot(walk, '16-correction');
  await page.keyboard.press('Escape');
  await chooseMenu(walk, 'draft.discard');
  const sure = page.getByRole('dialog', { name: t('discard.title') });
  await sure.getByRole('button', { name: t('discard.confirm') }).click();
  await expect(draft(walk)).toBeHidden();
  await chooseMenu(walk, 'view.as-it-read');
  const slider = page.getByRole('slider', { name: t('view.slider') });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuetext', /1/);
  await shoot(walk, '17-as-it-read');
  await chooseMenu(walk, 'dispatch.something-wrong');
  await expect(page.getByRole('dialog', { name: t('remedy.title') })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await shoot(walk, '18-something-wrong');
  await page.keyboard.press('Escape');
  await chooseMenu(walk, 'dispatch.embargo');
  await expect(page.getByRole('dialog', { name: t('embargo.title') })).toBeVisible();
  await shoot(walk, '19-embargo');
  await page.keyboard.press('Escape');
  await chooseMenu(walk, 'view.takes');
  await page.getByRole('tab', { name: t('margin.notes') }).click();
}

/** A search, its first result opened with every passage marked. */
export async function searchArchive(walk: Walk): Promise<void> {
  const { page, t, look } = walk;
  await press(walk, 'Ctrl+Shift+F');
  const field = page.getByRole('combobox', { name: t('search.field') });
  await expect(field).toBeFocused();
  await page.keyboard.type(tourTexts[look.language].search);
  const results = page.getByRole('region', { name: t('pane.search') });
  await expect(results.locator('mark').first()).toBeVisible();
  await expect(results.locator('[aria-busy=false]')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: t('sheet.hits') })).toBeVisible();
  await expect(page.locator('.search-mark').first()).toBeVisible();
  await shoot(walk, '10-search');
  await page.keyboard.press('Escape');
  await expect(results).toBeHidden();
}

/** The dialogs of the menu. */
export async function openDialogs(walk: Walk): Promise<void> {
  const { page, t } = walk;
  const dialogs = [
    ['app.preferences', 'preferences.title', '13-preferences'],
    ['help.shortcuts', 'shortcuts.title', '14-shortcuts'],
  ] as const;
  for (const [item, title, name] of dialogs) {
    await chooseMenu(walk, item);
    const dialog = page.getByRole('dialog', { name: t(title) });
    await expect(dialog).toBeVisible();
    await shoot(walk, name);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
}

/** Imports the samples into the person's own archive and begins an urgent dispatch there. */
export async function beginUrgent(walk: Walk): Promise<void> {
  const { page, t, look } = walk;
  await answerOpenDialog(walk, [samples]);
  await chooseMenu(walk, 'import.choose');
  const report = page.getByRole('region', { name: t('import.report') });
  await report.getByRole('button', { name: t('common.close') }).click();
  await press(walk, 'Ctrl+N');
  await expect(draft(walk)).toBeFocused();
  const { headline, lead } = tourTexts[look.language].urgent;
  await page.keyboard.type(headline);
  await page.keyboard.press('Enter');
  await page.keyboard.type(lead);
  await saved(walk);
}

/** The bar that tells of the drafts found again. */
export async function findDraftAgain(walk: Walk): Promise<void> {
  const { page, t, look } = walk;
  const bar = page.getByRole('status', { name: t('recovery.label') });
  await expect(bar).toContainText(tourTexts[look.language].urgent.headline);
  await expect(draft(walk)).toContainText(tourTexts[look.language].urgent.lead);
  await shoot(walk, '11-recovery');
}

/** Why no archive is open. */
export async function missArchive(walk: Walk): Promise<void> {
  const { page, t } = walk;
  const title = t('problem.archive-missing.title');
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await shoot(walk, '12-archive-problem');
}

/** Chooses the sample of the tour's language in the wire and goes to its sheet. */
export async function chooseSample(walk: Walk): Promise<void> {
  const { sample } = tourTexts[walk.look.language];
  await wireRows(walk).filter({ hasText: sample }).click();
  await expect(wireRows(walk).filter({ hasText: sample })).toHaveAttribute('aria-selected', 'true');
  await expect(walk.page.getByRole('article').first()).toContainText(sample);
  await walk.page.keyboard.press('Enter');
  await expect(walk.page.getByRole('main').locator('[data-focus-target]')).toBeFocused();
}

/** The dispatches in the wire. */
export function wireRows({ page, t }: Walk): Locator {
  return page.getByRole('listbox', { name: t('wire.list') }).getByRole('option');
}

/** The surface of the draft that is written in. */
export function draft({ page, t }: Walk): Locator {
  return page.getByRole('textbox', { name: t('take.editor') });
}

/** Waits until the status bar says that everything typed is in the archive. */
export async function saved({ page, t }: Walk): Promise<void> {
  // The pseudo-locale has brackets in its words.
  const words = t('status.saved', { time: '@' }).replaceAll(/[[\]()]/g, String.raw`\$&`);
  const told = new RegExp(words.replace('@', String.raw`\d\d:\d\d(:\d\d)?`));
  await expect(page.getByRole('contentinfo')).toContainText(told);
}

/** A day at the desk: files taken in, an update written, published and talked about. */
export const aDay: readonly Step[] = [
  importFiles,
  writeUpdate,
  publishUpdate,
  leaveNotes,
  suggestChanges,
  useLibrary,
];
