import { test } from '@playwright/test';
import Database from 'better-sqlite3';
import path from 'node:path';
import { createDesk, importAll, newFolder, removeFolder, writeDispatches } from './support/archive';
import { generateDispatches, type GeneratedDispatch } from './support/generate';
import { median, ratio } from './support/measure';
import { tell } from './support/report';
import { size } from './support/run';

const count = size(2_000, 200);
const rounds = size(3, 1);

/** Dispatches per second into a new archive, through its threads. */
async function importRate(folder: string, files: string, round: number): Promise<number> {
  const desk = await createDesk(path.join(folder, `desk-${round}.writethru`));
  const began = performance.now();
  await importAll(desk, files);
  const rate = (count * 1_000) / (performance.now() - began);
  await desk.archive.close();
  return rate;
}

/** Rows per second when the same bytes are inserted, one durable transaction each. */
function insertRate(
  folder: string,
  dispatches: readonly GeneratedDispatch[],
  round: number,
): number {
  const db = new Database(path.join(folder, `plain-${round}.sqlite`));
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.exec('CREATE TABLE original (name TEXT, bytes BLOB)');
    const insert = db.prepare('INSERT INTO original VALUES (?, ?)');
    const rows = dispatches.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
    const began = performance.now();
    for (const { name, bytes } of rows) insert.run(name, bytes);
    return (rows.length * 1_000) / (performance.now() - began);
  } finally {
    db.close();
  }
}

test('import', async () => {
  const folder = newFolder();
  try {
    const dispatches = generateDispatches(count);
    const files = writeDispatches(folder, dispatches);
    const ours: number[] = [];
    const plain: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await importRate(folder, files, round));
      plain.push(insertRate(folder, dispatches, round));
    }
    const perSecond = (rate: number): string => `${Math.round(rate)} per second`;
    tell('import', {
      title: 'Import',
      reference: 'rows by better-sqlite3',
      rows: [
        {
          what: 'dispatches imported, median',
          ours: perSecond(median(ours)),
          reference: perSecond(median(plain)),
          ratio: ratio(median(ours), median(plain)),
        },
        {
          what: 'slowest round',
          ours: perSecond(Math.min(...ours)),
          reference: perSecond(Math.min(...plain)),
          ratio: ratio(Math.min(...ours), Math.min(...plain)),
        },
      ],
      runs: `${rounds} rounds of ${count} generated dispatches, each into a new archive.`,
      how:
        'Files of a folder read, decoded, parsed and imported by the services through the ' +
        'archive’s own threads: each in one durable transaction with its original, takes, hashes, ' +
        'search index and row of the wire. The reference inserts the same bytes as bare rows, one ' +
        'transaction each with `synchronous=FULL`, in this process. More is better.',
    });
  } finally {
    removeFolder(folder);
  }
});
