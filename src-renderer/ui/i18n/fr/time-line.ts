import type { timeLine as english } from '../en/time-line';

/** Words of the time line of the archive and of a day at the desk. */
export const timeLine: Readonly<Record<keyof typeof english, string>> = {
  'time-line.title': 'Frise de l’archive',
  'time-line.units': 'Échelle',
  'time-line.unit.year': 'Années',
  'time-line.unit.month': 'Mois',
  'time-line.unit.day': 'Jours',
  'time-line.unit.hour': 'Heures',
  'time-line.zoom-in': 'Agrandir',
  'time-line.zoom-out': 'Réduire',
  'time-line.earlier': 'Avant',
  'time-line.later': 'Après',
  'time-line.today': 'La journée du desk',
  'time-line.table': 'Tableau',
  'time-line.brush': 'Période',
  'time-line.keys':
    'Les flèches déplacent, avec Maj elles étendent ; + et − changent d’échelle ; Entrée cherche à ces dates.',
  'time-line.value':
    '{when} : {takes, plural, =0 {rien de publié} one {# prise} other {# prises}}{corrections, plural, =0 {} one {, # rectificatif} other {, # rectificatifs}}{kills, plural, =0 {} one {, # annulation} other {, # annulations}}',
  'time-line.hour': '{from}–{to}',
  'time-line.hours-of': '{day}, {from}–{to}',
  'time-line.from-to': '{from} – {to}',
  'time-line.of.dispatches': 'Dépêches ouvertes',
  'time-line.of.report': 'Dépêches',
  'time-line.of.update': 'Mises à jour, reprises, avis',
  'time-line.of.correction': 'Rectificatifs',
  'time-line.of.kill': 'Annulations',
  'time-line.when': 'Quand',
  'time-line.undated':
    '{count, plural, one {L’heure d’une prise est inconnue : elle ne figure pas sur la frise.} other {L’heure de # prises est inconnue : elles ne figurent pas sur la frise.}}',
  'time-line.no-hour':
    '{count, plural, one {D’une prise on ne connaît que le jour : elle n’est dans aucune heure.} other {De # prises on ne connaît que le jour : elles ne sont dans aucune heure.}}',
  'time-line.more':
    'Il y en a d’autres ; les {count, number} premières sont montrées. Une recherche les trouve toutes.',
  'time-line.search': 'Chercher à ces dates',
  'time-line.takes': 'Publié',
  'time-line.hour-unknown': 'heure inconnue',
  'time-line.none': 'Rien n’a été publié alors.',
  'time-line.empty.title': 'Rien n’est encore publié',
  'time-line.empty': 'La frise montre ce qui a été publié et quand, dès qu’il y a quelque chose.',
  'time-line.building':
    'L’index de recherche est en construction : la frise est comptée dessus et paraîtra ensuite.',
  'time-line.counting': 'Décompte de l’archive…',
};
