import type { drafts as english } from '../en/drafts';

/** Les brouillons abandonnés ou retrouvés. */
export const drafts: Readonly<Record<keyof typeof english, string>> = {
  'discarded.title': 'Brouillons abandonnés',
  'discarded.list': 'Brouillons abandonnés, le dernier d’abord',
  'discarded.explain':
    'Un brouillon abandonné peut être repris pendant 30 jours, avec ses notes et ce qui pouvait y être annulé.',
  'discarded.none': 'Aucun brouillon n’a été abandonné ces 30 derniers jours.',
  'discarded.when': '{kind}, abandon le {time}.',
  'discarded.taken': 'Sa dépêche a un autre brouillon : publiez-le ou abandonnez-le d’abord.',
  'discarded.bring-back': 'Reprendre',
  'discarded.bring-back-named': 'Reprendre « {title} »',
  'toast.undo': 'Annuler',
  'recovered.title': 'Brouillon retrouvé',
  'recovered.text':
    'Writethru s’est arrêté sans se fermer pendant qu’on l’écrivait. Le voici dans son état de {time}.',
  'recovered.compare': 'Comparer avec ce qui était enregistré avant…',
  'find.everywhere': 'Partout…',
  'everywhere.title': 'Rechercher et remplacer partout',
  'everywhere.options': 'Comment on cherche',
  'everywhere.accents': 'Respecter les accents et les sortes d’espaces',
  'everywhere.whole-word': 'Mots entiers',
  'everywhere.pattern': 'Expression régulière ($1, $<nom>)',
  'everywhere.reach': 'Où',
  'everywhere.reach.drafts': 'Tous les brouillons',
  'everywhere.reach.all': 'Brouillons et publié',
  'everywhere.find': 'Rechercher',
  'everywhere.running': 'Recherche en cours…',
  'everywhere.none': 'Introuvable.',
  'everywhere.found':
    '{count, plural, one {# endroit} other {# endroits}} dans {texts, plural, one {# texte} other {# textes}}.',
  'everywhere.not-all':
    'Seuls {read, number} textes sur {of, number} ont été parcourus dans le temps accordé, les plus récents d’abord.',
  'everywhere.list': 'Textes où il se trouve',
  'everywhere.draft':
    '{kind}, brouillon : {count, plural, =0 {rien à remplacer} one {# endroit} other {# endroits}}',
  'everywhere.take':
    '{kind}, publié : {count, plural, one {# endroit} other {# endroits}} ; n’est jamais changé',
  'everywhere.quoted-stays': '(dans une citation : reste)',
  'everywhere.open-named': 'Ouvrir « {title} »',
  'everywhere.correct': 'Commencer un rectificatif',
  'everywhere.correct-named': 'Commencer un rectificatif de « {title} »',
  'everywhere.replace':
    '{count, plural, =0 {Remplacer} one {Remplacer dans # brouillon} other {Remplacer dans # brouillons}}',
  'everywhere.replaced':
    '{count, plural, one {# endroit remplacé} other {# endroits remplacés}} dans {drafts, plural, one {# brouillon} other {# brouillons}}.',
  'everywhere.changed':
    '{count, plural, one {# brouillon a été écrit} other {# brouillons ont été écrits}} entre-temps et {count, plural, one {reste tel quel} other {restent tels quels}}. Recherchez à nouveau.',
  'everywhere.undone':
    '{drafts, plural, =0 {Il n’en reste rien à annuler.} one {Annulé dans # brouillon.} other {Annulé dans # brouillons.}}',
  'everywhere.nothing-to-undo': 'Il n’y a pas de remplacement partout à annuler.',
  'error.validation.pattern': 'Ce n’est pas une expression régulière. Rien n’a été recherché.',
  'error.validation.pattern-too-slow':
    'Cette expression régulière prend trop de temps sur un texte ; elle a été arrêtée. Rien n’a été changé : simplifiez-la, par exemple sans répétition dans une répétition.',
  'error.validation.too-many-places':
    'Il y a trop d’endroits pour les traiter d’un coup. Rien n’a été changé : précisez ce qui est recherché.',
  'error.validation.text-too-long':
    'Un brouillon deviendrait trop long. Rien n’a été changé dans aucun.',
};
