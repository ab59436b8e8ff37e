import { expect, test } from 'vitest';
import { fold } from '@domain/text/fold';
import { stem } from '@domain/text/stem';

/*
 * Words the stemmer was not made with, taken from the vocabulary of newsrooms: a form that is typed,
 * then forms that are wanted with it.
 */

const nouns = `
grève grèves · conseiller conseillers · conseillère conseillères · électeur électeurs · électrice électrices
journal journaux · hôpital hôpitaux · tribunal tribunaux · général généraux · canal canaux · signal signaux
château châteaux · niveau niveaux · réseau réseaux · drapeau drapeaux · bateau bateaux · feu feux · lieu lieux
enjeu enjeux · neveu neveux · genou genoux · bijou bijoux · vitrail vitraux · bail baux · émail émaux
pompier pompiers · policier policiers · ouvrière ouvrières · infirmière infirmières · sénatrice sénatrices
élection élections · inondation inondations · séisme séismes · incendie incendies · otage otages
prisonnier prisonniers · frontière frontières · négociation négociations · dépêche dépêches · mandat mandats
procureur procureurs · avocate avocates · témoin témoins · juge juges · loi lois · taux taux · voix voix
blessé blessés · réfugié réfugiés · député députés · élu élus · détenu détenus · employé employés
ferry ferries · country countries · city cities · strike strikes · witness witnesses · tax taxes · church churches
bus buses · hostage hostages · wildfire wildfires · lawmaker lawmakers · refugee refugees · attorney attorneys
company companies · ministry ministries · judge judges · crash crashes · speech speeches · candidate candidates
`;

const others = `
arrêter arrêté arrêtée arrêtés arrêtées · menacer menacé menacée menacés · détourner détourné détournée
inculper inculpé inculpés · évoquer évoqué évoquée · signer signé signée signés · annuler annulé annulées
blesser blessé blessée blessées · libérer libéré libérée libérés · proposer proposé proposée
national nationale nationaux nationales · municipal municipale municipaux · mondial mondiale mondiaux
grand grande grands grandes · petit petite petits petites · ancien ancienne anciens anciennes
sportif sportive sportifs sportives · négatif négative négatifs · européen européenne européens
public publics · nouveau nouveaux · officiel officielle officiels officielles · mortel mortelle mortels
dangereux dangereuse dangereuses · nombreux nombreuse nombreuses · meilleur meilleure meilleurs
arrest arrested arresting arrests · threaten threatened threatening threatens · injure injured injuring
resign resigned resigning resigns · launch launched launching launches · support supported supporting
evacuate evacuated evacuating · accuse accused accusing · vote voted voting votes · kill killed killing kills
`;

type Pair = readonly [string, string];

/** Each form against the first of its line, both ways counted once. */
function pairsOf(list: string): readonly Pair[] {
  return list
    .split(/[·\n]/)
    .map((group) => group.trim().split(/\s+/))
    .flatMap(([typed = '', ...wanted]) => wanted.map((one): Pair => [typed, one]));
}

function recall(pairs: readonly Pair[], typedAs: (word: string) => string): number {
  const found = pairs.filter(
    ([typed, wanted]) => stem(fold(typedAs(typed))) === stem(fold(wanted)),
  );
  return found.length / pairs.length;
}

const bare = (word: string): string => word.normalize('NFD').replaceAll(/\p{M}/gu, '');

test('forms of words nobody tuned on are found: of nouns 94 of a hundred, of all 85', () => {
  const [ofNouns, ofOthers] = [pairsOf(nouns), pairsOf(others)];
  expect(ofNouns.length).toBeGreaterThanOrEqual(70);
  expect(recall(ofNouns, (word) => word)).toBeGreaterThanOrEqual(0.94);
  expect(recall([...ofNouns, ...ofOthers], (word) => word)).toBeGreaterThanOrEqual(0.85);
});

test('they are found the same with and without accents typed', () => {
  for (const pairs of [pairsOf(nouns), pairsOf(others)]) {
    expect(recall(pairs, bare)).toBe(recall(pairs, (word) => word));
  }
});
