import { describe, expect, it } from 'vitest';
import { recordExport } from '../../../src-main/archive/commands/exports';
import { discardDraft } from '../../../src-main/archive/commands/drafts';
import { setDraftFacts } from '../../../src-main/archive/commands/draft-facts';
import { all, type WritableDb } from '../../../src-main/archive/database';
import { traceTake } from '../../../src-main/archive/trace/trace-take';
import type { Trace, TraceDispatch } from '../../../src-main/contract/trace';
import { writableDb } from '../../support/archives';
import {
  beginDispatch,
  beginTake,
  nextId,
  published,
  publishDraftAt1,
  publishTake,
} from '../../support/dispatches';
import { document } from '../../support/texts';

const bridge =
  'Le pont de Valdane est fermé depuis mardi soir après la découverte d’une fissure, a indiqué la préfecture.';
const reworded =
  'Le pont de Valdane est fermé depuis mardi soir après la découverte d’une grave fissure, a dit la préfecture.';
const detour = 'Les automobilistes sont déviés par la rive gauche jusqu’à nouvel ordre.';
const formula =
  'Le ministère n’a pas répondu aux sollicitations répétées de notre rédaction mardi.';
const other = 'La récolte des abricots sera bonne cette année, selon les producteurs de la vallée.';

function trace(db: WritableDb, takeId: string, formulas = false): Trace {
  return traceTake(db, { takeId, formulas });
}

/** What was found in a dispatch, in short. */
function short(found: TraceDispatch | null | undefined): readonly string[] {
  return (found?.places ?? []).map(({ holder, passages }) => {
    const what = holder.is === 'take' ? `take ${holder.ordinal}` : holder.is;
    return `${what}: ${passages.map(({ sentence }) => sentence).join(' ')}`;
  });
}

