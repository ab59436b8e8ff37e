import type { Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './support/desk';
import { answerSaveDialog, chooseMenu, press, type Workstation } from './support/workstation';
import { addNote, draftOf, publish, selectWords } from './support/writing';

const root = path.resolve(import.meta.dirname, '../..');
const executable = path.join(
  root,
  'node_modules/electron/dist',
  readFileSync(path.join(root, 'node_modules/electron/path.txt'), 'utf8'),
);

/** Starts the program once more with a file, as "Open with" does: the one that runs takes it. */
function openWith({ userData }: Workstation, file: string): void {
  const args = ['--no-sandbox', root, `--user-data-dir=${userData}`, file];
  const { ELECTRON_RUN_AS_NODE: _node, ...env } = process.env;
  spawnSync(executable, args, { env, timeout: 30_000 });
}

/** Has what would be shown by the system kept instead, for {@link shownBySystem}. */
async function keepWhatIsShown({ app }: Workstation): Promise<void> {
  await app.evaluate(({ app: electron, Notification, dialog, BrowserWindow, session }) => {
    const kept: string[] = [];
    Object.assign(globalThis, { keptBySystem: kept });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      kept.push(`notified: ${this.title} – ${this.body}`);
      this.emit('click');
    };
    electron.setBadgeCount = (count) => kept.push(`badge: ${count}`) > 0;
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      webContents.startDrag = ({ file }) => kept.push(`dragged: ${file}`);
    }
    dialog.showMessageBox = (...given: unknown[]) => {
      kept.push(`asked: ${(given.at(-1) as { message: string }).message}`);
      return Promise.resolve({ response: 1, checkboxChecked: false });
    };
    // No network here: this is what the address would answer.
    session.fromPartition('updates').protocol.handle('https', ({ url }) => {
      kept.push(`fetched: ${url}`);
      return Response.json({ version: '99.1.0' });
    });
  });
}

function shownBySystem({ app }: Workstation): Promise<readonly string[]> {
  return app.evaluate(() => [
    ...(globalThis as unknown as { keptBySystem: string[] }).keptBySystem,
  ]);
}

/** Puts the dispatch that is open under an embargo for some seconds. */
function embargoFor(page: Page, seconds: number): Promise<unknown> {
  return page.evaluate(async (ms) => {
    const ask = globalThis.window.writethru;
    const listed = await ask['wire.list']({ view: 'all', after: null, limit: 1 });
    const id = listed.ok ? (listed.value.rows[0]?.id ?? '') : '';
    const until = { instant: Date.now() + ms, zone: 'Europe/Zurich' };
    return ask['dispatch.set-embargo']({ id, until, reason: '', author: 'mbr' });
  }, seconds * 1000);
}

test('files open with it, archives are remembered, and the system tells what it should', async ({
  desk,
}) => {
  const { page } = desk;
  await keepWhatIsShown(desk);
  const file = path.join(desk.userData, 'arrivage.txt');
  writeFileSync(file, 'Publié le 2 mai 2017, 21:14\n\nUn pont rouvert\n\nIl est rouvert.\n');
  openWith(desk, file);
  await expect(page.getByRole('option')).toContainText('Un pont rouvert');
  await expect(page.getByRole('article')).toContainText('Il est rouvert.');

  // A question that wants an answer stands on the icon.
  const take = page.getByRole('textbox', { name: 'Texte de la prise' }).last();
  await selectWords(take, 'est rouvert');
  await addNote(desk, 'Depuis quand ?', 'question');
  await expect.poll(() => shownBySystem(desk)).toContain('badge: 1');

  // A dispatch is dragged out as a file, but not while an embargo holds.
  await page.getByRole('option').dispatchEvent('dragstart');
  await expect.poll(async () => (await shownBySystem(desk)).join()).toContain('dragged: ');
  const dragged = (await shownBySystem(desk)).find((one) => one.startsWith('dragged: ')) ?? '';
  expect(readFileSync(dragged.slice('dragged: '.length), 'utf8')).toContain('Il est rouvert.');
  await embargoFor(page, 3);
  await expect(page.getByRole('option')).toContainText('embargo');
  await page.getByRole('option').dispatchEvent('dragstart');
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText('embargo');
  await expect
    .poll(
      async () => {
        // As the machine does when it wakes: the clock is looked at.
        await desk.app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
        return (await shownBySystem(desk)).filter((one) => one.startsWith('notified'));
      },
      { intervals: [500] },
    )
    .toEqual([expect.stringMatching(/^notified: Embargo terminé – .*Un pont rouvert$/)]);

  // Nothing is asked of a network until an address is named.
  expect((await shownBySystem(desk)).join()).not.toContain('fetched');
  await press(desk, 'Ctrl+,');
  const dialog = page.getByRole('dialog', { name: 'Préférences' });
  await dialog.getByRole('button', { name: 'Nouvelles versions' }).click();
  await dialog.getByRole('textbox').fill('https://feed.test/writethru');
  await dialog.getByRole('button', { name: 'Terminé' }).click();
  await expect
    .poll(async () => (await shownBySystem(desk)).slice(-2))
    .toEqual([
      'fetched: https://feed.test/writethru/latest.json',
      'asked: Writethru 99.1.0 est paru',
    ]);

  const other = path.join(desk.userData, 'nuit.writethru');
  await answerSaveDialog(desk, other);
  await chooseMenu(desk, 'archive.new');
  await expect(page.getByText('Le fil est vide')).toBeVisible();
  expect(existsSync(other)).toBe(true);
  await expect
    .poll(() =>
      desk.app.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()
          ?.getMenuItemById('recent')
          ?.submenu?.items.map(({ label }) => label)
          .slice(0, 2),
      ),
    )
    .toEqual(['nuit', 'desk']);
  openWith(desk, path.join(desk.userData, 'archive', 'desk.writethru'));
  await expect(page.getByRole('option')).toContainText('Un pont rouvert');
  await press(desk, 'Ctrl+N');
  await expect(draftOf(page)).toBeFocused();
  await page.keyboard.type('Un autre pont');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Il est fermé.');
  await publish(desk);
});
