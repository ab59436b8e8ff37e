import type { backups as english } from '../en/backups';

/** Les sauvegardes de l’archive. */
export const backups: Readonly<Record<keyof typeof english, string>> = {
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
};
