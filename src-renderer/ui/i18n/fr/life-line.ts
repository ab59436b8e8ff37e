import type { lifeLine as english } from '../en/life-line';

/** Words of the life of a dispatch. */
export const lifeLine: Readonly<Record<keyof typeof english, string>> = {
  'life.title': 'Vie de {slug}',
  'life.open': 'Dessiner la vie de la dépêche',
  'life.reading': 'Lecture…',
  'life.line': 'Ce qui s’est passé, dans l’ordre',
  'life.lane.published': 'Publié',
  'life.lane.drafts': 'Brouillons',
  'life.lane.notes': 'Notes',
  'life.lane.sent': 'Sorti',
  'life.take': '{kind}, prise {ordinal, number}',
  'life.take-undated': '{kind}, prise {ordinal, number} : heure inconnue, entrée alors',
  'life.stamp': 'Heure d’une prise fournie',
  'life.embargo.set': 'Embargo posé',
  'life.embargo.lifted': 'Embargo levé',
  'life.draft.begun': 'Brouillon commencé ({kind})',
  'life.draft.saved': 'Brouillon enregistré en dernier ({kind})',
  'life.draft.discarded': 'Brouillon abandonné ({kind})',
  'life.note.opened': 'Note : {kind}',
  'life.note.answered': 'Réponse à une note : {kind}',
  'life.note.resolved': 'Note résolue : {kind}',
  'life.note.reopened': 'Note rouverte : {kind}',
  'life.event': '{when} : {what}',
  'life.place': '{index, number} sur {count, number}',
  'life.when': 'Quand',
  'life.what': 'Quoi',
  'life.who': 'Par',
  'life.sort': 'Sorte',
  'life.show': 'Montrer',
  'life.scale':
    'Les longues attentes sont dessinées plus courtes : minutes et années se lisent sur une même ligne.',
  'life.more': 'Il y a plus que ce qui est montré : les 500 premières notes et sorties le sont.',
  'life.keys':
    'Les flèches passent de l’un à l’autre, haut et bas parmi les leurs ; Entrée le montre.',
  'life.empty.title': 'Rien ne s’est encore passé',
  'life.empty': 'Ce qui s’écrit, se publie, se note et sort de cette dépêche se dessinera ici.',
};
