import { expect, test } from '@playwright/test';
import { forget, kill, launch, press, quit, type Workstation } from './support/workstation';

const draftName = 'Texte du brouillon';

/** Begins a dispatch and types into it, without waiting for anything to be saved. */
async function type(desk: Workstation, headline: string): Promise<void> {
  await press(desk, 'Ctrl+N');
  const draft = desk.page.getByRole('textbox', { name: draftName });
  await expect(draft.locator('[data-block=headline]')).toHaveText('');
  await expect(draft).toBeFocused();
  await desk.page.keyboard.type(headline);
}

test('text typed before kill -9 is there at the next start, and a bar says so', async () => {
  const first = await launch();
  const { userData } = first;
  await type(first, 'Alerte aux crues sur la Lisse');
  await expect(first.page.getByRole('contentinfo')).toContainText(/Enregistré \d\d:\d\d:\d\d/);
  await kill(first);

  const again = await launch({ userData });
  const bar = again.page.getByRole('status', { name: 'Brouillons retrouvés' });
  await expect(bar).toContainText('Alerte aux crues sur la Lisse');
  await expect(again.page.getByRole('textbox', { name: draftName })).toContainText(
    'Alerte aux crues sur la Lisse',
  );
  await bar.getByRole('button', { name: 'Masquer' }).click();
  await expect(bar).toBeHidden();
  await quit(again);

  const third = await launch({ userData });
  await expect(third.page.getByRole('option')).toHaveCount(1);
  await expect(third.page.getByRole('status', { name: 'Brouillons retrouvés' })).toBeHidden();
  await quit(third);
  forget(userData);
});

test('what is typed just before quitting is saved, and nothing is recovered', async () => {
  const first = await launch();
  const { userData } = first;
  await type(first, 'Grève levée au port');
  await quit(first);

  const again = await launch({ userData });
  await expect(again.page.getByRole('textbox', { name: draftName })).toContainText(
    'Grève levée au port',
  );
  await expect(again.page.getByRole('status', { name: 'Brouillons retrouvés' })).toBeHidden();
  await quit(again);
  forget(userData);
});

test('the page’s process dies: the window comes back with the text', async () => {
  const desk = await launch();
  await type(desk, 'Le tunnel rouvre dimanche');
  await expect(desk.page.getByRole('contentinfo')).toContainText(/Enregistré \d\d:\d\d:\d\d/);
  await desk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return new Promise<void>((resolve) => {
      contents?.once('did-finish-load', () => resolve());
      contents?.forcefullyCrashRenderer();
    });
  });
  await expect
    .poll(() =>
      desk.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          "document.querySelector('[contenteditable]')?.textContent ?? ''",
        ),
      ),
    )
    .toContain('Le tunnel rouvre dimanche');
  await quit(desk);
  forget(desk.userData);
});

test('what can be undone survives a visit to another dispatch', async () => {
  const desk = await launch();
  await type(desk, 'Premier titre');
  await type(desk, 'Second titre');
  const wire = desk.page.getByRole('listbox', { name: 'Dépêches' });
  await wire.getByRole('option', { name: /Premier titre/ }).click();
  const draft = desk.page.getByRole('textbox', { name: draftName });
  await expect(draft).toContainText('Premier titre');
  await draft.focus();
  await desk.page.keyboard.press('Control+z');
  await expect(draft).not.toContainText('Premier titre');
  await desk.page.keyboard.press('Control+Shift+z');
  await expect(draft).toContainText('Premier titre');
  await quit(desk);
  forget(desk.userData);
});
