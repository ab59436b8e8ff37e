import { watch } from 'chokidar';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportReport } from '../../contract/models';
import type { ImportService } from './import';
import { sourcesOfPaths } from './sources';

/** A folder that is being watched. */
export type WatchedFolder = {
  /** Resolves once everything that was there has been seen. */
  readonly ready: Promise<void>;
  /** Stops; what is being read is finished first. */
  readonly stop: () => Promise<void>;
};

/** A file is whole when its size has not changed for so long, ms. */
const settled = 400;
/** Files that come together are imported together: so long is waited for the next, ms. */
const gathering = 150;
/** What programs write before they give a file its name. */
const unfinished = /(?:^\.|~$|\.(?:tmp|part|partial|crdownload|filepart)$|\.writing-\d+$)/i;

/**
 * Imports the files of a folder as they arrive, at any depth, those that are there first. A file is
 * read when it has stopped growing, and again only when it changes; what the archive has already
 * changes nothing.
 */
export function watchFolder(
  folder: string,
  imports: ImportService,
  told: (report: ImportReport) => void,
): WatchedFolder {
  const waiting = new Set<string>();
  const seen = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  const work = async (): Promise<void> => {
    const fresh: string[] = [];
    for (const path of [...waiting].sort()) {
      const mark = await markOf(path);
      if (mark === null || seen.get(path) === mark) continue;
      seen.set(path, mark);
      fresh.push(path);
    }
    waiting.clear();
    if (fresh.length > 0) told(await imports.run(await sourcesOfPaths(fresh)));
  };
  const arrived = (path: string): void => {
    waiting.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => (working = working.then(work)), gathering);
  };
  const watcher = watch(folder, {
    awaitWriteFinish: { stabilityThreshold: settled, pollInterval: 100 },
    followSymlinks: false,
    ignored: (path) => path !== folder && unfinished.test(basename(path)),
  });
  watcher.on('add', arrived);
  watcher.on('change', arrived);
  return {
    ready: new Promise((resolve) => void watcher.once('ready', () => resolve())),
    stop: async () => {
      await watcher.close();
      clearTimeout(timer);
      await working.then(work);
    },
  };
}

/** What tells a file from what it was before; null where it is gone again. */
async function markOf(path: string): Promise<string | null> {
  try {
    const { size, mtimeMs } = await stat(path);
    return `${size} ${mtimeMs}`;
  } catch {
    return null;
  }
}
