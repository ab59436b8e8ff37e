import { test } from '@playwright/test';
import { forget, launch, press, quit } from '../e2e/support/workstation';
test('enter', async () => {
  const desk = await launch();
  const { page } = desk;
  try {
    await page.getByRole('button', { name: 'Ouvrir l’archive d’exemple' }).click(); await page.getByRole('article').first().waitFor(); await press(desk, 'Ctrl+Enter'); await page.getByRole('textbox', { name: 'Texte du brouillon' }).waitFor(); await new Promise((r) => setTimeout(r, 500));
    await page.getByRole('textbox', { name: 'Texte du brouillon' }).waitFor();
    await page.keyboard.type('Titre');
    for (const delay of [0, 60]) {
      await page.keyboard.press('Enter');
      await page.keyboard.type('Un deux trois.', { delay });
      await page.keyboard.press('Enter');
      await page.keyboard.type('Quatre cinq.', { delay });
    }
    console.log(await page.locator('.ProseMirror[contenteditable=true]').innerHTML());
  } finally {
    await quit(desk);
    forget(desk.userData);
  }
});
