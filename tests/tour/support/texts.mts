/** What is written on the tour in one language, on a sample dispatch of that language. */
export type TourTexts = {
  /** Words of the headline of the sample that is updated. */
  readonly sample: string;
  readonly headline: string;
  readonly paragraphs: readonly string[];
  /** Words of the update that notes are left on. */
  readonly notes: readonly {
    readonly words: string;
    readonly kind: 'query' | 'comment';
    readonly body: string;
  }[];
  /** Words of the sample that give way to others when its story is told anew. */
  readonly rewording: readonly { readonly words: string; readonly by: string }[];
  /** An entry of the library, and a sentence its term stands in. */
  readonly library: {
    readonly term: string;
    readonly forms: string;
    readonly text: string;
    readonly sentence: string;
  };
  readonly search: string;
  /** A dispatch begun before the workstation is killed. */
  readonly urgent: { readonly headline: string; readonly lead: string };
};

export const tourTexts: Readonly<Record<'fr' | 'en', TourTexts>> = {
  fr: {
    sample: 'Col de Veyrac',
    headline: 'Col de Veyrac : la route rouverte sur les deux voies',
    paragraphs: [
      'La route du col de Veyrac a rouvert samedi matin sur ses deux voies, a annoncé le service cantonal des routes. La circulation de nuit reste interdite jusqu’à lundi.',
      'Une seconde coulée, plus petite, a été déclenchée vendredi à l’explosif au-dessus de la galerie nord.',
    ],
    notes: [
      {
        words: 'service cantonal des routes',
        kind: 'query',
        body: 'Qui, exactement ? Il nous faut un nom et une fonction.',
      },
      { words: 'à l’explosif', kind: 'comment', body: 'Photo promise par les secours pour 11 h.' },
    ],
    rewording: [
      { words: '180', by: '210' },
      { words: 'Vingt-trois', by: 'Vingt-quatre' },
      { words: 'Quatre équipes', by: 'Une centaine d’hommes et quatre équipes' },
    ],
    library: {
      term: 'Col de Veyrac',
      forms: 'col du Veyrac',
      text: '(2 108 mètres, fermé de novembre à mai)',
      sentence: 'Le trafic reprend lentement au Col de Veyrac, disent les secours.',
    },
    search: 'avalanche secours',
    urgent: {
      headline: 'Alerte aux crues sur la Morge',
      lead: 'La préfecture a placé samedi la vallée de la Morge en vigilance orange.',
    },
  },
  en: {
    sample: 'Kelmouth',
    headline: 'Kelmouth backlog cleared a day early',
    paragraphs: [
      'The last of the stranded lorries left Kelmouth on Friday afternoon, a day earlier than expected, the port company said. Foot passengers were cleared overnight.',
      'Talks between the union and the company resume on Monday at the harbour office.',
    ],
    notes: [
      { words: 'the port company', kind: 'query', body: 'On the record? Name the spokesman.' },
      { words: 'harbour office', kind: 'comment', body: 'Room and time to be confirmed.' },
    ],
    rewording: [
      { words: 'some 11,000 stranded', by: 'more than 12,000 stranded' },
      { words: 'by 612 to 188', by: 'by 621 to 188' },
      { words: 'losses. ', by: 'losses on Friday. ' },
    ],
    library: {
      term: 'Kelmouth',
      forms: 'port of Kelmouth',
      text: '(the busiest ferry port on the east coast)',
      sentence: 'Kelmouth was back to its usual timetable by evening.',
    },
    search: 'ferry passengers',
    urgent: {
      headline: 'Flood warning for the Tal valley',
      lead: 'Residents of three villages were told on Saturday to move cars to higher ground.',
    },
  },
};

/** A French dispatch as an old system sends it: Windows-1252, CRLF, a caption given twice. */
export const oldSystemDispatch = [
  'Publié le 12 mai 2024, 09:30',
  '',
  '',
  '',
  'Le phare de Kerguen rallumé après deux ans de travaux   ',
  '',
  'Le phare de Kerguen, samedi soir. [ARCHIPEL - Yann Morel]',
  'Le phare de Kerguen, samedi soir. - [ARCHIPEL - Yann Morel]',
  'Le phare de Kerguen a été rallumé samedi, après deux ans de travaux.',
  '',
  'La lanterne, démontée en 2022, a été remise en place « à la main », selon la fédération.',
  '',
  'arc/ymo',
  '',
].join('\r\n');
