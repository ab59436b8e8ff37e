import { expect, test } from '@playwright/test';
import { translator } from '../../src-renderer/ui/i18n/translate';
import { resolveAnchor } from '../../src-main/domain/annotation/anchor';
import { forget, launch, quit, type Workstation } from '../e2e/support/workstation';
import { newFolder, removeFolder } from './support/archive';
import type { KeyTime } from './support/key-times';
import { median, ms, p95, ratio } from './support/measure';
import { anchorsOver, longDraft, withNotes } from './support/noted';
import { seeded } from './support/random';
import { tell, type Row } from './support/report';
import { size } from './support/run';
import { pace, typeInTheMiddle } from './support/surfaces';

const words = 20_000;
const rounds = size(2, 1);
const keys = size(80, 30);
const noted = [0, 500, 5_000] as const;
const editor = '.ProseMirror[role=textbox]:not([aria-readonly])';
const t = translator('fr');

async function inWindow<T>(
  archivePath: string,
  work: (desk: Workstation) => Promise<T>,
): Promise<T> {
  const desk = await launch({ archivePath });
  try {
    await desk.page.getByRole('textbox', { name: t('take.editor') }).waitFor();
    await desk.page.locator(`${editor} [data-block=paragraph]`).nth(200).waitFor();
    return await work(desk);
  } finally {
    await quit(desk);
    forget(desk.userData);
  }
}

/** From choosing the notes' tab to the frame in which cards stand beside their words, in ms. */
async function laidOut({ page }: Workstation): Promise<number> {
  await page.getByRole('tab', { name: t('margin.details') }).click();
  await expect(page.locator('[data-card]')).toHaveCount(0);
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const tab = [...document.querySelectorAll<HTMLElement>('[role=tab]')].find((one) =>
          one.textContent?.startsWith(name),
        );
        if (tab === undefined) {
          reject(new Error('No tab.'));
          return;
        }
        const began = performance.now();
        tab.click();
        const look = (): void => {
          const placed = [...document.querySelectorAll('[data-card]')].length > 0;
          if (!placed) {
            requestAnimationFrame(look);
            return;
          }
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(performance.now() - began));
          port1.start();
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      }),
    t('margin.notes'),
  );
}

/** The times between frames while the sheet is scrolled with its notes, in ms. */
async function scrolled({ page }: Workstation): Promise<readonly number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const sheet = document.querySelector('.ProseMirror')?.closest('[data-focus-target]');
        const times: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          times.push(now - last);
          last = now;
          sheet?.scrollBy(0, 60);
          if (times.length < 180) requestAnimationFrame(step);
          else resolve(times.slice(2));
        };
        requestAnimationFrame(step);
      }),
  );
}

/** A text with one word in ten changed. */
function edited(text: string): string {
  const random = seeded(7);
  const vocabulary = text.split(/\s+/).filter((word) => /^\p{Ll}{4,}$/u.test(word));
  return text
    .split(/(\s+)/)
    .map((part) => (/\S/.test(part) && random.happens(0.1) ? random.pick(vocabulary) : part))
    .join('');
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

test.use({ trace: 'off' });

test('annotations', async () => {
  const folder = newFolder();
  try {
    const draft = longDraft(folder, words);
    const archives = noted.map((count) => withNotes(draft, count));
    const times: KeyTime[][] = noted.map(() => []);
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, archive] of archives.entries()) {
        times[at]?.push(
          ...(await inWindow(archive, ({ page }) => typeInTheMiddle(page, keys, round))),
        );
      }
    }
    const [opening, frames] = await inWindow(archives[1] ?? '', async (desk) => {
      const opened: number[] = [];
      for (let round = 0; round < size(10, 3); round += 1) opened.push(await laidOut(desk));
      return [opened, await scrolled(desk)] as const;
    });
    const anchors = anchorsOver(draft.text, 5_000);
    const after = edited(draft.text);
    const counts = { found: 0 };
    const again = Array.from({ length: size(10, 3) }, () =>
      timed(() => {
        counts.found = anchors.filter(
          (anchor) => resolveAnchor(after, anchor, draft.text).status !== 'orphaned',
        ).length;
      }),
    );
    const bare = (times[0] ?? []).map(({ work }) => work);
    const typing = noted.slice(1).flatMap((count, index): Row[] => {
      const mine = (times[index + 1] ?? []).map(({ work }) => work);
      return [
        {
          what: `a key in a draft of 20,000 words with ${count} notes, work of the page, p95`,
          ours: ms(p95(mine)),
          reference: `${ms(p95(bare))} (no notes)`,
          ratio: ratio(p95(mine), p95(bare)),
        },
      ];
    });
    tell('annotations', {
      title: 'Annotations',
      reference: 'reference or goal',
      rows: [
        ...typing,
        {
          what: `5,000 notes found again after a 10 % edit (${counts.found} found), median`,
          ours: ms(median(again)),
          reference: '300 ms (goal)',
          ratio: ratio(median(again), 300),
        },
        {
          what: 'margin of 500 notes opened and laid out, median',
          ours: ms(median(opening)),
          reference: '100 ms (goal)',
          ratio: ratio(median(opening), 100),
        },
        {
          what: 'between frames while scrolling with 500 notes, p95',
          ours: ms(p95(frames)),
          reference: '16.7 ms (60 Hz)',
          ratio: ratio(p95(frames), 16.7),
        },
      ],
      runs: `${times[0]?.length ?? 0} keys in each, ${pace} ms apart; windows of each, by turns: ${rounds}.`,
      how:
        'Keys pressed in the middle of a draft of 20,000 words with notes all over it, the margin ' +
        'open. Finding again is the domain’s algorithm as the archive’s threads run it, with the ' +
        'text the notes were made in at hand. Opening is from choosing the tab to the frame with ' +
        'the cards.',
    });
  } finally {
    removeFolder(folder);
  }
});
