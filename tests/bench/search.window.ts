import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import path from 'node:path';
import { translator } from '../../src-renderer/ui/i18n/translate';
import { forget, launch, press, quit } from '../e2e/support/workstation';
import {
  createDesk,
  importAll,
  newFolder,
  removeFolder,
  taken,
  writeDispatches,
} from './support/archive';
import { generateDispatches, type GeneratedDispatch } from './support/generate';
import { keyTimes, watchSearching, type KeyTime } from './support/key-times';
import { median, ms, p95, ratio } from './support/measure';
import { tell, type Row } from './support/report';
import { size } from './support/run';

const count = size(10_000, 1_000);
/** As many results as the window asks for. */
const shown = 50;
const t = translator('fr');

/** What people look for: common words and rare names, several words, a phrase, one left out. */
const queries = [
  'barrage valdane',
  'quotas de peche',
  'moira tenn',
  'harbour bridge talbrook',
  '"marche couvert"',
  'secouristes -tunnel',
  'telepherique kerguen',
  'night shifts',
  'delattaz',
].slice(0, size(9, 3));

/** Every text that is in the field while the queries are typed. */
const typed = queries.flatMap((query) =>
  Array.from(query, (_, index) => query.slice(0, index + 1)),
);

/** An archive of the dispatches, and how long it takes by itself for each text. */
async function archiveAlone(folder: string, dispatches: readonly GeneratedDispatch[]) {
  const file = path.join(folder, 'search.writethru');
  const desk = await createDesk(file);
  try {
    await importAll(desk, writeDispatches(folder, dispatches));
    const times: number[] = [];
    for (const text of typed) {
      const began = performance.now();
      taken(
        await desk.services.search.query({
          text,
          limit: shown,
          sort: 'date',
          after: null,
          asOf: null,
        }),
      );
      times.push(performance.now() - began);
    }
    return { file, times };
  } finally {
    await desk.archive.close();
  }
}

/** The same texts looked for with LIKE in a plain table: how many there are, and the newest. */
function plainLike(folder: string, dispatches: readonly GeneratedDispatch[]): readonly number[] {
  const db = new Database(path.join(folder, 'plain.sqlite'));
  try {
    db.exec('CREATE TABLE dispatch (body TEXT)');
    const insert = db.prepare('INSERT INTO dispatch VALUES (?)');
    db.transaction(() => dispatches.forEach(({ text }) => insert.run(text)))();
    return typed.map((text) => {
      const words = text.split(/[\s"-]+/).filter((word) => word !== '');
      const where = words.map(() => 'body LIKE ?').join(' AND ') || '0';
      const patterns = words.map((word) => `%${word}%`);
      const began = performance.now();
      db.prepare(`SELECT count(*) FROM dispatch WHERE ${where}`).get(patterns);
      db.prepare(
        `SELECT rowid, body FROM dispatch WHERE ${where} ORDER BY rowid DESC LIMIT ${shown}`,
      ).all(patterns);
      return performance.now() - began;
    });
  } finally {
    db.close();
  }
}

/** Types each query letter by letter into the window, the next once the results are painted. */
async function inTheWindow(archivePath: string): Promise<readonly KeyTime[]> {
  const desk = await launch({ archivePath });
  const { page } = desk;
  try {
    await page
      .getByRole('listbox', { name: t('wire.list') })
      .getByRole('option')
      .first()
      .waitFor();
    await press(desk, 'Ctrl+Shift+F');
    const field = page.getByRole('combobox', { name: t('search.field') });
    await expect(field).toBeFocused();
    await watchSearching(page);
    let keys = 0;
    for (const query of queries) {
      await page.keyboard.press('Control+A');
      for (const letter of query) {
        await page.keyboard.press(letter === ' ' ? 'Space' : letter);
        keys += 1;
        await keyTimes(page, keys);
      }
      await expect(field).toHaveValue(query);
    }
    return await keyTimes(page, keys);
  } finally {
    await quit(desk);
    forget(desk.userData);
  }
}

function rows(what: string, ours: readonly number[], plain: readonly number[]): readonly Row[] {
  const figures = [
    ['p50', median],
    ['p95', p95],
  ] as const;
  return figures.map(([name, figure]) => ({
    what: `${what}, ${name}`,
    ours: ms(figure(ours)),
    reference: ms(figure(plain)),
    ratio: ratio(figure(ours), figure(plain)),
  }));
}

// A trace takes a snapshot of the page at every action: it would be measured too.
test.use({ trace: 'off' });

test('search', async () => {
  const folder = newFolder();
  try {
    const dispatches = generateDispatches(count);
    const alone = await archiveAlone(folder, dispatches);
    const window = await inTheWindow(alone.file);
    const plain = plainLike(folder, dispatches);
    tell('search', {
      title: 'Search',
      reference: 'SQLite LIKE, without a window',
      rows: [
        ...rows(
          'key to results painted',
          window.map((time) => time.toPaint),
          plain,
        ),
        ...rows('answer of the archive', alone.times, plain),
      ],
      runs:
        `${typed.length} texts of ${queries.length} queries, in an archive of ` +
        `${dispatches.length} generated dispatches.`,
      how:
        'Queries typed letter by letter in the search field of the window, each next key after ' +
        'the results were painted: from the time stamp of the key to the end of the first frame ' +
        'whose results answer that very text. Beside it, the same texts asked of the archive’s ' +
        "threads without a window. The reference looks for the same words with `LIKE '%…%'` in " +
        'a plain table of the same texts, in process: their number and the newest 50. It ignores ' +
        'accents, endings, phrases and exclusions, and marks nothing.',
    });
  } finally {
    removeFolder(folder);
  }
});
