import { beforeEach, describe, expect, it } from 'vitest';
import type { ComparisonWords } from '../../../src-main/domain/compare/words-of-comparison';
import { sideText, type Side } from '../../../src-main/domain/compare/comparison';
import type { StateRef } from '../../../src-main/contract/record';
import { createServices, type Services } from '../../../src-main/services';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { sourceOfText } from '../../../src-main/services/exchange/sources';
import { archiveInProcess, must, testId } from '../../support/archives';

const now = Date.UTC(2017, 4, 10, 8, 0);
const bridge = `Publié le 2 mai 2017, 21:14

Un pont fermé à Valdane

Le pont de Valdane est fermé depuis mardi à la suite d’une crue, selon la mairie.

Il a plu pendant trois jours.

atl/mbr

Publié le 3 mai 2017, 08:00

Le pont rouvert

Le pont a rouvert mercredi matin.
`;

const words: ComparisonWords = {
  language: 'fr',
  heading: 'Comparaison',
  left: 'Prise 1',
  right: 'Prise 2',
  summary: 'Un mot inséré',
  inserted: 'inséré',
  deleted: 'supprimé',
  formatted: 'mis en forme',
  movedHere: 'Déplacé ici',
  movedAway: 'Déplacé',
};

let services: Services;
let clock: number;
let id: string;

beforeEach(async () => {
  let ids = 0;
  clock = now;
  services = createServices({
    archive: archiveInProcess(),
    readText: readInThisThread,
    now: () => clock,
    newId: () => testId((ids += 1)),
    zone: () => 'Europe/Paris',
    changed: () => undefined,
  });
  const report = await services.imports.run([
    sourceOfText('a', bridge),
    sourceOfText('b', bridge.replace('trois jours', 'quatre jours')),
  ]);
  const [outcome] = report.items.map((item) => item.outcome);
  if (outcome?.is !== 'added') throw new Error('It was not added.');
  id = outcome.dispatchId;
});

async function takes(dispatchId = id): Promise<readonly StateRef[]> {
  const dispatch = must(await services.dispatches.get({ id: dispatchId }));
  return dispatch.takes.map((take) => ({ of: 'take', takeId: take.id }));
}

const textOf = (rows: Parameters<typeof sideText>[0][], side: Side): string[] =>
  rows.map((row) => sideText(row, side));

describe('comparing states', () => {
  it('compares the story before and after a take', async () => {
    const at = (hour: string): StateRef => ({
      of: 'story-at',
      dispatchId: id,
      at: Date.parse(`2017-05-0${hour}:00Z`),
    });
    const compared = must(
      await services.compare.states({ left: at('2T22:00'), right: at('3T22:00') }),
    );
    expect(compared.left).toMatchObject({ dispatchId: id, ordinal: 1, standing: 'running' });
    expect(compared.right).toMatchObject({ ordinal: 2 });
    const changed = compared.comparison.rows.filter(({ is }) => is !== 'same');
    expect(changed.map(({ is }) => is)).toEqual(['inserted', 'inserted']);
    expect(textOf(changed, 'right')).toEqual([
      'Le pont rouvert',
      'Le pont a rouvert mercredi matin.',
    ]);
  });

  it('compares takes of two dispatches', async () => {
    const wire = must(await services.dispatches.list({ view: 'all', after: null, limit: 9 }));
    const other = wire.rows.find((row) => row.id !== id)?.id ?? '';
    const [left] = await takes();
    const [right] = await takes(other);
    if (left === undefined || right === undefined) throw new Error('There are no takes.');
    const { comparison } = must(await services.compare.states({ left, right }));
    expect(comparison.counts).toMatchObject({ wordsInserted: 1, wordsDeleted: 1 });
    const html = must(await services.compare.page({ left, right, words }));
    expect(html.html).toContain('trois</del>');
    expect(html.name).toMatch(/^[A-Z0-9-]+-DIFF\.html$/);
  });

  it('compares a draft with what it was', async () => {
    const begun = must(
      await services.drafts.append({ dispatchId: id, kind: 'update', corrects: null, author: '' }),
    );
    const draft: StateRef = { of: 'draft', draftId: begun.draftId, version: null };
    const [first] = await takes();
    if (first === undefined) throw new Error('There is no take.');
    const { comparison } = must(await services.compare.states({ left: first, right: draft }));
    expect(comparison.rows.every(({ is }) => is === 'deleted')).toBe(true);
  });

  it('does not find what is not there', async () => {
    const [left] = await takes();
    const right: StateRef = { of: 'take', takeId: testId(900) };
    if (left === undefined) throw new Error('There is no take.');
    expect(await services.compare.states({ left, right })).toMatchObject({
      ok: false,
      error: { code: 'not-found', reason: 'take' },
    });
  });
});

describe('a comparison that leaves the archive', () => {
  it('is given as HTML and text, and refused while an embargo holds', async () => {
    const [left, right] = await takes();
    if (left === undefined || right === undefined) throw new Error('There are no takes.');
    const request = { left, right, words };
    const given = must(await services.compare.release(request));
    expect(given.html).toContain('<h1>Comparaison</h1>');
    expect(given.text).toContain('--- Prise 1\n+++ Prise 2\n');

    const until = { instant: now + 3_600_000, zone: 'Europe/Paris' };
    must(await services.publishing.setEmbargo({ id, until, reason: 'accord', author: 'atl' }));
    const refused = { ok: false, error: { code: 'embargoed', facts: { until: until.instant } } };
    expect(await services.compare.release(request)).toMatchObject(refused);
    expect(await services.compare.page(request)).toMatchObject(refused);
    expect((await services.compare.states({ left, right })).ok).toBe(true);

    clock = until.instant;
    expect((await services.compare.page(request)).ok).toBe(true);
  });

  it('is refused while an embargo holds on the other dispatch', async () => {
    const wire = must(await services.dispatches.list({ view: 'all', after: null, limit: 9 }));
    const other = wire.rows.find((row) => row.id !== id)?.id ?? '';
    const [left] = await takes(other);
    const [right] = await takes();
    if (left === undefined || right === undefined) throw new Error('There are no takes.');
    const until = { instant: now + 3_600_000, zone: 'UTC' };
    must(
      await services.publishing.setEmbargo({ id: other, until, reason: 'accord', author: 'atl' }),
    );
    expect(await services.compare.page({ left, right, words })).toMatchObject({
      error: { code: 'embargoed' },
    });
  });
});
