import type { Page } from '@playwright/test';

/** One key: until the frame it led to was painted, and what of that was work, in ms. */
export type KeyTime = { readonly toPaint: number; readonly work: number };

declare global {
  /** The keys measured so far in this page. */
  var keyTimes: KeyTime[];
}

/**
 * Measures keys typed into an editor, in its page. A key begins at the time stamp the browser's
 * process gave the event. It is painted once the frame after the text's change is: a message posted
 * in that frame's callback arrives when style, layout and painting are done. Work is what the
 * page's thread did for it: from the key's first listener to the change, and the frame itself.
 */
export async function watchTyping(page: Page, editor: string): Promise<void> {
  await page.evaluate((selector) => {
    globalThis.keyTimes = [];
    let pressed: { readonly at: number; readonly heard: number } | null = null;
    const listen = (event: KeyboardEvent): void => {
      pressed = { at: event.timeStamp, heard: performance.now() };
    };
    const changed = (): void => {
      if (pressed === null) return;
      const { at, heard } = pressed;
      pressed = null;
      const handled = performance.now() - heard;
      requestAnimationFrame(() => {
        const frame = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          const painted = performance.now();
          globalThis.keyTimes.push({ toPaint: painted - at, work: handled + painted - frame });
        });
        port1.start();
        port2.postMessage(null);
      });
    };
    addEventListener('keydown', listen, { capture: true });
    const element = document.querySelector(selector);
    if (element === null) throw new Error(`No ${selector} here.`);
    const what = { subtree: true, childList: true, characterData: true };
    new MutationObserver(changed).observe(element, what);
  }, editor);
}

/**
 * Measures keys typed into the search field. A key is painted with the first frame in which the
 * results are those of the text then in the field: the pane says it is busy until the answer to the
 * newest text is there, and keeps the older answer meanwhile. Work is that frame's.
 */
export async function watchSearching(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.keyTimes = [];
    const settled = (): boolean =>
      document.querySelector('[data-pane=wire] [aria-busy=false]') !== null;
    const listen = (event: KeyboardEvent): void => {
      if (event.key.length > 1 || event.ctrlKey) return;
      const at = event.timeStamp;
      const look = (): void => {
        if (!settled()) {
          requestAnimationFrame(look);
          return;
        }
        const frame = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          const painted = performance.now();
          globalThis.keyTimes.push({ toPaint: painted - at, work: painted - frame });
        });
        port1.start();
        port2.postMessage(null);
      };
      // By the time of a frame the field's own listeners have run, and the pane is busy.
      const { target } = event;
      target?.addEventListener('input', () => requestAnimationFrame(look), { once: true });
    };
    addEventListener('keydown', listen, { capture: true });
  });
}

/** Waits until so many keys were measured, and gives them. */
export async function keyTimes(page: Page, count: number): Promise<readonly KeyTime[]> {
  await page.waitForFunction((least) => globalThis.keyTimes.length >= least, count);
  return page.evaluate(() => globalThis.keyTimes);
}
