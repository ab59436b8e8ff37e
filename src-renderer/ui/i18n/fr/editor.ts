/** Les mots de la surface d’écriture. */
export const editor = {
  'editor.headline': 'Titre',
  'editor.lead': 'Chapô : qui, quoi, quand, où',
  'editor.paragraph': 'Texte',
  'editor.crosshead': 'Intertitre',
  'editor.caption': 'Légende',
  'editor.credit': 'Crédit',
  'editor.signoff': 'Signature, par exemple reuters/ptur',
  'editor.link-address': 'Adresse du lien',
  'editor.link-hint': 'https://… ou mailto:… ; laissez vide pour ôter le lien.',
  'editor.link-apply': 'Lier',
  'editor.link-bad': 'Un lien commence par https://, http:// ou mailto:.',
  'editor.cancel': 'Annuler',
} as const;
