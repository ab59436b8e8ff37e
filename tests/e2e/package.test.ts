import { expect, test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { FUSES, fusesOf } from '../../scripts/packaging/fuses.mjs';
import {
  makePackage,
  packagedCli,
  packagedExecutable,
  startPackaged,
  type Packaged,
} from './support/packaged';
import { forget, newUserData, writePreferences } from './support/workstation';

/** What is built on this machine is the directory of Linux; the others are built by the workflow. */
test.skip(process.platform !== 'linux', 'This system’s package is made by the workflow.');

test('the packaged workstation: fuses, first start, writing, and the command line', async () => {
  test.setTimeout(180_000);
  expect(makePackage()).toBeNull();
  expect(await fusesOf(packagedExecutable)).toEqual(FUSES);

  const userData = newUserData();
  writePreferences(userData, { language: 'fr' });
  const running: Packaged[] = [];
  const start = async (): Promise<Packaged> => {
    const started = await startPackaged(userData);
    running.push(started);
    return started;
  };
  try {
    await firstStart(await start());
    const again = await start();
    const draft = again.page.getByRole('textbox', { name: 'Texte du brouillon' });
    await expect(draft).toContainText('Un evenement attendu.');
    expect(await again.close()).toBe(0);
    commandLine(userData);
  } finally {
    for (const { close } of running) await close().catch(() => undefined);
    forget(userData);
  }
});

/** An empty desk, a dispatch, words that are kept: fonts, threads and dictionaries are in the package. */
async function firstStart({ page, close }: Packaged): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Nouvelle dépêche/ })
    .click();
  const draft = page.getByRole('textbox', { name: 'Texte du brouillon' });
  await expect(draft).toBeFocused();
  await page.keyboard.type('Un pont fermé');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Un evenement attendu.');
  await expect(page.getByRole('contentinfo')).toContainText(/Enregistré \d/);
  await expect(draft.locator('[data-style=spelling]')).toHaveText(['evenement']);
  const faces = await page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
  );
  expect(faces.join(' ')).toContain('Newsreader');
  expect(await close()).toBe(0);
}

/** The same program without a window, nor a display. */
function commandLine(userData: string): void {
  const archive = path.join(userData, 'archive', 'desk.writethru');
  const text = path.join(userData, 'in.txt');
  writeFileSync(text, 'Publié le 2 mai 2017, 21:14\n\nUn pont rouvert\n\nIl est rouvert.\n');
  const cli = (...args: readonly string[]) =>
    packagedCli([...args, '--archive', archive], userData);
  expect(cli('import', text).status).toBe(0);
  const found = cli('search', 'rouvert', '--json');
  expect(JSON.parse(found.stdout)).toMatchObject({ hits: [{}] });
  expect(cli('verify').status).toBe(0);
  const refused = cli('no-such-command');
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('no-such-command');
}
