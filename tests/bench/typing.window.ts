import { _electron, expect, test, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { translator } from '../../src-renderer/ui/i18n/translate';
import { forget, launch, quit } from '../e2e/support/workstation';
import { newFolder, removeFolder } from './support/archive';
import { buildBareProseMirror } from './support/bare-prosemirror';
import { generateDispatches, generateLongRead, generateTyping } from './support/generate';
import { keyTimes, watchTyping, type KeyTime } from './support/key-times';
import { median, ms, p95, ratio } from './support/measure';
import { tell, type Row } from './support/report';
import { built, size } from './support/run';

const words = 5_000;
const rounds = size(3, 1);
const keys = size(100, 60);
/** From one key to the next, in ms: faster than people type. */
const pace = 53;
const editor = '.ProseMirror[role=textbox]:not([aria-readonly])';
const t = translator('fr');

/** An archive whose one dispatch has a draft of 5,000 words, made at the command line. */
function archiveWithDraft(folder: string): {
  readonly archive: string;
  readonly document: unknown;
} {
  const archive = path.join(folder, 'typing.writethru');
  const dispatch = path.join(folder, 'dispatch.txt');
  const longRead = path.join(folder, 'long-read.txt');
  writeFileSync(dispatch, generateDispatches(1)[0]?.text ?? '');
  writeFileSync(longRead, generateLongRead(words));
  const run = (...args: readonly string[]): unknown => {
    const all = [built.cli, ...args, '--archive', archive, '--json'];
    return JSON.parse(execFileSync(process.execPath, all, { stdio: 'pipe' }).toString());
  };
  type Imported = {
    readonly items: readonly [{ readonly outcome: { readonly dispatchId: string } }];
  };
  const { items } = run('import', dispatch) as Imported;
  const id = items[0].outcome.dispatchId;
  run('update', id, '--text', longRead);
  const shown = run('show', id) as { readonly draft: { readonly document: unknown } };
  return { archive, document: shown.draft.document };
}

/** Types into the middle of the document, through the browser's own input events. */
async function typeInTheMiddle(page: Page, round: number): Promise<readonly KeyTime[]> {
  await page.locator(`${editor} [data-block=paragraph]`).nth(100).waitFor();
  await page.evaluate((selector) => {
    const element = document.querySelector<HTMLElement>(selector);
    const paragraphs = [...(element?.querySelectorAll('[data-block=paragraph]') ?? [])];
    const middle = paragraphs[Math.floor(paragraphs.length / 2)];
    if (element === null || middle === undefined) throw new Error('No document to type in.');
    element.focus();
    middle.scrollIntoView({ block: 'center' });
    getSelection()?.selectAllChildren(middle);
    getSelection()?.collapseToEnd();
  }, editor);
  // A few keys that are not counted: the first ones compile what they run.
  await page.keyboard.type(' encore', { delay: pace });
  await watchTyping(page, editor);
  await page.keyboard.type(generateTyping(keys, round), { delay: pace });
  return keyTimes(page, keys);
}

async function typeInOurs(archivePath: string, round: number): Promise<readonly KeyTime[]> {
  const desk = await launch({ archivePath });
  try {
    await desk.page.getByRole('textbox', { name: t('take.editor') }).waitFor();
    const times = await typeInTheMiddle(desk.page, round);
    await expect(desk.page.getByRole('contentinfo')).toContainText(/Enregistré \d\d:\d\d:\d\d/);
    return times;
  } finally {
    await quit(desk);
    forget(desk.userData);
  }
}

async function typeInBare(folder: string, page: string, round: number) {
  const app = await _electron.launch({
    args: [
      path.join(import.meta.dirname, 'bare-electron'),
      `--page=${page}`,
      `--user-data-dir=${path.join(folder, 'bare')}`,
    ],
    colorScheme: null,
  });
  try {
    return await typeInTheMiddle(await app.firstWindow(), round);
  } finally {
    await app.close();
  }
}

function rows(ours: readonly KeyTime[], bare: readonly KeyTime[]): readonly Row[] {
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
        what: `${part}, ${figure}`,
        ours: ms(mine),
        reference: ms(theirs),
        ratio: ratio(mine, theirs),
      };
    }),
  );
}

// A trace takes a snapshot of the page at every action: it would be measured too.
test.use({ trace: 'off' });

test('typing', async () => {
  const folder = newFolder();
  try {
    const { archive, document } = archiveWithDraft(folder);
    const page = await buildBareProseMirror(folder, document);
    const ours: KeyTime[] = [];
    const bare: KeyTime[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(...(await typeInOurs(archive, round)));
      bare.push(...(await typeInBare(folder, page, round)));
    }
    tell('typing', {
      title: 'Typing',
      reference: 'bare ProseMirror',
      rows: rows(ours, bare),
      runs: `${ours.length} keys in each, ${pace} ms apart; windows of each, by turns: ${rounds}.`,
      how:
        'Keys pressed through the browser’s input in the middle of a draft of 5,000 words, with ' +
        'the journal writing to the archive meanwhile. From the time stamp the browser gave the ' +
        'key to the end of the frame after the text changed, seen by a message posted from that ' +
        'frame’s callback: it includes the wait for the next frame (16.7 ms at 60 Hz), which is ' +
        'why the page’s own work is told apart. The reference is a page with nothing but ' +
        'ProseMirror (state, view, base keys, undo) on the same document and schema.',
    });
  } finally {
    removeFolder(folder);
  }
});
