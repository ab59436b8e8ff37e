import type { library as english } from '../en/library';

/** Words of the house library, and of files of notes. */
export const library: Readonly<Record<keyof typeof english, string>> = {
  'library.title': 'Bibliothèque',
  'library.search': 'Chercher dans la bibliothèque',
  'library.list': 'Entrées de la bibliothèque',
  'library.new': 'Nouvelle entrée',
  'library.entry': 'Entrée',
  'library.empty':
    'Ce que le desk dit des personnes, des lieux et des sigles, gardé pour resservir.',
  'library.none-found': 'Aucune entrée n’a ces mots.',
  'library.term': 'Terme',
  'library.term-hint': 'Une personne, un lieu, un sigle. Il est reconnu sous toutes ses formes.',
  'library.forms': 'Autres noms',
  'library.forms-hint': 'Séparés par des virgules.',
  'library.language': 'Langue',
  'library.use': 'S’insère comme',
  'library.use.explanation': 'explication, après le terme',
  'library.use.background': 'contexte, un paragraphe',
  'library.text': 'Texte',
  'library.text-hint.explanation': 'Se place après le terme, tel qu’il est écrit ici.',
  'library.text-hint.background': 'Chaque ligne devient un paragraphe.',
  'library.remove': 'Retirer',
  'library.import': 'Importer…',
  'library.export': 'Exporter…',
  'library.kept': '« {term} » est dans la bibliothèque.',
  'library.imported':
    '{added, plural, =0 {Aucune entrée ajoutée} one {# entrée ajoutée} other {# entrées ajoutées}}, {changed, number} {changed, plural, one {changée} other {changées}}, {unchanged, number} déjà là.',
  'library.exported':
    '{entries, plural, one {# entrée enregistrée} other {# entrées enregistrées}} dans {path}',
  'library.offers': '{count, plural, one {Bibliothèque : # terme} other {Bibliothèque : # termes}}',
  'library.offers-label': 'Ce que propose la bibliothèque',
  'library.no-offers': 'La bibliothèque n’a rien sur les termes de ce brouillon.',
  'library.as-text': 'Insérer',
  'library.as-text-of': 'Insérer ce qui est dit de « {term} »',
  'library.as-note': 'En note',
  'library.as-note-of': 'Mettre en note ce qui est dit de « {term} »',
  'library.edit': 'Modifier…',
  'library.edit-of': 'Modifier l’entrée « {term} »',
  'library.term-gone': 'Le terme n’est plus dans le brouillon.',
  'toast.notes-imported':
    '{placed, plural, =0 {Aucune note posée} one {# note posée sur ses mots} other {# notes posées sur leurs mots}}, {withoutWords, number} en attente sans mots, {unchanged, number} déjà là.',
  'error.validation.library-term':
    'La bibliothèque a déjà une entrée pour ce terme dans cette langue. Rien n’a été changé ; modifiez celle-là.',
  'error.validation.library-unreadable':
    'Le fichier n’est pas du JSON. Rien n’a été changé ; choisissez un fichier de la bibliothèque.',
  'error.validation.library-none':
    'Le fichier ne contient aucune entrée de bibliothèque. Rien n’a été changé.',
  'error.validation.library-newer':
    'Le fichier vient d’une version plus récente de Writethru. Rien n’a été changé ; reprenez-le avec elle.',
  'error.validation.library-too-large':
    'La bibliothèque serait trop grande. Rien n’a été changé ; partagez le fichier.',
  'error.validation.library-entry':
    'Il manque à l’entrée {entry, number} du fichier un terme, un texte ou une langue, ou l’un d’eux est trop long. Rien n’a été changé ; réparez le fichier.',
  'error.validation.annotations-too-large':
    'Le fichier de notes est trop grand. Rien n’en a été gardé ; partagez-le.',
  'error.validation.annotations-unreadable':
    'Le fichier de notes n’est pas du JSON. Rien n’en a été gardé.',
  'error.validation.annotations-none':
    'Le fichier ne contient aucune annotation Web. Rien n’a été changé.',
  'error.validation.annotation-body-too-long':
    'Une note du fichier dépasse 20 000 caractères. Rien n’en a été gardé ; raccourcissez-la.',
  'error.validation.annotation-thread-cyclic':
    'Des notes du fichier se répondent en rond. Rien n’en a été gardé ; réparez le fichier.',
  'error.validation.annotations-of-another-dispatch':
    'Le fichier de notes est celui d’une autre dépêche. Rien n’en a été gardé ; ouvrez la dépêche dont il parle.',
  'error.not-found.file': 'Le fichier n’est plus là, ou ne peut pas être lu. Rien n’a été changé.',
};
