import type { merge as english } from '../en/merge';

/** Un brouillon dont la dépêche a continué depuis qu’il est commencé. */
export const merge: Readonly<Record<keyof typeof english, string>> = {
  'check.base-moved':
    'Quelque chose a été publié depuis que ce brouillon est commencé. Fusionnez-le d’abord avec.',
  'merge.title': 'Fusionner avec ce qui a été publié',
  'merge.base-moved': 'Quelque chose a été publié depuis que ce brouillon est commencé.',
  'merge.open': 'Regarder et fusionner…',
  'merge.reading': 'Fusion des deux textes…',
  'merge.since': 'Publié depuis que ce brouillon est commencé',
  'merge.take': 'Prise {ordinal, number} : {kind}, {stamp}',
  'merge.explain':
    'Ce qu’un seul des textes a changé est fusionné. Là où les deux ont changé les mêmes mots, vous choisissez ; d’ici là, les deux sont gardés. Une seule annulation défait la fusion.',
  'merge.nothing':
    'Les mots de ce brouillon sont les siens : rien n’y doit changer. Voyez s’ils vont encore avec ce qui a été publié.',
  'merge.what-changed': 'Voir ce qui a été publié…',
  'merge.text': 'Les textes côte à côte',
  'merge.begun-with': 'Tel quel au début du brouillon',
  'merge.published': 'Tel que publié depuis',
  'merge.draft': 'Ce brouillon',
  'merge.unchanged': '{count, plural, one {# bloc inchangé} other {# blocs inchangés}}',
  'merge.hunk.mine': 'Changé dans le brouillon',
  'merge.hunk.theirs': 'Changé par ce qui a été publié',
  'merge.hunk.both': 'Changé de même par les deux',
  'merge.hunk.conflict': 'Changé par les deux, différemment',
  'merge.absent': 'rien',
  'merge.taken': 'Ce qui est pris du changement {number, number}',
  'merge.choice.mine': 'Le brouillon',
  'merge.choice.theirs': 'Ce qui a été publié',
  'merge.choice.both': 'Les deux',
  'merge.choice.base': 'Comme avant',
  'merge.conflicts': '{count, plural, =0 {Aucun conflit} one {# conflit} other {# conflits}}',
  'merge.take-it': 'Fusionner dans le brouillon',
  'merge.go-on': 'Continuer ce brouillon',
  'merge.draft-changed':
    'Quelqu’un a écrit dans le brouillon entre-temps. Rien n’a été fusionné ; les textes montrés sont les derniers.',
  'merge.not-flushed':
    'Les derniers mots du brouillon ne sont pas encore enregistrés. Ils sont gardés ici ; réessayez.',
  'toast.merged': 'Le brouillon tient compte de ce qui a été publié.',
  'toast.base-not-moved': 'Rien n’a été publié depuis que ce brouillon est commencé.',
};
