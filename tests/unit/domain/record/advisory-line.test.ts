import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '@domain/document/build';
import { draftAdvisoryLine, longestAdvisoryLine } from '@domain/record/advisory-line';
import { takeKinds, type TakeKind } from '@domain/record/take';
import { document } from '../arbitraries';
import { anyPair, storyOf } from '../compare/edited';

type Written = string | Block;
type Frame = { headline?: string; signoff?: string };

const doc = (blocks: readonly Written[], { headline = '', signoff = '' }: Frame = {}) =>
  storyOf({ headline, signoff }, ...blocks);

/** The line of a text appended to a story. */
function appended(
  language: 'fr' | 'en',
  before: readonly Written[],
  after: readonly Written[],
  frame: Frame = {},
): string {
  return draftAdvisoryLine({
    kind: 'update',
    language,
    before: doc(before, { headline: 'Titre' }),
    after: doc(after, frame),
    relation: 'appended',
  });
}

/** The line of a text that replaces the one before. */
function replaced(
  language: 'fr' | 'en',
  kind: TakeKind,
  before: readonly Written[],
  after: readonly Written[],
  frames: readonly [Frame, Frame] = [{}, {}],
): string {
  return draftAdvisoryLine({
    kind,
    language,
    before: doc(before, frames[0]),
    after: doc(after, frames[1]),
    relation: 'replaces',
  });
}

const photo = (caption: string, credit = 'AFP'): Block => ({ type: 'photo', caption, credit });
const crosshead = (text: string): Block => ({ type: 'crosshead', text });
const quote = (...paragraphs: string[]): Block => ({ type: 'quote', paragraphs });

const fr = [
  'Un raid aérien a visé mardi une ville de la province d’Idlib, dans le nord-ouest du pays.',
  'Les secouristes ont compté cinquante-neuf corps dans les décombres de trois immeubles.',
  'Le raid a fait 59 morts et des dizaines de blessés, selon un bilan de la protection civile.',
];
const en = [
  'An air strike hit a town in the north-west of the country on Tuesday, witnesses reported.',
  'Rescue workers dug through the rubble of three buildings until late in the evening.',
  'The strike left 59 people dead and dozens hurt, according to the civil defence service.',
];

