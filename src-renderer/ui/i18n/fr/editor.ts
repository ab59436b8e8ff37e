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
  'photo.alt': 'Description pour qui ne voit pas la photo',
  'photo.alt-hint': 'Ce que montre la photo, pour qui ne la voit pas',
  'photo.choose': 'Choisir une photo…',
  'photo.missing': 'La photo ne se trouve pas dans cette archive.',
  'photo.coming': 'La photo arrive…',
  'photo.taken': 'Prise le {day}',
  'editor.cancel': 'Annuler',
  'paste.dropped':
    '{count, plural, one {Le collage a laissé un élément de côté.} other {Le collage a laissé # éléments de côté.}}',
  'paste.show': 'Voir',
  'paste.typeset': 'Rétablir sa typographie',
  'paste.none': 'Rien n’a encore été collé dans ce brouillon.',
  'paste.too-much':
    'C’est trop pour être collé. Le brouillon est tel qu’il était ; enregistrez-le dans un fichier et importez-le.',
  'paste.title': 'Ce que le dernier collage a laissé',
  'paste.all-kept': 'Tout ce qui a été collé est là.',
  'paste.changes':
    '{count, plural, one {Une espace ou un signe n’y est pas selon la marche de la maison.} other {# espaces et signes n’y sont pas selon la marche de la maison.}}',
  'paste.kind.pictures': '{count, plural, one {image} other {images}}',
  'paste.why.pictures':
    'Elles sont sur le web ou dans un fichier : rien n’est téléchargé. Déposez les fichiers, ou copiez l’image seule.',
  'paste.kind.hidden': '{count, plural, one {passage caché} other {passages cachés}}',
  'paste.why.hidden': 'On ne le voyait pas là d’où il a été copié.',
  'paste.kind.comments': '{count, plural, one {commentaire} other {commentaires}}',
  'paste.why.comments':
    'Les commentaires d’un traitement de texte viennent avec le fichier importé.',
  'paste.kind.tables': '{count, plural, one {tableau} other {tableaux}}',
  'paste.why.tables': 'Ses lignes sont devenues des paragraphes.',
  'paste.kind.embedded': '{count, plural, one {élément incorporé} other {éléments incorporés}}',
  'paste.why.embedded':
    'Vidéos, formulaires, dessins et cadres n’ont pas de place dans une dépêche.',
  'paste.kind.links': '{count, plural, one {lien} other {liens}}',
  'paste.why.links': 'Ses mots sont là ; son adresse n’est ni du web ni d’un courriel.',
  'paste.kind.deep':
    '{count, plural, one {élément imbriqué trop profondément} other {éléments imbriqués trop profondément}}',
  'paste.why.deep': 'Les mots sont là, sans leur structure.',
  'paste.kind.styles': '{count, plural, one {style} other {styles}}',
  'paste.why.styles': 'Polices, corps et couleurs ; le gras et l’italique restent.',
  'paste.kind.scripts': '{count, plural, one {script} other {scripts}}',
  'paste.why.scripts': 'Rien de ce qui agit n’est repris.',
  'typography.on': 'typographie automatique',
  'typography.off': 'sans typographie automatique',
  'typography.here-on':
    'Espaces et signes se mettent en place à mesure que l’on tape, dans ce brouillon.',
  'typography.here-off': 'Dans ce brouillon, espaces et signes restent tels qu’on les tape.',
} as const;
