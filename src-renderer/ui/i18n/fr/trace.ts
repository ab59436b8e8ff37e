import type { trace as english } from '../en/trace';

/** Retrouver les phrases d’une prise ailleurs dans l’archive. */
export const trace: Readonly<Record<keyof typeof english, string>> = {
  'take.trace': 'Retrouver ailleurs',
  'take.more': 'Autres actions sur cette prise',
  'trace.title': 'Ailleurs dans l’archive',
  'trace.tracing': 'Recherche de ces phrases dans toute l’archive…',
  'trace.found':
    '{count, plural, =0 {Rien ailleurs} one {Dans # autre dépêche} other {Dans # autres dépêches}}',
  'trace.nothing-published':
    'Rien de cette dépêche n’est encore publié : il n’y a rien à retrouver.',
  'trace.of.take':
    '{count, plural, =0 {Prise {ordinal, number} de {slug}.} one {La phrase de la prise {ordinal, number} de {slug}.} other {Les # phrases de la prise {ordinal, number} de {slug}.}}',
  'trace.of.withdrawn':
    '{count, plural, =0 {Ce que l’annulation de {slug} a retiré.} one {La phrase que l’annulation de {slug} a retirée (prise {ordinal, number}).} other {Les # phrases que l’annulation de {slug} a retirées (prise {ordinal, number}).}}',
  'trace.of.put-right':
    '{count, plural, =0 {Ce que la prise {ordinal, number} de {slug} a rectifié.} one {Les mots que la prise {ordinal, number} de {slug} a rectifiés.} other {Les mots que la prise {ordinal, number} de {slug} a rectifiés, dans # phrases.}}',
  'trace.sentences': 'Ce qui est cherché',
  'trace.held':
    '{count, plural, =0 {nulle part ailleurs} one {dans # autre dépêche} other {dans # autres dépêches}}',
  'trace.held-formula': 'formule d’usage : dans {count, number} autres dépêches',
  'trace.too-short':
    '{count, plural, one {# phrase est trop courte pour être reconnue.} other {# phrases sont trop courtes pour être reconnues.}}',
  'trace.nothing-to-trace': 'Aucune de ses phrases n’est assez longue pour être reconnue ailleurs.',
  'trace.nowhere': 'Aucune de ces phrases ne figure dans une autre dépêche.',
  'trace.elsewhere': 'Autres dépêches',
  'trace.own': 'Dans la même dépêche',
  'trace.own-withdrawn': 'Dans la même dépêche, non publié',
  'trace.left-out':
    '{count, plural, one {# dépêche n’a en commun que des formules d’usage et n’est pas montrée.} other {# dépêches n’ont en commun que des formules d’usage et ne sont pas montrées.}}',
  'trace.show-formulas': 'Les montrer aussi',
  'trace.bounded':
    'Il peut y en avoir d’autres : seules les dépêches les plus probables ont été lues en entier.',
  'trace.take': '{kind}, {stamp}',
  'trace.draft': 'Brouillon, enregistré le {time}',
  'trace.discarded': 'Brouillon abandonné, enregistré le {time}',
  'trace.near': 'remanié',
  'trace.open-title': 'Montrer le passage',
  'trace.todo.correct': 'publié : à rectifier ou à retirer',
  'trace.todo.finish-draft': 'publié ; un brouillon y est ouvert',
  'trace.todo.edit': 'non publié : à corriger',
  'trace.todo.withdrawn': 'déjà retirée',
  'trace.todo.replaced': 'plus dans le récit des lecteurs',
  'trace.todo.put-away': 'jamais publié',
  'trace.correct': 'Corriger…',
  'trace.withdraw': 'Retirer…',
  'trace.edit': 'Corriger le brouillon',
  'trace.open-draft': 'Montrer',
  'trace.exports': 'Ce qui est sorti',
  'trace.way.file': 'Fichier, {format}',
  'trace.way.clipboard': 'Copié, {format}',
  'trace.way.print': 'Imprimé',
  'trace.way.delivery': 'Livré, {format}',
  'trace.format.wire': 'texte de fil',
  'trace.format.proof': 'preuve',
  'trace.format.comparison': 'comparaison',
  'trace.export-todo.file': 'remplacer le fichier et prévenir qui l’a',
  'trace.export-todo.clipboard': 'trouver où il a été collé',
  'trace.export-todo.print': 'reprendre le papier',
  'trace.export-todo.delivery': 'envoyer la correction ou l’annulation à sa suite',
  'trace.export-of': '{slug}, {count, plural, one {prise {takes}} other {prises {takes}}}, {time}',
};
