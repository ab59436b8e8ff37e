import { foundByAxe } from './support/axe';
import { expect, test } from './support/desk';
import { press } from './support/workstation';
import { draftOf, publish, saved, writeDispatch } from './support/writing';

test('words of a dispatch are found in draft and takes, gone to, listed, and replaced in the draft only', async ({
  desk,
}) => {
  const { page } = desk;
  const bar = page.getByRole('group', { name: 'Rechercher et remplacer' });
  const words = bar.getByRole('textbox', { name: 'Rechercher' });
  const status = bar.getByRole('status');
  const current = page.locator('.found-words-current');
  await writeDispatch(desk, 'Sommet', 'Trump a rencontré la présidente.');
  await publish(desk);
  // Without a draft, what is published is found, and a correction offered.
  await press(desk, 'Ctrl+F');
  await expect(words).toBeFocused();
  await page.keyboard.type('trump');
  await expect(status).toHaveText('introuvable');
  await bar.getByRole('checkbox', { name: 'Respecter la casse' }).uncheck();
  await expect(status).toHaveText('1 endroit');
  await expect(bar.getByRole('textbox', { name: 'Remplacer par' })).toHaveCount(0);
  await bar.getByRole('button', { name: 'Liste' }).click();
  const list = bar.getByRole('list', { name: 'Endroits trouvés' });
  await expect(list.getByRole('button', { name: /Commencer un rectificatif/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();

  await press(desk, 'Ctrl+Enter');
  const draft = draftOf(page);
  await expect(draft).toBeFocused();
  await page.keyboard.type('Trump, le trumpisme et Trump.');
  await press(desk, 'Ctrl+F');
  await expect(status).toHaveText('4 endroits');
  await expect(page.locator('.found-words')).toHaveCount(4);
  await bar.getByRole('checkbox', { name: 'Mots entiers' }).check();
  await expect(status).toHaveText('3 endroits');
  // Round all texts, the focus stays; F3 does the same from anywhere.
  await words.press('Enter');
  await expect(status).toHaveText('3 sur 3');
  await expect(page.getByRole('article', { name: /publié/i }).locator(current)).toHaveText('Trump');
  await words.press('Enter');
  await expect(status).toHaveText('1 sur 3');
  await page.keyboard.press('F3');
  await expect(status).toHaveText('2 sur 3');
  await words.press('Shift+Enter');
  await expect(status).toHaveText('1 sur 3');
  expect(await foundByAxe(desk)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('find-bar.png') });

  // One, then all: neither looks through what it put in, and the take stays.
  await bar.getByRole('textbox', { name: 'Remplacer par' }).fill('Donald Trump');
  await bar.getByRole('button', { name: 'Remplacer', exact: true }).click();
  await expect(draft).toContainText('Donald Trump, le trumpisme et Trump.');
  await expect(status).toHaveText('2 sur 3');
  await bar.getByRole('button', { name: 'Tout remplacer' }).click();
  await expect(draft).toContainText('Donald Donald Trump, le trumpisme et Donald Trump.');
  await expect(page.getByRole('article', { name: /publié/i })).toContainText(
    /(?<!Donald )Trump a rencontré/,
  );
  await draft.focus();
  await press(desk, 'Ctrl+Z');
  await expect(draft).toContainText('Donald Trump, le trumpisme et Trump.');
  await press(desk, 'Ctrl+Z');
  await expect(draft).toContainText(/(?<!Donald )Trump, le trumpisme et Trump\./);

  // Patterns, with their groups; one that is none, and one that would never end.
  await press(desk, 'Ctrl+H');
  await bar.getByRole('checkbox', { name: /Expression régulière/ }).check();
  await bar.getByRole('checkbox', { name: 'Mots entiers' }).uncheck();
  await words.fill('(\\w+), le (\\w+)');
  await expect(status).toHaveText('1 endroit');
  await bar.getByRole('textbox', { name: 'Remplacer par' }).fill('$2, dit $1');
  await bar.getByRole('button', { name: 'Tout remplacer' }).click();
  await expect(draft).toContainText('trumpisme, dit Trump et Trump.');
  await words.fill('(');
  await expect(bar.getByRole('alert')).toContainText('pas une expression régulière');
  await draft.focus();
  await page.keyboard.type('a'.repeat(60));
  await saved(page);
  await words.fill('(a+)+b');
  await expect(bar.getByRole('alert')).toContainText('prend trop de temps');
  await expect(draft).toContainText(`${'a'.repeat(60)} et Trump.`);
});
