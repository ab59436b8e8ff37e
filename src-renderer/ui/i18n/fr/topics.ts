import type { topics as english } from '../en/topics';

/** Les sujets et les personnes des dépêches, et leur vocabulaire. */
export const topics: Readonly<Record<keyof typeof english, string>> = {
  'subjects.title': 'Sujets',
  'subjects.add': 'Ajouter un sujet…',
  'subjects.own': 'un mot de la rédaction',
  'subjects.of-found':
    '{count, plural, one {Un sujet pour la dépêche trouvée} other {Un sujet pour les # dépêches trouvées}}',
  'subjects.none': 'Aucun sujet.',
  'subjects.remove': 'Retirer « {name} »',
  'subjects.search': 'Sujet, en français ou en anglais',
  'subjects.empty': 'Aucun sujet de ce nom.',
  'subjects.only-top':
    'Seuls les 17 sujets du sommet sont intégrés. Le vocabulaire entier se charge depuis le fichier de l’IPTC par la commande « Charger les Media Topics… ».',
  'subjects.within': 'dans {name}',
  'persons.title': 'Personnes',
  'persons.add': 'Ajouter une personne…',
  'persons.none': 'Aucune personne.',
  'persons.remove': 'Retirer « {name} »',
  'persons.search': 'Nom d’une personne',
  'persons.empty': 'Tapez un nom.',
  'persons.new': 'un nom nouveau',
  'persons.dispatches': '{count, plural, one {# dépêche} other {# dépêches}}',
  'toast.topics-loaded':
    '{count, plural, one {# sujet peut être choisi} other {# sujets peuvent être choisis}} maintenant (version du {release}).',
  'error.validation.topics-file':
    '{path} n’est pas le fichier des Media Topics de l’IPTC (JSON). Rien n’en a été gardé ; choisissez le fichier tel que l’IPTC le donne.',
};
