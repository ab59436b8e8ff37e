import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { expect, test } from './support/desk';
import {
  answerOpenDialog,
  answerSaveDialog,
  press,
  windowOf,
  type Workstation,
} from './support/workstation';
import { openSearch } from './support/writing';

/** Dispatches of several years, some of them of a port. */
function archiveTexts(): readonly (readonly [string, string])[] {
  return Array.from({ length: 60 }, (_, index) => {
    const year = 2012 + (index % 6);
    const month = String(1 + (index % 12)).padStart(2, '0');
    const subject = index % 3 === 0 ? 'Le port de Valdane rouvre' : 'Le col de Veyrac ferme';
    const language = index % 5 === 0;
    const words = language
      ? `Harbour officials said the ferries of quay ${index} would sail again.`
      : `Les autorités portuaires ont rétabli les liaisons du quai ${index}. L’Élysée a réagi.`;
    const label = language
      ? `Published ${year}-${month}-02 08:15 GMT`
      : `Publié le 2/${month}/${year}, 08:15`;
    return [
      `${index}.txt`,
      `${label}\n\n${language ? 'Ferries sail again' : subject} (${index})\n\n${words}\n`,
    ];
  });
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

async function filled(desk: Workstation): Promise<void> {
  const files = archiveTexts().map(([name, text]) => {
    const file = path.join(desk.userData, name);
    writeFileSync(file, text);
    return file;
  });
  await answerOpenDialog(desk, files);
  await press(desk, 'Ctrl+O');
  const report = desk.page.getByRole('region', { name: 'Rapport d’importation' });
  await report.getByRole('button', { name: 'Fermer' }).click();
  await expect(report).toBeHidden();
}

/** Takes the place of the printer: afterwards gives the words of the page as it would be printed. */
async function watchPrinting({ app, page }: Workstation): Promise<() => Promise<string>> {
  const window = await windowOf({ app, page });
  await window.evaluate((one: BrowserWindow) => {
    const { webContents } = one;
    const words = 'document.querySelector("[data-printed-list]").textContent';
    const keep = async (done: (success: boolean, failure: string) => void): Promise<void> => {
      process.env['PRINTED'] = String(await webContents.executeJavaScript(words));
      done(true, '');
    };
    webContents.print = (_options, done = () => undefined) => void keep(done);
  });
  return () => app.evaluate(() => process.env['PRINTED'] ?? '');
}

test('an archivist finds, narrows, steps through hits, saves and exports by keyboard alone', async ({
  desk,
}) => {
  const { page } = desk;
  await filled(desk);
  await openSearch(desk);
  const field = page.getByRole('combobox', { name: 'Chercher dans l’archive' });
  const results = page.getByRole('listbox', { name: 'Résultats' });
  const summary = page.locator('[data-pane=wire] [aria-busy]');
  await page.keyboard.type('elysee quai');
  await expect(summary).toContainText('48 résultats');
  await expect(results.getByRole('option').first().locator('mark').first()).toBeVisible();

  // Narrowed by a facet: Tab reaches it, Space chooses it.
  const year = page.getByRole('group', { name: 'Année' }).getByRole('checkbox', { name: /^2016/ });
  await year.focus();
  await page.keyboard.press('Space');
  await expect(field).toHaveValue('elysee quai on:2016');
  await expect(summary).toContainText('8 résultats');
  // The other years can still be chosen as well.
  await expect(page.getByRole('checkbox', { name: /^2017/ })).toBeVisible();

  // By dates: the bars are brushed with the arrows.
  const bars = page.getByRole('slider', { name: 'Période' });
  await bars.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(/^elysee quai on:2012-\d\d\.\.2012-\d\d$/);
  expect(await violations(page)).toEqual([]);

  // Stepping through hits, from the field.
  await field.fill('elysee quai ');
  await field.focus();
  await expect(summary).toContainText('48 résultats');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const steps = page.getByRole('group', { name: 'Passages trouvés' });
  await expect(steps).toContainText('passage 1 sur 2');
  await page.keyboard.press('F3');
  await expect(steps).toContainText('passage 2 sur 2');

  await page.getByRole('button', { name: 'Enregistrer…' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Nom' }).fill('Quais');
  await page.keyboard.press('Enter');
  await expect(page.getByText('La recherche est enregistrée sous')).toBeVisible();

  const file = path.join(desk.userData, 'liste.csv');
  await answerSaveDialog(desk, file);
  const useAll = async (item: string): Promise<void> => {
    await page.getByRole('button', { name: 'Que faire de tout ce qui est trouvé' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: item }).focus();
    await page.keyboard.press('Enter');
  };
  await useAll('Exporter la liste trouvée…');
  await expect(page.getByText('48 lignes enregistrées')).toBeVisible();
  const lines = readFileSync(file, 'utf8').trim().split('\r\n');
  expect(lines).toHaveLength(49);
  expect(lines[1]).toContain('Europe/');

  // All of it is given a subject, which is a facet from then on, and can be taken away again.
  await useAll('Donner un sujet à tout ce qui est trouvé…');
  const dialog = page.getByRole('dialog', { name: 'Un sujet pour les 48 dépêches trouvées' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('grands ports');
  await expect(dialog.getByRole('option')).toHaveText(/^grands ports/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('a été donné à 48 dépêches sur 48')).toBeVisible();
  const subject = page.getByRole('checkbox', { name: /^grands ports/ });
  await expect(subject).toBeHidden();
  await field.fill('sujet:"grands ports" is:published ');
  await expect(summary).toContainText('48 résultats');
  await expect(subject).toBeChecked();
  await page.getByRole('button', { name: 'Le retirer' }).click();
  await expect(page.getByText('Rien dans cette archive')).toBeVisible();

  // Printed, it stands on paper alone; what is printed is looked at here.
  await field.fill('elysee quai ');
  await expect(summary).toContainText('48 résultats');
  const printed = await watchPrinting(desk);
  await useAll('Imprimer la liste trouvée…');
  await expect.poll(printed).toMatch(/^Trouvé par «\u202Felysee quai\u202F»48 résultats/);

  // Later: the saved search is there to be opened.
  await openSearch(desk);
  await page.keyboard.press('Escape');
  await openSearch(desk);
  await page.getByRole('button', { name: 'Quais', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(summary).toContainText('48 résultats');
});

test('typing fast shows the answer to the last text, and puts right what was mistyped', async ({
  desk,
}) => {
  const { page } = desk;
  await filled(desk);
  await openSearch(desk);
  await page.keyboard.type('ferries harbour', { delay: 0 });
  const summary = page.locator('[data-pane=wire] [aria-busy]');
  await expect(summary).toContainText('12 résultats');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('autirotes portauires ');
  await page
    .getByRole('note')
    .getByRole('button', { name: /autorit/ })
    .click();
  await expect(summary).toContainText('48 résultats');
  const field = page.getByRole('combobox', { name: 'Chercher dans l’archive' });
  await expect(field).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('est:brou');
  await expect(page.getByRole('option', { name: 'brouillon' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('est:brouillon ');
});
