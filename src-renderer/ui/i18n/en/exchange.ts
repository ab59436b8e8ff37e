/** What is read and written for other programs. */
export const exchange = {
  'repair.namespace-missing':
    'It does not declare the namespace of its format; it was read all the same.',
  'repair.doctype-dropped':
    'Its document type was not looked at: nothing outside a file is ever fetched.',
  'repair.entity-unknown': 'A sign named by a word that is explained nowhere stays as its letters.',
  'repair.declared-encoding': 'It says that it is {detail}, and is not; it was read as what it is.',
  'repair.field-order': 'A part stood where its format has no place for it: {detail}',
  'repair.date-unreadable': 'A date could not be read, and no time was invented: “{detail}”',
  'repair.headline-from-title': 'It has no headline; the title of the file was taken.',
  'repair.line-breaks': 'Lines broken inside of paragraphs became paragraphs of their own.',
  'repair.table-as-text': 'A table became paragraphs, one a row ({detail}).',
  'repair.nested-list': 'A list within a list was put into the one around it.',
  'repair.structure-flattened': 'A block inside another became its paragraphs ({detail}).',
  'repair.language-other': 'Its language is neither French nor English ({detail}).',
  'repair.urgency-out-of-range':
    'Its urgency is not one of 1 to 8; it counts as routine ({detail}).',
  'repair.padding-dropped': 'Filling bytes around the message were dropped ({detail}).',
  'repair.transfer-decoding':
    'Broken sequences of the e-mail’s encoding stay as their letters ({detail}).',
  'repair.active-content':
    'What a page would execute was left out; it stays in the original ({detail}).',
  'repair.remote-resource': 'An address was not fetched; it stays in the original: {detail}',
  'repair.field-kept-aside': 'A dispatch has no place for this; it stays in the original: {detail}',
  'repair.part-kept-aside': 'A part of another kind stays in the original: {detail}',
  'repair.older-version':
    'A newer version ({detail}) is in the archive; this one is kept beside it.',
  'import.updated':
    '{takes, plural, one {# new take} other {# new takes}} for a dispatch that was here · {format} · {encoding}',
  'import.older': 'A newer version is in the archive. The file is kept beside it.',
  'import.refused.not-well-formed':
    'Refused: it breaks off at line {line, number} ({detail}). Ask for the whole file.',
  'import.refused.too-deep': 'Refused: it is nested deeper than any article.',
  'import.refused.too-many-parts': 'Refused: it has more parts than a day of a wire.',
  'import.refused.not-news': 'Refused: there is no news in it ({detail}).',
  'format.read.wire': 'wire text',
  'format.read.ninjs': 'ninjs',
  'format.read.nitf': 'NITF',
  'format.read.newsml-g2': 'NewsML-G2',
  'format.read.newsml-1': 'NewsML 1',
  'format.read.iptc7901': 'IPTC 7901',
  'format.read.rss': 'RSS',
  'format.read.atom': 'Atom',
  'format.read.schema-org': 'schema.org',
  'format.read.html': 'HTML',
  'format.read.markdown': 'Markdown',
  'format.read.email': 'e-mail',
  'format.read.docx': 'Word document',
  'format.read.photo': 'photo',
  'format.read.bundle': 'bundle',
} as const;