describe('the advisory line of an update, in French', () => {
  it.each<[string, readonly Written[], Frame, string]>([
    [
      'a spokesman of a body',
      ['« Il faut de la retenue », a déclaré le porte-parole du Kremlin.'],
      {},
      '(Ajoute réaction du Kremlin au 4e paragraphe)',
    ],
    [
      'a spokesman by name',
      ['Il faut de la retenue, a dit mercredi le porte-parole de la Maison Blanche Sean Durand.'],
      {},
      '(Ajoute réaction de la Maison Blanche au 4e paragraphe)',
    ],
    [
      'a body before its verb, after other words',
      ['Sur le fond, l’Élysée a condamné une attaque barbare.'],
      {},
      '(Ajoute réaction de l’Élysée au 4e paragraphe)',
    ],
    [
      'an announcement',
      ['Une enquête est ouverte, a annoncé le parquet de Lyon.'],
      {},
      '(Ajoute annonce du parquet de Lyon au 4e paragraphe)',
    ],
    [
      'a statement',
      ['Moscou a condamné le raid dans un communiqué.'],
      {},
      '(Ajoute communiqué de Moscou au 4e paragraphe)',
    ],
    [
      'a denial',
      ['L’armée syrienne a démenti toute implication.'],
      {},
      '(Ajoute démenti de l’armée syrienne au 4e paragraphe)',
    ],
    [
      'a person quoted',
      ['« Nous ne céderons pas », a affirmé le président Emmanuel Durand.'],
      {},
      '(Ajoute citation d’Emmanuel Durand au 4e paragraphe)',
    ],
    [
      'a person not quoted, with a title of courtesy',
      ['M. Durand a estimé que la trêve tiendrait.'],
      {},
      '(Ajoute déclaration de M. Durand au 4e paragraphe)',
    ],
    [
      'an office without a name',
      ['La trêve tiendra, a assuré le ministre russe des Affaires étrangères.'],
      {},
      '(Ajoute déclaration du ministre russe des Affaires étrangères au 4e paragraphe)',
    ],
    [
      'a quote of nobody named',
      ['« Nous ne céderons pas », a-t-il ajouté.'],
      {},
      '(Ajoute citation au 4e paragraphe)',
    ],
    [
      'a toll',
      ['Douze personnes ont été tuées et une trentaine de blessés sont hospitalisés.'],
      {},
      '(Ajoute bilan au 4e paragraphe)',
    ],
    [
      'a name the story did not have',
      ['Des colonnes de fumée étaient visibles depuis les faubourgs de Saraqeb.'],
      {},
      '(Ajoute détails sur Saraqeb au 4e paragraphe)',
    ],
    [
      'a name with its article',
      ['Les pourparlers doivent reprendre jeudi au Kazakhstan.'],
      {},
      '(Ajoute détails sur le Kazakhstan au 4e paragraphe)',
    ],
    [
      'a heading of its own',
      ['Les recherches continuent.', 'Elles dureront toute la nuit.'],
      { headline: 'Les recherches' },
      '(Ajoute passage «\u202FLes recherches\u202F» aux paragraphes 4 et 5)',
    ],
    [
      'nothing certain',
      ['Les recherches continuent dans la nuit.'],
      {},
      '(Ajoute le 4e paragraphe)',
    ],
    [
      'a photo and several paragraphs',
      [photo('Des secouristes'), 'Les recherches continuent.', 'Il pleut.', 'Il fait nuit.'],
      {},
      '(Ajoute les paragraphes 4 à 6 et photo)',
    ],
    [
      'two of them',
      [
        'Une centaine de blessés ont été soignés sur place.',
        'Paris a dénoncé une attaque contre des civils.',
      ],
      {},
      '(Ajoute bilan et réaction de Paris aux paragraphes 4 et 5)',
    ],
  ])('tells %s', (_, after, frame, line) => {
    expect(appended('fr', fr, after, frame)).toBe(line);
  });

  it('counts the first paragraph of all as the first', () => {
    expect(appended('fr', [crosshead('Rien')], ['Le Kremlin a appelé à la retenue.'])).toBe(
      '(Ajoute réaction du Kremlin au 1er paragraphe)',
    );
  });
});

describe('what is no reaction', () => {
  const nothing = { fr: '(Ajoute le 4e paragraphe)', en: '(Adds paragraph 4)' };

  it.each([
    ['Durand, son rival, a condamné la France.', '(Ajoute détails sur la France au 4e paragraphe)'],
    ['Le groupe, fondé ici, a annoncé la fermeture du site.', nothing.fr],
    ['Rien ne presse, a déclaré la semaine dernière son rival.', nothing.fr],
    ['Le Kremlin n’a pas réagi.', nothing.fr],
    ['Le Kremlin aurait déclaré la guerre.', nothing.fr],
    ['On attend la fin de la Coupe du monde.', nothing.fr],
    [
      'On y joue comme à Rio de Janeiro, dit-on.',
      '(Ajoute détails sur Rio de Janeiro au 4e paragraphe)',
    ],
    ['Un homme de 40 ans a été tué par son rival.', nothing.fr],
    ['On parle d’une «\u202Fquasi-trêve\u202F» dans le pays.', nothing.fr],
  ])('in French: %s', (text, line) => {
    expect(appended('fr', fr, [text])).toBe(line);
  });

  it.each([
    ['Durand, a lawyer, condemned Moscow.', nothing.en],
    ['Durand, a lawyer, told Reuters.', nothing.en],
    ['Durand, a lawyer, said the Kremlin had lied.', '(Adds detail on the Kremlin in paragraph 4)'],
    ['In 2015 two lawyers met; one of the 3 was killed.', nothing.en],
    ['The guests danced at a ball of the Ministry of Culture orchestra.', nothing.en],
    ['People speak of a “near truce” in the country.', nothing.en],
    [
      'It is told in the Journal of Medicine.',
      '(Adds detail on the Journal of Medicine in paragraph 4)',
    ],
    ['Crowds gathered near Mecca’s Grand Mosque.', '(Adds detail on Mecca in paragraph 4)'],
  ])('in English: %s', (text, line) => {
    expect(appended('en', en, [text])).toBe(line);
  });
});

