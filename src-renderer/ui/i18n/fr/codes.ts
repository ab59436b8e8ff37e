import type { codes as english } from '../en/codes';

/** Les codes du lecteur de dépêches et de la recherche, en mots. */
export const codes: Readonly<Record<keyof typeof english, string>> = {
  'repair.encoding': 'Le fichier n’était pas en UTF-8 ; il a été lu en Windows-1252.',
  'repair.byte-order-mark': 'Un indicateur d’ordre des octets, en tête, a été retiré.',
  'repair.line-endings': 'Les fins de ligne ont été uniformisées ({detail}).',
  'repair.lone-surrogates': 'Des moitiés de caractères sans sens ont été remplacées ({detail}).',
  'repair.control-characters': 'Des caractères de contrôle invisibles ont été retirés ({detail}).',
  'repair.blank-lines': 'Plusieurs lignes vides de suite n’en font plus qu’une ({detail}).',
  'repair.trailing-space': 'Des espaces en fin de ligne ont été retirés ({detail}).',
  'repair.joined-lines': 'Des lignes de paragraphes coupés ont été réunies ({detail}).',
  'repair.doubled-caption':
    'Une légende donnée deux fois n’a été gardée qu’une fois : « {detail} »',
  'repair.caption-dash': 'Un tiret entre légende et crédit a été retiré ({detail}).',
  'repair.part-line': 'La ligne qui dit de quelle partie il s’agit a été mise en tête ({detail}).',
  'repair.credit-words': 'Un crédit donné en toutes lettres a été pris comme tel ({detail}).',
  'repair.crosshead-dashes': 'Des tirets autour d’un intertitre ont été retirés ({detail}).',
  'repair.list-marker': 'Une puce est devenue un élément de liste ({detail}).',
  'repair.rule-line': 'Une ligne de tirets est devenue un séparateur ({detail}).',
  'repair.missing-stamp-line':
    'Le texte ne commence pas par une ligne « Publié » ; son heure est inconnue.',
  'repair.missing-headline': 'La première prise n’a pas de titre.',
  'repair.empty-take': 'Une ligne « Publié » n’est suivie d’aucun texte.',
  'binary.png': 'une image PNG',
  'binary.jpeg': 'une image JPEG',
  'binary.gif': 'une image GIF',
  'binary.pdf': 'un document PDF',
  'binary.zip': 'une archive ZIP ou un document de bureautique',
  'binary.gzip': 'un fichier compressé',
  'binary.sqlite': 'une base de données',
  'binary.ole': 'un ancien document de bureautique',
  'binary.unknown': 'des données binaires',
};
