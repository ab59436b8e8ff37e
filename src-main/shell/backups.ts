import { powerMonitor } from 'electron';
import type { Workspace } from '../services/workspace';
import { tellAll } from './events';
import type { Log } from './log';

/** How often it is looked whether a backup is due, in ms. */
const looking = 5 * 60_000;
/** The first look after the start: not while the window is being drawn. */
const settled = 30_000;

/** Has the archive backed up by the clock, as long as the workstation runs. */
export function startBackups(workspace: () => Workspace, log: Log): void {
  let busy = false;
  const look = async (): Promise<void> => {
    const current = workspace();
    // Whoever only reads leaves it to whoever writes.
    if (busy || current.state !== 'open' || current.archive.access.is !== 'write') return;
    busy = true;
    const made = await current.services.backups.tick();
    busy = false;
    if (!made.ok) log('backup-failed', { code: made.error.code });
    if (!made.ok || made.value.made) tellAll('backups-changed', {});
  };
  setTimeout(() => void look(), settled).unref();
  setInterval(() => void look(), looking).unref();
  powerMonitor.on('resume', () => void look());
}
