import { test } from '@playwright/test';
import Database from 'better-sqlite3';
import path from 'node:path';
import { createDesk, importAll, newFolder, removeFolder, writeDispatches } from './support/archive';
import { generateDispatches, type GeneratedDispatch } from './support/generate';
import { median, ratio } from './support/measure';
import { tell, type Row } from './support/report';
import { size } from './support/run';

const count = size(2_000, 200);
const rounds = size(3, 1);
/** As many as the import puts in one transaction (services/exchange/import.ts). */
const batchSize = 32;

/** Dispatches per second into a new archive, through its threads. */
async function importRate(folder: string, files: string, round: number): Promise<number> {
  const desk = await createDesk(path.join(folder, `desk-${round}.writethru`));
  const began = performance.now();
  await importAll(desk, files);
  const rate = (count * 1_000) / (performance.now() - began);
  await desk.archive.close();
  return rate;
}

/** Rows per second when the same bytes are inserted, so many in each durable transaction. */
function insertRate(file: string, dispatches: readonly GeneratedDispatch[], batch: number): number {
  const db = new Database(file);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.exec('CREATE TABLE original (name TEXT, bytes BLOB)');
    const insert = db.prepare('INSERT INTO original VALUES (?, ?)');
    const rows = dispatches.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
    const insertAll = db.transaction((part: typeof rows) => {
      for (const { name, bytes } of part) insert.run(name, bytes);
    });
    const began = performance.now();
    for (let at = 0; at < rows.length; at += batch) insertAll(rows.slice(at, at + batch));
    return (rows.length * 1_000) / (performance.now() - began);
  } finally {
    db.close();
  }
}

function row(what: string, ours: number, reference: number): Row {
  const perSecond = (rate: number): string => `${Math.round(rate)} per second`;
  return {
    what,
    ours: perSecond(ours),
    reference: perSecond(reference),
    ratio: ratio(ours, reference),
  };
}

test('import', async () => {
  const folder = newFolder();
  try {
    const dispatches = generateDispatches(count);
    const files = writeDispatches(folder, dispatches);
    const ours: number[] = [];
    const single: number[] = [];
    const batched: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const plain = (name: string) => path.join(folder, `${name}-${round}.sqlite`);
      ours.push(await importRate(folder, files, round));
      single.push(insertRate(plain('single'), dispatches, 1));
      batched.push(insertRate(plain('batched'), dispatches, batchSize));
    }
    tell('import', {
      title: 'Import',
      reference: 'rows by better-sqlite3',
      rows: [
        row('imported, to rows one a transaction, median', median(ours), median(single)),
        row(`imported, to rows ${batchSize} a transaction, median`, median(ours), median(batched)),
        row('slowest round, to rows one a transaction', Math.min(...ours), Math.min(...single)),
      ],
      runs: `Rounds: ${rounds}, each of ${count} generated dispatches into a new archive.`,
      how:
        'Files of a folder read, decoded, parsed and imported by the services through the ' +
        'archive’s own threads, with their originals, takes, hashes, search index and rows of the ' +
        `wire; the services put up to ${batchSize} in each durable transaction. The references ` +
        'insert the same bytes as bare rows with `synchronous=FULL`, in this process. More is ' +
        'better.',
    });
  } finally {
    removeFolder(folder);
  }
});
