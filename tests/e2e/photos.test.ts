import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { jpegWith } from '../support/pictures';
import { expect, test } from './support/desk';
import { answerOpenDialog, chooseMenu, press } from './support/workstation';
import { publish, saved, writeDispatch } from './support/writing';

const embedded = {
  iim: { 120: 'Le pont de Valdane, à l’aube', 80: 'Zoé Lefèvre', 110: 'ATLANTE' },
};

/** Drops files on a surface, or pastes them, as the system hands them over. */
function give(
  surface: Locator,
  how: 'drop' | 'paste',
  files: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  const given = files.map(({ bytes, ...file }) => ({ ...file, bytes: [...bytes] }));
  return surface.evaluate(
    (element, [way, parts]) => {
      const transfer = new DataTransfer();
      for (const { name, type, bytes } of parts) {
        transfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
      }
      const box = element.getBoundingClientRect();
      const init = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        way === 'drop'
          ? new DragEvent('drop', {
              ...init,
              dataTransfer: transfer,
              clientX: box.left + 20,
              clientY: box.bottom - 4,
            })
          : new ClipboardEvent('paste', { ...init, clipboardData: transfer }),
      );
    },
    [how, given] as const,
  );
}

test('a photo is chosen, dropped and pasted, asked for its credit, published and shown', async ({
  desk,
}) => {
  const { page } = desk;
  const draft = await writeDispatch(desk, 'Le pont rouvre', 'Le pont de Valdane a rouvert mardi.');
  const file = path.join(desk.userData, 'pont.jpg');
  writeFileSync(file, jpegWith(embedded));
  await answerOpenDialog(desk, [file]);
  await chooseMenu(desk, 'block.photo');
  const photo = draft.getByRole('figure').first();
  await expect(photo).toContainText('Le pont de Valdane, à l’aube');
  await expect(photo).toContainText('Zoé Lefèvre / ATLANTE');
  const picture = photo.locator('img');
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(48);
  const description = photo.getByRole('textbox', { name: 'Description pour qui ne voit pas' });
  await description.fill('Un pont de pierre au lever du jour');
  await expect(photo.getByRole('img', { name: 'Un pont de pierre' })).toBeVisible();

  await give(draft, 'drop', [{ name: 'a.jpg', type: 'image/jpeg', bytes: jpegWith() }]);
  await expect(draft.getByRole('figure')).toHaveCount(2);
  await press(desk, 'Ctrl+Z');
  await expect(draft.getByRole('figure')).toHaveCount(1);
  await give(draft, 'paste', [{ name: 'a.jpg', type: 'image/jpeg', bytes: jpegWith() }]);
  await expect(draft.getByRole('figure')).toHaveCount(2);

  const words = page.getByRole('status', { name: 'Messages' });
  const before = await draft.innerText();
  const svg = new TextEncoder().encode('<svg xmlns="x"><script>alert(1)</script></svg>');
  await give(draft, 'drop', [{ name: 'a.svg', type: 'image/svg+xml', bytes: svg }]);
  await expect(words).toContainText('Les dessins SVG ne sont pas repris');
  const cut = jpegWith().subarray(0, 400);
  await give(draft, 'paste', [{ name: 'a.jpg', type: 'image/jpeg', bytes: cut }]);
  await expect(words).toContainText('abîmée ou incomplète');
  expect(await draft.innerText()).toBe(before);

  await chooseMenu(desk, 'view.checks');
  await expect(page.getByText('1 photo n’a pas de crédit')).toBeVisible();
  await press(desk, 'Ctrl+Z');
  await saved(page);
  await publish(desk);
  const taken = page.getByRole('article').first().getByRole('img', { name: 'Un pont de pierre' });
  await expect.poll(() => taken.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(48);
  // Nothing but the three kinds of pictures comes by that way.
  const other = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('shown');
        image.onerror = () => resolve('refused');
        image.src = `app://writethru/photos/${'0'.repeat(64)}`;
      }),
  );
  expect(other).toBe('refused');
});
