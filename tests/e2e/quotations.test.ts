import { foundByAxe } from './support/axe';
import { expect, test } from './support/desk';
import { press } from './support/workstation';
import { caretAfter, draftOf, writeDispatch } from './support/writing';

const headline = 'Le pont de Valdane rouvre mercredi';
const said = 'Le maire a dit : « le pont est sûr » et le pont est ouvert.';

test('quoted words change only once a person says so, and it is kept that they did', async ({
  desk,
}) => {
  const { page } = desk;
  const draft = await writeDispatch(desk, headline, said);
  await caretAfter(draft, 'le pont est');
  await page.keyboard.type(' presque');
  const dialog = page.getByRole('dialog', { name: 'Changer des paroles citées' });
  await expect(dialog).toContainText('le pont est sûr');
  expect(await foundByAxe(desk)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(draft).not.toContainText('presque');

  await draft.focus();
  await caretAfter(draft, 'le pont est');
  await page.keyboard.press('Delete');
  await dialog.getByRole('button', { name: 'Changer la citation' }).click();
  await expect(dialog).toBeHidden();
  await expect(draft).toContainText('le pont estsûr');
  await expect(draft).toBeFocused();
  await page.keyboard.type(' vraiment ');
  await expect(draft).toContainText('le pont est vraiment sûr');
  // The history has it: a note on the words, settled as it was made.
  await page.getByRole('radio', { name: 'Toutes' }).check();
  const card = page.getByRole('region', { name: 'Note de mbr, source' });
  await expect(card).toHaveCount(1);
  await expect(card).toContainText('Paroles citées changées délibérément');
  await desk.restart();
  await caretAfter(draftOf(desk.page), 'vraiment');
  await desk.page.keyboard.type(' très');
  await expect(draftOf(desk.page)).toContainText('vraiment très sûr');
});

test('replacing all leaves quoted words alone unless asked', async ({ desk }) => {
  const { page } = desk;
  const draft = await writeDispatch(desk, headline, said);
  await press(desk, 'Ctrl+H');
  await page.getByRole('textbox', { name: 'Rechercher' }).fill('le pont');
  await page.getByRole('textbox', { name: 'Remplacer par' }).fill('la passerelle');
  const bar = page.getByRole('group', { name: 'Rechercher et remplacer' });
  await expect(bar).toContainText('2 endroits');
  await bar.getByRole('button', { name: 'Tout remplacer' }).click();
  await expect(draft).toContainText('le pont est sûr');
  await expect(draft).toContainText('et la passerelle est ouvert');
  await expect(page.getByText('1 entre guillemets laissé tel quel.')).toBeVisible();
  await bar.getByRole('checkbox', { name: 'Aussi dans les citations' }).check();
  await bar.getByRole('button', { name: 'Tout remplacer' }).click();
  await expect(draft).toContainText('la passerelle est sûr');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(draft).toBeFocused();
});
