import path from 'node:path';
import { writeFileSync } from 'node:fs';
import { jpegWith } from '../support/pictures';
import { expect, test } from './support/desk';
import { answerOpenDialog, chooseMenu, press } from './support/workstation';
import { publish, saved, writeDispatch } from './support/writing';

test('a slash makes a block of any kind, photos too; what is published is checked, never changed', async ({
  desk,
}) => {
  const { page } = desk;
  const { keyboard } = page;
  const draft = await writeDispatch(
    desk,
    'Le pont rouvre',
    'Le pont a rouvert le 3/4 au soir.',
    '',
  );
  const menu = page.getByRole('listbox', { name: 'Ce que devient le bloc' });
  // Escape leaves the slash as it was typed.
  await keyboard.type('/');
  await expect(menu.getByRole('option')).toHaveCount(10);
  await keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await keyboard.press('Backspace');
  await keyboard.type('/inter');
  await expect(menu.getByRole('option')).toHaveText(['Intertitre']);
  await keyboard.press('Enter');
  await keyboard.type('La suite');
  await expect(draft.locator('[data-block=crosshead]')).toHaveText('La suite');
  await keyboard.press('Enter');
  await keyboard.type('/liste');
  await keyboard.press('ArrowDown');
  await expect(menu.getByRole('option', { selected: true })).toHaveText('Liste numérotée');
  await keyboard.press('Enter');
  await keyboard.type('un poisson');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(draft.locator('ol > li')).toHaveText(['un poisson']);
  await keyboard.type('/sep');
  await keyboard.press('Enter');
  await expect(draft.locator('hr')).toHaveCount(1);
  const file = path.join(desk.userData, 'pont.jpg');
  writeFileSync(file, jpegWith({ iim: { 120: 'Le pont', 80: 'Zoé Lefèvre' } }));
  await answerOpenDialog(desk, [file]);
  await keyboard.type('/photo');
  await expect(menu.getByRole('option')).toHaveCount(1);
  await keyboard.press('Enter');
  await expect(draft.getByRole('figure')).toContainText('Zoé Lefèvre');
  await expect(draft).not.toContainText('/photo');
  // Words that no item has are text.
  await press(desk, 'Ctrl+Z');
  await expect(draft.getByRole('figure')).toHaveCount(0);
  await expect(draft).not.toContainText('/photo');
  await draft.locator('p').last().click();
  await keyboard.type('/oui, un evenement inatendu.');
  await expect(menu).toBeHidden();
  await expect(draft).toContainText('/oui, un');
  await saved(page);
  await publish(desk);

  const take = page.getByRole('article').first();
  await expect(take.locator('.style-mark')).toHaveCount(0);
  await chooseMenu(desk, 'style.published');
  const found = page.getByRole('region', { name: 'Orthographe et style de ce qui est publié' });
  await expect(found.getByRole('listitem')).toHaveCount(2);
  await expect(found).toContainText('événement');
  await expect(take.locator('.style-mark')).toHaveText(['evenement', 'inatendu']);
  const before = await take.getByRole('textbox').innerText();
  await found.getByRole('button', { name: /inatendu/ }).click();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('inatendu');
  await keyboard.type('autre');
  expect(await take.getByRole('textbox').innerText()).toBe(before);
  await found.getByRole('button', { name: 'Laisser' }).last().click();
  await expect(found.getByRole('listitem')).toHaveCount(1);
  await found.getByRole('button', { name: 'Corriger…' }).click();
  await expect(page.getByRole('textbox', { name: 'Texte du brouillon' })).toContainText('inatendu');
  await found.getByRole('button', { name: 'Ne plus le contrôler' }).click();
  await expect(page.getByRole('article').last().locator('.style-mark')).toHaveCount(0);
});
