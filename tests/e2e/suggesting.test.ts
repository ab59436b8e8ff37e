import { expect, test } from './support/desk';
import { kill, press } from './support/workstation';
import { caretAfter, draftOf, publish, saved, selectWords, writeDispatch } from './support/writing';

const headline = 'Le pont de Valdane rouvre mercredi';
const first = 'La préfecture a annoncé la réouverture du pont.';
const second = 'Le maire a dit non.';

test('what is suggested is signed, kept through kill -9, settled, and only then published', async ({
  desk,
}) => {
  const draft = await writeDispatch(desk, headline, first, second);
  await press(desk, 'Ctrl+Shift+G');
  const bar = () => desk.page.getByRole('group', { name: 'Propositions' });
  await expect(bar()).toContainText('Mode proposition');
  await selectWords(draft, 'la réouverture');
  await desk.page.keyboard.type('l’ouverture');
  await caretAfter(draft, 'Le maire');
  await desk.page.keyboard.type(' de Valdane');
  await selectWords(draft, 'dit non');
  await press(desk, 'Ctrl+B');
  await expect(draft.locator('ins')).toHaveText(['l’ouverture', 'de Valdane ']);
  await expect(draft.locator('del')).toHaveText(['la réouverture']);
  await expect(draft.locator('ins').first()).toHaveAttribute('title', /^Remplacé par /);
  await expect(bar()).toContainText('3 propositions');
  // Hidden, the draft is as it will read; shown again, undoing takes one back.
  const shown = desk.page.getByRole('checkbox', { name: 'Affichées' });
  await shown.uncheck();
  await expect(draft.locator('del')).toHaveCount(0);
  await expect(draft).toContainText('l’ouverture du pont');
  await shown.check();
  await expect(draft.locator('del')).toHaveCount(1);
  await press(desk, 'Ctrl+Z');
  await expect(bar()).toContainText('2 propositions');
  await press(desk, 'Ctrl+Shift+Z');
  await expect(bar()).toContainText('3 propositions');
  await saved(desk.page);
  await desk.restart(kill);

  const again = draftOf(desk.page);
  await expect(again.locator('del')).toHaveText(['la réouverture']);
  await press(desk, 'Ctrl+Shift+Enter');
  const sheet = desk.page.getByRole('dialog', { name: 'Publier la dépêche' });
  await expect(sheet).toContainText('3 propositions ne sont pas réglées.');
  await expect(sheet.getByRole('button', { name: 'Publier', exact: true })).toBeDisabled();
  await desk.page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  // One by the keyboard, the rest by the mouse.
  await again.focus();
  await press(desk, 'Ctrl+Home');
  await press(desk, 'F9');
  await expect.poll(() => desk.page.evaluate(() => String(getSelection()))).toBe('l’ouverture');
  await press(desk, 'Ctrl+F9');
  await expect(again.locator('del')).toHaveCount(0);
  await expect(bar()).toContainText('2 propositions');
  await desk.page.getByRole('button', { name: 'Tout refuser, ou ce qui est d’un auteur' }).click();
  await desk.page.getByRole('menuitem', { name: 'Refuser toutes les propositions' }).click();
  await expect(again).toContainText('La préfecture a annoncé l’ouverture du pont.');
  await expect(again).toContainText('Le maire a dit non.');
  await expect(again.locator('strong')).toHaveCount(0);
  await bar().getByRole('button', { name: 'Ne plus proposer' }).click();
  await expect(bar()).toBeHidden();
  await publish(desk);
  await expect(desk.page.getByRole('article')).toContainText('l’ouverture du pont');
});
