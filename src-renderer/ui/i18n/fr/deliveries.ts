import type { deliveries as english } from '../en/deliveries';

/** Les dossiers par où les mots arrivent et partent d’eux-mêmes. */
export const deliveries: Readonly<Record<keyof typeof english, string>> = {
  'folders.title': 'Arrivée du fil et livraison',
  'folders.choose': 'Choisir le dossier…',
  'wire-in.title': 'Arrivée du fil',
  'wire-in.explain':
    'Les nouveaux fichiers de ce dossier entrent au fil en moins de deux secondes, dans tous les formats lus. Chacun est lu une fois, quand il est entier, et reste où il est.',
  'wire-in.none': 'Aucun dossier choisi.',
  'wire-in.active': 'Surveiller ce dossier',
  'wire-in.state.off': 'Non surveillé.',
  'wire-in.state.watching': 'Surveillé.',
  'wire-in.state.missing': 'Le dossier n’est pas là. Il est cherché toutes les quelques secondes.',
  'wire-in.state.paused': 'Non surveillé : l’archive ne peut qu’être lue ici.',
  'wire-in.arrived':
    '{count, plural, =0 {Rien n’est encore arrivé depuis le démarrage.} one {# dépêche arrivée depuis le démarrage, à {time}.} other {# dépêches arrivées depuis le démarrage, la dernière à {time}.}}',
  'wire-in.refused': '{count, plural, one {# fichier refusé} other {# fichiers refusés}}',
  'delivery.title': 'Livraison',
  'delivery.explain':
    'Ce qui est publié est aussitôt écrit, entier, dans chacun de ces dossiers ; ce qui est sous embargo, à sa levée. Ce qui échoue est retenté.',
  'delivery.none': 'Aucun dossier : rien n’est livré.',
  'delivery.list': 'Dossiers de livraison',
  'delivery.add': 'Ajouter un dossier…',
  'delivery.change': 'Modifier…',
  'delivery.change-which': 'Modifier « {name} »',
  'delivery.remove': 'Retirer',
  'delivery.remove-which': 'Retirer « {name} »',
  'delivery.remove-text':
    'Plus rien n’est livré à « {name} », et ce qui l’attend est abandonné. Ses fichiers restent.',
  'delivery.active': 'Livrer à « {name} »',
  'delivery.name': 'Nom',
  'delivery.path': 'Dossier',
  'delivery.no-path': 'aucun',
  'delivery.formats': 'Formats',
  'delivery.pattern': 'Noms des fichiers',
  'delivery.pattern-hint':
    'Du texte et, de la dépêche : {parts}. Sans {take}, une mise à jour remplace le fichier de la prise précédente.',
  'delivery.pattern-example': 'Par exemple {name}',
  'delivery.save': 'Enregistrer le dossier',
  'delivery.queue': 'Reste à livrer',
  'delivery.queue-empty': 'Tout est livré.',
  'delivery.counts':
    '{waiting, plural, =0 {} one {# en attente. } other {# en attente. }}{held, plural, =0 {} one {# sous embargo. } other {# sous embargo. }}{failed, plural, =0 {} one {# en échec.} other {# en échec.}}',
  'delivery.row': '{slug}, prise {take}, {format}, à « {name} »',
  'delivery.next':
    'Prochain essai à {time}, après {attempts, plural, one {# échec} other {# échecs}}.',
  'delivery.held-until': 'Sous embargo jusqu’au {time}.',
  'delivery.soon': 'En cours de livraison.',
  'delivery.retry': 'Réessayer maintenant',
  'delivery.drop': 'Abandonner',
  'delivery.drop-which': 'Abandonner {what}',
  'status.delivery-failed':
    '{count, plural, one {# livraison en échec} other {# livraisons en échec}}',
  'status.delivery-waiting': '{count, plural, one {# à livrer} other {# à livrer}}',
  'status.delivery-on': 'Livraison active',
  'status.wire-in': 'Arrivée du fil',
  'status.wire-in-missing': 'Dossier du fil absent',
  'status.wire-in-title': 'Les fichiers de {path} entrent au fil',
  'error.archive-read-only.file':
    '{path} n’a pas pu être écrit ({code}). Rien n’est resté à moitié écrit ; vérifiez le dossier et ses droits.',
  'error.validation.pattern-part-unknown':
    'Les noms des fichiers contiennent une partie entre accolades qui n’est pas connue. Rien n’a été changé ; prenez celles nommées sous le champ.',
  'error.validation.pattern-without-id':
    'Il faut {braced} dans les noms des fichiers, sinon une dépêche remplacerait le fichier d’une autre. Rien n’a été changé.',
  'error.validation.folders-overlap':
    'Le dossier du fil et un dossier de livraison seraient le même, ou l’un dans l’autre : ce qui est livré reviendrait. Rien n’a été changé.',
};
