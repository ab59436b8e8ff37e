import type { errors as english } from '../en/errors';

/** Ce qui s’est passé, ce qui est gardé, quoi faire. */
export const errors: Readonly<Record<keyof typeof english, string>> = {
  'error.conflict':
    'La dépêche a été modifiée ailleurs depuis son affichage. Rien n’a été écrasé. Relisez-la et recommencez.',
  'error.conflict.draft-version':
    'Le brouillon a changé depuis son affichage. Rien n’a été publié ; relisez-le et publiez.',
  'error.conflict.other-archive':
    'Cette sauvegarde est celle d’une autre archive : elle n’a pas été mise à la place de celle-ci. Rien n’a changé.',
  'error.conflict.not-flushed':
    'Une fenêtre a des mots qui ne sont pas encore enregistrés ; ils y sont gardés et l’archive reste ouverte. Libérez la place qui manque et réessayez.',
  'error.conflict.base-revision':
    'Une prise a été publiée dans cette dépêche depuis le début du brouillon. Le brouillon est gardé ; lisez la nouvelle prise, puis publiez.',
  'error.archive-unsafe-place.network':
    'Cet endroit est sur le disque d’une autre machine ({by}), où une archive ouverte ne serait pas sûre. Rien n’a été créé ni changé ; choisissez un disque de cette machine. Les sauvegardes, elles, peuvent être là.',
  'error.archive-unsafe-place.synchronised':
    'Cet endroit est dans un dossier que {by} synchronise, ce qui déchirerait une archive ouverte. Rien n’a été créé ni changé ; choisissez un dossier hors de celui-ci. Les sauvegardes, elles, peuvent être là.',
  'error.archive-unsafe-place':
    'Une archive ouverte ne serait pas sûre à cet endroit. Rien n’a été changé.',
  'error.archive-busy.older-schema':
    'Cette sauvegarde est d’une version plus ancienne de Writethru : on n’y cherche pas une dépêche. Rien n’est changé. Restaurez l’archive entière, ou ouvrez une copie de la sauvegarde.',
  'error.archive-busy':
    'L’archive est occupée. Vos mots sont gardés dans cette fenêtre et seront enregistrés dès qu’elle sera libre.',
  'error.archive-full':
    'Le disque est plein. Vos mots sont gardés dans cette fenêtre ; libérez de la place et ils seront enregistrés.',
  'error.archive-read-only':
    'L’archive ne peut pas être écrite. Vos mots sont gardés dans cette fenêtre ; déverrouillez le fichier ou son disque.',
  'error.archive-read-only.open-elsewhere':
    'Cette archive est ouverte ailleurs : rien ne peut être modifié ici. Fermez-la là-bas, puis réessayez.',
  'error.archive-read-only.copy':
    'Cette archive est la copie d’une autre : rien ne peut être modifié ici. Faites-en une archive à part, ou ouvrez l’original.',
  'error.archive-damaged':
    'L’archive est endommagée et plus rien n’y est écrit. Ce qui est à l’écran est gardé ; copiez-le, puis ouvrez une sauvegarde.',
  'error.archive-too-new':
    'L’archive vient d’un Writethru plus récent et a été laissée intacte. Mettez Writethru à jour pour l’ouvrir.',
  'error.archive-missing':
    'L’archive n’est plus à sa place. Ce qui est à l’écran est gardé ; remettez le fichier et réessayez.',
  'error.archive-empty':
    'Le fichier est vide alors qu’on attendait une archive. Il a été laissé intact ; choisissez-en un autre.',
  'error.archive-foreign':
    'Ce fichier n’est pas une archive Writethru. Il a été laissé intact ; choisissez-en un autre.',
  'error.archive-exists':
    'Un fichier est déjà là et a été laissé intact. Choisissez un autre nom ou un autre endroit.',
  'error.validation':
    'Cela n’a pas pu être accepté tel quel. Rien n’a été changé ; vérifiez la saisie.',
  'error.validation.passphrase':
    'Ce n’est pas la bonne phrase secrète. Rien n’a été ouvert ni changé ; essayez encore.',
  'error.validation.sealed':
    'Ce fichier est scellé par une phrase secrète. Rien n’a été ouvert ni changé.',
  'error.validation.sealed-without-key':
    'Le fichier « key ….age », qui accompagne les sauvegardes scellées, n’est plus à côté de celle-ci. Rien n’a été changé ; remettez-le dans son dossier.',
  'error.validation.sealed-damaged':
    'Ce fichier scellé a été abîmé depuis qu’il est écrit. Rien n’a été ouvert ni changé ; prenez une autre sauvegarde.',
  'error.validation.oversize':
    'C’est plus que Writethru n’accepte en une fois. Rien n’a été changé ; partagez et réessayez.',
  'error.validation.blocked-by-checks':
    'Les contrôles ont trouvé un point qui bloque la publication. Le brouillon est gardé ; réglez-le et publiez à nouveau.',
  'error.validation.kind-may-not-follow':
    'Une prise de ce genre ne peut pas venir ici. Rien n’a été ajouté.',
  'error.validation.photo-too-large':
    'La photo dépasse {most, number} Mo. Elle n’a pas été reprise et le brouillon est tel qu’il était ; enregistrez-en une copie plus petite et recommencez.',
  'error.validation.photo-too-many-pixels':
    'La photo a plus de pixels que ce qui peut s’afficher (120 millions au plus). Elle n’a pas été reprise et le brouillon est tel qu’il était ; enregistrez-en une copie plus petite et recommencez.',
  'error.validation.photo-truncated':
    'La photo est abîmée ou incomplète, peut-être après une copie interrompue. Elle n’a pas été reprise et le brouillon est tel qu’il était ; récupérez-la de nouveau.',
  'error.validation.photo-svg':
    'Les dessins SVG ne sont pas repris, car ils peuvent contenir des programmes. Le brouillon est tel qu’il était ; enregistrez le dessin en PNG et recommencez.',
  'error.validation.photo-kind':
    'Seules les images JPEG, PNG et WebP sont reprises. Le brouillon est tel qu’il était ; enregistrez l’image sous l’un de ces formats et recommencez.',
  'error.not-found': 'Ce n’est plus dans l’archive. Rien n’a été changé ; le fil a été relu.',
  'error.cancelled': 'Annulé. Rien n’a été changé.',
  'error.internal':
    'Writethru n’a pas pu le faire et en a noté la raison dans son journal. Ce qui est enregistré est gardé ; réessayez.',
  'error.internal.bridge':
    'La fenêtre a perdu le contact avec l’archive. Ce qui est enregistré est gardé et ce que vous avez tapé reste ici ; copiez-le en cas de doute, puis relancez Writethru.',
  'error.short.conflict': 'le brouillon a changé ailleurs',
  'error.short.archive-busy': 'l’archive est occupée',
  'error.short.archive-full': 'le disque est plein',
  'error.short.archive-read-only': 'l’archive ne peut pas être écrite',
  'error.short.archive-damaged': 'l’archive est endommagée',
  'error.short.archive-missing': 'l’archive n’est plus à sa place',
  'error.short.not-found': 'le brouillon n’est plus dans l’archive',
  'error.short.other': 'l’archive ne l’a pas accepté',
};