describe('the advisory line of an update, in English', () => {
  it.each<[string, readonly Written[], Frame, string]>([
    [
      'a spokesman of a body',
      ['“All sides must show restraint,” Kremlin spokesman Dmitry Ivanov said.'],
      {},
      '(Adds Kremlin reaction in paragraph 4)',
    ],
    [
      'a spokeswoman for a body',
      ['Restraint was needed, said a spokeswoman for the Foreign Ministry.'],
      {},
      '(Adds Foreign Ministry reaction in paragraph 4)',
    ],
    [
      'a body before its verb',
      ['The White House condemned the attack.'],
      {},
      '(Adds White House reaction in paragraph 4)',
    ],
    [
      'a body with “of”',
      ['The Ministry of Defence denied any part in it.'],
      {},
      '(Adds denial from the Ministry of Defence in paragraph 4)',
    ],
    [
      'a statement',
      ['The White House welcomed the truce in a statement.'],
      {},
      '(Adds White House statement in paragraph 4)',
    ],
    [
      'a person quoted',
      ['“We will not yield,” said Russian President Vladimir Ivanov.'],
      {},
      '(Adds quote from Vladimir Ivanov in paragraph 4)',
    ],
    [
      'a person not quoted',
      ['Ivanov said the truce would hold.'],
      {},
      '(Adds comment from Ivanov in paragraph 4)',
    ],
    [
      'a quote of nobody named',
      ['“We will not yield,” he said.'],
      {},
      '(Adds quote in paragraph 4)',
    ],
    [
      'a toll',
      ['At least 12 people were killed in a second strike.'],
      {},
      '(Adds toll in paragraph 4)',
    ],
    [
      'a name the story did not have',
      ['Smoke could be seen from the outskirts of Idlib.'],
      {},
      '(Adds detail on Idlib in paragraph 4)',
    ],
    [
      'a heading of its own',
      ['The search goes on.', 'It will last all night.'],
      { headline: 'The search' },
      '(Adds section “The search” in paragraphs 4 and 5)',
    ],
    ['nothing certain', ['The search goes on.'], {}, '(Adds paragraph 4)'],
    [
      'an adjective with a capital, which is no name',
      ['Rescuers came from the Syrian army and by Russian lorries.'],
      {},
      '(Adds paragraph 4)',
    ],
  ])('tells %s', (_, after, frame, line) => {
    expect(appended('en', en, after, frame)).toBe(line);
  });
});

