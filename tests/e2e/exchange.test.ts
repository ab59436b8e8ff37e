import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { quietCommand } from '../../scripts/shared/electron-app.mjs';
import { expect, test } from './support/desk';
import { answerOpenDialog, answerSaveDialog, chooseMenu } from './support/workstation';
import { importText, openSearch } from './support/writing';

/** One version of a story as an agency sends it. */
function nitf(version: number, words: string): string {
  return `<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">
<nitf><head><docdata><doc-id id-string="orbaz-17"/><du-key key="VALDANE-PONT" version="${version}"/>
<date.issue norm="2017050${version}T2114+0200"/></docdata></head>
<body><body.head><hedline><hl1>Un pont ferm\u00e9 \u00e0 Orbaz</hl1></hedline></body.head>
<body.content><p onclick="x()">${words}</p><script>x()</script></body.content></body></nitf>`;
}

test('files of other formats come in, and what was done to them is told', async ({ desk }) => {
  const folder = path.join(desk.userData, 'agence');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'b.xml'), Buffer.from(nitf(2, 'Le pont a rouvert.'), 'latin1'));
  writeFileSync(
    path.join(folder, 'a.xml'),
    Buffer.from(nitf(1, 'Le pont est ferm\u00e9.'), 'latin1'),
  );
  writeFileSync(path.join(folder, 'c.xml'), '<nitf><body><p>Le pont');
  await answerOpenDialog(desk, [folder]);
  await chooseMenu(desk, 'import.choose');
  const report = desk.page.getByRole('region', { name: 'Rapport d’importation' });
  await expect(report).toContainText('1 dépêche ajoutée, 1 avec de nouvelles prises');
  await expect(report).toContainText('Ajoutée avec 1 prise · NITF · iso-8859-1');
  await expect(report).toContainText('Refusé : il s’interrompt à la ligne 1');
  await report
    .getByText(/réparations à la lecture/)
    .first()
    .click();
  await expect(report).toContainText('Ce qu’une page exécuterait a été laissé de côté');
  await expect(
    desk.page.getByRole('listbox', { name: 'Dépêches' }).getByRole('option'),
  ).toHaveCount(1);
});

test('a dispatch, and the whole archive, go out in a format that is chosen', async ({ desk }) => {
  const { page } = desk;
  await importText(desk);
  const file = path.join(desk.userData, 'sortie.xml');
  await answerSaveDialog(desk, file);
  await chooseMenu(desk, 'dispatch.export-as');
  const dialog = page.getByRole('dialog', { name: 'Exporter' });
  await dialog.getByRole('radio', { name: /^NITF 3\.6/ }).check();
  await dialog.getByRole('button', { name: 'Exporter…' }).click();
  await expect(dialog.getByRole('status')).toContainText('1 dépêche écrite');
  expect(readFileSync(file, 'utf8')).toContain('<hl1>Un pont fermé à Valdane</hl1>');

  const pdf = path.join(desk.userData, 'sortie.pdf');
  await answerSaveDialog(desk, pdf);
  await dialog.getByRole('radio', { name: /^PDF/ }).check();
  await dialog.getByRole('button', { name: 'Exporter…' }).click();
  await expect(dialog.getByRole('status')).toContainText('1 dépêche écrite');
  const printed = readFileSync(pdf, 'latin1');
  expect(printed.startsWith('%PDF-')).toBe(true);
  // Tagged, in its language, with its fonts.
  expect(printed).toContain('/StructTreeRoot');
  expect(printed).toContain('/Lang (fr)');
  expect(printed).toContain('/FontFile');

  const folder = path.join(desk.userData, 'sorties');
  mkdirSync(folder);
  await answerOpenDialog(desk, [folder]);
  await dialog.getByRole('radio', { name: 'Toute l’archive' }).check();
  await dialog.getByRole('radio', { name: /^Web Annotation/ }).check();
  await dialog.getByRole('button', { name: 'Exporter…' }).click();
  await expect(dialog.getByRole('status')).toContainText('1 n’a rien de ce format.');
  await dialog.getByRole('radio', { name: /^ninjs 3\.1/ }).check();
  await dialog.getByRole('button', { name: 'Exporter…' }).click();
  await expect(dialog.getByRole('status')).toContainText('1 dépêche écrite');
  expect(readdirSync(folder)).toHaveLength(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // What a search finds goes out too, for instance as a feed.
  const feed = path.join(desk.userData, 'flux');
  mkdirSync(feed);
  await answerOpenDialog(desk, [feed]);
  await openSearch(desk);
  await page.keyboard.type('pont');
  await page.getByRole('button', { name: 'Que faire de tout ce qui est trouvé' }).click();
  await page.getByRole('menuitem', { name: 'Exporter les dépêches trouvées…' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Recherche' })).toHaveValue('pont');
  await dialog.getByRole('radio', { name: /^Atom/ }).check();
  await dialog.getByRole('button', { name: 'Exporter…' }).click();
  await expect(dialog.getByRole('status')).toContainText('1 dépêche écrite');
  expect(readFileSync(path.join(feed, 'dispatches.atom.xml'), 'utf8')).toContain('Un pont fermé');
});

test('a PDF is made at the command line too, by the program without a window', async ({ desk }) => {
  await importText(desk);
  await desk.app.close();
  const root = path.resolve(import.meta.dirname, '../..');
  const archive = path.join(desk.userData, 'archive', 'desk.writethru');
  const out = path.join(desk.userData, 'pdf');
  const window = quietCommand();
  const run = spawnSync(
    process.execPath,
    [
      path.join(root, 'out/main/cli.js'),
      'export',
      '--all',
      '--format',
      'pdf',
      '--out',
      out,
      '--archive',
      archive,
    ],
    { encoding: 'utf8', env: { ...process.env, WRITETHRU_WINDOW: JSON.stringify(window) } },
  );
  expect(run.stderr).toBe('');
  const [name = ''] = readdirSync(out);
  const printed = readFileSync(path.join(out, name), 'latin1');
  expect(printed.startsWith('%PDF-')).toBe(true);
  expect(printed).toContain('/StructTreeRoot');
});
