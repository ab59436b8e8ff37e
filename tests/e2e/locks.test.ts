import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from './support/desk';
import { draftOf, importText, openSearch, publish, saved, writeDispatch } from './support/writing';
import {
  answerOpenDialog,
  answerSaveDialog,
  chooseMenu,
  forget,
  kill,
  newUserData,
  press,
  quit,
  type Workstation,
} from './support/workstation';

const program = path.resolve(import.meta.dirname, '../../out/main/cli.js');

function archiveOf(desk: Workstation): string {
  return path.join(desk.userData, 'archive', 'desk.writethru');
}

/** Runs the command line on an archive. */
function cli(archive: string, ...args: readonly string[]) {
  const run = spawnSync(process.execPath, [program, ...args, '--archive', archive], {
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function accessBar({ page }: Workstation) {
  return page.getByRole('status', { name: 'Lecture seule' });
}

/** Opens an archive by the menu; the window is read anew. */
async function openArchive(desk: Workstation, archive: string): Promise<void> {
  await answerOpenDialog(desk, [archive]);
  const reloaded = desk.page.waitForEvent('domcontentloaded');
  await chooseMenu(desk, 'archive.open');
  await reloaded;
}

test('a second workstation reads an archive that the first writes, and takes over when it dies', async ({
  start,
}) => {
  const first = await start();
  await importText(first);
  await writeDispatch(first, 'Grève levée au port', 'Les dockers ont repris le travail.');
  await saved(first.page);
  const second = await start({ archivePath: archiveOf(first) });

  await expect(accessBar(second)).toContainText(/ouverte ailleurs \(depuis \d+\sh\s\d\d\)/);
  const draft = second.page.getByRole('textbox', { name: 'Texte du brouillon, en lecture seule' });
  await expect(draft).toContainText('Les dockers ont repris le travail.');
  await draft.click();
  await second.page.keyboard.type('Non');
  await expect(draft).not.toContainText('Non');
  await expect(draftOf(second.page).and(second.page.locator('[aria-readonly]'))).toHaveCount(1);

  // Buttons and shortcuts say why they do nothing.
  const refusal = second.page.getByText('Fermez-la là-bas, puis réessayez.');
  const fresh = second.page.getByRole('banner').getByRole('button', { name: 'Nouvelle dépêche' });
  await expect(fresh).toHaveAttribute('aria-disabled', 'true');
  await expect(fresh).toHaveAttribute('title', /ouverte ailleurs/);
  await fresh.focus();
  await second.page.keyboard.press('Enter');
  await expect(refusal).toHaveCount(1);
  await press(second, 'Ctrl+Enter');
  await expect(refusal).toHaveCount(2);
  await second.page.getByRole('tab', { name: 'Détails' }).click();
  await expect(second.page.getByRole('textbox', { name: 'Slug' })).toBeDisabled();

  // Reading and searching go on, and what the first writes is seen on coming back.
  await openSearch(second);
  await second.page.keyboard.type('fissure');
  await expect(second.page.getByRole('option', { name: /fissure/ })).toHaveCount(1);
  await second.page.keyboard.press('Escape');
  await publish(first);
  await second.page.evaluate(() => globalThis.dispatchEvent(new Event('focus')));
  await expect(second.page.getByRole('article', { name: /Dépêche|Publié/ }).first()).toBeVisible();
  await expect(draft).toBeHidden();

  await kill(first);
  const reloaded = second.page.waitForEvent('domcontentloaded');
  await second.page.getByRole('button', { name: 'Réessayer' }).click();
  await reloaded;
  await expect(accessBar(second)).toBeHidden();
  await press(second, 'Ctrl+N');
  await expect(draftOf(second.page)).toBeFocused();
});

test('the command line reads what a workstation has open, and refuses to write it', async ({
  start,
}) => {
  const desk = await start();
  await importText(desk);
  const archive = archiveOf(desk);
  const text = path.join(desk.userData, 'texte.txt');
  expect(cli(archive, 'list')).toMatchObject({ code: 0, err: '' });
  expect(cli(archive, 'search', 'fissure').out).toContain('1 found in 1 dispatch(es)');
  expect(cli(archive, 'verify').code).toBe(0);
  const refused = cli(archive, 'import', text, '--json');
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/is open elsewhere \(in Writethru, process \d+, since 2.*Z\)/);
  expect(JSON.parse(refused.out)).toMatchObject({
    error: { code: 'archive-read-only', reason: 'open-elsewhere' },
  });
  await quit(desk);
  expect(cli(archive, 'import', text)).toMatchObject({ code: 0 });
});

test('a copy is read until it is made an archive of its own', async ({ start }) => {
  const desk = await start();
  await writeDispatch(desk, 'Grève levée au port', 'Les dockers ont repris le travail.');
  await saved(desk.page);
  const folder = newUserData();
  const copy = path.join(folder, 'copie.writethru');
  await answerSaveDialog(desk, copy);
  await chooseMenu(desk, 'archive.backup');
  await expect(desk.page.getByText(/L’archive a été sauvegardée/)).toBeVisible();

  await openArchive(desk, copy);
  await expect(accessBar(desk)).toContainText(`Ceci est une copie de ${archiveOf(desk)}`);
  expect(cli(copy, 'import', copy)).toMatchObject({ code: 1 });
  await desk.page.getByRole('button', { name: 'Ouvrir l’original' }).click();
  await expect(accessBar(desk)).toBeHidden();
  await expect(draftOf(desk.page)).toContainText('Les dockers');

  await openArchive(desk, copy);
  await desk.page.getByRole('button', { name: 'En faire une archive à part…' }).click();
  const dialog = desk.page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Annuler' })).toBeFocused();
  const reloaded = desk.page.waitForEvent('domcontentloaded');
  await dialog.getByRole('button', { name: 'En faire une archive à part' }).click();
  await reloaded;
  await expect(accessBar(desk)).toBeHidden();
  await draftOf(desk.page).click();
  await desk.page.keyboard.type('Ici seulement. ');
  await saved(desk.page);

  await openArchive(desk, archiveOf(desk));
  await expect(accessBar(desk)).toBeHidden();
  await expect(draftOf(desk.page)).not.toContainText('Ici seulement');
  forget(folder);
});

for (const [language, theme] of [
  ['fr', 'light'],
  ['en', 'dark'],
] as const) {
  test(`both bars are whole in a narrow window (${language}, ${theme})`, async ({
    start,
  }, info) => {
    const folder = newUserData();
    const first = await start();
    const archive = archiveOf(first);
    const copy = path.join(folder, 'copy.writethru');
    await answerSaveDialog(first, copy);
    await chooseMenu(first, 'archive.backup');
    await expect(first.page.getByText(/L’archive a été sauvegardée/)).toBeVisible();
    const size = { width: 900, height: 700 };
    const second = await start({ archivePath: archive, language, theme, size });
    const bar = second.page.getByRole('status', {
      name: language === 'fr' ? 'Lecture seule' : 'Read only',
    });
    await expect(bar).toBeVisible();
    await second.page.screenshot({ path: info.outputPath('elsewhere.png') });
    await openArchive(second, copy);
    await expect(bar.getByRole('button')).toHaveCount(2);
    for (const button of await bar.getByRole('button').all()) await expect(button).toBeInViewport();
    await second.page.screenshot({ path: info.outputPath('copy.png') });
    forget(folder);
  });
}
