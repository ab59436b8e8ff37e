import type {
  DispatchModel,
  DraftModel,
  NoteModel,
  OriginalModel,
  TakeModel,
} from '@contract/models';
import { documentOf, evening, fakeDispatch, fakeId, fakeNote, text, type Told } from './samples';

const minute = 60_000;

/** Fictional dispatches of one evening, each showing something the window must draw. */
export function fakeDesk(): DispatchModel[] {
  return [valmont(), reactor(), election(), budget(), skiers(), parade(), ...quiet()];
}

const valmontTold: readonly Told[] = [
  {
    headline: 'Première discussion Valmont-Talvie depuis les frappes sur le col de Veyrac',
    blocks: [
      {
        type: 'photo',
        caption: 'Les deux présidents ont eu mardi leur 3e conversation téléphonique.',
        credit: 'Agence – I. Sekretan / L. Jaccard',
      },
      text(
        'Les dirigeants de Valmont et de Talvie ont eu mardi leur premier entretien téléphonique depuis les frappes aériennes talviennes contre le col de Veyrac le 4 avril. Ils ont notamment évoqué la consolidation de la trêve.',
        'lead',
      ),
      text(
        'Les deux dirigeants ont convenu que « toutes les parties doivent faire tout leur possible pour mettre un terme à la violence » dans les hautes vallées, a déclaré la présidence.',
      ),
      text(
        'Un représentant talvien sera envoyé aux pourparlers sur la trêve qui se dérouleront mercredi et jeudi à Sarnes.',
      ),
      text('Appel à la retenue dans le Nord', 'crosshead'),
      text(
        'Sur le dossier du Nord, la présidence a précisé que les deux hommes étaient d’accord pour tenter de progresser sur le plan diplomatique.',
      ),
    ],
    signoff: 'reuters/ptur',
    ago: 104,
  },
  {
    headline: 'Les deux chefs d’Etat « favorables » à une rencontre au sommet en juillet',
    blocks: [
      text(
        '« Les présidents se sont prononcés pour la poursuite des contacts téléphoniques et sont favorables à une rencontre au cours du sommet des 7 et 8 juillet à Sarnes », a fait savoir la présidence dans son communiqué.',
      ),
      text('Ce serait la première rencontre entre les deux chefs d’Etat.'),
    ],
  },
];

function valmont(): DispatchModel {
  const dispatch = fakeDispatch(
    { slug: 'VALMONT-TALVIE-TREVE', urgency: 3, agency: 'Reuters', place: 'Genève' },
    valmontTold,
  );
  const [report, update] = dispatch.takes;
  return {
    ...dispatch,
    notes: report === undefined || update === undefined ? [] : valmontNotes(report, update),
    draft: valmontDraft(),
    originals: valmontOriginals(),
  };
}

function valmontNotes(report: TakeModel, update: TakeModel): NoteModel[] {
  return [
    fakeNote(report, 'les frappes aériennes talviennes', {
      kind: 'fact-check',
      author: 'cd',
      body: 'Frappes du 7 avril heure locale : la dépêche dit le 4. Confirmer avec Sarnes.',
      ago: 86,
      reply: 'Le 4 est la date de l’incident. Rectificatif à prévoir.',
    }),
    fakeNote(report, 'les hautes vallées', {
      kind: 'style',
      author: 'mb',
      body: 'Maison : « les Hautes Vallées », avec capitales.',
      ago: 60,
    }),
    fakeNote(update, 'sommet des 7 et 8 juillet', {
      kind: 'query',
      author: 'ptur',
      body: 'Le lieu est-il confirmé par les deux parties\u202F?',
      ago: 12,
    }),
    fakeNote(report, 'introuvable', {
      kind: 'comment',
      author: 'cd',
      body: 'Penser à la carte pour demain.',
      ago: 40,
    }),
  ];
}

function valmontDraft(): DraftModel {
  return {
    id: fakeId(),
    kind: 'update',
    document: documentOf({
      headline: 'Une rencontre confirmée en marge du sommet',
      blocks: [
        text(
          'La présidence a précisé mardi soir que l’entretien aurait lieu « en marge » du sommet de Sarnes, les 7 et 8 juillet.',
        ),
      ],
    }),
    version: 42,
    createdAt: evening - 20 * minute,
    savedAt: evening,
    baseRevision: 2,
    author: 'ptur',
  };
}

