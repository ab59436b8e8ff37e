import type { tools as english } from '../en/tools';

/** Words of import, preferences, shortcuts and the archive's own tasks. */
export const tools: Readonly<Record<keyof typeof english, string>> = {
  'import.drop.title': 'Déposer pour importer',
  'import.drop.text':
    'Chaque fichier devient une dépêche. Son contenu est gardé à l’octet près ; un fichier déjà présent n’est pas ajouté deux fois.',
  'import.running': 'Importation',
  'import.progress': '{done, number} sur {total, number}',
  'import.rate': '{rate, number} par seconde',
  'import.left': '{seconds, plural, one {encore # seconde} other {encore # secondes}}',
  'import.reading': 'Lecture de {name}',
  'import.cancelling': 'Arrêt…',
  'import.report': 'Rapport d’importation',
  'import.summary':
    '{added, plural, =0 {Aucun ajout} one {# dépêche ajoutée} other {# dépêches ajoutées}}{updated, plural, =0 {} one {, # avec de nouvelles prises} other {, # avec de nouvelles prises}}, {unchanged, plural, =0 {aucune déjà présente} one {# déjà présente} other {# déjà présentes}}, {refused, plural, =0 {aucun refus} one {# refus} other {# refus}}.',
  'import.cancelled': 'Arrêtée avant la fin. Ce qui a été ajouté reste.',
  'import.added':
    '{takes, plural, one {Ajoutée avec # prise} other {Ajoutée avec # prises}} · {format} · {encoding}',
  'import.unchanged': 'Déjà dans l’archive ; rien n’a été changé.',
  'import.refused.empty': 'Refusé : le fichier est vide.',
  'import.refused.binary':
    'Refusé : ce n’est pas du texte ({detail}). Le fichier est resté où il est.',
  'import.refused.too-large':
    'Refusé : le fichier est trop grand ({size}). Partagez-le et réessayez.',
  'import.refused.no-text': 'Refusé : aucun mot n’y a été trouvé.',
  'import.refused.photo-without-words':
    'Refusée : cette photo ne porte ni légende ni crédit. Insérez-la plutôt dans un brouillon.',
  'import.refused.photo-broken':
    'Refusée : cette photo est abîmée ou incomplète. Faites-la renvoyer.',
  'import.refused.unreadable':
    'Refusé : le fichier n’a pas pu être lu. Vérifiez qu’il existe encore et qu’on peut l’ouvrir.',
  'import.refused.archive': 'Refusé par l’archive : {detail}',
  'import.save': 'Enregistrer le rapport…',
  'import.saved': 'Le rapport a été enregistré sous {path}.',
  'import.copy': 'Copier le rapport',
  'import.pasted-name': 'Collé à {time}',
  'import.paste.title': 'Importer un texte collé',
  'import.paste.label': 'Texte de la dépêche',
  'import.paste.hint':
    'Collez le texte tel qu’il est arrivé, avec ses lignes « Publié ». Il est gardé tel quel.',
  'import.paste.confirm': 'Importer',
  'import.nothing': 'Il n’y a pas de texte dans le presse-papiers.',
  'repair.on-line': 'Ligne {line, number} : {sentence}',
  'repair.unknown': 'Réparé à la lecture : {code}.',
  'preferences.title': 'Préférences',
  'preferences.initials': 'Vos initiales',
  'preferences.initials-hint': 'Elles signent les prises et les notes. Peuvent rester vides.',
  'preferences.initials-placeholder': 'par exemple ptur',
  'preferences.language': 'Langue de la fenêtre',
  'preferences.language.system': 'Système',
  'preferences.language.fr': 'Français',
  'preferences.language.en': 'English',
  'preferences.theme': 'Apparence',
  'preferences.theme.system': 'Système',
  'preferences.theme.light': 'Papier journal',
  'preferences.theme.dark': 'Desk de nuit',
  'preferences.typography': 'Typographie automatique',
  'preferences.typography-hint':
    'Espaces fines, guillemets, apostrophes et ordinaux se mettent en place à la frappe. Retour arrière défait le dernier changement.',
  'preferences.zone': 'Fuseau horaire du desk',
  'preferences.zone-system': 'Système ({zone})',
  'preferences.zone-hint': 'Les prises y sont horodatées. Les instants sont gardés en UTC.',
  'preferences.version': 'Writethru {version}',
  'preferences.done': 'Terminé',
  'palette.title': 'Toutes les commandes',
  'palette.label': 'Nom de la commande',
  'palette.none': 'Aucune commande ne porte ce nom.',
  'quick.title': 'Ouvrir rapidement',
  'quick.label': 'Slug ou titre',
  'quick.none': 'Aucune dépêche n’a ces mots dans son slug ou son titre.',
  'shortcuts.title': 'Raccourcis clavier',
  'shortcuts.in-search': 'Dans la recherche',
  'shortcuts.next-passage': 'Passage suivant et précédent',
  'shortcuts.back': 'Retour au fil',
  'verify.title': 'Vérifier l’archive',
  'verify.running':
    'Lecture de chaque révision et contrôle de son empreinte. Vous pouvez continuer à travailler.',
  'verify.whole':
    'Le registre est intact. {revisions, plural, one {# révision} other {# révisions}} de {dispatches, plural, one {# dépêche} other {# dépêches}} : empreintes conformes.',
  'verify.problems':
    '{count, plural, one {# problème trouvé.} other {# problèmes trouvés.}} Rien n’a été changé.',
  'verify.problem': '{code} : {subject}',
  'verify.take': 'prise {ordinal, number} de {slug}, « {headline} »',
  'verify.entry': 'entrée {number, number} de {slug}, « {headline} »',
  'verify.problem.file-structure': 'La structure du fichier est endommagée : {subject}',
  'verify.problem.take-without-revision': 'Une prise n’a pas de révision : {subject}',
  'verify.problem.chain-broken': 'La chaîne des révisions est rompue : {subject}',
  'verify.problem.take-altered':
    'Une prise publiée n’est plus telle qu’elle fut inscrite : {subject}',
  'verify.problem.original-altered':
    'Un fichier d’origine n’est plus tel qu’il est arrivé : {subject}',
  'verify.problem.picture-altered': 'Une photo n’est plus telle qu’elle est arrivée : {subject}',
  'verify.problem.picture-missing': 'Une photo montrée par une prise manque : {subject}',
  'verify.problem.stamp-differs':
    'L’heure fournie pour une prise n’est plus celle du registre : {subject}',
  'verify.problem.embargo-differs':
    'L’embargo d’une dépêche n’est plus celui du registre : {subject}',
  'verify.problem.takes-differ': 'Le fil compte d’autres prises que le registre : {subject}',
  'verify.problem.reference-broken':
    'Des lignes renvoient à ce qui n’est plus là, dans la table {subject}',
  'verify.problem.unreadable': 'Illisible : {subject}',
  'verify.problem.index-entry-missing':
    'L’index de recherche ne connaît pas {subject}. Reconstruire l’index le répare.',
  'verify.problem.index-entry-stray':
    'L’index de recherche contient {subject}, que l’archive n’a pas. Reconstruire l’index le répare.',
  'verify.problem.index-words-differ':
    'Le mot « {subject} » n’est pas là où le dit l’index de recherche. Reconstruire l’index le répare.',
  'verify.problem.index-damaged':
    'L’index de recherche est endommagé ; les textes ne le sont pas. Reconstruire l’index le répare.',
  'problem.retry': 'Réessayer',
  'problem.choose': 'Choisir une autre archive…',
  'problem.create': 'Créer une archive…',
  'problem.sample': 'Ouvrir l’archive d’exemple',
  'problem.path': 'Le fichier',
  'problem.archive-missing.title': 'L’archive n’est plus à sa place',
  'problem.archive-missing.text':
    'Aucun fichier à cet endroit. Il a peut-être été déplacé, ou son disque n’est pas branché. Rien n’a été créé à sa place.',
  'problem.archive-damaged.title': 'L’archive est endommagée',
  'problem.archive-damaged.text':
    'Le fichier n’est plus cohérent ; il n’a pas été ouvert en écriture et rien n’y a été changé. Ouvrez une sauvegarde, ou réessayez si le disque a eu un défaut.',
  'problem.archive-too-new.title': 'L’archive vient d’un Writethru plus récent',
  'problem.archive-too-new.text':
    'Cette version ne connaît pas sa forme ; elle a été laissée intacte. Mettez Writethru à jour, ou choisissez une autre archive.',
  'problem.archive-unsafe-place.title': 'L’archive n’est pas en lieu sûr',
  'problem.archive-unsafe-place.text':
    'Elle est sur un disque d’une autre machine, ou dans un dossier qu’un programme synchronise ({by}) : deux programmes y changeraient le même fichier et le déchireraient. Rien n’a été changé. Copiez-la sur un disque de cette machine ; ses sauvegardes, elles, peuvent être là.',
  'problem.bring-home': 'Copier sur cette machine…',
  'problem.archive-busy.title': 'L’archive est occupée',
  'problem.archive-busy.text':
    'Un autre Writethru, ou un autre programme, tient le fichier ouvert. Rien n’a été changé. Fermez-le et réessayez.',
  'problem.archive-full.title': 'Le disque est plein',
  'problem.archive-full.text':
    'L’archive ne peut pas s’ouvrir sans place pour écrire. Tout ce qui est enregistré est gardé. Libérez de la place et réessayez.',
  'problem.archive-read-only.title': 'L’archive ne peut pas être écrite',
  'problem.archive-read-only.text':
    'Le fichier, son dossier ou son disque est protégé en écriture. Tout son contenu est gardé. Changez ses droits et réessayez.',
  'problem.archive-empty.title': 'Le fichier est vide',
  'problem.archive-empty.text':
    'On attendait une archive et le fichier ne contient rien. Rien n’y a été écrit. S’il est sur un disque synchronisé, laissez la copie finir et réessayez.',
  'problem.archive-foreign.title': 'Ce n’est pas une archive Writethru',
  'problem.archive-foreign.text':
    'Le fichier appartient à un autre programme ; il a été laissé intact.',
  'problem.archive-exists.title': 'Un fichier est déjà là',
  'problem.archive-exists.text':
    'Une nouvelle archive n’écrase jamais un fichier. Choisissez un autre nom ou un autre endroit.',
  'problem.other.title': 'L’archive n’a pas pu être ouverte',
  'problem.other.text':
    'Elle a été laissée telle quelle ({code}). Réessayez, ou choisissez-en une autre.',
};
