import { all, connectionOf, first, run, type ReadableDb, type WritableDb } from '../database';
import { newestTouch } from './columns';
import { buildIndex, isBuilding } from './progress';
import { settleTerms } from './terms';

/** Pages (16 KiB) merged at a time: a few ms, so that nobody waits for it. */
const pagesAtOnce = 16;
/** Pages merged at a time between many writes that leave no pause. */
const pagesBetween = 512;
/** Writes to the index without a pause after which it is merged between them. */
const mostWithoutPause = 24;
/** Terms whose uses are written at a time then. */
const termsBetween = 20_000;
/**
 * Segments beside the largest that are left as they are, and their part of it from which all are
 * made one: each segment is looked at for each term, and 24 of them made every search of 100,000
 * dispatches five times slower. A tenth keeps what is written over the years to ten times the index.
 */
const mostBeside = 4;
const mostPart = 0.1;
/**
 * Segments of like size that are merged: with FTS5's own 4 up to three of each size would stay,
 * which makes little work for pauses and much for searches.
 */
const mergedAtOnce = 2;
/** Merges between two copyings of the write-ahead log, which would grow by the whole index. */
const mergesPerCopy = 16;
/** How long building the index may take at a time (ms), and the pauses between. */
const buildingTime = 20;
const pause = 4;

/**
 * What the writer's thread does for the index when it has nothing else to do: it builds an index
 * that is not whole, writes how often terms are used, merges the segments that every transaction
 * leaves, and copies the write-ahead log back. Never within a transaction of somebody's: with FTS5's own merging one update of a
 * million took 39.6 s.
 */
export function createUpkeep(db: WritableDb) {
  let merged = -1;
  let merges = 0;
  let sincePause = 0;
  return {
    /** After every task: merges where writes leave no pause for it. */
    afterTask(): void {
      sincePause += 1;
      if (sincePause < mostWithoutPause) return;
      sincePause = 0;
      if (touchedNow(db) !== merged) merge(db, pagesBetween);
      settleTerms(db, termsBetween);
    },
    /** Before the connection is closed: writes what waited for a pause. */
    atEnd(): void {
      try {
        settleTerms(db, Infinity);
      } catch {
        // A full disk: what waited only orders what is found.
      }
    },
    /**
     * In a pause: does a little.
     *
     * @returns after how many ms it wants to go on; null when there is nothing left to do
     */
    inPause(): number | null {
      sincePause = 0;
      try {
        if (isBuilding(db)) {
          buildIndex(db, { time: buildingTime });
          return pause;
        }
        if (settleTerms(db)) return pause;
        const touched = touchedNow(db);
        if (touched === merged) return null;
        configureMerging(db);
        if (merge(db, pagesAtOnce) || (isScattered(db) && merge(db, -pagesAtOnce))) {
          merges += 1;
          if (merges % mergesPerCopy === 0) copyLog(db);
          return pause;
        }
        merged = touched;
        copyLog(db);
        return null;
      } catch {
        // A full disk or a damaged index is said to whoever writes or searches next.
        return null;
      }
    },
  };
}

function touchedNow(db: WritableDb): number {
  try {
    return newestTouch(db);
  } catch {
    return -1;
  }
}

function copyLog(db: WritableDb): void {
  connectionOf(db).pragma('wal_checkpoint(PASSIVE)');
}

/** Kept with the index: one just built lacks it, and so do those of before. */
function configureMerging(db: WritableDb): void {
  if (first(db, `SELECT 1 FROM search_index_config WHERE k = 'usermerge'`) !== undefined) return;
  run(db, `INSERT INTO search_index (search_index, rank) VALUES ('usermerge', :least)`, {
    least: BigInt(mergedAtOnce),
  });
}

/** Pages of each segment of the index, the largest first. */
export function segmentPages(db: ReadableDb): readonly number[] {
  return all<{ pages: number }>(
    db,
    'SELECT count(*) AS pages FROM search_index_idx GROUP BY segid ORDER BY pages DESC',
  ).map(({ pages }) => pages);
}

/** Whether so much stands beside the largest segment that searches would gain by merging all. */
export function isScattered(db: ReadableDb): boolean {
  const [largest = 0, ...beside] = segmentPages(db);
  const pages = beside.reduce((sum, each) => sum + each, 0);
  return beside.length > mostBeside && pages > largest * mostPart;
}

/**
 * Merges so many pages; fewer than none: of all segments, to one in the end, which later calls go
 * on with. Whether there was anything to merge (FTS5 changes two rows then, at least).
 */
function merge(db: WritableDb, pages: number): boolean {
  const before = changes(db);
  run(db, `INSERT INTO search_index (search_index, rank) VALUES ('merge', :pages)`, {
    pages: BigInt(pages),
  });
  return changes(db) - before >= 2;
}

function changes(db: WritableDb): number {
  return first<{ n: number }>(db, 'SELECT total_changes() AS n')?.n ?? 0;
}
