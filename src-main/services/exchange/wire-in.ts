import { stat } from 'node:fs/promises';
import type { WireIn } from '../../contract/deliveries';
import type { AppError } from '../../contract/errors';
import type { ImportReport } from '../../contract/models';
import { ok, type Result } from '../../domain/result';
import type { ServiceContext } from '../context';
import type { ImportService } from './import';
import { readBeforeOf } from './read-before';
import { watchFolder, type WatchedFolder } from './watch';

/** Files that were refused are told so many at most, the newest. */
const mostRefused = 50;
/** A folder that is not there, a share that was cut off: so often it is looked for, ms. */
const lookAgain = 5_000;

/** The folder the wire comes in by, watched for as long as the workstation has the archive open. */
export class WireInService {
  private watched: { readonly path: string; readonly folder: WatchedFolder } | undefined;
  private state: WireIn['state'] = 'off';
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();
  private listener: () => void = () => undefined;
  private refused: WireIn['refused'] = [];
  private arrived = 0;
  private refusedCount = 0;
  private lastAt: number | null = null;

  constructor(
    private readonly context: ServiceContext,
    private readonly imports: ImportService,
  ) {}

  /** Whom to tell that something came in, or that the folder is there or not. */
  tells(listener: () => void): void {
    this.listener = listener;
  }

  /** Watches any folder, for the command line. */
  watch(path: string, tell: (report: ImportReport) => void): WatchedFolder {
    return watchFolder(path, this.imports, tell, readBeforeOf(this.context, path));
  }

  /** Watches what the archive says, from now on; a folder that is not there is looked for again. */
  follow(): Promise<void> {
    return this.inTurn(() => this.look());
  }

  /** Stops watching; what is being read is finished first. */
  stop(): Promise<void> {
    return this.inTurn(() => this.leave());
  }

  /** Beginnings and ends, one after the other. */
  private inTurn(step: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(step);
    return this.turn;
  }

  private async look(): Promise<void> {
    const { archive } = this.context;
    clearTimeout(this.timer);
    const chosen = await archive.read('readWireIn', {});
    const folder = chosen.ok ? chosen.value : null;
    if (folder === null || !folder.active || archive.access.is !== 'write') {
      await this.leave();
      if (folder?.active === true) this.state = 'paused';
      return;
    }
    const { path } = folder;
    const before = this.state;
    const isThere = await isFolder(path);
    if (this.watched !== undefined && (this.watched.path !== path || !isThere)) await this.leave();
    if (isThere && this.watched === undefined) {
      this.watched = { path, folder: this.watch(path, this.tellOf) };
    }
    this.state = isThere ? 'watching' : 'missing';
    if (before !== this.state) this.listener();
    this.timer = setTimeout(() => void this.follow(), lookAgain);
    this.timer.unref();
  }

  private async leave(): Promise<void> {
    clearTimeout(this.timer);
    const before = this.watched;
    this.watched = undefined;
    this.state = 'off';
    await before?.folder.stop();
  }

  /** The folder, and what came of it since the archive was opened. */
  async status(): Promise<Result<WireIn, AppError>> {
    const chosen = await this.context.archive.read('readWireIn', {});
    if (!chosen.ok) return chosen;
    const { path = null, active = false } = chosen.value ?? {};
    const { state, arrived, refusedCount, lastAt, refused } = this;
    return ok({ path, active, state, arrived, refusedCount, lastAt, refused });
  }

  private readonly tellOf = (report: ImportReport): void => {
    const came = report.added + report.updated;
    this.arrived += came;
    this.refusedCount += report.refused;
    if (came > 0) this.lastAt = this.context.now();
    const fresh = report.items.filter(({ outcome }) => outcome.is === 'refused').toReversed();
    this.refused = [...fresh, ...this.refused].slice(0, mostRefused);
    this.listener();
  };
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
}
