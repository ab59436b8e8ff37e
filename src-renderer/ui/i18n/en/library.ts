/** Words of the house library, and of files of notes. */
export const library = {
  'library.title': 'Library',
  'library.search': 'Search the library',
  'library.list': 'Entries of the library',
  'library.new': 'New entry',
  'library.entry': 'Entry',
  'library.empty': 'What the desk says of people, places and acronyms, kept to be used again.',
  'library.none-found': 'No entry has these words.',
  'library.term': 'Term',
  'library.term-hint': 'A person, a place, an acronym. It is found in all its forms.',
  'library.forms': 'Other names',
  'library.forms-hint': 'With commas between them.',
  'library.language': 'Language',
  'library.use': 'Goes in as',
  'library.use.explanation': 'explanation, after the term',
  'library.use.background': 'background, a paragraph',
  'library.text': 'Text',
  'library.text-hint.explanation': 'Goes after the term, as it is written here.',
  'library.text-hint.background': 'Each line becomes a paragraph.',
  'library.remove': 'Remove',
  'library.import': 'Import…',
  'library.export': 'Export…',
  'library.kept': '“{term}” is in the library.',
  'library.imported':
    '{added, plural, =0 {No entry added} one {# entry added} other {# entries added}}, {changed, number} changed, {unchanged, number} there already.',
  'library.exported': '{entries, plural, one {# entry was} other {# entries were}} saved to {path}',
  'library.offers': '{count, plural, one {Library: # term} other {Library: # terms}}',
  'library.offers-label': 'What the library offers',
  'library.no-offers': 'The library has nothing on the terms of this draft.',
  'library.as-text': 'Insert',
  'library.as-text-of': 'Insert what is said of “{term}”',
  'library.as-note': 'As a note',
  'library.as-note-of': 'Put what is said of “{term}” in a note',
  'library.edit': 'Edit…',
  'library.edit-of': 'Edit the entry “{term}”',
  'library.term-gone': 'The term is no longer in the draft.',
  'toast.notes-imported':
    '{placed, plural, =0 {No note} one {# note} other {# notes}} put on their words, {withoutWords, number} waiting without words, {unchanged, number} there already.',
  'error.validation.library-term':
    'The library has an entry for this term in this language. Nothing was changed; edit that one.',
  'error.validation.library-unreadable':
    'The file is not JSON. Nothing was changed; choose a file of the library.',
  'error.validation.library-none': 'The file holds no entries of a library. Nothing was changed.',
  'error.validation.library-newer':
    'The file is of a later version of Writethru. Nothing was changed; take it in with that version.',
  'error.validation.library-too-large':
    'The library would be too large. Nothing was changed; divide the file.',
  'error.validation.library-entry':
    'Entry {entry, number} of the file lacks a term, a text or a language, or one is too long. Nothing was changed; mend the file.',
  'error.validation.annotations-too-large':
    'The file of notes is too large. None of it was kept; divide it.',
  'error.validation.annotations-unreadable': 'The file of notes is not JSON. None of it was kept.',
  'error.validation.annotations-none': 'The file holds no Web Annotations. Nothing was changed.',
  'error.validation.annotation-body-too-long':
    'A note in the file is longer than 20,000 characters. None of it was kept; shorten it.',
  'error.validation.annotation-thread-cyclic':
    'Notes in the file answer each other in a circle. None of it was kept; mend the file.',
  'error.validation.annotations-of-another-dispatch':
    'The file of notes belongs to another dispatch. None of it was kept; open the dispatch it is of.',
  'error.not-found.file': 'The file is no longer there, or cannot be read. Nothing was changed.',
} as const;
