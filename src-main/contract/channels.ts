/**
 * The names of all channels between the window and main. Kept free of schemas so that the
 * preload script, which needs only the names, stays small.
 */
export const channelNames = [
  'archive.status',
  'archive.retry',
  'archive.choose',
  'archive.create',
  'archive.open-sample',
  'archive.open-own',
  'archive.verify',
  'archive.backup',
  'archive.acknowledge-recovery',
  'wire.list',
  'dispatch.get',
  'dispatch.create',
  'dispatch.set-details',
  'dispatch.history',
  'dispatch.save-original',
  'draft.append',
  'draft.journal',
  'draft.checkpoint',
  'draft.discard',
  'draft.publish',
  'draft.set-facts',
  'draft.schedule',
  'draft.set-base',
  'draft.versions',
  'draft.restore',
  'take.set-stamp',
  'dispatch.set-embargo',
  'dispatch.release',
  'dispatch.export',
  'dispatch.print',
  'state.read',
  'schedule.missed',
  'note.create',
  'note.edit',
  'note.set-state',
  'note.reply',
  'search.query',
  'import.choose',
  'import.text',
  'import.paths',
  'import.cancel',
  'import.save-report',
  'preferences.get',
  'preferences.set',
  'window.flushed',
] as const;
export type ChannelName = (typeof channelNames)[number];

/** What main tells the window without being asked. */
export const eventNames = [
  'command',
  'flush',
  'dispatches-changed',
  'import-progress',
  'import-report',
  'preferences-changed',
  'schedule-missed',
] as const;
export type EventName = (typeof eventNames)[number];
