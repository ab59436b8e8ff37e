import type { exchange as english } from '../en/exchange';

/** Ce qui est lu et écrit pour d’autres programmes. */
export const exchange: Readonly<Record<keyof typeof english, string>> = {
  'repair.namespace-missing':
    'Il ne déclare pas l’espace de noms de son format ; il a été lu quand même.',
  'repair.doctype-dropped':
    'Son type de document n’a pas été consulté : rien n’est cherché hors d’un fichier.',
  'repair.entity-unknown': 'Un signe nommé par un mot expliqué nulle part reste en toutes lettres.',
  'repair.declared-encoding':
    'Il se dit en {detail} et ne l’est pas ; il a été lu comme ce qu’il est.',
  'repair.field-order': 'Une partie était là où son format n’a pas de place pour elle : {detail}',
  'repair.date-unreadable':
    'Une date n’a pas pu être lue, et aucune heure n’a été inventée : « {detail} »',
  'repair.headline-from-title': 'Il n’a pas de titre d’article ; celui du fichier a été pris.',
  'repair.line-breaks':
    'Des lignes coupées à l’intérieur de paragraphes sont devenues des paragraphes.',
  'repair.table-simplified':
    'Un tableau avait des cellules étendues sur d’autres, ou plus de 20 colonnes ou de 500 lignes : il a été simplifié ({detail} lignes).',
  'repair.table-as-text': 'Un tableau est devenu des paragraphes, un par ligne ({detail}).',
  'repair.nested-list': 'Une liste dans une liste a été versée dans celle qui l’entoure.',
  'repair.structure-flattened': 'Un bloc dans un autre en est devenu les paragraphes ({detail}).',
  'repair.language-other': 'Sa langue n’est ni le français ni l’anglais ({detail}).',
  'repair.urgency-out-of-range':
    'Son urgence n’est pas de 1 à 8 ; elle compte comme courante ({detail}).',
  'repair.padding-dropped':
    'Des octets de remplissage autour du message ont été retirés ({detail}).',
  'repair.transfer-decoding':
    'Des suites brisées du codage du courriel restent en toutes lettres ({detail}).',
  'repair.active-content':
    'Ce qu’une page exécuterait a été laissé de côté ; l’original le garde ({detail}).',
  'repair.remote-resource': 'Une adresse n’a pas été consultée ; l’original la garde : {detail}',
  'repair.field-kept-aside':
    'Une dépêche n’a pas de place pour cela ; l’original le garde : {detail}',
  'repair.part-kept-aside': 'Une partie d’une autre sorte reste dans l’original : {detail}',
  'repair.older-version':
    'Une version plus récente ({detail}) est dans l’archive ; celle-ci est gardée à côté.',
  'import.updated':
    '{takes, plural, =0 {Notes ou propositions} one {# nouvelle prise} other {# nouvelles prises}} pour une dépêche déjà là · {format} · {encoding}',
  'import.older': 'Une version plus récente est dans l’archive. Le fichier est gardé à côté.',
  'import.refused.not-well-formed':
    'Refusé : il s’interrompt à la ligne {line, number} ({detail}). Demandez le fichier entier.',
  'import.refused.too-deep': 'Refusé : il est imbriqué plus profondément qu’aucun article.',
  'import.refused.too-many-parts': 'Refusé : il a plus de parties qu’une journée de fil.',
  'unreadable.changed': 'Refusé : il a changé pendant sa lecture. Importez-le encore une fois.',
  'unreadable.zip-damaged': 'Refusé : le ZIP est endommagé ou s’interrompt.',
  'unreadable.zip-too-large':
    'Refusé : le ZIP contient plus qu’un fil d’une journée, ou se déplie hors de proportion (bombe de décompression).',
  'unreadable.zip-unsafe':
    'Refusé : un nom dans le ZIP mène hors de son dossier. Rien n’en a été pris.',
  'unreadable.zip-encrypted': 'Refusé : le ZIP est chiffré. Déchiffrez-le d’abord.',
  'unreadable.bundle':
    'Refusé : le paquet ne contient pas ce que dit sa liste. Rien n’en a été pris.',
  'import.refused.not-news':
    'Refusé : il contient ce dont parlent les informations, pas une information ({detail}).',
  'import.refused.unknown-format':
    'Refusé : {detail} d’une sorte inconnue. Le JSON est lu comme ninjs et schema.org, le XML comme NITF, NewsML, RSS, Atom et XHTML.',
  'format.read.wire': 'texte de fil',
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
  'format.read.email': 'courriel',
  'format.read.docx': 'document Word',
  'format.read.photo': 'photo',
  'format.read.bundle': 'paquet',
  'export.title': 'Exporter',
  'export.what': 'Quoi',
  'export.this': 'Cette dépêche',
  'export.found': 'Ce qu’une recherche trouve',
  'export.all': 'Toute l’archive',
  'export.query': 'Recherche',
  'export.format': 'Format',
  'export.run': 'Exporter…',
  'export.running': 'Exportation',
  'export.progress': '{done, number} sur {total, number}',
  'export.done':
    '{written, plural, =0 {Rien n’a été écrit} one {# dépêche écrite} other {# dépêches écrites}} vers {path}.',
  'export.empty':
    '{count, plural, one {# n’a rien de ce format.} other {# n’ont rien de ce format.}}',
  'export.refused':
    '{count, plural, one {# n’a pas été écrite :} other {# n’ont pas été écrites :}}',
  'export.more': 'La recherche trouve plus que ce qui s’exporte en une fois.',
  'export.cancelled': 'Arrêtée avant la fin. Les fichiers écrits sont entiers.',
  'export.refusals': 'Non écrites',
  'format.write.ninjs': 'ninjs 3.1',
  'format.about.ninjs': 'Pour les systèmes éditoriaux qui lisent du JSON ; prises, photos et faits',
  'format.write.ninjs-2': 'ninjs 2.2',
  'format.about.ninjs-2': 'Le même pour les systèmes de la deuxième génération',
  'format.write.ninjs-1': 'ninjs 1.6',
  'format.about.ninjs-1': 'Le même pour les systèmes de la première génération',
  'format.write.newsml-g2': 'NewsML-G2 2.35',
  'format.about.newsml-g2': 'Pour les agences et les archives ; les photos à part',
  'format.write.nitf': 'NITF 3.6',
  'format.about.nitf': 'Pour les systèmes qui lisent du XML ; un bloc par prise',
  'format.write.html': 'HTML',
  'format.about.html': 'Une page à lire et à imprimer, avec schema.org',
  'format.write.markdown': 'Markdown',
  'format.about.markdown': 'Pour les sites et éditeurs de texte ; les faits sont en tête',
  'format.write.wire': 'Texte de fil',
  'format.about.wire': 'Texte brut comme au fil ; les mots et leurs heures',
  'format.write.webanno': 'Web Annotation',
  'format.about.webanno': 'Les notes seules, avec les mots dont elles parlent',
  'format.write.atom': 'Atom',
  'format.about.atom': 'Un seul flux pour toutes',
  'format.write.csv': 'CSV',
  'format.about.csv': 'Un tableau, une ligne par prise, pour les tableurs',
  'format.write.docx': 'Word (.docx)',
  'format.about.docx': 'Un document à relire dans Word ; il revient tel quel',
  'format.write.bundle': 'Paquet (.zip)',
  'format.about.bundle': 'Tout ce que l’archive garde : prises, registre, notes, originaux, preuve',
  'format.write.pdf': 'PDF',
  'format.about.pdf': 'Des pages comme imprimées, balisées pour les lecteurs d’écran',
};
