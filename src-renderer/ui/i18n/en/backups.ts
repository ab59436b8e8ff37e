/** Words of the archive’s own backups. */
export const backups = {
  'safe.label': 'Window back without a dispatch',
  'safe.text':
    'The window stopped twice within a minute. It comes back without a dispatch: what was saved is in the wire. If one of them stops it again, export it without opening it.',
  'damage.label': 'Damage to the archive',
  'damage.text':
    'The verification of {time} found {count, plural, one {# problem} other {# problems}} in the archive.',
  'damage.see': 'See and mend…',
  'backups.second': 'Second folder',
  'backups.second-none': 'none; another disk outlives this one',
  'backups.second-choose': 'Keep elsewhere too…',
  'backups.second-stop': 'No longer keep elsewhere',
  'backups.second-failed':
    'The backup of {time} could not be kept in the second folder ({code}). The one in the first is not concerned.',
  'backups.verified': 'Last verification of the whole archive',
  'backups.never-verified': 'not yet; it is made by itself every week',
  'mend.begin': 'Mend the archive…',
  'mend.label': 'Mending the archive',
  'mend.explain':
    'The damaged archive is kept as it lies. In its place comes the newest backup that verifies, with every newer take whose hash fits, and with the drafts and notes that can be read. What cannot be saved is told to you, with its words.',
  'mend.confirm': 'Mend',
  'mend.busy': 'Reading, checking, putting together…',
  'mend.done':
    'The archive was mended: {dispatches, plural, one {# dispatch} other {# dispatches}}, {takes, plural, one {# take} other {# takes}}. {lost, plural, =0 {No take was lost.} one {# entry of the record could not be saved.} other {# entries of the record could not be saved.}}',
  'mend.report': 'What was done',
  'mend.report-title': 'How the archive was mended',
  'mend.base':
    'Mended on the backup of {time}. {added, plural, =0 {The damaged archive had no newer take.} one {# newer take was taken over from the damaged archive.} other {# newer takes were taken over from the damaged archive.}} {drafts, plural, =0 {} one {# draft was taken over.} other {# drafts were taken over.}}',
  'mend.no-base':
    'There was no backup that verified: everything comes from the damaged archive itself.',
  'mend.others':
    '{drafts, plural, =0 {No draft was lost.} one {# draft could not be read.} other {# drafts could not be read.}} {originals, plural, =0 {} one {# original file is no longer as it came in and was left out.} other {# original files are no longer as they came in and were left out.}}',
  'mend.torn': 'Not every row could be read of: {tables}.',
  'mend.lost': 'Could not be saved as what they were recorded as',
  'mend.words': 'Their words, as far as they can be read; nobody can vouch for them',
  'mend.kept': 'The damaged archive, as it lies',
  'verify.rebuild-index': 'Rebuild the index',
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
