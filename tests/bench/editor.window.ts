import { test } from '@playwright/test';
import { newFolder, removeFolder } from './support/archive';
import { buildBareProseMirror } from './support/bare-prosemirror';
import { archiveWithDraft } from './support/drafts';
import { generateLongRead } from './support/generate';
import type { KeyTime } from './support/key-times';
import { median, ms, p95, ratio } from './support/measure';
import { beginNewest, misspelled, openLong, paste, reopenBare, wordHtml } from './support/pages';
import { proseRows } from './support/prose';
import { tell, type Row } from './support/report';
import { size } from './support/run';
import { inBare, inOurs, keyRows, pace, typeInTheMiddle } from './support/surfaces';

const long = { words: size(30_000, 8_000), marks: size(2_000, 500) };
const longest = size(300_000, 30_000);
/** Windows, and keys in each; a bare surface of 300,000 words takes seconds for a few. */
const often = { rounds: size(2, 1), keys: size(100, 40) };
const seldom = { rounds: 1, keys: size(40, 20) };
const openings = size(5, 2);
const pasted = 1_000_000;

// A trace takes a snapshot of the page at every action: it would be measured too.
test.use({ trace: 'off' });

/** Keys in a draft of so many words, in ours and in a bare surface with as many marks. */
async function typingRows(
  folder: string,
  words: number,
  marks: number,
  { rounds, keys }: { readonly rounds: number; readonly keys: number },
): Promise<readonly Row[]> {
  const text = misspelled(generateLongRead(words), marks);
  const { archive, document } = archiveWithDraft(folder, text, `typing-${words}`);
  const page = await buildBareProseMirror(folder, document, marks);
  const [ours, bare]: [KeyTime[], KeyTime[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(
      ...(await inOurs(archive, async (shown) => {
        if (marks > 0)
          await shown
            .locator('.style-mark')
            .nth(marks - 1)
            .waitFor();
        return typeInTheMiddle(shown, keys, round);
      })),
    );
    bare.push(...(await inBare(folder, page, (shown) => typeInTheMiddle(shown, keys, round))));
  }
  const marked = marks === 0 ? '' : `, ${marks.toLocaleString('en')} words marked`;
  return keyRows(`${words.toLocaleString('en')} words${marked}: `, ours, bare);
}

/** From the click on a long draft's row, or the making of a bare view, to its first frame. */
async function openingRows(folder: string): Promise<readonly Row[]> {
  const { archive, document } = archiveWithDraft(folder, generateLongRead(long.words), 'opening');
  const page = await buildBareProseMirror(`${folder}/opening`, document);
  await inOurs(archive, beginNewest);
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < openings; round += 1) {
    ours.push(await inOurs(archive, openLong));
    bare.push(await inBare(folder, page, reopenBare));
  }
  return figures(`open a draft of ${long.words.toLocaleString('en')} words`, ours, bare);
}

/** A megabyte of a word processor's HTML into an empty draft, to the frame that shows it. */
async function pasteRows(folder: string): Promise<readonly Row[]> {
  const html = wordHtml(pasted);
  const { archive, document } = archiveWithDraft(folder, generateLongRead(200), 'paste');
  const page = await buildBareProseMirror(`${folder}/paste`, document);
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < openings; round += 1) {
    ours.push(
      await inOurs(archive, async (shown) => {
        await beginNewest(shown);
        return paste(shown, html);
      }),
    );
    bare.push(await inBare(folder, page, (shown) => paste(shown, html)));
  }
  return figures('paste 1 MB of HTML', ours, bare);
}

function figures(what: string, ours: readonly number[], bare: readonly number[]): readonly Row[] {
  const quantiles = [
    ['median', median],
    ['p95', p95],
  ] as const;
  return quantiles.map(([name, of]) => ({
    what: `${what}, ${name}`,
    ours: ms(of(ours)),
    reference: ms(of(bare)),
    ratio: ratio(of(ours), of(bare)),
  }));
}

test('editor', async () => {
  const folder = newFolder();
  try {
    const rows = [
      ...(await typingRows(folder, long.words, long.marks, often)),
      ...(await typingRows(folder, longest, 0, seldom)),
      ...(await openingRows(folder)),
      ...(await pasteRows(folder)),
      ...(await proseRows(long.words, longest)),
    ];
    tell('editor', {
      title: 'The editor',
      reference: 'bare ProseMirror, or as said',
      rows,
      runs: `${often.rounds * often.keys} keys in each (${seldom.keys} in the longest), ${pace} ms apart; ${openings} openings and pastes of each.`,
      how:
        'Keys as under Typing, all checks done and drawn; the bare surface has as many marks, which ' +
        'move with its text. Opening: from the click on the row of the wire, in a window started ' +
        'anew, to the end of the frame that shows the draft; the reference makes a bare view of the ' +
        'same document, without reading it from anywhere. Pasting: from the event to the end of the ' +
        'next frame. Spelling is the thread’s work, alone, on text it has not seen; the reference asks ' +
        'Hunspell of every run of letters and does nothing else. Setting typography right and finding ' +
        'are the editor’s own functions on a document; the references work on plain text.',
    });
  } finally {
    removeFolder(folder);
  }
});
