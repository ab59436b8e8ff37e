import { AxeBuilder } from '@axe-core/playwright';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Desk } from './support/desk';
import { draftOf, importText, saved, writeDispatch } from './support/writing';
import {
  answerOpenDialog,
  answerSaveDialog,
  chooseMenu,
  press,
  type Workstation,
} from './support/workstation';

const program = path.resolve(import.meta.dirname, '../../out/main/cli.js');
const crack =
  'Le pont de Valdane est fermé depuis mardi soir après la découverte d’une fissure, a indiqué la préfecture.';
const reworded =
  'Le pont de Valdane est fermé depuis mardi soir après la découverte d’une grave fissure, a dit la préfecture.';
const detour = 'Les automobilistes sont déviés par la rive gauche jusqu’à nouvel ordre.';
const apricots = 'La récolte des abricots sera bonne cette année, selon les producteurs.';

function wire(headline: string, ...paragraphs: readonly string[]): string {
  return ['Publié le 2 mai 2017, 21:14', headline, ...paragraphs, 'atl/mbr', ''].join('\n\n');
}

/** Imports texts by the menu's shortcut and puts the report away. */
async function importAll(desk: Workstation, texts: readonly string[]): Promise<void> {
  const files = texts.map((text, index) => {
    const file = path.join(desk.userData, `texte-${index}.txt`);
    writeFileSync(file, text);
    return file;
  });
  await answerOpenDialog(desk, files);
  await press(desk, 'Ctrl+O');
  const report = desk.page.getByRole('region', { name: 'Rapport d’importation' });
  await report.getByRole('button', { name: 'Fermer' }).click();
}

/** A desk whose open dispatch has its sentences in two others and in a draft. */
async function withCopies(desk: Desk): Promise<Desk> {
  await importAll(desk, [
    wire('Le trafic est dévié', apricots, reworded, detour),
    wire('Une recette aux abricots', apricots),
  ]);
  await writeDispatch(desk, 'La traversée du fleuve', detour);
  await saved(desk.page);
  await importText(desk, wire('Un pont fermé à Valdane', crack, detour));
  return desk;
}

function paneOf({ page }: Workstation) {
  return page.getByRole('region', { name: 'Ailleurs dans l’archive' });
}

test('a take’s sentences are found in other dispatches and drafts, and put right from there', async ({
  start,
}) => {
  const desk = await withCopies(await start());
  const pane = paneOf(desk);
  await chooseMenu(desk, 'dispatch.trace');
  await expect(pane.getByText('Les 2 phrases de la prise 1')).toBeVisible();
  const elsewhere = pane.getByRole('region', { name: 'Autres dépêches' });
  await expect(elsewhere.getByRole('article')).toHaveCount(2);

  // The dispatch that shares most comes first, its words marked.
  const first = elsewhere.getByRole('article', { name: 'Le trafic est dévié' });
  await expect(elsewhere.getByRole('article').first()).toHaveAccessibleName('Le trafic est dévié');
  await expect(first).toContainText('publié : à rectifier ou à retirer');
  await expect(first.locator('mark').first()).toHaveText(
    'Le pont de Valdane est fermé depuis mardi soir après la découverte d’une',
  );
  await expect(first).toContainText('remanié');

  // A passage opens on the sheet, its words marked and the first of them gone to.
  await first.getByRole('button', { name: /Le pont de Valdane/ }).press('Enter');
  const mark = desk.page.locator('[data-pane=sheet] .search-mark').first();
  await expect(mark).toBeInViewport();
  await expect(mark).toContainText('Le pont de Valdane est fermé');
  await expect(desk.page.getByRole('heading', { level: 1 })).toHaveText('Le trafic est dévié');

  // A correction of that very take begins in one step.
  await first.getByRole('button', { name: 'Corriger…' }).press('Enter');
  await expect(draftOf(desk.page)).toBeFocused();
  await expect(desk.page.getByRole('article', { name: /Rectificatif/ }).first()).toBeVisible();
  await expect(first).toContainText('un brouillon y est ouvert');

  // A draft is edited where it is.
  const drafted = elsewhere.getByRole('article', { name: 'La traversée du fleuve' });
  await expect(drafted).toContainText('non publié : à corriger');
  await drafted.getByRole('button', { name: 'Corriger le brouillon' }).press('Enter');
  await expect(draftOf(desk.page)).toContainText(detour);
  await expect(desk.page.locator('[contenteditable] .search-mark').first()).toBeInViewport();

  await pane.getByRole('button', { name: 'Retour au fil' }).press('Enter');
  await expect(desk.page.getByRole('listbox', { name: 'Dépêches' })).toBeVisible();
});

