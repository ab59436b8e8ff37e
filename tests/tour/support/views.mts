import { expect } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { jpegWith } from '../../support/pictures';
import { answerOpenDialog, chooseMenu, press } from '../../e2e/support/workstation';
import { shoot, type Step, type Walk } from './camera.mjs';
import { chooseSample, draft, putAway, saved } from './steps.mjs';
import { tourTexts } from './texts.mjs';

/** Dialogs that a command opens and that show themselves without more. */
const dialogs = [
  ['app.palette', 'palette'],
  ['dispatch.open-quickly', 'open-quickly'],
  ['help.shortcuts', 'shortcuts'],
  ['help.open', 'help'],
  ['help.licences', 'licences'],
  ['help.diagnostics', 'diagnostics'],
  ['view.time-line', 'time-line'],
  ['view.life-line', 'life-line'],
  ['exchange.folders', 'folders'],
  ['archive.verify', 'verify'],
  ['dispatch.subjects', 'subjects'],
  ['dispatch.embargo', 'embargo'],
  ['dispatch.export-as', 'export'],
  ['dispatch.something-wrong', 'something-wrong'],
  ['dispatch.compare', 'compare'],
  ['library.open', 'library'],
  ['import.paste', 'paste'],
  ['draft.discarded', 'discarded-none'],
] as const;

/** Every dialog of the menus, on a dispatch of the sample archive. */
export async function lookAtDialogs(walk: Walk): Promise<void> {
  await chooseSample(walk);
  for (const [command, name] of dialogs) {
    await chooseMenu(walk, command);
    await atRest(walk);
    await shoot(walk, name);
    await leave(walk);
  }
}

/** The preferences, section by section. */
export async function lookAtPreferences(walk: Walk): Promise<void> {
  const { page, t } = walk;
  await chooseMenu(walk, 'app.preferences');
  const list = page.getByRole('list', { name: t('preferences.sections') });
  for (const [index, section] of (await list.getByRole('button').all()).entries()) {
    await section.click();
    await shoot(walk, `preferences-${index + 1}`);
  }
  await leave(walk);
}

/** Searching in the dispatch and everywhere, the first of the sample's words. */
export async function lookAtFinding(walk: Walk): Promise<void> {
  const { page, t, look } = walk;
  await chooseSample(walk);
  const [word = ''] = tourTexts[look.language].search.split(' ');
  await chooseMenu(walk, 'edit.replace');
  await page.keyboard.type(word);
  await shoot(walk, 'find-and-replace');
  await page.keyboard.press('Escape');
  await chooseMenu(walk, 'edit.replace-everywhere');
  await shoot(walk, 'find-everywhere-first');
  const dialog = page.getByRole('dialog', { name: t('everywhere.title') });
  await dialog.getByRole('textbox', { name: t('find.words') }).fill(word);
  await dialog.getByRole('textbox', { name: t('find.replacement') }).fill(`${word}…`);
  await dialog.getByRole('radio').last().check({ force: true });
  await dialog.getByRole('button', { name: t('everywhere.find'), exact: true }).click();
  await expect(dialog.locator('mark').first()).toBeVisible();
  await shoot(walk, 'find-everywhere');
  await leave(walk);
  await chooseMenu(walk, 'dispatch.trace');
  await atRest(walk);
  await shoot(walk, 'trace');
  await page.keyboard.press('Escape');
  await press(walk, 'Ctrl+Shift+F');
  await expect(page.getByRole('combobox', { name: t('search.field') })).toBeFocused();
  await shoot(walk, 'search-idle');
  const nobody = 'qqqqq';
  await page.keyboard.type(nobody);
  await expect(page.getByText(t('search.none', { query: nobody }))).toBeVisible();
  await shoot(walk, 'search-none');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

/** A photo in a draft, the draft discarded, and the list it is brought back from. */
export async function lookAtDrafts(walk: Walk): Promise<void> {
  const { page, t, look, userData } = walk;
  const file = path.join(userData, 'photo.jpg');
  const iim = { 120: tourTexts[look.language].headline, 80: 'Zoé Lefèvre', 110: 'ATLANTE' };
  writeFileSync(file, jpegWith({ iim }));
  await press(walk, 'Ctrl+N');
  await expect(draft(walk)).toBeFocused();
  const { headline, lead } = tourTexts[look.language].urgent;
  await page.keyboard.type(headline);
  await page.keyboard.press('Enter');
  await page.keyboard.type(lead);
  await answerOpenDialog(walk, [file]);
  await chooseMenu(walk, 'block.photo');
  await expect(draft(walk).getByRole('figure')).toHaveCount(1);
  await saved(walk);
  await shoot(walk, 'photo-in-draft');
  await chooseMenu(walk, 'view.checks');
  await shoot(walk, 'checks');
  await chooseMenu(walk, 'draft.discard');
  await shoot(walk, 'discard');
  await leave(walk);
  await putAway(walk);
  await chooseMenu(walk, 'draft.discarded');
  await atRest(walk);
  await shoot(walk, 'discarded');
  await leave(walk);
  await chooseMenu(walk, 'view.notes');
  await expect(page.getByRole('tab', { name: t('margin.notes') })).toBeVisible();
}

/** Backups: none yet, one, one in a second folder and sealed, and the dispatches inside of one. */
export async function lookAtBackups(walk: Walk): Promise<void> {
  const { page, t, userData } = walk;
  await chooseMenu(walk, 'archive.backups');
  const dialog = page.getByRole('dialog', { name: t('backups.title') });
  await atRest(walk);
  await shoot(walk, 'backups-none');
  const other = path.join(userData, 'autre disque');
  mkdirSync(other, { recursive: true });
  await answerOpenDialog(walk, [other]);
  await dialog.getByRole('button', { name: t('backups.second-choose') }).click();
  await dialog.getByRole('button', { name: t('seal.begin') }).click();
  await expect(dialog.getByLabel(t('seal.passphrase'), { exact: true })).toBeVisible();
  await shoot(walk, 'backups-sealing');
  await page.keyboard.press('Escape');
  await chooseMenu(walk, 'archive.backups');
  await dialog.getByRole('button', { name: t('backups.now') }).click();
  await expect(dialog.getByRole('button', { name: t('backups.now') })).toBeEnabled();
  await atRest(walk);
  await shoot(walk, 'backups');
  await dialog.getByText(t('backups.look'), { exact: true }).first().click();
  const list = page.getByRole('list', { name: t('inside.list') });
  await expect(list.getByRole('listitem').first()).toBeVisible();
  await list.getByRole('button').first().click();
  await atRest(walk);
  await shoot(walk, 'backup-inside');
  await leave(walk);
}

/** Waits until nothing says that it is at work, and what is shown no longer changes. */
async function atRest({ page, t }: Walk): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await expect(page.getByText(t('time-line.counting'))).toHaveCount(0);
  await page.evaluate((quiet) => {
    return new Promise<void>((resolve) => {
      let timer = setTimeout(resolve, quiet);
      const observer = new MutationObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(resolve, quiet);
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  }, 300);
}

/** Closes the dialog that stands over the desk. */
async function leave({ page }: Walk): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Every view, on the sample archive. */
export const everyView: readonly Step[] = [
  lookAtDialogs,
  lookAtPreferences,
  lookAtFinding,
  lookAtDrafts,
  lookAtBackups,
];
