/** Words of the archive’s own backups. */
export const backups = {
  'backups.title': 'Backups',
  'backups.list': 'Backups, newest first',
  'backups.explain':
    'While Writethru runs, the archive is backed up every hour in which something was written. Of each hour of the last day, each day of two weeks and each week of twelve, the newest is kept. Every backup is verified.',
  'backups.reading': 'Looking for backups…',
  'backups.none': 'There is no backup of this archive yet.',
  'backups.last': 'Last verified backup: {time}',
  'backups.failed':
    'The backup of {time} failed ({code}). Older backups are kept; the next is tried within the hour.',
  'backups.folder': 'Folder',
  'backups.reason.clock': 'by the clock',
  'backups.reason.asked': 'asked for',
  'backups.reason.migration': 'before the archive was brought to a new version',
  'backups.reason.restore': 'before a restore',
  'backups.now': 'Back up now',
  'backups.making': 'Backing up and verifying…',
  'backups.restore': 'Restore…',
  'backups.restore-to': 'Restore the archive as it was on {time}',
  'backups.restore-text':
    'The archive goes back to {time}. As it is now it is kept as a backup of its own: nothing written since is lost, and you can come back.',
  'backups.restore-confirm': 'Restore',
  'backups.restoring': 'The backup is being verified and put in place…',
} as const;
