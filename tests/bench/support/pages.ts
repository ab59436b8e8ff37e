import type { Page } from '@playwright/test';
import { translator } from '../../../src-renderer/ui/i18n/translate';
import { generateLongRead } from './generate';
import { surface } from './surfaces';

const t = translator('fr');

/** A text in which so many words, spread evenly, are misspelled. */
export function misspelled(text: string, count: number): string {
  if (count === 0) return text;
  const words = text.match(/(?<=[ \n])\p{Ll}{4,}(?=[ ,.\n])/gu)?.length ?? 0;
  // A few more than asked for: some may be the same name twice, or stand where nothing is checked.
  const each = Math.max(1, Math.floor(words / (count * 1.1)));
  let at = 0;
  return text.replaceAll(/(?<=[ \n])\p{Ll}{4,}(?=[ ,.\n])/gu, (word) => {
    at += 1;
    return at % each === 0 ? `${word}zq` : word;
  });
}

/** About so many characters of HTML as a word processor puts it on the clipboard. */
export function wordHtml(characters: number): string {
  const paragraphs = generateLongRead(characters / 20).split('\n\n');
  let html = '';
  for (let at = 0; html.length < characters; at += 1) {
    const words = paragraphs[at % paragraphs.length] ?? '';
    const [first = '', ...rest] = words.split('. ');
    html +=
      '<p class="MsoNormal" style="margin-bottom:8pt;line-height:107%"><b><span lang="FR" ' +
      `style="font-size:12pt;font-family:Calibri">${first}.</span></b> <i>${rest.join('. ')}</i></p>`;
  }
  return `<html><body><!--StartFragment-->${html}<!--EndFragment--></body></html>`;
}

/** Begins a dispatch: it is the newest from then on. */
export async function beginNewest(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('bar.new') }).click();
  await page.locator(`${surface}:focus`).waitFor();
  await page.keyboard.type('Un titre');
}

/** Opens the long draft by a click on its row; ms from the click to the end of the frame with it. */
export async function openLong(page: Page): Promise<number> {
  const rows = page.getByRole('listbox', { name: t('wire.list') }).getByRole('option');
  await rows.last().waitFor();
  await page.evaluate((selector) => {
    const begin = (event: Event): void => {
      const look = (): void => {
        if (document.querySelectorAll(`${selector} [data-block=paragraph]`).length < 100) {
          requestAnimationFrame(look);
          return;
        }
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          globalThis.opening = performance.now() - event.timeStamp;
        });
        port1.start();
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    };
    addEventListener('click', begin, { capture: true, once: true });
  }, surface);
  await rows.last().click();
  await page.waitForFunction(() => globalThis.opening !== undefined);
  return page.evaluate(() => globalThis.opening ?? 0);
}

/** Makes the bare view anew; ms to the end of the frame with it. */
export async function reopenBare(page: Page): Promise<number> {
  // The window is there before its script was run.
  await page.waitForFunction(() => 'openBare' in globalThis);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        globalThis.openBare();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(performance.now() - began));
          port1.start();
          port2.postMessage(null);
        });
      }),
  );
}

/** Pastes HTML at the end of the surface; ms to the end of the next frame. */
export async function paste(page: Page, html: string): Promise<number> {
  await page.locator(surface).first().waitFor();
  return page.evaluate(
    ([selector, given]) =>
      new Promise<number>((resolve, reject) => {
        const element = document.querySelector<HTMLElement>(selector);
        if (element === null) {
          reject(new Error('No surface to paste in.'));
          return;
        }
        element.focus();
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', given);
        const event = new ClipboardEvent('paste', {
          clipboardData,
          bubbles: true,
          cancelable: true,
        });
        const began = performance.now();
        element.dispatchEvent(event);
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(performance.now() - began));
          port1.start();
          port2.postMessage(null);
        });
      }),
    [surface, html] as const,
  );
}

declare global {
  /** Makes the bare view anew; the bare page's own. */
  var openBare: () => void;
}
