/** The paragraph styles that make a Word document a dispatch, by their names in Word. */
export const wordStyles = {
  take: 'Dispatch Take',
  headline: 'Dispatch Headline',
  lead: 'Dispatch Lead',
  crosshead: 'Dispatch Crosshead',
  quote: 'Dispatch Quote',
  picture: 'Dispatch Picture',
  caption: 'Dispatch Caption',
  credit: 'Dispatch Credit',
  separator: 'Dispatch Separator',
  signoff: 'Dispatch Sign-off',
} as const;

/** The custom property in which a document keeps what Word has no place for. */
export const factsProperty = 'writethru';
