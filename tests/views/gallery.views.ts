/** Pictures of the shared components in all their states. Run by `npm run gallery`. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { forget, launch } from '../e2e/support/workstation';
import { clippedIn } from './support/clipped.mjs';

const album = path.resolve(import.meta.dirname, '../../test-results/gallery');

test('the gallery in every look', async () => {
  mkdirSync(album, { recursive: true });
  const desk = await launch({ size: { width: 1280, height: 1000 } });
  const { page } = desk;
  page.setDefaultTimeout(15_000);
  const shoot = (name: string) =>
    page.screenshot({ path: path.join(album, `${name}.png`), animations: 'disabled' });
  try {
    for (const look of ['light', 'dark', 'contrast', 'contrast-dark']) {
      await page.getByRole('radio', { name: look, exact: true }).check({ force: true });
      // As by keyboard: the focus is seen.
      await page.locator('[data-primary]').focus();
      await page.keyboard.press('Shift');
      await shoot(look);
      expect.soft(await clippedIn(page), look).toEqual([]);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect
        .soft(
          violations.map(({ id }) => id),
          look,
        )
        .toEqual([]);
      await page.getByRole('button', { name: 'Open a dialog' }).click();
      await shoot(`${look}-dialog`);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Open a chooser' }).click();
      await shoot(`${look}-chooser`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  } finally {
    // The gallery is no desk: nobody in it answers whether it may close.
    await desk.app.evaluate(({ app }) => app.exit(0)).catch(() => undefined);
    await desk.app.close().catch(() => undefined);
    forget(desk.userData);
  }
});
