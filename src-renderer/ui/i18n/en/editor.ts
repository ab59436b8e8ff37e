/** Words of the writing surface. */
export const editor = {
  'editor.headline': 'Headline',
  'editor.lead': 'Lead: who, what, when, where',
  'editor.paragraph': 'Text',
  'editor.crosshead': 'Crosshead',
  'editor.caption': 'Caption',
  'editor.credit': 'Credit',
  'editor.signoff': 'Sign-off, for instance reuters/ptur',
  'editor.link-address': 'Address of the link',
  'editor.link-hint': 'https://… or mailto:…; leave it empty to take the link away.',
  'editor.link-apply': 'Link',
  'editor.link-bad': 'A link begins with https://, http:// or mailto:.',
  'editor.cancel': 'Cancel',
} as const;
