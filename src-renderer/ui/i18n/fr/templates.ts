import type { templates as english } from '../en/templates';

/** Words of dispatch templates, their fields, and the sign-off. */
export const templates: Readonly<Record<keyof typeof english, string>> = {
  'template.title': 'Modèles de dépêche',
  'template.search': 'Chercher dans les modèles',
  'template.list': 'Modèles',
  'template.new': 'Nouveau modèle',
  'template.one': 'Modèle',
  'template.none-found': 'Aucun modèle n’a ces mots.',
  'template.shipped': 'fourni',
  'template.shipped-hint': 'Il est fourni avec Writethru. On peut en changer une copie.',
  'template.copy': 'En faire une copie',
  'template.remove': 'Retirer',
  'template.import': 'Importer…',
  'template.import-label': 'Importer des modèles',
  'template.import.stays': 'Importer, en gardant les modèles de même nom',
  'template.import.is-replaced': 'Importer, en remplaçant les modèles de même nom',
  'template.export': 'Exporter…',
  'template.imported':
    '{added, plural, =0 {Aucun modèle ajouté} one {# modèle ajouté} other {# modèles ajoutés}}, {replaced, number} {replaced, plural, one {remplacé} other {remplacés}}, {kept, number} {kept, plural, one {gardé tel qu’il est ici} other {gardés tels qu’ils sont ici}}, {unchanged, number} déjà là.',
  'template.exported':
    '{templates, plural, one {# modèle enregistré} other {# modèles enregistrés}} dans {path}',
  'template.kept': '« {name} » est parmi les modèles.',
  'template.name': 'Nom',
  'template.desk': 'Desk',
  'template.desk-hint': 'Les dépêches qu’il commence sont à ce desk. Vide : pour tous.',
  'template.language': 'Langue',
  'template.headline': 'Titre',
  'template.headline-hint': 'Ce qui est à remplir se met entre accolades : {field}.',
  'template.text': 'Texte',
  'template.text-hint':
    'Chaque ligne est un paragraphe, la première le chapô. « ## » commence un intertitre, « > » une citation, « - » un élément de liste ; --- est un séparateur. L’horloge remplit {day} et {time}, les préférences {initials}.',
  'template.signoff': 'Signature',
  'template.signoff-hint': 'Vide : celle des préférences.',
  'template.urgency':
    'urgence {urgency, plural, =1 {1 alerte} =2 {2 urgent} =3 {3 prioritaire} =5 {5 courant} =8 {8 minimale} other {#}}',
  'template.choose': 'Modèle',
  'template.choose-title.dispatch': 'Nouvelle dépêche d’après un modèle',
  'template.choose-title.draft': 'Mettre un modèle dans le brouillon',
  'template.choose-note': 'La touche Tab va ensuite de champ en champ.',
  'template.draft-has-words':
    'Le brouillon a déjà des mots. Un modèle se met dans un brouillon vide.',
  'template.no-fields': 'Aucun champ n’est à remplir.',
  'check.fields-unfilled':
    '{count, plural, one {Un champ du modèle reste à remplir : {words}.} other {# champs du modèle restent à remplir : {words}.}}',
  'sign.offer': 'Signer {signoff}',
  'sign.offer-hint': 'Qui relit en dernier est en dernier dans la signature.',
  'sign.signed': 'Signé {signoff}.',
  'sign.last-already': 'La signature finit déjà par {initials}.',
  'sign.no-chain':
    'Cette signature est faite de mots, ce n’est pas une chaîne comme reuters/ptur. Ajoutez vos initiales à la main.',
  'sign.no-initials': 'Vos initiales ne sont pas encore dans les préférences.',
  'error.validation.template-name':
    'Ce desk a déjà un modèle de ce nom dans cette langue. Rien n’a été changé ; choisissez un autre nom.',
  'error.validation.templates-unreadable':
    'Le fichier n’est pas du JSON. Rien n’a été changé ; choisissez un fichier de modèles.',
  'error.validation.templates-none':
    'Le fichier ne contient aucun modèle de dépêche. Rien n’a été changé ; choisissez un fichier de modèles.',
  'error.validation.templates-newer':
    'Le fichier vient d’une version plus récente de Writethru. Rien n’a été changé ; reprenez-le avec elle.',
  'error.validation.templates-too-large':
    'Le fichier est trop grand pour des modèles. Rien n’a été changé ; partagez-le.',
  'error.validation.templates-entry':
    'Il manque au modèle {entry, number} du fichier un nom, un texte ou une langue, son urgence n’est pas de 1 à 8, ou quelque chose y est trop long. Rien n’a été changé ; réparez le fichier.',
  'error.validation.templates-twice':
    'Le modèle {entry, number} du fichier a le nom d’un autre avant lui, dans le même desk et la même langue. Rien n’a été changé ; donnez-lui un autre nom.',
  'error.validation.templates-too-many':
    'Il y a trop de modèles. Celui-ci n’a pas été gardé ; retirez-en d’abord.',
};
