/** Words of the help, the tour and the licences. */
export const help = {
  'help.title': 'Writethru Help',
  'help.search': 'Search the help',
  'help.list': 'Pages of the help',
  'help.none': 'No page has these words.',
  'tour.take': 'Take the tour',
  'tour.step': '{step, number} of {steps, number}',
  'tour.next': 'Next',
  'tour.back': 'Back',
  'tour.leave': 'Leave the tour',
  'tour.done': 'Done',
  'tour.wire.title': 'The wire',
  'tour.wire.text':
    'Everything the desk has written and received, newest first. The views above it show drafts, what is published, what is under embargo and which questions wait for an answer.',
  'tour.writing.title': 'The sheet',
  'tour.writing.text':
    '[[dispatch.new]] begins a dispatch. A story is told in takes: [[draft.append-update]] appends an update to what is published. There is no saving: the status bar says when the disk has what you typed.',
  'tour.publishing.title': 'Checks, then publishing',
  'tour.publishing.text':
    'The tab **Checks** says what stands between a draft and publishing. [[draft.publish]] shows exactly what will go out. Published takes never change; [[dispatch.something-wrong]] leads to a correction or a kill.',
  'tour.notes.title': 'The margin',
  'tour.notes.text':
    'Select words and press [[note.add]]: the note follows them through every change. Details, History and Checks stand beside the notes.',
  'tour.search.title': 'Search',
  'tour.search.text':
    '[[search.archive]] searches every word as you type, without regard to accents and endings. [[dispatch.open-quickly]] opens a dispatch by its headline, [[app.palette]] finds every command.',
  'tour.safety.title': 'Kept',
  'tour.safety.text':
    'Everything stays on this machine, in one file. Verified backups are made by themselves: [[archive.backups]]. [[help.open]] opens the help; this tour can be taken again from there.',
  'licences.title': 'Licences',
  'licences.search': 'Search the packages',
  'licences.list': 'Packages',
  'licences.none': 'No package has these words.',
  'licences.engine': 'Electron {electron} · Chromium {chromium} · Node {node}',
  'licences.open-engine': 'Licences of Chromium…',
  'licences.facts': 'Version {version} · {licence}',
  'licences.no-text': 'The package brings no text of its licence. It names {licence}.',
  'error.not-found.licences':
    'The licences of Electron and Chromium are not beside the program. They are part of every installed package.',
} as const;
