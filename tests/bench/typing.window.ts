import { test } from '@playwright/test';
import { newFolder, removeFolder } from './support/archive';
import { buildBareProseMirror } from './support/bare-prosemirror';
import { archiveWithDraft } from './support/drafts';
import { generateLongRead } from './support/generate';
import type { KeyTime } from './support/key-times';
import { tell } from './support/report';
import { size } from './support/run';
import { inBare, inOurs, keyRows, pace, typeInTheMiddle } from './support/surfaces';

const words = 5_000;
const rounds = size(3, 1);
const keys = size(100, 60);

// A trace takes a snapshot of the page at every action: it would be measured too.
test.use({ trace: 'off' });

test('typing', async () => {
  const folder = newFolder();
  try {
    const { archive, document } = archiveWithDraft(folder, generateLongRead(words));
    const page = await buildBareProseMirror(folder, document);
    const ours: KeyTime[] = [];
    const bare: KeyTime[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(...(await inOurs(archive, (shown) => typeInTheMiddle(shown, keys, round))));
      bare.push(...(await inBare(folder, page, (shown) => typeInTheMiddle(shown, keys, round))));
    }
    tell('typing', {
      title: 'Typing',
      reference: 'bare ProseMirror',
      rows: keyRows('', ours, bare),
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
