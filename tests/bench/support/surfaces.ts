import { _electron, expect, type Page } from '@playwright/test';
import path from 'node:path';
import { translator } from '../../../src-renderer/ui/i18n/translate';
import { forget, launch, quit } from '../../e2e/support/workstation';
import { generateTyping } from './generate';
import { keyTimes, watchTyping, type KeyTime } from './key-times';
import { median, ms, p95, ratio } from './measure';
import type { Row } from './report';

/** From one key to the next, in ms: faster than people type. */
export const pace = 53;
/** The surface that is written on, ours or the bare one. */
export const surface = '.ProseMirror[role=textbox]:not([aria-readonly])';
const t = translator('fr');

/** Types into the middle of a document, through the browser's own input events. */
export async function typeInTheMiddle(
  page: Page,
  keys: number,
  round: number,
): Promise<readonly KeyTime[]> {
  await page.locator(`${surface} [data-block=paragraph]`).nth(100).waitFor();
  await page.evaluate((selector) => {
    const element = document.querySelector<HTMLElement>(selector);
    const paragraphs = [...(element?.querySelectorAll('[data-block=paragraph]') ?? [])];
    const middle = paragraphs[Math.floor(paragraphs.length / 2)];
    if (element === null || middle === undefined) throw new Error('No document to type in.');
    element.focus();
    middle.scrollIntoView({ block: 'center' });
    getSelection()?.selectAllChildren(middle);
    getSelection()?.collapseToEnd();
  }, surface);
  // A few keys that are not counted: the first ones compile what they run.
  await page.keyboard.type(' encore', { delay: pace });
  await watchTyping(page, surface);
  await page.keyboard.type(generateTyping(keys, round), { delay: pace });
  return keyTimes(page, keys);
}

/** Does something with the draft of an archive in our window, and waits until all is saved. */
export async function inOurs<T>(archivePath: string, work: (page: Page) => Promise<T>): Promise<T> {
  const desk = await launch({ archivePath });
  try {
    await desk.page.getByRole('textbox', { name: t('take.editor') }).waitFor();
    const outcome = await work(desk.page);
    await expect(desk.page.getByRole('contentinfo')).toContainText(/Enregistré \d\d:\d\d:\d\d/, {
      timeout: 60_000,
    });
    return outcome;
  } finally {
    await quit(desk);
    forget(desk.userData);
  }
}

/** Does something in a window that has nothing but a page. */
export async function inBare<T>(
  folder: string,
  page: string,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const app = await _electron.launch({
    args: [
      path.join(import.meta.dirname, '../bare-electron'),
      `--page=${page}`,
      `--user-data-dir=${path.join(folder, 'bare')}`,
    ],
    colorScheme: null,
  });
  try {
    return await work(await app.firstWindow());
  } finally {
    await app.close();
  }
}

/** The rows of keys typed in ours and in another surface. */
export function keyRows(
  where: string,
  ours: readonly KeyTime[],
  bare: readonly KeyTime[],
): readonly Row[] {
  const parts = [
    ['key to paint', (time: KeyTime) => time.toPaint],
    ['of which work of the page', (time: KeyTime) => time.work],
  ] as const;
  const figures = [
    ['p50', median],
    ['p95', p95],
  ] as const;
  return parts.flatMap(([part, of]) =>
    figures.map(([figure, quantile]) => {
      const [mine, theirs] = [quantile(ours.map(of)), quantile(bare.map(of))];
      return {
        what: `${where}${part}, ${figure}`,
        ours: ms(mine),
        reference: ms(theirs),
        ratio: ratio(mine, theirs),
      };
    }),
  );
}
