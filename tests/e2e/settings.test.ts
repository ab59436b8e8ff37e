import type { Page } from '@playwright/test';
import { expect, test } from './support/desk';
import { chooseMenu, press, type Workstation } from './support/workstation';
import { addNote, draftOf, importText, publish, selectWords } from './support/writing';

/** What the application menu calls its menus, and one command. */
function menuWords({ app }: Workstation): Promise<readonly (string | undefined)[]> {
  return app.evaluate(({ Menu }) => {
    const menu = Menu.getApplicationMenu();
    return [
      ...(menu?.items ?? []).map((item) => item.label),
      menu?.getMenuItemById('draft.publish')?.label,
    ];
  });
}

function paper(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

/** Marks the page, so that a reload would be seen. */
async function markPage(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => {
    document.documentElement.dataset['marked'] = 'yes';
  });
  return () => page.evaluate(() => document.documentElement.dataset['marked'] === 'yes');
}

test('the language changes at once, menu included, and stays over a restart', async ({ desk }) => {
  const { page } = desk;
  await press(desk, 'Ctrl+N');
  const draft = draftOf(page);
  await expect(draft).toBeFocused();
  await page.keyboard.type('Un pont fermé');
  const isSamePage = await markPage(page);
  expect(await menuWords(desk)).toEqual([
    'Fichier',
    'Édition',
    'Affichage',
    'Dépêche',
    'Format',
    'Aide',
    'Publier…',
  ]);

  await chooseMenu(desk, 'view.language-en');
  const search = page.getByRole('combobox', { name: 'Search the archive' });
  await expect(search).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect
    .poll(() => menuWords(desk))
    .toEqual(['File', 'Edit', 'View', 'Dispatch', 'Format', 'Help', 'Publish…']);
  expect(await isSamePage()).toBe(true);
  const renamed = page.getByRole('textbox', { name: 'Text of the draft' });
  await expect(renamed).toContainText('Un pont fermé');
  await expect(page.getByRole('contentinfo')).toContainText(/Saved \d\d:\d\d:\d\d/);
  // What was typed before can still be undone, and what is typed now is kept.
  await renamed.focus();
  await press(desk, 'Ctrl+Z');
  await expect(renamed).not.toContainText('Un pont fermé');
  await press(desk, 'Ctrl+Shift+Z');
  await expect(renamed).toContainText('Un pont fermé');

  await desk.restart();
  await expect(desk.page.getByRole('combobox', { name: 'Search the archive' })).toBeVisible();
  await expect(desk.page.getByRole('textbox', { name: 'Text of the draft' })).toContainText(
    'Un pont fermé',
  );
});

test('the look changes at once and stays over a restart', async ({ desk }) => {
  const newsprint = 'rgb(251, 250, 247)';
  const night = 'rgb(22, 21, 18)';
  const isSamePage = await markPage(desk.page);
  expect(await paper(desk.page)).toBe(newsprint);
  await chooseMenu(desk, 'view.theme-dark');
  await expect.poll(() => paper(desk.page)).toBe(night);
  const source = () => desk.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
  expect(await source()).toBe('dark');
  await chooseMenu(desk, 'view.theme-light');
  await expect.poll(() => paper(desk.page)).toBe(newsprint);
  await chooseMenu(desk, 'view.theme-dark');
  await expect.poll(() => paper(desk.page)).toBe(night);
  expect(await isSamePage()).toBe(true);
  await desk.restart();
  expect(await paper(desk.page)).toBe(night);
  // The first frame is of night-desk paper too.
  expect(
    await desk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
    ),
  ).toBe('#161512');
});

test('initials given in the preferences sign notes and takes', async ({ desk }) => {
  const { page } = desk;
  await press(desk, 'Ctrl+,');
  const dialog = page.getByRole('dialog', { name: 'Préférences' });
  const initials = dialog.getByRole('textbox', { name: 'Vos initiales' });
  await expect(initials).toBeFocused();
  await initials.fill('zkl');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await press(desk, 'Ctrl+N');
  await expect(draftOf(page)).toBeFocused();
  await page.keyboard.type('Un pont fermé');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Le pont est fermé depuis mardi.');
  await selectWords(draftOf(page), 'mardi');
  await addNote(desk, 'Quel mardi ?', 'remarque', 'zkl');
  await publish(desk);
  await expect(page.getByRole('article', { name: /^Dépêche publiée/ })).toContainText('zkl');
  await desk.restart();
  await expect(desk.page.getByRole('article')).toContainText('zkl');
  await expect(desk.page.getByRole('region', { name: 'Note de zkl, remarque' })).toBeVisible();
});

