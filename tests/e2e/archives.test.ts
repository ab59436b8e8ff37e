import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createArchiveFile } from '../../src-main/archive/connection';
import { expect, test } from './support/desk';
import { answerOpenDialog, answerSaveDialog, chooseMenu } from './support/workstation';
import { saved, writeDispatch } from './support/writing';

test('the first start makes an archive in its own place and offers the sample', async ({
  desk,
}) => {
  const own = path.join(desk.userData, 'archive', 'desk.writethru');
  expect(existsSync(own)).toBe(true);
  await desk.page.getByRole('button', { name: 'Ouvrir l’archive d’exemple' }).click();
  const options = desk.page.getByRole('listbox', { name: 'Dépêches' }).getByRole('option');
  await expect(options.first()).toBeVisible();
  expect(await options.count()).toBeGreaterThanOrEqual(5);
  // Updates, a correction, notes that want an answer, and an embargo that still holds.
  const views = desk.page.getByRole('radiogroup', { name: 'Afficher dans le fil' });
  await views.getByRole('radio', { name: /^Embargo/ }).check();
  await expect(options).toHaveText(/Le Prix des deux rives.*embargo/);
  await views.getByRole('radio', { name: /^À répondre/ }).check();
  await expect(desk.page.getByText('qui mènera l’analyse')).toBeVisible();
  await views.getByRole('radio', { name: /^Tout/ }).check();
  await expect(options.filter({ hasText: 'Grand Prix' })).toContainText('corrigée');

  const back = desk.page.getByRole('button', { name: 'Revenir à mon archive' });
  await back.click();
  await expect(desk.page.getByText('Le fil est vide')).toBeVisible();
  await expect(back).toBeHidden();
});

const problems = [
  ['missing', null, 'L’archive n’est plus à sa place'],
  ['empty', '', 'Le fichier est vide'],
  [
    'foreign',
    'Publié\n\nUn texte qui n’est pas une archive.\n'.repeat(9),
    'Ce n’est pas une archive Writethru',
  ],
] as const;

for (const [kind, content, title] of problems) {
  test(`a ${kind} archive is said to be so, and left as it is`, async ({ start }, info) => {
    const archive = info.outputPath('mine.writethru');
    if (content !== null) writeFileSync(archive, content);
    const desk = await start({ archivePath: archive });
    await expect(desk.page.getByRole('heading', { name: title })).toBeVisible();
    await expect(desk.page.getByRole('main')).toContainText(archive);
    await desk.page.getByRole('button', { name: 'Réessayer' }).click();
    await expect(desk.page.getByRole('heading', { name: title })).toBeVisible();
    if (content === null) expect(existsSync(archive)).toBe(false);
    else expect(readFileSync(archive, 'utf8')).toBe(content);

    const fresh = info.outputPath('fresh.writethru');
    await answerSaveDialog(desk, fresh);
    await desk.page.getByRole('button', { name: 'Créer une archive…' }).click();
    await expect(desk.page.getByText('Le fil est vide')).toBeVisible();
    expect(existsSync(fresh)).toBe(true);
  });
}

test('a backup is made and verified by the menu, and opens', async ({ desk }) => {
  const copy = path.join(desk.userData, 'copy.writethru');
  await answerSaveDialog(desk, copy);
  await chooseMenu(desk, 'archive.backup');
  await expect(desk.page.getByText(/L’archive a été sauvegardée/)).toBeVisible();
  expect(statSync(copy).size).toBeGreaterThan(0);
  await answerOpenDialog(desk, [copy]);
  const reloaded = desk.page.waitForEvent('domcontentloaded');
  await chooseMenu(desk, 'archive.open');
  await reloaded;
  await expect(desk.page.getByText('Le fil est vide')).toBeVisible();

  await chooseMenu(desk, 'archive.verify');
  await expect(desk.page.getByRole('dialog')).toContainText('Le registre est intact');
});

test('an archive in a synchronised folder is not opened, and comes to a safe place', async ({
  start,
}, info) => {
  const elsewhere = info.outputPath('elsewhere.writethru');
  const birth = { id: '01890000-0000-7000-8000-000000000001', name: 'desk', sample: false, now: 1 };
  expect(createArchiveFile(elsewhere, birth)).toEqual({ ok: true, value: undefined });
  mkdirSync(info.outputPath('Dropbox'));
  const archive = info.outputPath('Dropbox', 'desk.writethru');
  renameSync(elsewhere, archive);
  const before = readFileSync(archive);
  const desk = await start({ archivePath: archive });
  const main = desk.page.getByRole('main');
  await expect(
    main.getByRole('heading', { name: 'L’archive n’est pas en lieu sûr' }),
  ).toBeVisible();
  await expect(main).toContainText('synchronise (Dropbox)');
  const safe = info.outputPath('safe.writethru');
  await answerSaveDialog(desk, safe);
  await main.getByRole('button', { name: 'Copier sur cette machine…' }).press('Enter');
  await expect(desk.page.getByText('Le fil est vide')).toBeVisible();
  await writeDispatch(desk, 'En lieu sûr');
  await saved(desk.page);
  expect(readFileSync(archive).equals(before)).toBe(true);
});