describe('the advisory line of a correction', () => {
  const swapped = (texts: readonly string[], ...pairs: readonly [number, string, string][]) =>
    texts.map((text, index) =>
      pairs.reduce((now, [at, old, by]) => (at === index ? now.replaceAll(old, by) : now), text),
    );

  it('says in French what is right and what was wrong', () => {
    expect(replaced('fr', 'correction', fr, swapped(fr, [2, '59', '58']))).toBe(
      '(Corrige au 3e paragraphe\u00A0: «\u202F58\u202F» et non «\u202F59\u202F»)',
    );
  });

  it('says in English what is right and what was wrong', () => {
    expect(replaced('en', 'correction', en, swapped(en, [2, '59', '58']))).toBe(
      '(Corrects paragraph 3: “58”, not “59”)',
    );
  });

  it('keeps the groups of a number together', () => {
    const before = ['La ville compte 1\u202F874\u202F000 habitants, selon le recensement.'];
    const after = ['La ville compte 1\u202F875\u202F000 habitants, selon le recensement.'];
    expect(replaced('fr', 'correction', before, after)).toBe(
      '(Corrige au 1er paragraphe\u00A0: «\u202F1\u202F875\u202F000\u202F» et non «\u202F1\u202F874\u202F000\u202F»)',
    );
  });

  it('tells the same correction in several places once', () => {
    const headlines: [Frame, Frame] = [{ headline: '59 morts' }, { headline: '58 morts' }];
    const before = [...fr, 'Le chiffre de 59 a été donné par les secouristes.'];
    const after = swapped(before, [2, '59', '58'], [3, '59', '58']);
    expect(replaced('fr', 'correction', before, after, headlines)).toBe(
      '(Corrige le titre et les paragraphes 3 et 4\u00A0: «\u202F58\u202F» et non «\u202F59\u202F»)',
    );
    expect(replaced('en', 'correction', before, after, headlines)).toBe(
      '(Corrects headline and paragraphs 3 and 4: “58”, not “59”)',
    );
  });

  it('tells different corrections side by side', () => {
    expect(
      replaced('fr', 'correction', fr, swapped(fr, [0, 'mardi', 'lundi'], [2, '59', '58'])),
    ).toBe(
      '(Corrige au 1er paragraphe\u00A0: «\u202Flundi\u202F» et non «\u202Fmardi\u202F»\u202F; au 3e paragraphe\u00A0: «\u202F58\u202F» et non «\u202F59\u202F»)',
    );
  });

  it('tells words added and words dropped', () => {
    expect(replaced('en', 'correction', en, swapped(en, [0, 'a town', 'a small town']))).toBe(
      '(Corrects paragraph 1: adds “small”)',
    );
    expect(replaced('fr', 'correction', fr, swapped(fr, [0, ' aérien', '']))).toBe(
      '(Corrige au 1er paragraphe\u00A0: supprime «\u202Faérien\u202F»)',
    );
  });

  it('names caption, crosshead, credit, quote and sign-off as such', () => {
    const before = [
      photo('Alep mardi', 'AFP'),
      crosshead('Appel à la trêve'),
      quote('Il a dit oui.'),
    ];
    const after = [
      photo('Idlib mardi', 'EPA'),
      crosshead('Appel à la paix'),
      quote('Il a dit non.'),
    ];
    const line = (left: readonly Written[], right: readonly Written[], frames?: [Frame, Frame]) =>
      replaced('fr', 'correction', left, right, frames).replaceAll(/[\u00A0\u202F]/g, ' ');
    const [caption, title, said] = [
      before.with(0, photo('Idlib mardi', 'AFP')),
      before.with(1, after[1]!),
      before.with(2, after[2]!),
    ];
    expect(line(before, caption)).toBe('(Corrige la légende : « Idlib » et non « Alep »)');
    expect(line(before, title)).toBe('(Corrige l’intertitre : « paix » et non « trêve »)');
    expect(line(before, said)).toBe(
      '(Corrige la citation du 1er paragraphe : « non » et non « oui »)',
    );
    expect(line(before, before.with(0, photo('Alep mardi', 'EPA')))).toBe(
      '(Corrige le crédit : « EPA » et non « AFP »)',
    );
    expect(line(before, before, [{ signoff: 'ab/cd' }, { signoff: 'ab/ef' }])).toBe(
      '(Corrige la signature : « ef » et non « cd »)',
    );
    expect(replaced('en', 'correction', before, said)).toBe(
      '(Corrects quote in paragraph 1: “non”, not “oui”)',
    );
  });

  it('says where without the words, when the words would not fit or would upset the line', () => {
    const long = 'une phrase entière qui a été mise à la place de celle que l’on pouvait lire ici';
    expect(replaced('fr', 'correction', fr, swapped(fr, [1, 'trois immeubles', long]))).toBe(
      '(Corrige le 2e paragraphe)',
    );
    expect(replaced('fr', 'correction', fr, swapped(fr, [1, 'corps', 'corps (et blessés']))).toBe(
      '(Corrige le 2e paragraphe)',
    );
    expect(
      replaced('fr', 'correction', fr, swapped(fr, [2, ' selon', ' – selon'], [2, ',', ''])),
    ).toBe('(Corrige le 3e paragraphe)');
  });

  it('says “passim” and “throughout” of many places', () => {
    const many = Array.from(
      { length: 12 },
      (_, at) => `Le sujet numéro ${at} est tenu pour clos, dit-on ici.`,
    );
    const after = many.map((text, at) =>
      at % 2 === 0 ? text.replace('clos', `ouvert${at}`) : text,
    );
    expect(replaced('fr', 'correction', many, after)).toBe('(Corrige le texte)');
    expect(replaced('en', 'correction', many, after)).toBe('(Corrects text)');
    const same = many.map((text, at) => (at % 2 === 0 ? text.replace('clos', 'ouvert') : text));
    expect(replaced('fr', 'correction', many, same)).toBe(
      '(Corrige passim\u00A0: «\u202Fouvert\u202F» et non «\u202Fclos\u202F»)',
    );
  });
});

