import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { foundByAxe } from './support/axe';
import { expect, test } from './support/desk';
import {
  answerOpenDialog,
  answerSaveDialog,
  chooseMenu,
  press,
  type Workstation,
} from './support/workstation';
import { draftOf } from './support/writing';

/** The shortcut a command has in the application menu. */
function menuShortcut({ app }: Workstation, id: string): Promise<string | undefined> {
  return app.evaluate(
    ({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.accelerator ?? undefined,
    id,
  );
}

test('a shortcut is changed, clashes are said, and AltGr is left to whoever types', async ({
  desk,
}) => {
  const { page } = desk;
  await press(desk, 'Ctrl+,');
  const dialog = page.getByRole('dialog', { name: 'Préférences' });
  await dialog.getByRole('searchbox', { name: 'Chercher un réglage' }).fill('fusionner');
  await expect(dialog.getByRole('status').first()).toHaveText('1 réglage');
  const change = dialog.getByRole('button', { name: /raccourci de Fusionner avec/ });
  const record = dialog.getByRole('button', { name: /touches pour Fusionner avec/ });

  await change.click();
  await page.keyboard.press('Control+Alt+e');
  await expect(dialog.getByRole('alert')).toContainText('AltGr');
  await record.press('Control+n');
  await expect(dialog.getByRole('alert')).toContainText('Ctrl N appartient à Nouvelle dépêche');
  expect(await foundByAxe(desk)).toEqual([]);
  await dialog.getByRole('button', { name: 'Le prendre à Nouvelle dépêche' }).click();
  await expect.poll(() => menuShortcut(desk, 'draft.merge')).toBe('CmdOrCtrl+N');
  expect(await menuShortcut(desk, 'dispatch.new')).toBeUndefined();
  await dialog.getByRole('searchbox').fill('nouvelle dépêche');
  await dialog
    .getByRole('button', { name: 'Changer le raccourci de Nouvelle dépêche', exact: true })
    .click();
  await page.keyboard.press('Control+b');
  await dialog.getByRole('button', { name: 'Le prendre à Gras' }).click();
  await page.getByRole('button', { name: 'Terminé' }).click();

  // Bold was the editor's own: it no longer is, and what has its keys now runs, in a text too.
  await press(desk, 'Ctrl+B');
  await expect(draftOf(page)).toBeFocused();
  await page.keyboard.type('Un pont');
  await press(desk, 'Ctrl+B');
  await expect(page.getByRole('option')).toHaveCount(2);
  await press(desk, 'Ctrl+/');
  const sheet = page.getByRole('dialog', { name: 'Raccourcis clavier' });
  await expect(sheet.locator('dl > div', { hasText: /^Nouvelle dépêche(?! d’)/ })).toContainText(
    'Ctrl B',
  );
  await page.keyboard.press('Escape');

  // All of it is one readable file, which goes out and comes in.
  const file = path.join(desk.userData, 'out.json');
  await answerSaveDialog(desk, file);
  await answerOpenDialog(desk, [file]);
  await press(desk, 'Ctrl+,');
  await dialog.getByRole('button', { name: 'Enregistrer sous…' }).click();
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText('out.json');
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { preferences: Record<string, unknown> };
  expect(kept.preferences['keymap']).toEqual({
    'dispatch.new': 'CmdOrCtrl+B',
    'draft.merge': 'CmdOrCtrl+N',
    'format.strong': null,
  });
  writeFileSync(
    file,
    JSON.stringify({ preferences: { keymap: {}, limits: { ...limits, headline: 20 } } }),
  );
  await dialog.getByRole('button', { name: 'Reprendre d’un fichier…' }).click();
  await expect.poll(() => menuShortcut(desk, 'dispatch.new')).toBe('CmdOrCtrl+N');
  await page.getByRole('button', { name: 'Terminé' }).click();
  await press(desk, 'Ctrl+N');
  await expect(page.getByRole('option')).toHaveCount(3);
  await expect(draftOf(page)).toBeFocused();
  await page.keyboard.type('Un pont est fermé');
  await expect(draftOf(page).locator('[data-meter$="/20"]')).toBeVisible();
});

const limits = { headline: 50, alert: 100, crosshead: 40, feuillet: 1500 };

test('help is found by its words, licences are there, the tour is left and taken again', async ({
  desk,
}) => {
  const { page } = desk;
  await chooseMenu(desk, 'view.theme-contrast');
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more');
  await press(desk, 'F1');
  const help = page.getByRole('dialog', { name: 'Aide de Writethru' });
  await help.getByRole('searchbox', { name: 'Chercher dans l’aide' }).fill('rectificatif');
  await help.getByRole('button', { name: 'Rectificatifs et annulations' }).click();
  await expect(help.getByRole('region')).toContainText('Quelque chose ne va pas');
  expect(await foundByAxe(desk)).toEqual([]);
  await page.keyboard.press('Escape');

  await chooseMenu(desk, 'help.licences');
  const licences = page.getByRole('dialog', { name: 'Licences' });
  await licences.getByRole('searchbox').fill('prosemirror-model');
  await expect(licences.getByRole('region')).toContainText('Marijn Haverbeke');
  expect(await foundByAxe(desk)).toEqual([]);
  await licences.getByRole('button', { name: 'Fermer' }).last().click();

  // The first start offers the tour beside the sample archive.
  await page.getByRole('button', { name: 'Suivre la visite' }).click();
  const first = page.getByRole('dialog', { name: 'Le fil' });
  await expect(first).toBeFocused();
  await first.getByRole('button', { name: 'Suivant' }).click();
  await page.getByRole('button', { name: 'Suivant' }).click();
  const third = page.getByRole('dialog', { name: 'Les contrôles, puis la publication' });
  await expect(third).toContainText('3 sur 6');
  expect(await foundByAxe(desk)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(third).toBeHidden();
  await desk.restart();
  await chooseMenu(desk, 'help.tour');
  const again = desk.page.getByRole('dialog', { name: 'Les contrôles, puis la publication' });
  await expect(again).toBeFocused();
  await again.getByRole('button', { name: 'Retour' }).click();
  await desk.page.getByRole('button', { name: 'Quitter la visite' }).click();
  await expect(desk.page.getByRole('dialog')).toHaveCount(0);
});
