import type { HelpPage } from '../model';

/** L’aide en français. `[[commande]]` vaut pour une commande avec son raccourci, `**…**` pour un terme. */
export const fr: readonly HelpPage[] = [
  {
    id: 'first-steps',
    title: 'Premiers pas',
    text: `À gauche, le **fil** : toutes les dépêches de l’archive, la plus récente d’abord. Au milieu, la **feuille** : une dépêche et ses prises. À droite, la **marge** : notes, détails, historique et contrôles.

- [[dispatch.new]] commence une dépêche. Écrivez ; Entrée mène du titre au chapô, puis plus loin.
- [[draft.publish]] montre ce qui partira et ce que les contrôles ont trouvé, puis publie.
- [[draft.append-update]] ajoute une mise à jour à ce qui est publié.
- [[search.archive]] cherche partout à mesure que l’on tape.
- [[app.palette]] trouve chaque commande par son nom, [[help.shortcuts]] donne les touches.

[[archive.open-sample]] ouvre une archive d’exemple : tout y est fictif, et vous pouvez tout y essayer. Il n’en reste rien dans la vôtre.`,
  },
  {
    id: 'writing',
    title: 'Écrire une dépêche',
    text: `Un brouillon a un titre, un chapô, des paragraphes, des intertitres, des citations avec leur auteur, des listes, des tableaux, des photos avec légende et crédit, et une signature.

- [[block.lead]], [[block.paragraph]], [[block.crosshead]] et [[block.quote]] changent le bloc où est le curseur.
- Une barre oblique dans un paragraphe vide propose tout cela, avec [[block.list]], [[block.numbered-list]], [[block.attribution]], [[table.insert]], [[block.separator]] et [[block.photo]].
- Entrée dans un dernier paragraphe vide d’une citation mène à qui le dit, puis en sort. Dans un tableau, Tab va d’une cellule à l’autre et ajoute une ligne après la dernière ; Entrée descend, puis sort du tableau.
- [[format.emphasis]], [[format.strong]] et [[format.link]] agissent sur la sélection.
- [[edit.find]] cherche dans le brouillon et dans ce que la dépêche a de publié ; [[edit.replace]] cherche et remplace dans le brouillon. F3 va à l’endroit suivant. [[edit.undo]] et [[edit.redo]] remontent jusqu’à l’ouverture de la fenêtre.

Ce que vous tapez est dans l’archive un quart de seconde plus tard au plus. La barre d’état ne dit « Enregistré », avec l’heure, qu’une fois que le disque l’a. Il n’y a pas de commande pour enregistrer, et il n’en faut pas.

[[view.focus-mode]] écarte les volets et ne laisse que le paragraphe en main à pleine encre ; Échap ramène tout. [[view.typewriter]] garde la ligne en main à hauteur fixe. [[view.measure-wider]], [[view.measure-narrower]], [[view.text-larger]] et [[view.text-smaller]] règlent la feuille, comme les préférences.

Les **abréviations** sont une liste des préférences : \`md\` suivi d’une espace devient « Maison Blanche », \`jj\` le jour et \`hh\` l’heure. Un retour arrière rend ce qui a été tapé.

[[dispatch.new-from-template]] commence une dépêche d’après un **modèle** du desk. Ses champs, \`{lieu}\`, sont entre accolades : la touche Tab va de l’un à l’autre, et ce que vous tapez prend sa place. Ceux qui restent vides sont dits par les contrôles. [[template.open]] est l’endroit où se font les modèles ; [[draft.from-template]] en met un dans un brouillon vide. [[draft.sign]] met vos initiales à la fin de la signature, et la publication le propose.

Ce qui est **collé** garde sa structure et ses images, et perd son apparence. Rien n’est téléchargé du web. [[edit.pasted]] dit ce qui a été laissé, [[edit.typeset-pasted]] rétablit ses espaces et ses guillemets.

Près de sa limite, un titre, un intertitre ou une alerte dit sa longueur. Les limites sont dans les préférences. Le calibrage de la barre d’état ouvre un tableau des mots, signes, lignes et feuillets.`,
  },
  {
    id: 'publishing',
    title: 'Mises à jour et publication',
    text: `Une dépêche se raconte par **prises** : une dépêche initiale, puis des mises à jour, rectificatifs, reprises, avis et annulations. Une prise publiée ne change plus : elle est verrouillée, horodatée et inscrite au registre.

- [[draft.append-update]] commence une mise à jour de la dépêche ouverte.
- [[draft.publish]] ouvre la feuille de publication : le texte tel qu’il partira, les contrôles, l’horodatage. Ce qui retient est dit d’abord.
- La même feuille fixe une heure : le brouillon se publie alors de lui-même. Si le poste était fermé, un bandeau demande ce qu’il doit en advenir.
- [[draft.discard]] met un brouillon de côté ; [[draft.restore]] le ramène.

Si quelque chose a été publié pendant que vous écriviez, [[draft.merge]] montre les trois textes côte à côte ; rien n’est écrasé.`,
  },
  {
    id: 'wrong',
    title: 'Rectificatifs et annulations',
    text: `[[dispatch.something-wrong]] pose deux questions et mène à la bonne prise :

- un **rectificatif** corrige une prise et dit ce qui était faux et ce qui est juste ;
- une **reprise** raconte l’histoire à neuf ;
- un **avis** dit quelque chose à son sujet ;
- une **annulation** la retire, avec un motif et le nom de qui a décidé.

La ligne qui dit ce qui a changé est proposée d’après la comparaison des deux textes. Ce qui a été publié reste lisible : marqué comme corrigé ou annulé, jamais caché. [[dispatch.trace]] retrouve ses phrases partout où l’archive les a.`,
  },
  {
    id: 'notes',
    title: 'Notes et propositions',
    text: `[[note.add]] note les mots sélectionnés ; une note peut aussi porter sur une photo, une prise ou toute la dépêche. Elle suit ses mots à travers les modifications, le couper-coller et les rectificatifs. Si ses mots ont disparu, elle attend sous la marge avec ce qui les entourait.

- [[note.next]] et [[note.previous]] vont de note en note ; Alt+Entrée va des mots à leur note.
- Une question veut une réponse : elle reste dans la vue « À répondre » jusqu’à ce qu’elle soit réglée.
- Les notes juridiques et de vérification ouvertes retiennent la publication.

[[suggest.toggle]] fait de chaque modification une proposition. [[suggest.next]], [[suggest.accept]] et [[suggest.reject]] les règlent ; la publication attend que toutes le soient. Des paroles citées ne changent qu’une fois que vous l’avez dit.`,
  },
  {
    id: 'search',
    title: 'Chercher',
    text: `[[search.archive]] cherche dans les prises, brouillons, légendes et notes, sans égard aux accents ni aux terminaisons : \`raid americain\` trouve « raids américains ». Les plus récentes d’abord.

- \`"ces mots-là"\` côte à côte ; \`=Été\` écrit ainsi
- \`améric*\` ce qui commence ainsi ; \`raid -Irak\` sans un mot ; \`Syrie OU Irak\` l’un ou l’autre
- \`titre:\`, \`note:\`, \`rubrique:\`, \`lieu:\`, \`sujet:\`, \`personne:\`, \`langue:fr\`, \`genre:rectificatif\`
- \`depuis:2017-05\`, \`le:hier\`, \`2016..2017\` après \`le:\` ; \`mots>800\` ; \`urgency:1..3\`
- \`is:draft\`, \`is:killed\`, \`has:photo\`, \`has:open-note\`

Les facettes, à gauche, resserrent ce qui est trouvé. F3 va de passage en passage dans la dépêche ouverte. Une recherche se garde sous un nom, sa liste s’enregistre en CSV, et tout ce qu’elle trouve s’exporte. [[dispatch.open-quickly]] ouvre une dépêche par son mot-clé ou son titre.

[[view.time-line]] montre ce qui a été publié et quand : années, mois, jours, et les heures d’un jour avec ses dépêches. Les flèches déplacent, avec Maj elles étendent, + et − changent d’échelle, Entrée cherche à ces dates ; la souris les balaie, un double clic agrandit. Les dépêches sont pleines, les mises à jour, reprises et avis hachurés ; un losange marque les rectificatifs, une croix les annulations. **Tableau** donne les mêmes chiffres.

[[view.life-line]] dessine une dépêche : ses prises, ses brouillons, ses notes (ouvertes, répondues, résolues) et ce qui en est sorti, dans l’ordre du temps. Les flèches passent de l’un à l’autre, haut et bas parmi les leurs ; Entrée le montre.`,
  },
  {
    id: 'import',
    title: 'Faire entrer des textes',
    text: `[[import.choose]] importe des fichiers, [[import.paste]] ce que vous avez copié ; on peut aussi déposer des fichiers sur la fenêtre. Les textes de fil, NITF, NewsML, ninjs, RSS, Atom, HTML, Markdown, courriels, Word, photos et ZIP de tout cela sont lus.

Chaque fichier devient une dépêche, chaque section datée une prise. Ce qui a été réparé à la lecture est dit dans un rapport. L’original est gardé à l’octet près dans les Détails de la dépêche. Importer deux fois le même fichier n’ajoute rien ; une version plus récente ajoute une prise.

[[exchange.folders]] désigne un dossier par où arrive le fil : ce qu’on y met s’importe de lui-même.`,
  },
  {
    id: 'export',
    title: 'Faire sortir des textes',
    text: `[[dispatch.export-as]] écrit la dépêche ouverte, ce que trouve une recherche ou tout ce qui est publié : ninjs, NITF, NewsML-G2, HTML, Markdown, Word, PDF, texte de fil, Atom, CSV, et des paquets qui entrent ailleurs sans perte. [[dispatch.copy]] la copie, [[dispatch.print]] l’imprime.

[[exchange.folders]] livre de lui-même dans des dossiers ce qui est publié. Ce qui n’a pu être livré attend, et est tenté de nouveau.

Un **embargo** retient tout cela jusqu’à son heure. [[dispatch.embargo]] le pose, le déplace ou le lève.`,
  },
  {
    id: 'history',
    title: 'Historique, preuve et comparaison',
    text: `L’onglet Historique donne chaque entrée du registre. Chacune porte une empreinte d’elle-même et de la précédente : ce qui serait changé après coup se verrait. [[dispatch.save-proof]] écrit un fichier qui le prouve sans Writethru.

- [[view.as-it-read]] montre l’histoire telle qu’elle se lisait à tout instant.
- [[view.story]] montre toutes les prises comme une seule histoire.
- [[dispatch.compare]] compare deux prises, versions, brouillons ou dépêches ; F7 va de changement en changement.
- [[archive.verify]] recalcule toutes les empreintes de l’archive.`,
  },
  {
    id: 'language',
    title: 'Orthographe, style et typographie',
    text: `L’orthographe et le style sont contrôlés hors ligne, en français et en anglais à la fois, chaque paragraphe dans sa langue. [[style.next]] va au point suivant ; Alt+Entrée dit ce qu’on peut y faire.

- Les accents d’abord : \`evenement\` propose « événement ».
- Vos mots et les noms du desk sont des listes dans les préférences.
- [[style.published]] relit aussi ce qui est publié, et propose un rectificatif.
- La **bibliothèque** ([[library.open]]) garde ce que le desk dit des gens, des lieux et des sigles, et le propose là où le terme se trouve.

Guillemets, apostrophes, tirets et espaces se mettent en place à mesure que l’on tape. Un retour arrière défait le dernier de ces changements. [[format.typography]] remet tout un brouillon en ordre, [[format.typography-here]] l’arrête ou la reprend dans un seul brouillon, [[view.invisibles]] montre ce qui ne se voit pas.`,
  },
  {
    id: 'safety',
    title: 'Sauvegardes et sûreté',
    text: `À chaque heure où quelque chose a été écrit, une sauvegarde vérifiée est faite dans un dossier à côté de l’archive ; [[archive.backups]] les montre, en restaure une, et les garde aussi dans un second dossier, sur un autre disque.

- [[archive.backup]] en fait une où vous le dites.
- Après une panne, le texte est là, et un bandeau dit ce qui a été retrouvé.
- Une archive endommagée n’est pas ouverte pour être écrite : la fenêtre propose de la réparer par ses sauvegardes et garde ce qu’elle était.
- Une archive qu’un autre programme a ouverte, ou une copie, se lit et se cherche ; un bandeau dit pourquoi elle ne peut être modifiée.

Tout reste sur cette machine. L’archive est un seul fichier ; Fichier › Ouvrir une archive… en ouvre un autre.`,
  },
  {
    id: 'preferences',
    title: 'Préférences et raccourcis',
    text: `[[app.preferences]] a la langue, l’apparence, le fuseau horaire du desk, vos initiales et votre signature, la marche de la maison, les listes de mots, les dossiers, les exports et chaque raccourci. Chaque changement vaut aussitôt. Le champ de recherche trouve un réglage par ses mots.

Tous les raccourcis peuvent être changés. Si une autre commande a déjà celui que vous donnez, c’est dit ; un raccourci par lequel un clavier français tape € @ # [ ] { } | \\ ~ ^ ou \` est refusé.

Les préférences sont un seul fichier lisible, que l’on peut enregistrer et porter sur une autre machine.

Le contraste élevé suit le réglage du système, ou se choisit. [[view.next-pane]] va de volet en volet ; tout se fait au clavier et avec un lecteur d’écran.`,
  },
  {
    id: 'command-line',
    title: 'La ligne de commande',
    text: `Le programme installé travaille aussi sans fenêtre : \`writethru --cli list\` donne le fil, \`writethru --cli import DOSSIER\` importe, \`writethru --cli search MOTS\` cherche, \`writethru --cli verify\` vérifie. \`writethru --cli --help\` dit toutes les commandes.

Avec \`--json\`, la réponse est faite de données. \`--archive FICHIER\` désigne une archive ; sinon c’est celle ouverte en dernier. Les commandes qui écrivent veulent l’archive pour elles seules : fermez d’abord la fenêtre.`,
  },
];
