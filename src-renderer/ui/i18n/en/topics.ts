/** Subjects and persons of dispatches, and the vocabulary they are of. */
export const topics = {
  'subjects.title': 'Subjects',
  'subjects.add': 'Add a subject…',
  'subjects.own': 'a word of the desk’s own',
  'subjects.of-found':
    'A subject for {count, plural, one {the dispatch found} other {the # dispatches found}}',
  'subjects.none': 'No subject yet.',
  'subjects.remove': 'Remove “{name}”',
  'subjects.search': 'Subject, in French or in English',
  'subjects.empty': 'No subject of that name.',
  'subjects.only-top':
    'Only the 17 subjects at the top are built in. The whole vocabulary is loaded from IPTC’s file by the command “Load Media Topics…”.',
  'subjects.within': 'in {name}',
  'persons.title': 'Persons',
  'persons.add': 'Add a person…',
  'persons.none': 'No person yet.',
  'persons.remove': 'Remove “{name}”',
  'persons.search': 'Name of a person',
  'persons.empty': 'Type a name.',
  'persons.new': 'a new name',
  'persons.dispatches': '{count, plural, one {# dispatch} other {# dispatches}}',
  'toast.topics-loaded':
    '{count, plural, one {# subject} other {# subjects}} can be chosen now (release of {release}).',
  'error.validation.topics-file':
    '{path} is not IPTC’s file of the Media Topics (JSON). Nothing of it was kept; choose the file as IPTC gives it out.',
} as const;
