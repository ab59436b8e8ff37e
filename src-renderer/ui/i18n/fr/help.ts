import type { help as english } from '../en/help';

/** L’aide, la visite et les licences. */
export const help: Readonly<Record<keyof typeof english, string>> = {
  'help.title': 'Aide de Writethru',
  'help.search': 'Chercher dans l’aide',
  'help.list': 'Pages de l’aide',
  'help.none': 'Aucune page n’a ces mots.',
  'tour.take': 'Suivre la visite',
  'tour.step': '{step, number} sur {steps, number}',
  'tour.next': 'Suivant',
  'tour.back': 'Retour',
  'tour.leave': 'Quitter la visite',
  'tour.done': 'Terminé',
  'tour.wire.title': 'Le fil',
  'tour.wire.text':
    'Tout ce que le desk a écrit et reçu, le plus récent d’abord. Les vues, au-dessus, montrent les brouillons, ce qui est publié, ce qui est sous embargo et les questions qui attendent une réponse.',
  'tour.writing.title': 'La feuille',
  'tour.writing.text':
    '[[dispatch.new]] commence une dépêche. Une histoire se raconte par prises : [[draft.append-update]] ajoute une mise à jour à ce qui est publié. Il n’y a rien à enregistrer : la barre d’état dit quand le disque a ce que vous avez tapé.',
  'tour.publishing.title': 'Les contrôles, puis la publication',
  'tour.publishing.text':
    'L’onglet **Contrôles** dit ce qui sépare un brouillon de la publication. [[draft.publish]] montre exactement ce qui partira. Une prise publiée ne change plus ; [[dispatch.something-wrong]] mène à un rectificatif ou à une annulation.',
  'tour.notes.title': 'La marge',
  'tour.notes.text':
    'Sélectionnez des mots et appelez [[note.add]]. La note les suit à travers tous les changements. Détails, Historique et Contrôles sont à côté des notes.',
  'tour.search.title': 'La recherche',
  'tour.search.text':
    '[[search.archive]] cherche chaque mot à mesure que l’on tape, sans égard aux accents ni aux terminaisons. [[dispatch.open-quickly]] ouvre une dépêche par son titre, [[app.palette]] trouve chaque commande.',
  'tour.safety.title': 'Gardé',
  'tour.safety.text':
    'Tout reste sur cette machine, dans un seul fichier. Des sauvegardes vérifiées se font d’elles-mêmes : [[archive.backups]]. [[help.open]] ouvre l’aide ; la visite peut y être reprise.',
  'licences.title': 'Licences',
  'licences.search': 'Chercher dans les paquets',
  'licences.list': 'Paquets',
  'licences.none': 'Aucun paquet n’a ces mots.',
  'licences.engine': 'Electron {electron} · Chromium {chromium} · Node {node}',
  'licences.open-engine': 'Licences de Chromium…',
  'licences.facts': 'Version {version} · {licence}',
  'licences.no-text': 'Le paquet n’apporte pas le texte de sa licence. Il nomme {licence}.',
  'error.not-found.licences':
    'Les licences d’Electron et de Chromium ne sont pas à côté du programme. Elles font partie de chaque paquet installé.',
};
