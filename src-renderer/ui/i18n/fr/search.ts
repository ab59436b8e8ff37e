import type { search as english } from '../en/search';

/** Words of the search. */
export const search: Readonly<Record<keyof typeof english, string>> = {
  'search.field': 'Chercher dans l’archive',
  'search.results': 'Résultats',
  'search.summary':
    '{total, plural, =0 {Rien trouvé} one {# résultat} other {# résultats}} · {dispatches, plural, one {# dépêche} other {# dépêches}} · {ms, number} ms',
  'search.count': '{total, plural, =0 {aucun résultat} one {# résultat} other {# résultats}}',
  'search.shown':
    'Les {shown, number} plus récents sont affichés. Ajoutez un mot pour resserrer la recherche.',
  'search.order': 'les plus récents d’abord',
  'search.searching': 'Recherche…',
  'search.places': '{count, plural, one {# passage} other {# passages}}',
  'search.source.take': 'telle que publiée',
  'search.source.draft': 'brouillon',
  'search.source.note': 'note',
  'search.source.original': 'fichier d’origine',
  'search.none':
    'Rien dans cette archive ne répond à « {query} ». Essayez moins de mots, ou d’autres formes.',
  'search.idle.title': 'Chercher partout',
  'search.idle.text':
    'Toutes les prises, tous les brouillons et toutes les notes de l’archive, à mesure que vous tapez. Les accents et les terminaisons ne comptent pas.',
  'search.idle.phrase-term': '"deux mots"',
  'search.idle.phrase': 'les mots côte à côte',
  'search.idle.not-term': '-mot',
  'search.idle.not': 'écarte les textes qui le contiennent',
  'search.idle.field-term': 'titre: credit: note: slug:',
  'search.idle.field': 'cherche à un seul endroit',
  'search.idle.filter-term': 'lang:fr kind:update is:draft',
  'search.idle.filter': 'resserre la recherche',
  'search.problem-unknown': '« {part} » a été laissé de côté ({code}).',
  'search.escape': 'Retour au fil',
  'query.unclosed-quote': '« {part} » n’a pas de guillemet fermant ; lu jusqu’à la fin.',
  'query.unclosed-parenthesis': 'Une parenthèse n’est pas fermée ; lue jusqu’à la fin.',
  'query.stray-parenthesis': 'Une parenthèse fermante est seule ; elle a été laissée de côté.',
  'query.empty-parentheses': 'Des parenthèses vides ont été laissées de côté.',
  'query.dangling-or': '« {part} » demande des mots des deux côtés ; laissé de côté.',
  'query.unknown-field': '« {part} » n’est pas un endroit où chercher ; lu comme un mot.',
  'query.field-not-kept':
    '« {part} » n’est rien que l’archive garde ; ses mots ont été cherchés dans les textes.',
  'query.field-without-value': '« {part} » attend un mot après les deux-points ; laissé de côté.',
  'query.unknown-value': '« {part} » a une valeur qui n’existe pas ; laissé de côté.',
  'query.unknown-date': '« {part} » n’est pas une date qui ait pu être lue ; laissé de côté.',
  'query.near-needs-words': '« {part} » demande deux mots ou plus.',
  'query.exclusion-in-or': '« {part} » ne peut pas être exclu dans un choix ; laissé de côté.',
  'query.star-inside-word':
    'L’étoile se met à la fin d’un mot, ou à ses deux bouts ; dans « {part} » elle a été laissée de côté.',
  'query.nothing-to-search': 'Il n’y a pas de mot à chercher.',
  'query.too-deep':
    'Les parenthèses sont trop imbriquées ; les plus intérieures ont été laissées de côté.',
  'query.too-long': 'La recherche est trop longue ; sa fin a été laissée de côté.',
  'query.too-many-words': 'Il y a trop de mots ; les derniers ont été laissés de côté.',
};
