import { powerMonitor } from 'electron';
import type { Log } from '../contract/log';
import type { Workspace } from '../services/workspace';
import { tellAll } from './events';

/** How often it is looked whether something is due, in ms. */
const looking = 5 * 60_000;
/** The first look after the start: not while the window is being drawn. */
const settled = 30_000;

/**
 * Has the archive backed up every hour and verified every week, discarded drafts let go in time, and
 * pictures dropped that nothing has referred to for a month, as long as the workstation runs.
 */
export function startUpkeep(workspace: () => Workspace, log: Log): void {
  let busy = false;
  const look = async (): Promise<void> => {
    const current = workspace();
    // Whoever only reads leaves it to whoever writes.
    if (busy || current.state !== 'open' || current.archive.access.is !== 'write') return;
    busy = true;
    await backUp(current, log);
    await verify(current, log);
    await letGo(current, log);
    await dropUnusedPictures(current, log);
    busy = false;
  };
  setTimeout(() => void look(), settled).unref();
  setInterval(() => void look(), looking).unref();
  powerMonitor.on('resume', () => void look());
}

type OpenWorkspace = Extract<Workspace, { state: 'open' }>;

async function backUp({ services }: OpenWorkspace, log: Log): Promise<void> {
  const made = await services.backups.tick();
  if (!made.ok) log('backup-failed', { code: made.error.code });
  if (!made.ok || made.value.made) tellAll('backups-changed', {});
}

async function dropUnusedPictures({ services }: OpenWorkspace, log: Log): Promise<void> {
  const dropped = await services.photos.dropUnused();
  if (dropped.ok && dropped.value > 0) {
    log('pictures-dropped', { pictures: dropped.value });
  }
}

async function verify({ services }: OpenWorkspace, log: Log): Promise<void> {
  const verified = await services.care.verifyWhenDue();
  if (!verified.ok) log('verification-failed', { code: verified.error.code });
  else if (verified.value !== null) {
    log('verified', { problems: verified.value.problems.length });
    tellAll('archive-verified', {});
  }
}

async function letGo({ services }: OpenWorkspace, log: Log): Promise<void> {
  const dropped = await services.drafts.dropDiscarded();
  if (!dropped.ok) log('dropping-drafts-failed', { code: dropped.error.code });
  else if (dropped.value > 0) log('drafts-dropped', { drafts: dropped.value });
}
