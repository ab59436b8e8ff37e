/** The paragraph styles that make a Word document a dispatch, by their names in Word. */
export const wordStyles = {
  take: 'Dispatch Take',
  headline: 'Dispatch Headline',
  lead: 'Dispatch Lead',
  crosshead: 'Dispatch Crosshead',
  quote: 'Dispatch Quote',
  attribution: 'Dispatch Attribution',
  columnName: 'Dispatch Column Name',
  picture: 'Dispatch Picture',
  caption: 'Dispatch Caption',
  credit: 'Dispatch Credit',
  separator: 'Dispatch Separator',
  signoff: 'Dispatch Sign-off',
} as const;

/** The id of the style of tables: a table in it is one of figures or words, however few its columns. */
export const tableStyle = 'DispatchTable';

/** The custom property in which a document keeps what Word has no place for. */
export const factsProperty = 'writethru';
