/** Words of drafts that were discarded, or found again. */
export const drafts = {
  'discarded.title': 'Discarded drafts',
  'discarded.list': 'Discarded drafts, the last one first',
  'discarded.explain':
    'A discarded draft can be brought back for 30 days, with its notes and what could be undone in it.',
  'discarded.none': 'No draft was discarded within the last 30 days.',
  'discarded.when': '{kind}, discarded {time}.',
  'discarded.taken': 'Its dispatch has another draft: publish or discard that first.',
  'discarded.bring-back': 'Bring back',
  'discarded.bring-back-named': 'Bring back “{title}”',
  'toast.undo': 'Undo',
  'recovered.title': 'Recovered draft',
  'recovered.text':
    'Writethru stopped without closing while this was being written. It is as it stood at {time}.',
  'recovered.compare': 'Compare with what was saved before…',
  'find.everywhere': 'Everywhere…',
  'everywhere.title': 'Find and replace everywhere',
  'everywhere.options': 'How it is looked for',
  'everywhere.accents': 'Match accents and kinds of spaces',
  'everywhere.whole-word': 'Whole words',
  'everywhere.pattern': 'Regular expression ($1, $<name>)',
  'everywhere.reach': 'Where',
  'everywhere.reach.drafts': 'All drafts',
  'everywhere.reach.all': 'Drafts and what is published',
  'everywhere.find': 'Find',
  'everywhere.running': 'Looking…',
  'everywhere.none': 'Nowhere to be found.',
  'everywhere.found':
    '{count, plural, one {# place} other {# places}} in {texts, plural, one {# text} other {# texts}}.',
  'everywhere.not-all':
    'Only {read, number} of {of, number} texts were looked through in the time allowed, the newest first.',
  'everywhere.list': 'Texts where it was found',
  'everywhere.draft':
    '{kind}, draft: {count, plural, =0 {nothing to replace} one {# place} other {# places}}',
  'everywhere.take':
    '{kind}, published: {count, plural, one {# place} other {# places}}; never changed',
  'everywhere.quoted-stays': '(in quoted words: stays)',
  'everywhere.open-named': 'Open “{title}”',
  'everywhere.correct': 'Begin a correction',
  'everywhere.correct-named': 'Begin a correction of “{title}”',
  'everywhere.replace':
    '{count, plural, =0 {Replace} one {Replace in # draft} other {Replace in # drafts}}',
  'everywhere.replaced':
    '{count, plural, one {# place} other {# places}} replaced in {drafts, plural, one {# draft} other {# drafts}}.',
  'everywhere.changed':
    '{count, plural, one {# draft was} other {# drafts were}} written in meanwhile and left as {count, plural, one {it is} other {they are}}. Look again.',
  'everywhere.undone':
    '{drafts, plural, =0 {Nothing of it is left to take back.} one {Taken back in # draft.} other {Taken back in # drafts.}}',
  'everywhere.nothing-to-undo': 'No replacing everywhere is left to take back.',
  'error.validation.pattern': 'This is not a regular expression. Nothing was looked for.',
  'error.validation.pattern-too-slow':
    'This regular expression takes too long on a text, and was stopped. Nothing was changed; make it simpler, for instance without a repetition within a repetition.',
  'error.validation.too-many-places':
    'There are too many places for one go. Nothing was changed: say more precisely what is looked for.',
  'error.validation.text-too-long':
    'A draft would become too long by this. Nothing was changed in any of them.',
} as const;
