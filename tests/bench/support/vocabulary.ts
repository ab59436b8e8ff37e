/**
 * Words of invented news, in both languages. `{slot}` in a pattern stands for a word of that slot;
 * `{person}`, `{town}`, `{number}` and `{day}` are made for each use.
 */
export type Vocabulary = {
  readonly given: readonly string[];
  readonly family: { readonly starts: readonly string[]; readonly ends: readonly string[] };
  readonly town: { readonly starts: readonly string[]; readonly ends: readonly string[] };
  readonly days: readonly string[];
  readonly sources: readonly string[];
  readonly agencies: readonly string[];
  readonly slots: Readonly<Record<string, readonly string[]>>;
  readonly headlines: readonly string[];
  readonly captions: readonly string[];
  readonly leads: readonly string[];
  readonly sentences: readonly string[];
  readonly crossheads: readonly string[];
};

/** The items of lines that list them with commas. */
function listed(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(', '));
}

/** The French of an invented desk. */
export const french: Vocabulary = {
  given: listed(
    'Jeanne, Karim, Solène, Baptiste, Inès, Corentin, Maude, Étienne, Léna',
    'Aurèle, Nadia, Joris, Odile, Tancrède, Mireille, Yann, Agathe, Rémi',
  ),
  family: {
    starts: ['Mor', 'Bris', 'Delat', 'Carr', 'Audé', 'Tar', 'Niv', 'March', 'Ors', 'Guiv', 'Ramb'],
    ends: ['el', 'sard', 'taz', 'upt', 'oud', 'alli', 'olet', 'andeau', 'enne', 'arch', 'ert'],
  },
  town: {
    starts: ['Val', 'Brém', 'Mont', 'Pierre', 'Ambl', 'Haut-Sor', 'Vey', 'Lo', 'Ker', 'Essar'],
    ends: ['dane', 'ont', 'reval', 'fiche', 'ans', 'lin', 'rac', 'ze', 'guen', 'telles', 'mondois'],
  },
  days: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  sources: listed(
    'la préfecture, la mairie, le parquet, la direction du port, le syndicat',
    'la compagnie, le ministère, la police, le service des routes, la fédération',
  ),
  agencies: ['ATLANTE', 'ATELIER', 'ARCHIPEL', 'MÉRIDIEN'],
  slots: {
    thing: listed(
      'le pont, le barrage, la ligne de tramway, le marché couvert, la bibliothèque',
      'le col, la centrale, le festival, le tunnel, la gare routière, le phare',
      'la digue, le chantier, le conservatoire, la piscine, le téléphérique',
    ),
    role: listed(
      'le maire, la préfète, le directeur, la présidente, le commandant des secours',
      'la rapporteure, le porte-parole, la cheffe de projet, le capitaine, la juge',
    ),
    done: listed(
      'rouvrira avant la fin du mois, restera fermé jusqu’à nouvel ordre, sera reconstruit',
      'coûtera moins que prévu, ne présente aucun danger, fera l’objet d’une expertise',
      'a été évacué dans le calme, attire davantage de visiteurs, change de main',
    ),
    matter: listed(
      'les horaires de nuit, le partage de l’eau, la hausse des loyers, les quotas de pêche',
      'la sécurité des écoles, le bruit du chantier, les subventions, la crue de mars',
      'le prix du billet, l’extension du port, la protection des dunes, le budget annexe',
    ),
    people: listed(
      'les habitants, les pêcheurs, les commerçants, les élèves, les riverains',
      'les voyageurs, les agriculteurs, les secouristes, les guides, les ouvriers',
    ),
    manner: listed(
      'sans incident, dans la confusion, sous la pluie, à l’unanimité, avec prudence',
      'pour la première fois, après un long débat, malgré la réouverture partielle',
    ),
  },
  headlines: [
    '{town} : {thing} {done}',
    '{thing} de {town} {done}',
    'Accord à {town} sur {matter}',
    '{people} de {town} se mobilisent contre {matter}',
    '{number} personnes évacuées à {town}',
    '{matter} divisent {town}',
  ],
  captions: [
    '{person} devant {thing} de {town}, {day} matin.',
    '{people} rassemblés à {town}, {day} soir.',
    'Vue de {thing}, à {town}.',
  ],
  leads: [
    '{thing} de {town} {done}, a annoncé {day} {source}. {number} personnes sont concernées.',
    '{people} de {town} ont obtenu {day} l’ouverture de discussions sur {matter}, selon {source}.',
    'Un incident survenu {day} à {town} a interrompu les travaux pendant {number} minutes.',
  ],
  sentences: [
    '{role}, {person}, a souligné {day} que {thing} {done}.',
    'Selon {source}, {number} demandes ont été déposées à {town}, contre {number} un an plus tôt.',
    '« Nous avons longtemps attendu une réponse sur {matter} », a déclaré {person}.',
    '{people} de {town} se sont réunis {manner}, a constaté une journaliste sur place.',
    'Le conseil a voté {day} une enveloppe de {number} millions pour {thing}.',
    '{person}, qui suit {matter} depuis {number} ans, juge la mesure « utile mais tardive ».',
    'La rencontre entre {role} et {people} s’est terminée {manner} peu après {number} heures.',
    'À {town}, {source} rappelle que {thing} {done}.',
    'Une enquête a été ouverte sur {matter} ; elle a été confiée à {person}, de {town}.',
    '« Personne n’a gagné, et c’est pour cela que l’accord tiendra », a commenté {role}.',
    'Les travaux, commencés {day}, mobilisent {number} ouvriers et {number} engins.',
    '{people} contestent ces chiffres et réclament une nouvelle étude sur {matter}.',
  ],
  crossheads: [
    'Des avis partagés',
    'Un calendrier serré',
    'La question de {matter}',
    'Retour à {town}',
    'Trois consignes',
    'Le précédent de {town}',
  ],
};

