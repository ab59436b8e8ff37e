import { expect, test } from './support/desk';
import { chooseMenu, press } from './support/workstation';
import { pasteInto, publish, saved, writeDispatch } from './support/writing';

test('a quotation gets who says it by Enter, menu or slash; it is kept and published', async ({
  desk,
}) => {
  const { page } = desk;
  const { keyboard } = page;
  const draft = await writeDispatch(desk, 'Le pont rouvre', 'Le pont a rouvert mardi soir.', '');
  const attributions = draft.locator('blockquote > [data-block=attribution]');
  await chooseMenu(desk, 'block.quote');
  await keyboard.type('Nous attendions ce jour.');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(attributions).toHaveAttribute('data-placeholder', 'Qui le dit');
  await keyboard.press('Backspace');
  await expect(attributions).toHaveCount(0);
  await chooseMenu(desk, 'block.attribution');
  await keyboard.type('Zoé Lefèvre, maire');
  await keyboard.press('Enter');
  await keyboard.type('/auteur');
  await keyboard.press('Enter');
  await keyboard.type(' de Valdane');
  await keyboard.press('Enter');
  await keyboard.type('Fin.');
  await expect(attributions).toHaveText(['Zoé Lefèvre, maire de Valdane']);
  await expect(draft.getByRole('blockquote')).toHaveCount(1);
  await saved(page);
  await publish(desk);
  const take = page.getByRole('article').first();
  await expect(take.locator('[data-block=attribution]')).toHaveText(
    'Zoé Lefèvre, maire de Valdane',
  );
});

test('a table is made, filled by keys and pasting, changed, found in, kept and published', async ({
  desk,
}) => {
  const { page } = desk;
  const { keyboard } = page;
  const draft = await writeDispatch(desk, 'Le pont rouvre', 'Le pont a rouvert mardi soir.', '');
  const table = draft.getByRole('table');
  const cells = table.getByRole('cell');
  await keyboard.type('/tab');
  await keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Nouveau tableau' });
  await expect(form.getByRole('textbox', { name: 'Colonnes' })).toBeFocused();
  await keyboard.type('21');
  await expect(form.getByRole('button', { name: 'Insérer' })).toBeDisabled();
  await keyboard.press('Backspace');
  await keyboard.press('Tab');
  await keyboard.type('2');
  await keyboard.press('Enter');
  await expect(draft).toBeFocused();
  for (const words of ['Pont', 'Passages', 'Orbaz', '1204']) {
    await keyboard.type(words);
    await keyboard.press('Tab');
  }
  await expect(table.getByRole('row')).toHaveCount(3);
  const row = '<table><tr><td>Valdane</td><td>7</td><td>matin</td></tr></table>';
  await pasteInto(draft, 'text/html', row);
  await expect(cells).toHaveText(['Orbaz', '1204', '', 'Valdane', '7', 'matin']);
  await expect(table.getByRole('columnheader')).toHaveText(['Pont', 'Passages', '']);
  await cells.filter({ hasText: 'Valdane' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: /ligne au-dessus/ }).click();
  await keyboard.type('Lisse');
  await chooseMenu(desk, 'table.column-after');
  await expect(cells).toHaveCount(12);
  await keyboard.type('x');
  await chooseMenu(desk, 'table.column-delete');
  await expect(cells).toHaveCount(9);
  // Over several cells the words go, not the cells.
  await cells.first().click();
  await keyboard.press('End');
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Delete');
  const rest = ['Lisse', '', '', 'Valdane', '7', 'matin'];
  await expect(cells).toHaveText(['Orbaz', '204', '', ...rest]);
  await press(desk, 'Ctrl+Z');
  await expect(cells).toHaveText(['Orbaz', '1204', '', ...rest]);
  await saved(page);
  // Cells are searched like other words.
  await cells.last().click();
  await press(desk, 'Ctrl+F');
  await expect(page.getByRole('textbox', { name: 'Rechercher', exact: true })).toBeFocused();
  await keyboard.type('Valdane');
  await expect(draft.locator('td .found-words')).toHaveText(['Valdane']);
  await keyboard.press('Escape');
  await publish(desk);
  const take = page.getByRole('article').first();
  await expect(take.getByRole('cell')).toHaveText(['Orbaz', '1204', '', ...rest]);
});
