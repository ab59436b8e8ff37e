import { _electron, type Page } from '@playwright/test';
import path from 'node:path';
import { canonicalText } from '../../../src-main/domain/document/canonical-text';
import { parseDocument } from '../../../src-main/domain/document/node';
import { translator } from '../../../src-renderer/ui/i18n/translate';
import { forget, launch, quit } from '../../e2e/support/workstation';
import { importAll, newFolder, removeFolder, taken, writeDispatches } from './archive';
import { generateDispatches } from './generate';
import { longDispatch } from './long-record';
import { median, ms, p95, ratio } from './measure';
import type { Row } from './report';
import { size } from './run';

const rounds = size(8, 2);
const t = translator('fr');
const bareApp = path.join(import.meta.dirname, '..', 'bare-electron');

declare global {
  /** How long what was opened last in this page took to be painted, in ms; absent until then. */
  var opening: number | undefined;
}

/** How long a long dispatch takes from the click to its first frame, beside its text as plain HTML. */
export async function openingRows(): Promise<readonly Row[]> {
  const folder = newFolder();
  try {
    const file = path.join(folder, 'opening.writethru');
    const paragraphs = await archiveWithLongDispatch(folder, file);
    const [ours, bare]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await opened(file));
      bare.push(await paintedBare(folder, paragraphs));
    }
    const row = (name: string, figure: (times: readonly number[]) => number): Row => ({
      what: `open the long dispatch, from the click to its first frame, ${name}`,
      ours: ms(figure(ours)),
      reference: `${ms(figure(bare))} (its text as plain HTML)`,
      ratio: ratio(figure(ours), figure(bare)),
    });
    return [row('median', median), row('p95', p95)];
  } finally {
    removeFolder(folder);
  }
}

/** What is to be said of these figures. */
export const openingHow =
  'Opening: windows started anew, another dispatch on the sheet, a click on the long one’s row of ' +
  'the wire, until the end of the first frame that shows its takes. The reference puts the same ' +
  'paragraphs into a bare Electron window as plain HTML, until the end of the frame after.';

/** An archive with the long dispatch and a newer one; gives the long one's paragraphs. */
async function archiveWithLongDispatch(folder: string, file: string): Promise<readonly string[]> {
  const { desk, dispatchId } = await longDispatch(file);
  try {
    await importAll(desk, writeDispatches(folder, generateDispatches(1)));
    const { takes } = taken(await desk.services.dispatches.get({ id: dispatchId }));
    return takes.flatMap(({ document }) => {
      const parsed = parseDocument(document);
      return parsed.ok ? canonicalText(parsed.value).split('\n') : [];
    });
  } finally {
    await desk.archive.close();
  }
}

/** One opening in a window of its own. */
async function opened(archivePath: string): Promise<number> {
  const desk = await launch({ archivePath });
  try {
    const { page } = desk;
    const rows = page.getByRole('listbox', { name: t('wire.list') }).getByRole('option');
    await page.getByRole('article').first().waitFor();
    await watchOpening(page);
    await rows.last().click();
    return await openingTime(page);
  } finally {
    await quit(desk);
    forget(desk.userData);
  }
}

/** Measures from the next click to the end of the first frame in which other takes are shown. */
async function watchOpening(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shown = (): string | undefined =>
      document.querySelector<HTMLElement>('[data-take]')?.dataset['take'];
    const before = shown();
    const begin = (event: Event): void => {
      const look = (): void => {
        if (shown() === undefined || shown() === before) {
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
  });
}

async function openingTime(page: Page): Promise<number> {
  await page.waitForFunction(() => globalThis.opening !== undefined);
  return page.evaluate(() => globalThis.opening ?? 0);
}

/** The same paragraphs put into a page without anything else. */
async function paintedBare(folder: string, paragraphs: readonly string[]): Promise<number> {
  const app = await _electron.launch({
    args: [bareApp, `--user-data-dir=${path.join(folder, 'bare')}`],
    colorScheme: null,
  });
  try {
    const page = await app.firstWindow();
    await page.locator('main').waitFor();
    await page.evaluate((texts) => {
      const began = performance.now();
      const main = document.querySelector('main');
      main?.replaceChildren(
        ...texts.map((text) => Object.assign(document.createElement('p'), { textContent: text })),
      );
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          globalThis.opening = performance.now() - began;
        });
        port1.start();
        port2.postMessage(null);
      });
    }, paragraphs);
    return await openingTime(page);
  } finally {
    await app.close();
  }
}