/** The English of an invented desk. */
export const english: Vocabulary = {
  given: listed(
    'Moira, Anil, Ottoline, Rhys, Esme, Tobias, Greta, Callum, Priya',
    'Imogen, Leopold, Nerys, Owen, Harriet, Dougal, Saskia, Felix, Una',
  ),
  family: {
    starts: ['Pre', 'Aber', 'Tenn', 'Var', 'Lind', 'Mar', 'Els', 'Hol', 'Wex', 'Thorn', 'Cald'],
    ends: ['witt', 'cairn', 'ant', 'ley', 'qvist', 'low', 'bach', 'combe', 'ford', 'bury', 'er'],
  },
  town: {
    starts: ['Kel', 'Tal', 'Saint-Or', 'Nor', 'Ash', 'Wick', 'Marl', 'Dun', 'Fen', 'Black'],
    ends: ['mouth', 'brook', 'van', 'stead', 'combe', 'low', 'borough', 'more', 'wick', 'haven'],
  },
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  sources: listed(
    'the harbour authority, the city council, the prosecutor, the union, police',
    'the transport ministry, the operator, the observatory, the federation',
  ),
  agencies: ['NORTHLINE', 'ATLANTE', 'CURLEW', 'MERIDIAN'],
  slots: {
    thing: listed(
      'the harbour bridge, the ferry terminal, the covered market, the tram line',
      'the reservoir, the lighthouse, the museum, the pass, the power station',
      'the sea wall, the concert hall, the bus depot, the northern tunnel',
    ),
    role: listed(
      'The mayor, The director, The regional secretary, The commissioner',
      'The rescue commander, The rapporteur, The harbour master, The judge',
    ),
    done: listed(
      'will reopen before the end of the month, will stay closed until further notice',
      'will cost less than planned, is to be rebuilt, poses no danger to the public',
      'was evacuated calmly, draws more visitors than ever, is changing hands',
    ),
    matter: listed(
      'night shifts, water rights, rising rents, fishing quotas, school safety',
      'noise from the works, freight charges, the March flood, ticket prices',
      'the protection of the dunes, the port extension, rural bus services',
    ),
    people: listed(
      'residents, dock workers, shopkeepers, pupils, foot passengers, farmers',
      'volunteers, crews, astronomers, visitors, drivers',
    ),
    manner: listed(
      'without incident, amid some confusion, in steady rain, unanimously',
      'for the first time, after a long debate, despite the partial reopening',
    ),
  },
  headlines: [
    '{town}: {thing} {done}',
    '{town} agrees deal on {matter}',
    '{people} in {town} march over {matter}',
    '{number} evacuated in {town}',
    'Talks on {matter} resume in {town}',
  ],
  captions: [
    '{person} at {thing} in {town} on {day}.',
    '{people} gather in {town} on {day} evening.',
    'A view of {thing}, {town}.',
  ],
  leads: [
    '{thing} in {town} {done}, {source} said on {day}. Some {number} people are affected.',
    '{people} in {town} won talks on {matter} on {day}, according to {source}.',
    'An incident in {town} on {day} stopped work for {number} minutes.',
  ],
  sentences: [
    '{role}, {person}, said on {day} that {thing} {done}.',
    'According to {source}, {number} requests were filed in {town}, against {number} a year ago.',
    '“We have waited a long time for an answer on {matter},” said {person}.',
    '{people} in {town} met {manner}, a reporter at the scene said.',
    'The council voted on {day} to set aside {number} million for {thing}.',
    '{person}, who has followed {matter} for {number} years, called the move “useful but late”.',
    'The meeting of {people} ended {manner} shortly after {number} p.m.',
    'In {town}, {source} pointed out that {thing} {done}.',
    'An inquiry into {matter} was opened and handed to {person}, of {town}.',
    '“Nobody has won, which is why the deal will hold,” {person} said.',
    'The works began on {day} and employ {number} people and {number} machines.',
    '{people} dispute the figures and want a new study of {matter}.',
  ],
  crossheads: [
    'Divided opinions',
    'A tight calendar',
    'The matter of {matter}',
    'Back in {town}',
    'What to expect',
  ],
};
