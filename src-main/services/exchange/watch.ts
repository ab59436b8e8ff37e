import { watch } from 'chokidar';
import { open } from 'node:fs/promises';
import { basename, relative, sep } from 'node:path';
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

/** What was read of a folder before, so that nothing is read twice; paths are relative to it. */
export type ReadBefore = {
  /** Every file that was read, with its mark. */
  readonly known: () => Promise<ReadonlyMap<string, string>>;
  readonly keep: (
    files: readonly { readonly path: string; readonly mark: string }[],
  ) => Promise<void>;
};

/** A file is whole when its size has not changed for so long, ms. */
const settled = 900;
/** Files that come together are imported together: so long is waited for the next, ms. */
const gathering = 100;
/** A file that changed a shorter time ago than this, ms, may not be whole, whatever its size. */
const justChanged = settled / 2;
/** How long is waited for a file that its writer still has, ms, and how often. */
const busyWait = 1_000;
const busyTries = 60;
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
  before: ReadBefore,
): WatchedFolder {
  const arrivals = new Arrivals(folder, imports, told, before);
  const watcher = watch(folder, {
    awaitWriteFinish: { stabilityThreshold: settled, pollInterval: 100 },
    followSymlinks: false,
    // A share of another machine does not tell of its changes.
    usePolling: folder.startsWith('\\\\'),
    interval: 500,
    ignored: (path) => path !== folder && unfinished.test(basename(path)),
  });
  watcher.on('add', arrivals.arrived);
  watcher.on('change', arrivals.arrived);
  // A folder inside that may not be read is no reason to stop watching the rest.
  watcher.on('error', () => undefined);
  return {
    ready: new Promise((resolve) => void watcher.once('ready', () => resolve())),
    stop: async () => {
      await watcher.close();
      await arrivals.finish();
    },
  };
}

/** The files that arrived and are yet to be read. */
class Arrivals {
  private readonly waiting = new Set<string>();
  private readonly busy = new Map<string, number>();
  private seen: Map<string, string> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly folder: string,
    private readonly imports: ImportService,
    private readonly told: (report: ImportReport) => void,
    private readonly before: ReadBefore,
  ) {}

  readonly arrived = (path: string): void => {
    this.waiting.add(path);
    this.readIn(gathering);
  };

  async finish(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.working.then(this.read);
  }

  private readIn(delay: number): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.working = this.working.then(this.read);
    }, delay);
  }

  private readonly read = async (): Promise<void> => {
    this.seen ??= new Map(await this.before.known());
    const fresh: { readonly full: string; readonly path: string; readonly mark: string }[] = [];
    for (const full of [...this.waiting].sort()) {
      this.waiting.delete(full);
      const mark = await markOf(full);
      if (mark === 'busy') this.tryLater(full);
      const path = relative(this.folder, full).replaceAll(sep, '/');
      if (mark === 'gone' || mark === 'busy' || this.seen.get(path) === mark) continue;
      fresh.push({ full, path, mark });
    }
    if (fresh.length === 0) return;
    const report = await this.imports.run(await sourcesOfPaths(fresh.map(({ full }) => full)));
    // What the archive itself could not take, for instance on a full disk, is read again.
    const kept = report.items.every(
      ({ outcome }) => outcome.is !== 'refused' || outcome.reason !== 'archive',
    );
    if (kept) {
      for (const { path, mark } of fresh) this.seen.set(path, mark);
      await this.before.keep(fresh.map(({ path, mark }) => ({ path, mark })));
    }
    this.told(report);
  };

  private tryLater(path: string): void {
    const tries = (this.busy.get(path) ?? 0) + 1;
    this.busy.set(path, tries);
    if (tries > busyTries) return;
    this.waiting.add(path);
    this.readIn(busyWait);
  }
}

/** What tells a file from what it was before: its size and its time of change. */
async function markOf(path: string): Promise<string> {
  try {
    // Opened, not only looked at: on Windows a file may be locked by whoever still writes it.
    const file = await open(path, 'r');
    try {
      const { size, mtimeMs } = await file.stat();
      // Those that are there at first come without having been waited for.
      const age = Date.now() - mtimeMs;
      return age >= 0 && age < justChanged ? 'busy' : `${size} ${mtimeMs}`;
    } finally {
      await file.close();
    }
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    return code === 'ENOENT' ? 'gone' : 'busy';
  }
}
