import { expect, test } from './support/desk';
import { kill, press, type Workstation } from './support/workstation';
import { draftOf, saved } from './support/writing';

/** Begins a dispatch and types into it, without waiting for anything to be saved. */
async function type(desk: Workstation, headline: string): Promise<void> {
  await press(desk, 'Ctrl+N');
  const draft = draftOf(desk.page);
  await expect(draft.locator('[data-block=headline]')).toHaveText('');
  await expect(draft).toBeFocused();
  await desk.page.keyboard.type(headline);
}

test('text typed before kill -9 is there at the next start, and a bar says so', async ({
  desk,
}) => {
  await type(desk, 'Alerte aux crues sur la Lisse');
  await saved(desk.page);
  await desk.restart(kill);

  const bar = desk.page.getByRole('status', { name: 'Brouillons retrouvés' });
  await expect(bar).toContainText('Alerte aux crues sur la Lisse');
  await expect(draftOf(desk.page)).toContainText('Alerte aux crues sur la Lisse');
  // The draft says so itself, and shows what it has more than was saved whole before.
  const notice = desk.page.getByRole('note', { name: 'Brouillon retrouvé' });
  await expect(notice).toContainText(/dans son état de \d\d:\d\d:\d\d/);
  await notice.getByRole('button', { name: /Comparer/ }).click();
  const compared = desk.page.getByRole('dialog', { name: 'Comparer', exact: true });
  await expect(compared.getByRole('insertion').first()).toContainText(
    'Alerte aux crues sur la Lisse',
  );
  await desk.page.keyboard.press('Escape');
  await bar.getByRole('button', { name: 'Masquer' }).click();
  await expect(notice).toBeHidden();
  await expect(bar).toBeHidden();

  await desk.restart();
  await expect(desk.page.getByRole('option')).toHaveCount(1);
  await expect(desk.page.getByRole('status', { name: 'Brouillons retrouvés' })).toBeHidden();
});

test('what is typed just before quitting is saved, and nothing is recovered', async ({ desk }) => {
  await type(desk, 'Grève levée au port');
  await desk.restart();
  await expect(draftOf(desk.page)).toContainText('Grève levée au port');
  await expect(desk.page.getByRole('status', { name: 'Brouillons retrouvés' })).toBeHidden();
});

test('the page’s process dies: the window comes back with the text', async ({ desk }) => {
  await type(desk, 'Le tunnel rouvre dimanche');
  await saved(desk.page);
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
});

test('a page that dies twice within a minute comes back without a dispatch, and says so', async ({
  desk,
}) => {
  await type(desk, 'Le tunnel rouvre dimanche');
  await saved(desk.page);
  // The page that Playwright holds is gone with its process: the window is asked instead.
  const inPage = (script: string) =>
    desk.app.evaluate(
      ({ BrowserWindow }, code) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) as Promise<string>,
      script,
    );
  for (let time = 0; time < 2; time += 1) {
    await desk.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return new Promise<void>((resolve) => {
        contents?.once('did-finish-load', () => resolve());
        contents?.forcefullyCrashRenderer();
      });
    });
  }
  const text = () => inPage('document.body.innerText');
  await expect.poll(text).toContain('s’est arrêtée deux fois');
  await expect.poll(text).toContain('brouillon');
  expect(await inPage("String(document.querySelector('[contenteditable]'))")).toBe('null');
  await inPage("document.querySelector('[role=option]').click(); ''");
  await expect
    .poll(() => inPage("document.querySelector('[contenteditable]')?.textContent ?? ''"))
    .toContain('Le tunnel rouvre dimanche');
});

test('what can be undone survives a visit to another dispatch, quitting and kill -9', async ({
  desk,
}) => {
  await type(desk, 'Premier titre');
  await type(desk, 'Second titre');
  const wire = () => desk.page.getByRole('listbox', { name: 'Dépêches' });
  const first = async () => {
    await wire()
      .getByRole('option', { name: /Premier|Sans titre/ })
      .click();
    await expect(draftOf(desk.page)).not.toContainText('Second');
    await draftOf(desk.page).focus();
    return draftOf(desk.page);
  };
  await wire()
    .getByRole('option', { name: /Premier titre/ })
    .click();
  await expect(draftOf(desk.page)).toContainText('Premier titre');
  let draft = draftOf(desk.page);
  await draft.focus();
  await desk.page.keyboard.press('End');
  await desk.page.keyboard.type(' bis');
  await saved(desk.page);

  await desk.restart(kill);
  draft = await first();
  await expect(draft).toContainText('Premier titre bis');
  await desk.page.keyboard.press('Control+z');
  await expect(draft).toHaveText(/Premier titre(?! bis)/);
  await saved(desk.page);

  await desk.restart();
  draft = await first();
  await desk.page.keyboard.press('Control+Shift+z');
  await expect(draft).toContainText('Premier titre bis');
  await desk.page.keyboard.press('Control+z');
  await desk.page.keyboard.press('Control+z');
  await expect(draft).not.toContainText('Premier titre');
  await desk.page.keyboard.press('Control+Shift+z');
  await expect(draft).toContainText('Premier titre');
});