function valmontOriginals(): OriginalModel[] {
  return [
    {
      sha256: 'a3f1c09be7d24c58a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718',
      name: 'depeche-veyrac.txt',
      byteLength: 2891,
      encoding: 'windows-1252',
      importedAt: evening - 100 * minute,
      repairs: [
        { code: 'encoding', detail: 'windows-1252' },
        { code: 'doubled-caption', line: 6, detail: 'Les deux présidents ont eu mardi…' },
        { code: 'joined-lines', detail: '4' },
      ],
    },
  ];
}

function reactor(): DispatchModel {
  return fakeDispatch({ slug: 'ORRE-BARRAGE', urgency: 2 }, [
    {
      headline: 'Une fissure ferme la route sous le barrage de l’Orre, trois villages évacués',
      blocks: [text('Trois villages ont été évacués mardi soir.', 'lead')],
      signoff: 'ats/mb',
      ago: 48,
    },
    {
      kind: 'correction',
      blocks: [text('Le nombre de villages est trois, et non quatre.')],
      ago: 20,
    },
  ]);
}

function election(): DispatchModel {
  return fakeDispatch({ slug: 'HARBOUR-ELECTION', language: 'en', desk: 'World' }, [
    {
      headline: 'Parties open the final month of campaigning with a row over the harbour bridge',
      blocks: [text('Both parties opened the final month of the campaign on Tuesday.', 'lead')],
      ago: 86,
    },
    { blocks: [text('The opposition said it would publish its own figures.')], ago: 80 },
    { blocks: [text('The minister declined to comment.')], ago: 70 },
    { blocks: [text('The bridge authority confirmed the cost.')], ago: 60 },
  ]);
}

function budget(): DispatchModel {
  const dispatch = fakeDispatch({ slug: 'ALLOC-BUDGET', desk: 'Economie' }, []);
  return {
    ...dispatch,
    draft: {
      id: fakeId(),
      kind: 'report',
      document: documentOf({
        headline: 'Le rapport sur les allocations familiales attendu mercredi',
        blocks: [text('', 'lead')],
      }),
      version: 3,
      createdAt: evening - 180 * minute,
      savedAt: evening - 173 * minute,
      baseRevision: 0,
      author: 'cd',
    },
  };
}

function skiers(): DispatchModel {
  return fakeDispatch({ slug: 'METEO-ALPES', desk: 'Suisse' }, [
    {
      headline: 'Deux skieurs portés disparus en Valais',
      blocks: [text('Deux skieurs sont portés disparus depuis lundi.', 'lead')],
      ago: 190,
    },
    {
      kind: 'kill',
      headline: '',
      blocks: [text('Les deux skieurs sont à leur hôtel. La dépêche est annulée.')],
      ago: 163,
    },
  ]);
}

function parade(): DispatchModel {
  return fakeDispatch({ slug: '1MAI-CORTEGES', desk: 'Suisse' }, [
    {
      headline: 'Des dizaines de milliers de manifestants dans les rues pour le 1er mai',
      blocks: [
        text('Les cortèges du 1er mai ont réuni des dizaines de milliers de personnes.', 'lead'),
      ],
      ago: 1424,
    },
  ]);
}

const subjects = [
  ['ASTANE-TREVE', 'Les pourparlers de Sarnes reprendront mercredi'],
  ['FESTIVAL-JURY', 'Le festival de Lambre annonce son jury'],
  ['COMET-SURVEY', 'Astronomers find a second tail on the spring comet'],
  ['VIN-GEL', 'Le gel d’avril aura coûté un tiers de la récolte'],
] as const;

/** Enough older dispatches that the wire must scroll. */
function quiet(): DispatchModel[] {
  return Array.from({ length: 60 }, (_, index) => {
    const [slug, headline] = subjects[index % subjects.length] ?? ['DIVERS', 'Divers'];
    return fakeDispatch({ slug, language: slug.startsWith('COMET') ? 'en' : 'fr' }, [
      { headline, blocks: [text(`${headline}.`, 'lead')], ago: 1500 + index * 210 },
    ]);
  });
}
