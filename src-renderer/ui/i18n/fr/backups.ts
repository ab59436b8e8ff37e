import type { backups as english } from '../en/backups';

/** Les sauvegardes de l’archive. */
export const backups: Readonly<Record<keyof typeof english, string>> = {
  'safe.label': 'Fenêtre revenue sans dépêche',
  'safe.text':
    'La fenêtre s’est arrêtée deux fois en une minute. Elle revient sans dépêche : ce qui est enregistré est dans le fil. Si l’une d’elles l’arrête encore, exportez-la sans l’ouvrir.',
  'damage.label': 'Dommages à l’archive',
  'damage.text':
    'La vérification du {time} a trouvé {count, plural, one {# problème} other {# problèmes}} dans l’archive.',
  'damage.see': 'Voir et réparer…',
  'backups.second': 'Second dossier',
  'backups.second-none': 'aucun ; un autre disque survit à celui-ci',
  'backups.second-choose': 'Garder aussi ailleurs…',
  'backups.second-stop': 'Ne plus garder ailleurs',
  'backups.second-failed':
    'La sauvegarde du {time} n’a pu être gardée dans le second dossier ({code}). Celle du premier n’est pas concernée.',
  'backups.verified': 'Dernière vérification de toute l’archive',
  'backups.never-verified': 'pas encore ; elle se fait d’elle-même chaque semaine',
  'mend.begin': 'Réparer l’archive…',
  'mend.label': 'Réparation de l’archive',
  'mend.explain':
    'L’archive endommagée est gardée telle quelle. À sa place vient la plus récente sauvegarde vérifiée, avec toutes les prises plus récentes dont l’empreinte concorde, et les brouillons et notes encore lisibles. Ce qui ne peut être sauvé vous est dit, avec ses mots.',
  'mend.confirm': 'Réparer',
  'mend.busy': 'Lecture, contrôle, assemblage…',
  'mend.done':
    'L’archive a été réparée : {dispatches, plural, one {# dépêche} other {# dépêches}}, {takes, plural, one {# prise} other {# prises}}. {lost, plural, =0 {Aucune prise n’est perdue.} one {# entrée du registre n’a pu être sauvée.} other {# entrées du registre n’ont pu être sauvées.}}',
  'mend.report': 'Ce qui a été fait',
  'mend.report-title': 'Comment l’archive a été réparée',
  'mend.base':
    'Réparée à partir de la sauvegarde du {time}. {added, plural, =0 {L’archive endommagée n’avait pas de prise plus récente.} one {# prise plus récente a été reprise de l’archive endommagée.} other {# prises plus récentes ont été reprises de l’archive endommagée.}} {drafts, plural, =0 {} one {# brouillon a été repris.} other {# brouillons ont été repris.}}',
  'mend.put-away':
    'Aucune autre sauvegarde n’est intacte : celle-ci est d’une histoire qu’une restauration avait écartée. Ce qu’elle avait retiré peut être revenu.',
  'mend.no-base':
    'Aucune sauvegarde vérifiée n’existait : tout vient de l’archive endommagée elle-même.',
  'mend.others':
    '{drafts, plural, =0 {Aucun brouillon n’est perdu.} one {# brouillon est illisible.} other {# brouillons sont illisibles.}} {originals, plural, =0 {} one {# fichier d’origine n’est plus tel qu’il est arrivé et a été laissé de côté.} other {# fichiers d’origine ne sont plus tels qu’ils sont arrivés et ont été laissés de côté.}}',
  'mend.torn': 'Certaines lignes sont illisibles dans : {tables}.',
  'mend.lost': 'N’ont pu être sauvées telles qu’elles furent inscrites',
  'mend.words': 'Leurs mots, autant qu’on peut les lire, sans garantie',
  'mend.kept': 'L’archive endommagée, telle quelle',
  'verify.rebuild-index': 'Reconstruire l’index',
  'backups.title': 'Sauvegardes',
  'backups.list': 'Sauvegardes, les plus récentes d’abord',
  'backups.explain':
    'Tant que Writethru est ouvert, l’archive est sauvegardée à chaque heure où quelque chose a été écrit. La plus récente est gardée pour chaque heure du dernier jour, chaque jour de deux semaines et chaque semaine de douze. Toute sauvegarde est vérifiée.',
  'backups.reading': 'Recherche des sauvegardes…',
  'backups.none': 'Il n’y a pas encore de sauvegarde de cette archive.',
  'backups.last': 'Dernière sauvegarde vérifiée : {time}',
  'backups.failed':
    'La sauvegarde du {time} a échoué ({code}). Les précédentes sont gardées ; un nouvel essai est fait dans l’heure.',
  'backups.folder': 'Dossier',
  'backups.reason.clock': 'à l’heure',
  'backups.reason.asked': 'demandée',
  'backups.reason.migration': 'avant le passage de l’archive à une nouvelle version',
  'backups.reason.restore': 'avant une restauration',
  'backups.now': 'Sauvegarder maintenant',
  'backups.making': 'Sauvegarde et vérification…',
  'backups.restore': 'Restaurer…',
  'backups.restore-to': 'Restaurer l’archive telle qu’elle était le {time}',
  'backups.restore-text':
    'L’archive revient au {time}. Telle qu’elle est maintenant, elle est gardée comme une sauvegarde : rien de ce qui a été écrit depuis n’est perdu, et vous pouvez revenir.',
  'backups.restore-confirm': 'Restaurer',
  'backups.restoring': 'La sauvegarde est vérifiée et mise en place…',
  'backups.look': 'Regarder dedans…',
  'backups.look-in': 'Chercher une dépêche dans la sauvegarde du {time}',
  'inside.title': 'Dans la sauvegarde du {time}',
  'inside.find': 'Mots du slug ou du titre',
  'inside.list': 'Dépêches de la sauvegarde',
  'inside.opening': 'Ouverture de la sauvegarde…',
  'inside.none': 'Aucune dépêche de cette sauvegarde n’a de tels mots.',
  'inside.hint':
    'Choisissez une dépêche : elle est montrée telle qu’elle était, à côté de celle d’aujourd’hui. Rien n’est changé tant que vous ne le demandez pas.',
  'inside.beside': 'La dépêche d’alors à côté de celle d’aujourd’hui',
  'inside.standing.same': 'comme aujourd’hui',
  'inside.standing.gone': 'n’est plus dans l’archive',
  'inside.standing.behind': 'l’archive a plus récent',
  'inside.standing.ahead': 'a des prises ou des notes que l’archive n’a pas',
  'inside.standing.other': 'son registre raconte autre chose',
  'inside.past.draft': 'Brouillon du {time}',
  'inside.past.story': 'Texte publié, au {time}',
  'inside.today.draft': 'Brouillon d’aujourd’hui',
  'inside.today.story': 'Texte publié aujourd’hui',
  'inside.gone': 'N’est plus dans l’archive',
  'inside.back': 'Toutes les sauvegardes',
  'inside.copy': 'Reprendre ces mots dans une nouvelle dépêche',
  'inside.bring-back': 'Remettre dans l’archive',
  'inside.copied': 'Une nouvelle dépêche commence par ces mots. L’autre est comme elle était.',
  'inside.brought':
    'Remis dans l’archive : {takes, plural, =0 {aucune prise} one {# prise} other {# prises}}, {notes, plural, =0 {aucune note} one {# note} other {# notes}}{drafts, plural, =0 {} other {, le brouillon}}.',
  'diagnostics.title': 'Informations de diagnostic',
  'diagnostics.explain':
    'Voici, mot pour mot, ce qui sera copié pour la personne à qui vous demandez de l’aide : versions, tailles, états et journal. Aucun mot d’une dépêche ou d’une note, aucun nom, aucun chemin.',
  'diagnostics.text': 'Ce qui sera copié',
  'diagnostics.copy': 'Copier',
  'diagnostics.copied': 'Copié.',
  'backups.sealed': 'scellée',
  'seal.begin': 'Sceller par une phrase secrète…',
  'seal.stop': 'Ne plus sceller',
  'seal.explain':
    'Les sauvegardes du second dossier ne s’ouvriront qu’avec cette phrase. Writethru ne la garde nulle part : sans elle, personne ne les ouvre plus, vous non plus. L’archive elle-même et les sauvegardes à côté d’elle restent lisibles sur ce disque.',
  'seal.passphrase': 'Phrase secrète',
  'seal.again': 'Encore une fois',
  'seal.length':
    'Au moins {least} signes ; quelques mots sans rapport valent mieux qu’un mot compliqué.',
  'seal.differ': 'Les deux ne sont pas les mêmes.',
  'seal.confirm': 'Sceller',
  'seal.busy': 'Fabrication de la clé, sauvegarde…',
};