describe('the advisory line of tables and attributions', () => {
  const said = (attribution: string): Block => ({
    type: 'quote',
    paragraphs: ['Il a dit non.'],
    attribution,
  });
  const table = (figure: string): Block => ({
    type: 'table',
    header: true,
    rows: [
      ['Ville', 'Morts'],
      ['Idlib', figure],
      ['Alep', '3'],
    ],
  });

  it('tells a table that comes, goes, or is put right, and who is quoted', () => {
    const line = (kind: TakeKind, before: readonly Written[], after: readonly Written[]) =>
      replaced('fr', kind, before, after).replaceAll(/[\u00A0\u202F]/g, ' ');
    expect(line('update', [fr[0]!], [fr[0]!, table('59')])).toBe('(Ajoute tableau)');
    expect(line('update', [fr[0]!, table('59')], [fr[0]!])).toBe('(Supprime le tableau)');
    expect(line('correction', [fr[0]!, table('59')], [fr[0]!, table('61')])).toBe(
      '(Corrige le tableau : « 61 » et non « 59 »)',
    );
    expect(line('correction', [said('Zoé Lefèvre')], [said('Zoé Lefebvre')])).toBe(
      '(Corrige l’auteur d’une citation : « Lefebvre » et non « Lefèvre »)',
    );
    expect(replaced('en', 'correction', [said('Zoé Lefèvre')], [said('Zoé Lefebvre')])).toBe(
      '(Corrects attribution of a quote: “Lefebvre”, not “Lefèvre”)',
    );
  });
});

