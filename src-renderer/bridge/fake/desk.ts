import type { DispatchModel, DraftModel } from '@contract/models';
import { carriesToFill } from '@domain/record/carries';
import type { TakeKind } from '@domain/record/take';
import { documentOf, evening, fakeDispatch, fakeId, fakeNote, text, type Told } from './samples';

const minute = 60_000;

/** The takes of {@link truce}, which drafts take account of. */
const truceTakes = 2;

/** A draft told in plain parts, saved that evening. */
export function fakeDraft(kind: TakeKind, told: Told): DraftModel {
  return {
    id: fakeId(),
    kind,
    document: documentOf(told),
    version: 0,
    createdAt: evening - 20 * minute,
    savedAt: evening,
    baseRevision: truceTakes,
    author: 'ptur',
    facts: { advisoryLine: '', carries: carriesToFill(kind, null) },
    schedule: null,
    byline: '',
    typography: null,
  };
}

/** A fictional truce in a report and an update, with notes on them and an update being written. */
export function truce(): DispatchModel {
  const dispatch = fakeDispatch({ slug: 'VALMONT-TREVE', urgency: 3, agency: 'Atlas' }, [
    {
      headline: 'Première discussion Valmont-Talvie depuis les frappes',
      blocks: [text('Les dirigeants ont eu mardi un entretien. Appel à la retenue.', 'lead')],
      signoff: 'atlas/ptur',
      ago: 104,
    },
    { blocks: [text('Une rencontre est prévue au sommet des 7 et 8 juillet.')], ago: 40 },
  ]);
  const [report, update] = dispatch.takes;
  if (report === undefined || update === undefined) return dispatch;
  return {
    ...dispatch,
    notes: [
      fakeNote(report, 'les frappes', {
        kind: 'fact-check',
        author: 'cd',
        body: 'La date est-elle la bonne ?',
        ago: 86,
        reply: 'Oui, confirmée par Sarnes.',
      }),
      fakeNote(update, 'sommet des 7 et 8 juillet', {
        kind: 'query',
        author: 'mb',
        body: 'Le lieu est-il confirmé ?',
        ago: 12,
      }),
      fakeNote(report, null, {
        kind: 'comment',
        author: 'cd',
        body: 'Penser à la carte.',
        ago: 40,
      }),
      fakeNote(report, 'retenue', {
        kind: 'style',
        author: 'mb',
        body: 'Mot vérifié.',
        ago: 60,
        state: 'resolved',
      }),
    ],
    draft: fakeDraft('update', {
      blocks: [text('La présidence a précisé que l’entretien aurait lieu en marge du sommet.')],
      signoff: 'atlas/ptur',
    }),
    originals: [
      {
        sha256: 'a3f1c09be7d24c58a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718',
        name: 'depeche-veyrac.txt',
        byteLength: 2891,
        encoding: 'windows-1252',
        importedAt: evening - 100 * minute,
        repairs: [{ code: 'joined-lines', line: 6, detail: '4' }],
      },
    ],
  };
}

/** A dispatch put right by a correction. */
export function dam(): DispatchModel {
  return fakeDispatch({ slug: 'ORRE-BARRAGE', urgency: 2 }, [
    {
      headline: 'Une fissure ferme la route sous le barrage de l’Orre',
      blocks: [text('Quatre villages ont été évacués mardi soir.', 'lead')],
      signoff: 'atlas/mb',
      ago: 60,
    },
    { kind: 'correction', blocks: [text('Les villages évacués sont trois.')], ago: 50 },
  ]);
}

/** A dispatch of which nothing is published: a report being written, its headline not yet. */
export function budget(): DispatchModel {
  const draft = fakeDraft('report', {
    blocks: [text('Le rapport sur les allocations est attendu mercredi.', 'lead')],
    signoff: 'atlas/cd',
  });
  return {
    ...fakeDispatch({ slug: 'ALLOC-BUDGET' }, []),
    draft: { ...draft, savedAt: evening - 30 * minute },
  };
}

/** A dispatch that was withdrawn. */
export function killed(): DispatchModel {
  return fakeDispatch({ slug: 'METEO-ALPES' }, [
    {
      headline: 'Deux skieurs portés disparus dans les Alpes',
      blocks: [text('Deux skieurs sont portés disparus depuis lundi.', 'lead')],
      ago: 190,
    },
    { kind: 'kill', blocks: [text('Les deux skieurs sont à leur hôtel.')], ago: 163 },
  ]);
}

/** An imported dispatch whose time nobody knows; it came into the archive the day before. */
export function undated(): DispatchModel {
  return fakeDispatch({ slug: '', language: 'en' }, [
    { headline: 'Astronomers find a second tail on the comet', blocks: [text('Two tails.')] },
  ]);
}

/** Older dispatches, a day apart. */
export function quiet(count: number): DispatchModel[] {
  return Array.from({ length: count }, (_, index) =>
    fakeDispatch({ slug: `CALME-${index + 1}` }, [
      {
        headline: `Dépêche tranquille ${index + 1}`,
        blocks: [text(`Il ne s’est rien passé, ${index + 1}.`, 'lead')],
        ago: (index + 2) * 24 * 60,
      },
    ]),
  );
}
