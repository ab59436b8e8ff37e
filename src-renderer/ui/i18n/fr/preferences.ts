import type { preferences as english } from '../en/preferences';

/** Les préférences et les raccourcis. */
export const preferences: Readonly<Record<keyof typeof english, string>> = {
  'preferences.search': 'Chercher un réglage',
  'preferences.sections': 'Rubriques',
  'preferences.found':
    '{count, plural, =0 {Aucun réglage n’a ces mots.} one {# réglage} other {# réglages}}',
  'preferences.section.general': 'Vous et le desk',
  'preferences.section.house': 'Marche de la maison',
  'preferences.section.spelling': 'Orthographe',
  'preferences.section.folders': 'Dossiers et exports',
  'preferences.section.keys': 'Raccourcis',
  'preferences.section.updates': 'Nouvelles versions',
  'preferences.theme.contrast': 'Contraste élevé',
  'preferences.sign-off': 'Signature',
  'preferences.sign-off-hint':
    'La suite d’initiales par laquelle finissent les brouillons que l’on commence. Vide : ils commencent sans.',
  'preferences.sign-off-placeholder': 'par exemple atl/ptur',
  'preferences.abbreviations': 'Abréviations',
  'preferences.abbreviations-hint':
    'Une par ligne : md | Maison Blanche. Une espace ou un signe tapé après l’abréviation la développe ; un retour arrière la rend. Toujours là : jj → {day}, hh → {time}.',
  'preferences.sheet': 'La feuille',
  'preferences.sheet-measure': 'Signes par ligne (56 à 84)',
  'preferences.sheet-text-size': 'Taille du texte (14 à 28 px)',
  'preferences.sheet-line': 'Garder la ligne en main à hauteur fixe',
  'preferences.sheet-line-hint':
    'Le texte défile sous la ligne que l’on écrit, comme dans une machine à écrire.',
  'sheet.line-held': 'La ligne en main reste à hauteur fixe.',
  'sheet.line-free': 'La ligne en main n’est plus tenue à hauteur fixe.',
  'sheet.now.measure': 'Lignes de {value} signes.',
  'sheet.now.textSize': 'Texte de {value} pixels.',
  'preferences.typography-in.fr': 'en français',
  'preferences.typography-in.en': 'en anglais',
  'preferences.limits': 'Longueurs, en signes',
  'preferences.limits-hint':
    'Les titres, intertitres et alertes (urgence 1) disent quand ils s’en approchent, et les contrôles ce qui dépasse. Les feuillets se comptent d’après la dernière.',
  'preferences.limit.headline': 'Titre',
  'preferences.limit.alert': 'Alerte',
  'preferences.limit.crosshead': 'Intertitre',
  'preferences.limit.feuillet': 'Feuillet',
  'preferences.export-format': 'Format des exports',
  'preferences.export-format-hint':
    'Celui par lequel commence un export ; chacun peut en choisir un autre.',
  'preferences.folders': 'Arrivée du fil et livraison…',
  'preferences.folders-hint':
    'Le dossier par où arrive le fil, et ceux où est livré ce qui est publié. Ils appartiennent à l’archive.',
  'preferences.backups': 'Sauvegardes…',
  'preferences.backups-hint':
    'Les sauvegardes de l’archive, et un second dossier où elles sont gardées aussi.',
  'preferences.update-feed': 'Où chercher les nouvelles versions',
  'preferences.update-feed-hint':
    'Une adresse https où se trouve latest.json, demandée une fois par jour. Vide : rien n’est demandé, et le poste n’use d’aucun réseau.',
  'preferences.export': 'Enregistrer sous…',
  'preferences.import': 'Reprendre d’un fichier…',
  'preferences.exported': 'Les préférences ont été enregistrées sous {path}.',
  'preferences.imported':
    '{count, plural, =0 {Le fichier n’a aucune préférence différente.} one {# préférence a été reprise.} other {# préférences ont été reprises.}}',
  'error.validation.not-preferences':
    'Le fichier n’a pas de préférences que l’on comprenne ({where}). Rien n’a été changé.',
  'error.validation.preferences-too-large':
    'Le fichier est trop grand pour être des préférences. Rien n’a été changé.',
  'keymap.hint':
    'Appuyez sur Changer, puis sur les touches. Un raccourci vaut aussitôt, dans le menu, la palette et la liste des raccourcis.',
  'keymap.none': 'aucun',
  'keymap.change': 'Changer',
  'keymap.change-of': 'Changer le raccourci de {name}',
  'keymap.press': 'Appuyez…',
  'keymap.press-for': 'Appuyez sur les touches pour {name} ; Échap le laisse comme il est',
  'keymap.remove': 'Retirer',
  'keymap.remove-of': 'Retirer le raccourci de {name}',
  'keymap.reset': 'Rétablir',
  'keymap.reset-of': 'Rétablir le raccourci de {name}',
  'keymap.reset-all': 'Rétablir tous les raccourcis',
  'keymap.clash':
    '{keys} est donné à plusieurs commandes : {commands}. Seule la première le reçoit.',
  'keymap.held': '{keys} appartient à {name}.',
  'keymap.take': 'Le prendre à {name}',
  'keymap.refused.altgr':
    '{keys} est AltGr sur bien des claviers : un clavier français tape par là € @ # [ ] ou un autre signe.',
  'keymap.refused.types':
    '{keys} tape quelque chose. Tenez Ctrl ou ⌘ avec, ou prenez une touche de fonction.',
  'keymap.refused.system': '{keys} appartient au système ou aux entrées propres du menu.',
};