test('a take whose sentences stand nowhere else says so; the take itself offers to look', async ({
  start,
}) => {
  const desk = await start();
  await importText(desk, wire('Un pont fermé à Valdane', crack));
  await desk.page.getByRole('button', { name: 'Autres actions sur cette prise' }).click();
  await desk.page.getByRole('menuitem', { name: 'Retrouver ailleurs' }).click();
  const pane = paneOf(desk);
  await expect(pane).toContainText('Aucune de ces phrases ne figure dans une autre dépêche.');
  await pane.getByText('Ce qui est cherché').click();
  await expect(pane).toContainText('nulle part ailleurs');
  await desk.page.keyboard.press('Escape');
  await expect(pane).toBeHidden();
});

test('what went out with its sentences is listed, with what to do about it', async ({ desk }) => {
  const { page } = desk;
  await importText(desk, wire('Un pont fermé à Valdane', crack, detour));
  const file = path.join(desk.userData, 'pont.txt');
  await answerSaveDialog(desk, file);
  await chooseMenu(desk, 'dispatch.export');
  await expect(page.getByText(`Exportée vers ${file}`)).toBeVisible();
  await chooseMenu(desk, 'dispatch.copy');
  await expect(page.getByText('La dépêche est dans le presse-papiers.')).toBeVisible();
  await chooseMenu(desk, 'dispatch.trace');
  const out = paneOf(desk).getByRole('region', { name: 'Ce qui est sorti' }).getByRole('listitem');
  await expect(out).toHaveCount(2);
  await expect(out.first()).toContainText('Copié, texte de fil');
  await expect(out.last()).toContainText('remplacer le fichier et prévenir qui l’a');
  await expect(out.last()).toContainText(file);
});

test('the command line traces too', async ({ start }) => {
  const desk = await withCopies(await start());
  const archive = path.join(desk.userData, 'archive', 'desk.writethru');
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [program, ...args, '--archive', archive], { encoding: 'utf8' });
  const list = JSON.parse(run('list', '--json').stdout) as {
    rows: { id: string; headline: string }[];
  };
  const id = list.rows.find(({ headline }) => headline === 'Un pont fermé à Valdane')?.id ?? '';
  const told = run('trace', id);
  expect(told.status).toBe(0);
  expect(told.stdout).toContain('Found in 2 other dispatch(es).');
  expect(told.stdout).toContain('[Le pont de Valdane est fermé depuis mardi soir après');
  const json = JSON.parse(run('trace', id, '1', '--json').stdout) as { elsewhere: unknown[] };
  expect(json.elsewhere).toHaveLength(2);
  expect(run('trace', id, '7').status).toBe(1);
});

for (const [language, theme] of [
  ['fr', 'light'],
  ['en', 'dark'],
] as const) {
  test(`the pane is accessible (${language}, ${theme})`, async ({ start }, info) => {
    const size = { width: 1440, height: 900 };
    const desk = await withCopies(await start({ theme, size }));
    if (language === 'en') await chooseMenu(desk, 'view.language-en');
    await chooseMenu(desk, 'dispatch.trace');
    const label = language === 'fr' ? 'Autres dépêches' : 'Other dispatches';
    const elsewhere = desk.page.getByRole('region', { name: label });
    await elsewhere.getByRole('button', { name: /Le pont de Valdane/ }).click();
    await expect(desk.page.locator('[data-pane=sheet] .search-mark').first()).toBeInViewport();
    await desk.page.screenshot({ path: info.outputPath('trace.png') });
    const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}