test('notes made before the initials changed keep their author', async ({ desk }) => {
  const { page } = desk;
  await importText(desk);
  const take = page.getByRole('textbox', { name: 'Texte de la prise' }).last();
  await selectWords(take, 'rive gauche');
  await addNote(desk, 'La gauche de qui ?');
  await press(desk, 'Ctrl+,');
  await page.getByRole('textbox', { name: 'Vos initiales' }).fill('');
  await page.getByRole('button', { name: 'Terminé' }).click();
  await expect(page.getByRole('region', { name: 'Note de mbr, remarque' })).toBeVisible();
});

test('the zone of the desk changes every stamp shown, and the clock of the status bar', async ({
  desk,
}) => {
  const { page } = desk;
  await importText(desk, `Publié le 2 mai 2017, 21:14\n\nUn pont fermé\n\nIl est fermé.\n`);
  const article = page.getByRole('article');
  const status = page.getByRole('contentinfo');
  await expect(article).toHaveAccessibleName('Dépêche publiée le 2 mai 2017, 21 h 14');
  await expect(status).toContainText('Zurich');
  await press(desk, 'Ctrl+,');
  const zone = page.getByRole('combobox', { name: 'Fuseau horaire du desk' });
  await zone.selectOption('Asia/Tokyo');
  await page.getByRole('button', { name: 'Terminé' }).click();
  await expect(article).toHaveAccessibleName('Dépêche publiée le 3 mai 2017, 4 h 14');
  await expect(status).toContainText('Tokyo');
  await expect(page.getByRole('option')).toContainText('04:14');
  await expect(page.getByRole('listbox', { name: 'Dépêches' })).toContainText('3 mai 2017');
  // Hovering still tells the stamp's own zone.
  await expect(article.locator('time')).toHaveAttribute(
    'title',
    /19\sh\s14 UTC · .* 21\sh\s14 Europe\/Zurich/,
  );

  await press(desk, 'Ctrl+Enter');
  await expect(draftOf(page)).toBeFocused();
  await page.keyboard.type('Il rouvre');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Le pont rouvre.');
  await press(desk, 'Ctrl+Shift+Enter');
  await expect(page.getByRole('dialog')).toContainText('Asia/Tokyo');
  await page.keyboard.press('Escape');
  await desk.restart();
  await expect(desk.page.getByRole('contentinfo')).toContainText('Tokyo');
});

function splitterOf(page: Page) {
  return page.getByRole('separator', { name: 'Largeur du fil' });
}

test('the window comes back where it was, and its panes as they were', async ({ desk }) => {
  const place = { x: 130, y: 70, width: 1111, height: 707 };
  await desk.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
  }, place);
  await expect.poll(() => desk.page.evaluate(() => innerWidth)).toBe(place.width);
  await press(desk, 'Ctrl+Shift+M');
  await expect(desk.page.getByRole('complementary', { name: 'Marge' })).toBeHidden();
  const splitter = splitterOf(desk.page);
  await splitter.focus();
  await desk.page.keyboard.press('ArrowRight');
  await expect(splitter).toHaveAttribute('aria-valuenow', '316');
  await desk.restart();
  const bounds = await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(bounds).toEqual(place);
  await expect(desk.page.getByRole('complementary', { name: 'Marge' })).toBeHidden();
  await expect(splitterOf(desk.page)).toHaveAttribute('aria-valuenow', '316');
});

test('a window remembered on a screen that is gone comes up on one that is there', async ({
  desk,
}) => {
  await desk.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 5_000, y: 4_000, width: 1_000, height: 700 });
  });
  await desk.restart();
  const seen = await desk.app.evaluate(({ BrowserWindow, screen }) => {
    const bounds = BrowserWindow.getAllWindows()[0]?.getBounds();
    const { workArea } = screen.getPrimaryDisplay();
    return bounds !== undefined && bounds.x < workArea.width && bounds.y < workArea.height;
  });
  expect(seen).toBe(true);
});
