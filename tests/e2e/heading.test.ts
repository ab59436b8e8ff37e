import type { Locator } from '@playwright/test';
import { expect, test } from './support/desk';
import { kill } from './support/workstation';
import { draftOf, publish, saved, writeDispatch } from './support/writing';

test('slug, dateline and byline are written where they stand, by keyboard, kept and undone with the words', async ({
  desk,
}) => {
  const draft = await writeDispatch(desk, 'Le pont de Valdane rouvre', 'La mairie l’a dit.');
  const field = (name: string): Locator => desk.page.getByRole('textbox', { name, exact: true });
  const slug = () => field('Slug de la dépêche');
  const { keyboard } = desk.page;
  await keyboard.press('Control+Home');
  await keyboard.press('ArrowUp');
  await expect(field('Auteur')).toBeFocused();
  await keyboard.type('Marie Brunel');
  await keyboard.press('ArrowUp');
  await keyboard.type('Reuters');
  await keyboard.press('ArrowUp');
  await expect(field('Provenance\u00a0: lieu')).toBeFocused();
  await keyboard.type('Valdane');
  await keyboard.press('ArrowUp');
  await expect(slug()).toBeFocused();
  await keyboard.type('pont-valdane');
  await expect(slug()).toHaveValue('PONT-VALDANE');
  await keyboard.type('&');
  await expect(desk.page.getByRole('alert')).toContainText('n’est pas un signe de slug');
  await keyboard.press('Backspace');
  await expect(desk.page.getByRole('alert')).toBeHidden();
  for (let down = 0; down < 4; down += 1) await keyboard.press('ArrowDown');
  await expect(draft).toBeFocused();
  await saved(desk.page);
  await expect(desk.page.getByRole('listbox').getByText('PONT-VALDANE')).toBeVisible();

  // A crash takes nothing, not the undo either; a visit to a field is one undo.
  await desk.restart(kill);
  await expect(slug()).toHaveValue('PONT-VALDANE');
  await expect(field('Auteur')).toHaveValue('Marie Brunel');
  await slug().click();
  await desk.page.keyboard.press('End');
  await desk.page.keyboard.press('Control+z');
  await expect(slug()).toHaveValue('');
  await expect(slug()).toBeFocused();
  await desk.page.keyboard.press('Control+z');
  await expect(field('Provenance\u00a0: lieu')).toHaveValue('');
  await draftOf(desk.page).focus();
  await desk.page.keyboard.press('Control+y');
  await desk.page.keyboard.press('Control+y');
  await expect(slug()).toHaveValue('PONT-VALDANE');
  await saved(desk.page);
  await desk.page.getByRole('tab', { name: 'Détails' }).click();
  const margin = desk.page.getByRole('textbox', { name: 'Slug', exact: true });
  await expect(margin).toHaveValue('PONT-VALDANE');

  // A slug that is none is not kept from there either, and says why.
  await margin.fill('PONT*');
  await margin.press('Tab');
  await expect(desk.page.getByRole('alert')).toContainText(
    '«\u202f*\u202f» n’est pas un signe de slug',
  );
  await expect(slug()).toHaveValue('PONT-VALDANE');

  // What the margin changes stands on the sheet; the take that is out has it all, and locked.
  await margin.fill('PONT');
  await margin.press('Tab');
  await expect(slug()).toHaveValue('PONT');
  await publish(desk);
  await expect(slug()).toBeHidden();
  await expect(desk.page.getByRole('article').first()).toContainText('Marie Brunel');
  await expect(desk.page.getByRole('main')).toContainText(/PONT.*Valdane.*Reuters/s);
});
