/** Words of tracing: where the sentences of a take stand elsewhere. */
export const trace = {
  'take.trace': 'Find elsewhere',
  'trace.title': 'Elsewhere in the archive',
  'trace.tracing': 'Looking for these sentences in the whole archive…',
  'trace.found':
    '{count, plural, =0 {Nothing found elsewhere} one {Found in # other dispatch} other {Found in # other dispatches}}',
  'trace.nothing-published':
    'Nothing of this dispatch is published yet, so there is nothing to trace.',
  'trace.of.take':
    '{count, plural, =0 {Take {ordinal, number} of {slug}.} one {The sentence of take {ordinal, number} of {slug}.} other {The # sentences of take {ordinal, number} of {slug}.}}',
  'trace.of.withdrawn':
    '{count, plural, =0 {What the kill of {slug} withdrew.} one {The sentence that the kill of {slug} withdrew (take {ordinal, number}).} other {The # sentences that the kill of {slug} withdrew (take {ordinal, number}).}}',
  'trace.of.put-right':
    '{count, plural, =0 {What take {ordinal, number} of {slug} put right.} one {The words that take {ordinal, number} of {slug} put right.} other {The words that take {ordinal, number} of {slug} put right, in # sentences.}}',
  'trace.sentences': 'What is looked for',
  'trace.held':
    '{count, plural, =0 {nowhere else} one {in # other dispatch} other {in # other dispatches}}',
  'trace.held-formula': 'a formula: in {count, number} other dispatches',
  'trace.too-short':
    '{count, plural, one {# sentence is too short to be known again.} other {# sentences are too short to be known again.}}',
  'trace.nothing-to-trace': 'No sentence of it is long enough to be known again elsewhere.',
  'trace.nowhere': 'None of these sentences stands in another dispatch.',
  'trace.elsewhere': 'Other dispatches',
  'trace.own': 'In the same dispatch',
  'trace.own-withdrawn': 'In the same dispatch, not published',
  'trace.left-out':
    '{count, plural, one {# dispatch shares nothing but formulas and is not listed.} other {# dispatches share nothing but formulas and are not listed.}}',
  'trace.show-formulas': 'List them too',
  'trace.bounded': 'There may be more: only the most likely dispatches were read in full.',
  'trace.take': '{kind}, {stamp}',
  'trace.draft': 'Draft, saved {time}',
  'trace.discarded': 'Draft put away, saved {time}',
  'trace.near': 'reworded',
  'trace.open-title': 'Show it on the sheet',
  'trace.todo.correct': 'published: correct or withdraw it',
  'trace.todo.finish-draft': 'published; a draft is open there',
  'trace.todo.edit': 'not published: edit it',
  'trace.todo.withdrawn': 'withdrawn already',
  'trace.todo.replaced': 'no longer in the story readers have',
  'trace.todo.put-away': 'never published',
  'trace.correct': 'Correct…',
  'trace.withdraw': 'Withdraw…',
  'trace.edit': 'Edit the draft',
  'trace.open-draft': 'Show it',
  'trace.exports': 'What went out',
  'trace.way.file': 'File, {format}',
  'trace.way.clipboard': 'Copied, {format}',
  'trace.way.print': 'Printed',
  'trace.way.delivery': 'Delivered, {format}',
  'trace.format.wire': 'wire text',
  'trace.format.proof': 'proof',
  'trace.format.comparison': 'comparison',
  'trace.export-todo.file': 'replace the file, and tell whoever has it',
  'trace.export-todo.clipboard': 'find out where it was pasted',
  'trace.export-todo.print': 'take the paper back',
  'trace.export-todo.delivery': 'send the correction or the kill after it',
  'trace.export-of': '{slug}, {count, plural, one {take {takes}} other {takes {takes}}}, {time}',
} as const;
