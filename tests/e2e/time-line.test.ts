import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { foundByAxe } from './support/axe';
import { expect, test, type Desk } from './support/desk';
import { answerOpenDialog, chooseMenu, press } from './support/workstation';

function wire(stamp: string, headline: string): string {
  return [`Publié le ${stamp}`, headline, `${headline}, a dit la préfecture.`, 'atl/mbr', ''].join(
    '\n\n',
  );
}

/** Imports a dispatch for each stamp. */
async function importStamped(desk: Desk, stamps: readonly string[]): Promise<void> {
  const files = stamps.map((stamp, index) => {
    const file = path.join(desk.userData, `texte-${index}.txt`);
    writeFileSync(file, wire(stamp, `Le pont numéro ${index} est fermé`));
    return file;
  });
  await answerOpenDialog(desk, files);
  await press(desk, 'Ctrl+O');
  const report = desk.page.getByRole('region', { name: 'Rapport d’importation' });
  await expect(report).toContainText(`${stamps.length} dépêches`);
  await report.getByRole('button', { name: 'Fermer' }).click();
}

test('the time line leads from the whole archive to a day, and to the search', async ({
  start,
}, info) => {
  const desk = await start({ size: { width: 1440, height: 900 } });
  const { page } = desk;
  await chooseMenu(desk, 'view.time-line');
  const dialog = page.getByRole('dialog', { name: 'Frise de l’archive' });
  await expect(dialog).toContainText('Rien n’est encore publié');
  await page.keyboard.press('Escape');
  await importStamped(desk, [
    '3 janvier 2016, 08:30',
    '4 février 2016, 08:30',
    '5 octobre 2016, 08:30',
    '2 mai 2017, 21:14',
    '2 mai 2017, 22:05',
    '3 mai 2017, 07:05',
    '9 mai 2017',
  ]);
  await chooseMenu(desk, 'view.time-line');
  const line = dialog.getByRole('slider', { name: 'Période' });
  await expect(line).toBeFocused();
  await expect(dialog.getByRole('radio', { name: 'Années' })).toBeVisible();

  await dialog.getByRole('radio', { name: 'Mois' }).check();
  await line.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(line).toHaveAttribute('aria-valuetext', /^janvier 2016 – février 2016\s: 2 prises$/);
  await page.screenshot({ path: info.outputPath('months.png') });
  expect(await foundByAxe(desk)).toEqual([]);

  // A year and four months on stands May 2017.
  for (let step = 0; step < 15; step += 1) await page.keyboard.press('ArrowRight');
  await expect(line).toHaveAttribute('aria-valuetext', /^mai 2017\s: 4 prises$/);
  await page.keyboard.press('+');
  await expect(dialog.getByRole('radio', { name: 'Jours' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Tableau' }).click();
  await expect(dialog.getByRole('row', { name: /^2\smai 2017/ })).toContainText('2');
  expect(await foundByAxe(desk)).toEqual([]);
  await dialog.getByRole('button', { name: 'Tableau' }).click();
  await dialog.getByTitle(/^2\smai 2017\s: 2 prises$/).click();
  await line.focus();
  await page.keyboard.press('+');
  const published = dialog.getByRole('region', { name: 'Publié' });
  await expect(published.getByRole('listitem')).toHaveCount(2);
  await page.screenshot({ path: info.outputPath('hours.png') });
  expect(await foundByAxe(desk)).toEqual([]);

  // Brushed with the mouse: from 22 h on, only the second.
  const box = await line.boundingBox();
  if (box === null) throw new Error('The line has no place.');
  await page.mouse.move(box.x + (box.width * 22.5) / 24, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + (box.width * 23.5) / 24, box.y + 40);
  await page.mouse.up();
  await expect(published.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Chercher dans l’archive' })).toHaveValue(
    'on:"2017-05-02 22:00..2017-05-02 23:59" is:published ',
  );
  await expect(page.getByRole('listbox', { name: 'Résultats' }).getByRole('option')).toHaveCount(1);
});

test('the desk’s day in English, at night, with what was put right told apart', async ({
  start,
}, info) => {
  const desk = await start({
    language: 'en',
    theme: 'dark',
    size: { width: 1440, height: 900 },
  });
  const { page } = desk;
  await page.getByRole('button', { name: 'Open the sample archive' }).click();
  await expect(page.getByRole('listbox', { name: 'Dispatches' })).toBeVisible();
  await chooseMenu(desk, 'view.time-line');
  const dialog = page.getByRole('dialog', { name: 'Time line of the archive' });
  const line = dialog.getByRole('slider', { name: 'Stretch of time' });
  await dialog.getByRole('radio', { name: 'Years' }).check();
  await line.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await expect(line).toHaveAttribute('aria-valuetext', /\d+ takes, \d+ corrections?/);
  await dialog.getByRole('radio', { name: 'Days' }).check();
  await page.screenshot({ path: info.outputPath('days.png') });
  expect(await foundByAxe(desk)).toEqual([]);
  await dialog.getByRole('button', { name: 'Table' }).click();
  await page.screenshot({ path: info.outputPath('table.png') });
  await dialog.getByRole('button', { name: 'Table' }).click();
  await dialog
    .getByTitle(/correction/)
    .first()
    .dblclick();
  await chooseMenu(desk, 'view.theme-contrast');
  const published = dialog.getByRole('region', { name: 'Published' });
  await page.screenshot({ path: info.outputPath('day.png') });
  expect(await foundByAxe(desk)).toEqual([]);
  await published.getByRole('button', { name: /Correction/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('article', { name: /^Correction/ }).first()).toBeInViewport();

  // Its own life: the take before the correction is stepped to and shown.
  await chooseMenu(desk, 'view.life-line');
  const own = page.getByRole('dialog', { name: /^Life of / });
  const life = own.getByRole('slider', { name: 'What happened, one after the other' });
  await expect(life).toBeFocused();
  await page.keyboard.press('Home');
  await expect(life).toHaveAttribute('aria-valuetext', /: Dispatch, take 1$/);
  await page.keyboard.press('ArrowDown');
  await expect(life).toHaveAttribute('aria-valuetext', /, take 2$/);
  expect(await foundByAxe(desk)).toEqual([]);
  await own.getByRole('button', { name: 'Table' }).click();
  await expect(life).toBeHidden();
  await expect(own.getByRole('row', { name: /Dispatch, take 1/ })).toBeVisible();
  expect(await foundByAxe(desk)).toEqual([]);
  await own.getByRole('button', { name: 'Table' }).click();
  await life.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(own).toBeHidden();
  await expect(page.getByRole('article', { name: /^Dispatch, published/ })).toBeInViewport();
});
