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
};
