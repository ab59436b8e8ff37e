import type { Locator, Page } from '@playwright/test';
import { foundByAxe } from './support/axe';
import { expect, test } from './support/desk';
import { chooseMenu, press } from './support/workstation';
import { draftOf, saved, selectWords, writeDispatch } from './support/writing';

/** The marks of a kind on the draft, as their words. */
function marked(page: Page, kind: string): Locator {
  return draftOf(page).locator(`[data-style="${kind}"]`);
}

function checks(page: Page): Locator {
  return page.getByRole('region', { name: 'Orthographe et style' });
}

test('misspelled words are marked and put right, with accents first; wire capitals pass', async ({
  desk,
}) => {
  const { page } = desk;
  const draft = await writeDispatch(
    desk,
    'Un evenement à Genève',
    "L'Elysée et l'Etat se taisent, dit Zbrnkof.",
  );
  await expect(marked(page, 'spelling')).toHaveText(['evenement', 'Zbrnkof']);

  await press(desk, 'F7');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('evenement');
  await page.keyboard.press('Alt+Enter');
  const menu = page.getByRole('menu', { name: 'Corrections pour evenement' });
  await expect(menu.getByRole('menuitem').first()).toHaveText('événement');
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  expect(await foundByAxe(desk)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(draft.locator('[data-block=headline]')).toHaveText('Un événement à Genève');
  await expect(draft).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(draft.locator('[data-block=headline]')).toHaveText('Un evenement à Genève');

  await marked(page, 'spelling').last().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Ajouter à mes mots' }).click();
  await expect(marked(page, 'spelling')).toHaveText(['evenement']);
  await chooseMenu(desk, 'view.style-marks');
  await expect(draft.locator('[data-style]')).toHaveCount(0);
});

test('what is left as it is stays so after a restart, and can be taken up again', async ({
  desk,
}) => {
  await writeDispatch(
    desk,
    'Le le titre',
    'La Maison blanche a dit hier, vendredi, que 12000 personnes ( dont des enfants sont venues.',
    'Selon la Maison Blanche, la Maison Blanche se tait.',
  );
  await chooseMenu(desk, 'view.checks');
  await expect(checks(desk.page).getByText('La maison écrit « Maison Blanche »')).toBeVisible();
  expect(await foundByAxe(desk)).toEqual([]);
  const number = checks(desk.page).getByRole('region', { name: 'Nombres et unités' });
  await number.getByRole('button', { name: 'Laisser' }).click();
  await expect(number).toBeHidden();
  await expect(checks(desk.page).getByText('1 point laissé tel quel')).toBeVisible();
  await saved(desk.page);
  await desk.restart();
  await chooseMenu(desk, 'view.checks');
  await expect(checks(desk.page).getByText('1 point laissé tel quel')).toBeVisible();
  await checks(desk.page).getByText('1 point laissé tel quel').click();
  await checks(desk.page).getByRole('button', { name: 'Vérifier de nouveau' }).click();
  await expect(marked(desk.page, 'number')).toHaveText('12000');
});

test('a paragraph in English is heard, and is written and spelled as English', async ({ desk }) => {
  const { page } = desk;
  const draft = await writeDispatch(desk, 'Le titre', 'Le ministre a parlé à la presse hier soir.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The minister said the goverment would wait until Thursday.');
  const english = draft.locator('[data-block=paragraph]').last();
  await expect(english).toHaveAttribute('lang', 'en');
  await expect(marked(page, 'spelling')).toHaveText('goverment');
  await page.keyboard.type(' "Yes," he said: "now!"');
  await expect(english).toContainText('“Yes,” he said: “now!”');

  await selectWords(draft, 'parlé à la presse');
  await chooseMenu(desk, 'format.language-other');
  await expect(draft.locator('[data-language=other]')).toHaveText('parlé à la presse');
  await saved(page);
  await desk.restart();
  await expect(draftOf(desk.page).locator('[data-language=other]')).toHaveText('parlé à la presse');
});

test('quoted words are corrected only by a deliberate act, and corrections are suggestions', async ({
  desk,
}) => {
  const { page } = desk;
  const draft = await writeDispatch(desk, 'Un evenement', 'Il a dit : "un evenement rare".');
  await expect(marked(page, 'spelling')).toHaveCount(2);
  await press(desk, 'Ctrl+Shift+G');
  await press(desk, 'F7');
  await page.keyboard.press('Alt+Enter');
  await page.getByRole('menuitem', { name: 'événement', exact: true }).click();
  await expect(draft.locator('ins')).not.toHaveCount(0);
  await press(desk, 'F7');
  await page.keyboard.press('Alt+Enter');
  await page.getByRole('menuitem', { name: 'événement', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Changer des paroles citées' })).toBeVisible();
  await expect(draft).toContainText('un evenement rare');
});

test('counts tell of selection, take and dispatch; a headline says how near to its limit it is', async ({
  desk,
}) => {
  const { page } = desk;
  const draft = await writeDispatch(
    desk,
    'Un titre dont la longueur passe de peu la limite du fil',
    'M. Macron a dit « oui » à 21 h 14.',
  );
  const headline = draft.locator('[data-block=headline]');
  // The quotation was open for as long as it was being typed.
  await expect(marked(page, 'unpaired')).toHaveCount(0);
  await expect(headline).toHaveAttribute('data-meter', '55/50');
  await selectWords(draft, 'Macron a dit');
  const counts = page.getByRole('button', { name: /Calibrage de la sélection/ });
  await expect(counts).toContainText('3 mots');
  await counts.click();
  const table = page.getByRole('dialog', { name: 'Calibrage' });
  await expect(table.getByRole('row', { name: /Cette prise/ })).toContainText('21');
  expect(await foundByAxe(desk)).toEqual([]);
});
