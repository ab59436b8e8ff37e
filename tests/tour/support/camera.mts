import { expect } from '@playwright/test';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { translator, type Translate } from '../../../src-renderer/ui/i18n/translate';
import {
  forget,
  launch,
  quit,
  type LaunchOptions,
  type Workstation,
} from '../../e2e/support/workstation';

// These helpers are .mts because every .ts below tests/tour is a tour of its own.

/** The pictures of the documents. */
const documents = path.resolve(import.meta.dirname, '../../../docs/screenshots');

/** How a window looks while it is walked through. */
export type Look = {
  readonly language: 'fr' | 'en';
  readonly theme: 'light' | 'dark' | 'contrast';
  readonly width: number;
  readonly height: number;
};

/** What is done at each view of a walk, once the window is at rest; `name` says which it is. */
export type Camera = (walk: Walk, name: string) => Promise<void>;

/** A workstation being walked through, with the words of its language. */
export type Walk = Workstation & {
  readonly look: Look;
  readonly t: Translate;
  readonly camera: Camera;
};

/** A camera that keeps a picture of each view in a folder. */
export function pictures(folder: string): Camera {
  return async ({ page, look }, name) => {
    const file = `${name}.${look.language}.${look.theme}.${look.width}.png`;
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, file), animations: 'disabled' });
  };
}

/** Starts the workstation with a look; its page is exactly as large as the look says. */
export async function begin(
  look: Look,
  { camera = pictures(documents), ...options }: LaunchOptions & { readonly camera?: Camera } = {},
): Promise<Walk> {
  const { language, theme, width, height } = look;
  const desk = await launch({ language, theme, size: { width, height }, ...options });
  // A walk has minutes; what is not there in half of one does not come.
  desk.page.setDefaultTimeout(30_000);
  await desk.app.evaluate(({ BrowserWindow }, content) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(content.width, content.height);
  }, look);
  await expect
    .poll(() => desk.page.evaluate(() => `${innerWidth} × ${innerHeight}`))
    .toBe(`${width} × ${height}`);
  return { ...desk, look, t: translator(language), camera };
}

/** What is done in a window that is walked through. */
export type Step = (walk: Walk) => Promise<void>;

/** Walks through a window of its own, step by step; nothing of it is left. */
export async function walkThrough(
  look: Look,
  steps: readonly Step[],
  options: Parameters<typeof begin>[1] = {},
): Promise<void> {
  const walk = await begin(look, options);
  try {
    for (const step of steps) await step(walk);
  } finally {
    await quit(walk);
    forget(walk.userData);
  }
}

/** Has the camera look at the window as it stands, without passing messages. */
export async function shoot(walk: Walk, name: string): Promise<void> {
  const { page, look, t } = walk;
  const messages = page.getByRole('status', { name: t('toast.label') });
  const dismiss = messages.getByRole('button', { name: t('common.dismiss') });
  // A modal dialog keeps the pointer from what lies under it.
  while ((await dismiss.count()) > 0) await dismiss.first().dispatchEvent('click');
  await page.mouse.move(look.width / 2, 1);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise(requestAnimationFrame);
  });
  await walk.camera(walk, name);
}

/** Removes the pictures of a look, so that none of an earlier window remains. */
export function clearAlbum({ language, theme, width }: Look): void {
  const ending = `.${language}.${theme}.${width}.png`;
  mkdirSync(documents, { recursive: true });
  for (const file of readdirSync(documents)) {
    if (file.endsWith(ending)) rmSync(path.join(documents, file));
  }
}
