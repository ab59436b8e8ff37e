import { spawn, spawnSync } from 'node:child_process';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';
import { generated, type Corpus } from './corpus';

/** A way of searching to be compared with: what it took to fill, and how it is asked. */
export type Peer = {
  readonly name: string;
  /** ms until it could be asked. */
  readonly filledIn: number;
  /** Bytes on the disk, or of memory. */
  readonly size: number;
  readonly where: 'disk' | 'memory';
  /** The newest 50, or the best 50, for words (all of them) or a beginning; ms. */
  readonly ask: (query: PeerQuery) => Promise<number>;
  readonly close: () => void;
};

export type PeerQuery = {
  readonly terms: readonly string[];
  readonly phrase: boolean;
  readonly prefix: boolean;
  readonly sort: 'date' | 'relevance';
};

const shown = 50;

/** Texts of all dispatches, one after another. */
function* texts(corpus: Corpus, count: number): Generator<string> {
  for (let number = 0; number < count; number += 1) yield generated(corpus, number, count).text;
}

function* linesOf(corpus: Corpus, count: number): Generator<string> {
  for (const text of texts(corpus, count)) yield `${text.replaceAll(/[\t\n"]/g, ' ')}\n`;
}

/** The command line of SQLite with plain FTS5, as it is without any care; null where there is none. */
export async function sqliteCli(
  folder: string,
  corpus: Corpus,
  count: number,
): Promise<Peer | null> {
  if (spawnSync('sqlite3', ['--version']).status !== 0) return null;
  const file = path.join(folder, 'plain.sqlite');
  const rows = path.join(folder, 'plain.tsv');
  // Piece by piece: a million texts are more than a string can hold.
  await writeFile(rows, linesOf(corpus, count));
  const cli = spawn('sqlite3', ['-batch', file], { stdio: ['pipe', 'pipe', 'inherit'] });
  let wake: (() => void) | undefined;
  let output = '';
  cli.stdout.setEncoding('utf8').on('data', (piece: string) => {
    output += piece;
    if (output.endsWith('END\n')) wake?.();
  });
  const run = async (sql: string): Promise<number> => {
    output = '';
    const answered = new Promise<void>((resolve) => (wake = resolve));
    const began = performance.now();
    cli.stdin.write(`${sql}\n.print END\n`);
    await answered;
    return performance.now() - began;
  };
  await run(
    `PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;
     CREATE VIRTUAL TABLE plain USING fts5(text, tokenize='unicode61 remove_diacritics 2');`,
  );
  const filledIn = await run(`.mode tabs\n.import ${rows} plain\nPRAGMA wal_checkpoint(TRUNCATE);`);
  rmSync(rows);
  return {
    name: 'sqlite3 CLI, plain FTS5',
    filledIn,
    size: statSync(file).size,
    where: 'disk',
    ask: ({ terms, phrase, prefix, sort }) => {
      const words = phrase ? [`"${terms.join(' ')}"`] : terms.map((term) => `"${term}"`);
      const match = `${words.join(' ')}${prefix ? ' *' : ''}`.replaceAll("'", "''");
      const order = sort === 'date' ? 'rowid DESC' : 'rank';
      return run(
        `SELECT rowid FROM plain WHERE plain MATCH '${match}' ORDER BY ${order} LIMIT ${shown};`,
      );
    },
    close: () => cli.stdin.end('.quit\n'),
  };
}

/** MiniSearch, in memory. */
export function miniSearch(corpus: Corpus, count: number): Peer {
  const before = memory();
  const began = performance.now();
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  let id = 0;
  for (const text of texts(corpus, count)) index.add({ id: id++, text });
  const filledIn = performance.now() - began;
  return {
    name: 'MiniSearch',
    filledIn,
    size: memory() - before,
    where: 'memory',
    ask: ({ terms, prefix, sort }) => {
      const asked = performance.now();
      const found = index.search(terms.join(' '), { combineWith: 'AND', prefix });
      if (sort === 'date') found.sort((a, b) => Number(b.id) - Number(a.id));
      found.slice(0, shown);
      return Promise.resolve(performance.now() - asked);
    },
    close: () => undefined,
  };
}

/** FlexSearch, in memory. */
export function flexSearch(corpus: Corpus, count: number): Peer {
  const before = memory();
  const began = performance.now();
  const index = new FlexSearch.Index({ tokenize: 'strict' });
  let id = 0;
  for (const text of texts(corpus, count)) index.add(id++, text);
  const filledIn = performance.now() - began;
  return {
    name: 'FlexSearch',
    filledIn,
    size: memory() - before,
    where: 'memory',
    ask: ({ terms, sort }) => {
      const asked = performance.now();
      const limit = sort === 'date' ? count : shown;
      const found = index.search(terms.join(' '), { limit });
      if (sort === 'date') [...found].sort((a, b) => Number(b) - Number(a)).slice(0, shown);
      return Promise.resolve(performance.now() - asked);
    },
    close: () => undefined,
  };
}

/** ripgrep over one file a dispatch; null where it is not installed. */
export function ripgrep(folder: string, corpus: Corpus, count: number): Peer | null {
  if (spawnSync('rg', ['--version']).status !== 0) return null;
  const place = path.join(folder, 'texts');
  spawnSync('mkdir', ['-p', place]);
  const began = performance.now();
  let number = 0;
  let size = 0;
  for (const text of texts(corpus, count)) {
    writeFileSync(path.join(place, `${String(number).padStart(8, '0')}.txt`), text);
    size += Buffer.byteLength(text);
    number += 1;
  }
  const filledIn = performance.now() - began;
  return {
    name: 'ripgrep',
    filledIn,
    size,
    where: 'disk',
    ask: ({ terms, phrase, prefix }) => {
      const asked = performance.now();
      const pattern = phrase ? terms.join('\\W+') : (terms[0] ?? '');
      spawnSync('rg', ['-il', `\\b${pattern}${prefix ? '' : '\\b'}`, place], {
        maxBuffer: 1024 ** 3,
      });
      return Promise.resolve(performance.now() - asked);
    },
    close: () => undefined,
  };
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed + process.memoryUsage().external;
}