describe('tracing a take', () => {
  it('finds its sentences in takes, drafts and drafts put away, near-verbatim too', () => {
    const db = writableDb();
    const source = published(db, document('Un pont fermé', bridge, detour));
    const same = published(db, document('Autre titre', other, `${bridge} ${detour}`));
    const near = published(db, document('Encore un titre', reworded));
    const drafted = nextId();
    beginDispatch(db, drafted, document('Brouillon', detour));
    const away = nextId();
    discardDraft(db, {
      draftId: beginDispatch(db, away, document('Abandonné', bridge)),
      now: 5,
    });
    published(db, document('Les abricots de la vallée', other));

    const found = trace(db, source.takeId);
    expect(found.of).toBe('take');
    expect(found.sentences.map(({ text, dispatches }) => [text, dispatches])).toEqual([
      [bridge, 3],
      [detour, 2],
    ]);
    // The headline is too short to be known again.
    expect(found.tooShort).toBe(1);
    const byId = new Map(found.elsewhere.map((one) => [one.dispatchId, short(one)]));
    expect(byId).toEqual(
      new Map([
        [same.dispatchId, ['take 1: 0 1']],
        [near.dispatchId, ['take 1: 0']],
        [drafted, ['draft: 1']],
        [away, ['discarded: 0']],
      ]),
    );
    expect(found.elsewhere[0]?.dispatchId).toBe(same.dispatchId);
    expect(found).toMatchObject({ own: null, leftOut: 0, bounded: false });
  });

  it('marks the words that are the same, in the excerpt and in the whole text', () => {
    const db = writableDb();
    const source = published(db, document('Un pont fermé', bridge));
    published(db, document('Titre', other, reworded));
    const [place] = trace(db, source.takeId).elsewhere[0]?.places ?? [];
    const [passage] = place?.passages ?? [];
    const { text = '', ranges = [] } = passage?.excerpt ?? {};
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Le pont de Valdane est fermé depuis mardi soir après la découverte d’une',
    ]);
    expect(passage?.runs.map((run) => run.join(' '))).toEqual([
      'le pont de valdane est ferme depuis mardi soir apres la decouverte d une',
    ]);
    expect(passage?.containment).toBeLessThan(1);
  });

  it('lists other takes of its own dispatch apart, and whether readers still have them', () => {
    const db = writableDb();
    const { dispatchId, takeId } = published(db, document('Un pont fermé', bridge));
    publishTake(db, dispatchId, 'update', document('', bridge));
    publishTake(db, dispatchId, 'writethru', document('Un pont fermé', detour));
    publishTake(db, dispatchId, 'update', document('', bridge));
    beginTake(db, dispatchId, 'update', document('', bridge));
    const found = trace(db, takeId);
    expect(found.elsewhere).toEqual([]);
    expect(short(found.own)).toEqual(['take 2: 0', 'take 4: 0', 'draft: 0']);
    expect(found.own?.places.map(({ holder }) => holder.is === 'take' && holder.running)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('leaves out dispatches that share nothing but a formula, unless it is asked for them', () => {
    const db = writableDb();
    const source = published(db, document('Un pont fermé', bridge, formula));
    for (let index = 0; index < 20; index += 1) {
      published(db, document(`Titre ${index}`, formula, `${other} (${index})`));
    }
    const both = published(db, document('Les deux', formula, bridge));
    const found = trace(db, source.takeId);
    expect(found.sentences[1]).toMatchObject({ formula: true, dispatches: 21 });
    expect(found.elsewhere.map(({ dispatchId }) => dispatchId)).toEqual([both.dispatchId]);
    expect(short(found.elsewhere[0])).toEqual(['take 1: 1 0']);
    expect(found.leftOut).toBe(20);
    expect(trace(db, source.takeId, true)).toMatchObject({ leftOut: 0 });
    expect(trace(db, source.takeId, true).elsewhere).toHaveLength(21);
  });

  it('does not find sign-offs, credits, or anything in an archive without it', () => {
    const db = writableDb();
    const source = published(db, document('Un pont fermé', bridge));
    published(db, document('Les abricots', other));
    expect(trace(db, source.takeId)).toMatchObject({ elsewhere: [], own: null });
  });
});

describe('tracing a kill', () => {
  it('traces every take that readers had, and says what was withdrawn elsewhere', () => {
    const db = writableDb();
    const { dispatchId } = published(db, document('Un pont fermé', bridge));
    publishTake(db, dispatchId, 'update', document('', detour));
    const copied = published(db, document('Repris', bridge, detour));
    const kill = publishTake(db, dispatchId, 'kill', document('', 'Retirez cette dépêche.'), {
      of: 'kill',
      reason: 'faux',
      decidedBy: 'la rédactrice en chef',
    });
    const found = trace(db, kill);
    expect(found).toMatchObject({ of: 'withdrawn', own: null });
    expect(found.sentences.map(({ text }) => text)).toEqual([bridge, detour]);
    expect(found.elsewhere).toMatchObject([{ dispatchId: copied.dispatchId, killed: false }]);
    publishTake(db, copied.dispatchId, 'kill', document('', 'Retirez.'), {
      of: 'kill',
      reason: 'faux',
      decidedBy: 'x',
    });
    expect(trace(db, kill).elsewhere).toMatchObject([{ killed: true }]);
  });
});

describe('tracing a correction', () => {
  const dead = 'L’explosion a fait douze morts dans le centre de la ville, selon les pompiers.';
  const wounded = 'Une trentaine de blessés ont été conduits dans les hôpitaux de la région.';

  it('traces the words it put right with their sentence, not the rest of the take', () => {
    const db = writableDb();
    const { dispatchId, takeId } = published(db, document('Explosion en ville', dead, wounded));
    const copied = published(db, document('Repris', `${dead} ${wounded}`));
    published(db, document('Un autre accident', 'Un accident de car a fait douze morts lundi.'));
    published(db, document('Sans le chiffre', wounded));
    const correction = publishTake(
      db,
      dispatchId,
      'correction',
      document('', 'L’explosion a fait dix morts dans le centre de la ville.'),
      { of: 'correction', corrects: takeId, wrong: 'douze morts', right: 'dix morts' },
    );
    const found = trace(db, correction);
    expect(found).toMatchObject({ of: 'put-right', own: null });
    expect(found.sentences.map(({ text }) => text)).toEqual([dead]);
    expect(found.elsewhere.map((one) => one.dispatchId)).toEqual([copied.dispatchId]);
    const excerpt = found.elsewhere[0]?.places[0]?.passages[0]?.excerpt;
    expect(excerpt?.ranges.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual([
      'douze morts',
    ]);
  });

  it('looks for words that stand nowhere in the take as they are', () => {
    const db = writableDb();
    const { dispatchId, takeId } = published(db, document('Explosion', dead));
    const copied = published(db, document('Repris', 'On parle de quinze disparus ce soir.'));
    const correction = publishTake(db, dispatchId, 'correction', document('', dead), {
      of: 'correction',
      corrects: takeId,
      wrong: 'quinze disparus',
      right: 'aucun disparu',
    });
    expect(trace(db, correction).elsewhere.map((one) => one.dispatchId)).toEqual([
      copied.dispatchId,
    ]);
  });
});

describe('what went out', () => {
  it('with a take’s sentences is told, and what went out without them is not', () => {
    const db = writableDb();
    const source = published(db, document('Un pont fermé', bridge, detour));
    const same = published(db, document('Autre titre', `${bridge} ${detour}`));
    const apricots = published(db, document('Les abricots de la vallée', other));
    const out = (dispatchId: string, at: number, way: 'file' | 'clipboard' = 'file'): void =>
      recordExport(db, { dispatchId, way, format: 'wire', destination: '/tmp/a.txt', now: at });
    out(source.dispatchId, 10);
    out(same.dispatchId, 30, 'clipboard');
    out(apricots.dispatchId, 40);
    const draft = beginTake(db, source.dispatchId, 'kill', document('', 'Ne pas utiliser.'));
    const carries = { of: 'kill', reason: 'Faux.', decidedBy: 'atl' } as const;
    setDraftFacts(db, { draftId: draft, facts: { advisoryLine: '', carries } });
    const kill = publishDraftAt1(db, draft);
    out(source.dispatchId, 50);
    const { exports } = trace(db, kill);
    expect(exports.map(({ dispatchId, way, at, takes }) => [dispatchId, way, at, takes])).toEqual([
      [source.dispatchId, 'file', 50, [1]],
      [same.dispatchId, 'clipboard', 30, [1]],
      [source.dispatchId, 'file', 10, [1]],
    ]);
  });

  it('is not kept while nothing is published', () => {
    const db = writableDb();
    const dispatchId = nextId();
    beginDispatch(db, dispatchId, document('Brouillon', detour));
    recordExport(db, { dispatchId, way: 'print', format: '', destination: '', now: 10 });
    expect(all(db, 'SELECT id FROM export')).toEqual([]);
  });
});
