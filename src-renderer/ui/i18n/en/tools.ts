/** Words of import, preferences, shortcuts and the archive's own tasks. */
export const tools = {
  'import.drop.title': 'Drop to import',
  'import.drop.text':
    'Each file becomes a dispatch. What it says is kept byte for byte; files already here are not added twice.',
  'import.running': 'Importing',
  'import.progress': '{done, number} of {total, number}',
  'import.rate': '{rate, number} a second',
  'import.left': '{seconds, plural, one {# second left} other {# seconds left}}',
  'import.reading': 'Reading {name}',
  'import.cancelling': 'Stopping…',
  'import.report': 'Import report',
  'import.summary':
    '{added, plural, =0 {Nothing added} one {# dispatch added} other {# dispatches added}}{updated, plural, =0 {} one {, # with new takes} other {, # with new takes}}, {unchanged, plural, =0 {none already here} one {# already here} other {# already here}}, {refused, plural, =0 {none refused} one {# refused} other {# refused}}.',
  'import.cancelled': 'Stopped before the end. What was added stays.',
  'import.added':
    '{takes, plural, one {Added with # take} other {Added with # takes}} · {format} · {encoding}',
  'import.unchanged': 'Already in the archive; nothing was changed.',
  'import.refused.empty': 'Refused: the file is empty.',
  'import.refused.binary': 'Refused: this is not text ({detail}). The file was left where it is.',
  'import.refused.too-large': 'Refused: the file is too large ({size}). Split it and try again.',
  'import.refused.no-text': 'Refused: no words were found in it.',
  'import.refused.photo-without-words':
    'Refused: this photo says neither caption nor credit. Put it into a draft instead.',
  'import.refused.photo-broken': 'Refused: this photo is damaged or cut short. Have it sent again.',
  'import.refused.unreadable':
    'Refused: the file could not be read. Check that it still exists and may be opened.',
  'import.refused.archive': 'Refused by the archive: {detail}',
  'import.save': 'Save the report…',
  'import.saved': 'The report was saved as {path}.',
  'import.copy': 'Copy the report',
  'import.pasted-name': 'Pasted {time}',
  'import.paste.title': 'Import pasted text',
  'import.paste.label': 'Text of the dispatch',
  'import.paste.hint':
    'Paste the text as it came, with its “Published” lines. It is kept as it stands.',
  'import.paste.confirm': 'Import',
  'import.nothing': 'There is no text on the clipboard.',
  'repair.on-line': 'Line {line, number}: {sentence}',
  'repair.unknown': 'Repaired while reading: {code}.',
  'preferences.title': 'Preferences',
  'preferences.initials': 'Your initials',
  'preferences.initials-hint': 'They sign takes and notes. May stay empty.',
  'preferences.initials-placeholder': 'for instance ptur',
  'preferences.language': 'Language of the window',
  'preferences.language.system': 'System',
  'preferences.language.fr': 'Français',
  'preferences.language.en': 'English',
  'preferences.theme': 'Appearance',
  'preferences.theme.system': 'System',
  'preferences.theme.light': 'Newsprint',
  'preferences.theme.dark': 'Night desk',
  'preferences.typography': 'Typography as you type',
  'preferences.typography-hint':
    'Quotation marks, apostrophes, dashes and spaces fall into place as you type. Backspace takes the last change back.',
  'preferences.zone': 'Time zone of the desk',
  'preferences.zone-system': 'System ({zone})',
  'preferences.zone-hint': 'Takes are stamped in it. Instants are stored in UTC.',
  'preferences.version': 'Writethru {version}',
  'preferences.done': 'Done',
  'palette.title': 'Every command',
  'palette.label': 'Name of the command',
  'palette.none': 'No command has that name.',
  'quick.title': 'Open quickly',
  'quick.label': 'Slug or headline',
  'quick.none': 'No dispatch has these words in its slug or headline.',
  'shortcuts.title': 'Keyboard shortcuts',
  'shortcuts.in-search': 'In search',
  'shortcuts.next-passage': 'Next and previous passage',
  'shortcuts.back': 'Back to the wire',
  'verify.title': 'Verify the archive',
  'verify.running': 'Reading every revision and checking its hash. You can go on working.',
  'verify.whole':
    'The record is whole. {revisions, plural, one {# revision} other {# revisions}} of {dispatches, plural, one {# dispatch} other {# dispatches}} match their hashes.',
  'verify.problems':
    '{count, plural, one {# problem was found.} other {# problems were found.}} Nothing was changed.',
  'verify.problem': '{code}: {subject}',
  'verify.take': 'take {ordinal, number} of {slug}, “{headline}”',
  'verify.entry': 'entry {number, number} of {slug}, “{headline}”',
  'verify.problem.file-structure': 'The file’s structure is damaged: {subject}',
  'verify.problem.take-without-revision': 'A take has no revision: {subject}',
  'verify.problem.chain-broken': 'The chain of revisions is broken: {subject}',
  'verify.problem.take-altered': 'A published take is not as it was recorded: {subject}',
  'verify.problem.original-altered': 'An original file is not as it came in: {subject}',
  'verify.problem.picture-altered': 'A picture is not as it came in: {subject}',
  'verify.problem.picture-missing': 'A picture that a take shows is not there: {subject}',
  'verify.problem.stamp-differs':
    'The time supplied for a take is not the one of the record: {subject}',
  'verify.problem.embargo-differs':
    'The embargo of a dispatch is not the one of the record: {subject}',
  'verify.problem.takes-differ': 'The wire counts other takes than the record: {subject}',
  'verify.problem.reference-broken':
    'Rows refer to what is no longer there, in the table {subject}',
  'verify.problem.unreadable': 'Cannot be read: {subject}',
  'verify.problem.index-entry-missing':
    'The search index does not have {subject}. Rebuilding the index puts that right.',
  'verify.problem.index-entry-stray':
    'The search index has {subject}, which the archive has not. Rebuilding the index puts that right.',
  'verify.problem.index-words-differ':
    '“{subject}” does not stand where the search index says. Rebuilding the index puts that right.',
  'verify.problem.index-damaged':
    'The search index is damaged; the texts are not. Rebuilding the index puts that right.',
  'problem.retry': 'Try again',
  'problem.choose': 'Choose another archive…',
  'problem.create': 'Create a new archive…',
  'problem.sample': 'Open the sample archive',
  'problem.path': 'The file',
  'problem.archive-missing.title': 'The archive is not where it was',
  'problem.archive-missing.text':
    'No file was found at this place. It may have been moved, or its disk may not be connected. Nothing was created in its stead.',
  'problem.archive-damaged.title': 'The archive is damaged',
  'problem.archive-damaged.text':
    'The file does not hold together, so it was not opened for writing and nothing in it was changed. Open a backup, or try again if the disk had a fault.',
  'problem.archive-too-new.title': 'The archive is from a newer Writethru',
  'problem.archive-too-new.text':
    'This version does not know its form, so it was left untouched. Update Writethru, or choose another archive.',
  'problem.archive-unsafe-place.title': 'The archive is not in a safe place',
  'problem.archive-unsafe-place.text':
    'It lies on a disk of another machine, or in a folder that a program synchronises ({by}): two programs would change the same file there, and tear it. Nothing was changed. Copy it to a disk of this machine; its backups may be there.',
  'problem.bring-home': 'Copy to this machine…',
  'problem.archive-busy.title': 'The archive is in use',
  'problem.archive-busy.text':
    'Another Writethru, or another program, has the file open. Nothing was changed. Close the other one and try again.',
  'problem.archive-full.title': 'The disk is full',
  'problem.archive-full.text':
    'The archive cannot be opened without room to write. Everything saved so far is kept. Free some space and try again.',
  'problem.archive-read-only.title': 'The archive cannot be written',
  'problem.archive-read-only.text':
    'The file, its folder or its disk is locked against writing. Everything in it is kept. Change its permissions and try again.',
  'problem.archive-empty.title': 'The file is empty',
  'problem.archive-empty.text':
    'An archive was expected here and the file holds nothing. It was not written to. If it was on a synchronised disk, let it finish and try again.',
  'problem.archive-foreign.title': 'This is not a Writethru archive',
  'problem.archive-foreign.text': 'The file belongs to another program and was left untouched.',
  'problem.archive-exists.title': 'A file is already there',
  'problem.archive-exists.text':
    'A new archive is never written over a file. Choose another name or place.',
  'problem.other.title': 'The archive could not be opened',
  'problem.other.text': 'It was left as it is ({code}). Try again, or choose another archive.',
} as const;
