import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from './support/desk';
import { answerSaveDialog, press, quit } from './support/workstation';

/** Mounts a small file system of its own; null where that is not to be had. */
function smallDisk(): string | null {
  const place = mkdtempSync(path.join(tmpdir(), 'writethru-small-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', place], { stdio: 'ignore' });
    return place;
  } catch {
    rmSync(place, { recursive: true });
    return null;
  }
}

test('a full disk is said at once, the words stay, and go in when there is room', async ({
  start,
}) => {
  const disk = smallDisk();
  test.skip(disk === null, 'skipped: no small file system can be mounted here');
  if (disk === null) return;
  const desk = await start({ archivePath: path.join(disk, 'desk.writethru') });
  const status = desk.page.getByRole('contentinfo');
  const draft = desk.page.getByRole('textbox', { name: 'Texte du brouillon' });
  try {
    await answerSaveDialog(desk, path.join(disk, 'desk.writethru'));
    await desk.page.getByRole('button', { name: 'Créer une archive…' }).click();
    await expect(desk.page.getByText('Le fil est vide')).toBeVisible();
    await press(desk, 'Ctrl+N');
    await expect(draft).toBeFocused();
    await desk.page.keyboard.type('Avant la panne');
    await expect(status).toContainText(/Enregistré \d\d:\d\d:\d\d/);

    const ballast = path.join(disk, 'ballast');
    execFileSync('sh', ['-c', `cat /dev/zero > '${ballast}' || true`], { stdio: 'ignore' });
    // The write-ahead log has room left in its last page: a long paste needs more.
    await desk.page.keyboard.insertText(' et pendant elle'.repeat(4_000));
    await expect(status).toContainText('NON ENREGISTRÉ', { timeout: 2_000 });
    await expect(status).toContainText('le disque est plein');
    await expect(draft).toContainText('Avant la panne et pendant elle');

    rmSync(ballast);
    await expect(status).toContainText(/Enregistré \d\d:\d\d:\d\d/);
    await desk.restart();
    await expect(desk.page.getByRole('textbox', { name: 'Texte du brouillon' })).toContainText(
      'Avant la panne et pendant elle',
    );
  } finally {
    await quit(desk);
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
});
