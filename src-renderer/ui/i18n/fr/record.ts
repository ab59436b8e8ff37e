import type { record as english } from '../en/record';

/** Le registre : ce que portent les prises, horodatages, embargos, heures de publication, états. */
export const record: Readonly<Record<keyof typeof english, string>> = {
  'check.correction-target-missing': 'La prise corrigée n’est pas désignée.',
  'check.correction-wrong-missing': 'Ce qui était faux n’est pas dit.',
  'check.correction-right-missing': 'Ce qui est juste n’est pas dit.',
  'check.kill-reason-missing': 'La raison de l’annulation n’est pas dite.',
  'check.kill-decider-missing': 'Qui a décidé l’annulation n’est pas dit.',
  'check.day-does-not-fit':
    '{count, plural, one {Un jour ne s’accorde pas avec l’horodatage :} other {# jours ne s’accordent pas avec l’horodatage :}} {words}.',
  'check.headline-over-length':
    '{count, plural, one {Le titre dépasse sa limite de # signe.} other {Le titre dépasse sa limite de # signes.}}',
  'check.alert-over-length':
    '{count, plural, one {L’alerte dépasse sa limite de # signe.} other {L’alerte dépasse sa limite de # signes.}}',
  'check.text-malformed':
    '{count, plural, one {# caractère de commande ou signe brisé est dans le texte.} other {# caractères de commande ou signes brisés sont dans le texte.}} Retapez ces mots.',
  'check.suggestions-unsettled':
    '{count, plural, one {# proposition n’est pas réglée.} other {# propositions ne sont pas réglées.}} Acceptez ou refusez chacune.',
  'error.embargoed':
    'La dépêche est sous embargo. Rien n’est sorti ; attendez sa fin, ou levez-le.',
  'error.embargoed.until':
    'La dépêche est sous embargo jusqu’au {until}. Rien n’est sorti ; attendez cette heure, ou levez l’embargo.',
  'error.validation.stamp-zone-unknown':
    'Ce fuseau horaire n’existe pas. Rien n’a été changé ; choisissez-en un dans la liste.',
  'error.validation.stamp-in-the-future':
    'L’horodatage est dans le futur. Rien n’a été changé ; donnez une heure passée.',
  'error.validation.stamp-before-predecessor':
    'L’horodatage précède celui de la prise d’avant. Rien n’a été changé ; donnez une heure plus tardive.',
  'error.validation.stamp-after-successor':
    'L’horodatage suit celui de la prise d’après. Rien n’a été changé ; donnez une heure plus tôt.',
  'error.validation.stamp-reason-missing':
    'Un horodatage mis à la main demande une raison. Rien n’a été changé ; dites pourquoi, le registre la garde.',
  'error.validation.embargo-zone-unknown':
    'Ce fuseau horaire n’existe pas. L’embargo reste tel quel ; choisissez un fuseau dans la liste.',
  'error.validation.embargo-not-in-the-future':
    'L’embargo finirait dans le passé. Il reste tel quel ; donnez une heure à venir.',
  'error.validation.embargo-reason-missing':
    'Un embargo ne finit avant l’heure que pour une raison. Il tient toujours ; dites pourquoi, le registre la garde.',
  'error.validation.embargo-none-to-lift': 'Aucun embargo ne tient. Rien n’a été changé.',
  'error.validation.schedule-not-in-the-future':
    'L’heure est passée. Le brouillon est gardé tel quel ; donnez une heure à venir, ou publiez maintenant.',
  'error.validation.nothing-published':
    'Rien de cette dépêche n’est encore publié : il n’y a rien à sortir. Publiez-la d’abord.',
  'error.internal.printing':
    'Rien n’a été imprimé : le système n’annonce pas d’imprimante utilisable. Vérifiez-la et recommencez.',
  'publish.advisory-line': 'Ligne d’avis',
  'publish.advisory-hint': 'Dit aux rédactions ce qui a changé ; elle précède le texte.',
  'publish.corrects': 'Prise corrigée',
  'publish.corrects-none': 'Choisir une prise',
  'publish.corrects-take': '{ordinal, number}. {kind}, {stamp}',
  'publish.wrong': 'Ce qui était faux',
  'publish.right': 'Ce qui est juste',
  'publish.kill-reason': 'Pourquoi elle est retirée',
  'publish.kill-decider': 'Qui l’a décidé',
  'publish.kill-decider-hint': 'Nom et fonction, par exemple la rédaction en chef',
  'publish.when': 'Moment de la publication',
  'publish.when-now': 'Maintenant',
  'publish.when-later': 'À une heure fixée',
  'publish.when-by-hand': 'Horodatage à la main',
  'publish.hour': 'Heure de publication',
  'publish.stamp-time': 'Horodatage',
  'publish.stamp-reason': 'Raison',
  'publish.stamp-reason-hint': 'Le registre la garde pour toujours.',
  'publish.later-note':
    'Le texte partira de lui-même, tel qu’il est maintenant. Si la machine dort alors, ou si le texte change d’ici là, on vous demandera d’abord.',
  'publish.schedule': 'Programmer',
  'publish.embargoed':
    'Sous embargo jusqu’au {time} : la prise entre au registre ; rien ne peut être copié, exporté ni imprimé avant.',
  'toast.scheduled': 'Publication programmée le {time}.',
  'time.zone': 'Fuseau horaire',
  'time.day': 'Jour',
  'time.skipped': 'Aucune horloge n’y montre cette heure : vérifiez le jour, l’heure et le fuseau.',
  'time.which': 'Les horloges montrent deux fois cette heure',
  'time.clock': 'Heure',
  'time.day-hint': 'Jour, mois, année : 02/05/2017',
  'time.clock-hint': 'Par exemple 21 h 14',
  'time.zone-hint': 'Par exemple Europe/Paris',
};
