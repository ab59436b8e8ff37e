import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/desk';
import { chooseMenu, press } from './support/workstation';
import { draftOf, saved, writeDispatch } from './support/writing';

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
  await page.screenshot({ path: '/tmp/c-menu.png' });
  await page.keyboard.press('Enter');
  await expect(draft.locator('[data-block=headline]')).toHaveText('Un événement à Genève');
  await expect(draft).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(draft.locator('[data-block=headline]')).toHaveText('Un evenement à Genève');

  await press(desk, 'F7');
  await chooseMenu(desk, 'style.menu');
  await page.getByRole('menuitem', { name: 'Ajouter à mes mots' }).click();
  await page.screenshot({ path: '/tmp/c-text.png' });
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
  await desk.page.screenshot({ path: '/tmp/c-checks.png' });
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