describe('the advisory line of a story told anew', () => {
  it('tells a new toll, a rewritten paragraph, one less and one moved', () => {
    const extra = 'Une école voisine a été endommagée par le souffle, a-t-on appris.';
    const before = [...fr, extra, 'La nuit est tombée sur les ruines et les chiens aboient.'];
    expect(
      replaced('fr', 'writethru', before, [fr[0]!, fr[1]!, fr[2]!.replace('59', '61'), extra]),
    ).toBe('(Actualise bilan au 3e paragraphe\u202F; supprime un paragraphe)');
    expect(
      replaced(
        'fr',
        'writethru',
        before,
        before.with(3, 'Le marché reste fermé jusqu’à nouvel ordre.'),
      ),
    ).toBe('(Réécrit le 4e paragraphe)');
    expect(replaced('fr', 'writethru', before, [before[3]!, ...before.toSpliced(3, 1)])).toBe(
      '(Déplace un paragraphe)',
    );
  });

  it('tells what was added to a paragraph, and what else changed', () => {
    const after = [
      en[0]!.replace('.', ', and the Kremlin said it had no part in it.'),
      en[1]!.replace('three', 'four'),
      en[2]!,
    ];
    expect(replaced('en', 'writethru', en, after)).toBe(
      '(Adds Kremlin reaction in paragraph 1; updates paragraph 2)',
    );
  });

  it('tells a new headline, crosshead and photo by their names', () => {
    const frames: [Frame, Frame] = [{ headline: 'Un raid' }, { headline: 'Un raid à Idlib' }];
    const after = [fr[0]!, photo('Un immeuble'), crosshead('Le bilan'), fr[1]!, fr[2]!];
    expect(replaced('fr', 'writethru', fr, after, frames)).toBe(
      '(Ajoute intertitre et photo\u202F; actualise le titre)',
    );
    expect(replaced('en', 'writethru', after, fr, [frames[1], frames[0]])).toBe(
      '(Updates headline; drops photo and crosshead)',
    );
  });

  it('says nothing where nothing is said differently', () => {
    expect(replaced('fr', 'correction', fr, fr)).toBe('');
    expect(
      replaced(
        'fr',
        'writethru',
        fr,
        fr.map((text) => text.replace(' ', '\u00A0')),
      ),
    ).toBe('');
    expect(replaced('fr', 'kill', fr, [])).toBe('');
    const after = doc(fr);
    const subject = { kind: 'update', language: 'fr', after, relation: 'appended' } as const;
    expect(draftAdvisoryLine({ ...subject, before: null })).toBe('');
  });
});

describe('laws of the advisory line', () => {
  const subject = fc.record({
    kind: fc.constantFrom(...takeKinds),
    language: fc.constantFrom('fr' as const, 'en' as const),
    relation: fc.constantFrom('appended' as const, 'replaces' as const),
  });
  const speech = fc
    .array(
      fc.constantFrom(
        ...'a ont déclaré dit annoncé fait savoir le la l’ les du de porte-parole Kremlin Paris M. Durand'.split(
          ' ',
        ),
        ...'said told the spokesman for Ministry of Trump « » “ ” ( ) , . 12 morts killed communiqué'.split(
          ' ',
        ),
      ),
      { maxLength: 40 },
    )
    .map((words) => words.join(' '));

  const balanced = (line: string, open: string, close: string): boolean => {
    let depth = 0;
    for (const sign of line) {
      if (sign === open) depth += 1;
      if (sign === close) depth -= 1;
      if (depth < 0) return false;
    }
    return depth === 0;
  };

  const holds = (line: string): void => {
    expect(line.length).toBeLessThanOrEqual(longestAdvisoryLine);
    if (line !== '') expect(line).toMatch(/^\(.+\)$/su);
    expect(line).not.toMatch(/\n|undefined|null/);
    for (const [open, close] of ['()', '[]', '{}', '«»', '“”']) {
      expect(balanced(line, open!, close!)).toBe(true);
    }
  };

  it('is one bounded line with its brackets and quotation marks in pairs, whatever the texts', () => {
    fc.assert(
      fc.property(subject, anyPair, (given, [before, after]) => {
        holds(draftAdvisoryLine({ ...given, before, after }));
      }),
    );
  });

  it('is so of texts made of the words it looks for', () => {
    fc.assert(
      fc.property(subject, document, fc.array(speech, { maxLength: 8 }), (given, before, texts) => {
        holds(draftAdvisoryLine({ ...given, before, after: doc(texts) }));
      }),
    );
  });

  it('names nobody who is not in the added text', () => {
    fc.assert(
      fc.property(speech, (text) => {
        const line = appended('fr', fr, [text]);
        for (const name of ['Kremlin', 'Paris', 'Durand', 'Ministry', 'Trump']) {
          if (line.includes(name)) expect(text).toContain(name);
        }
      }),
    );
  });
});
