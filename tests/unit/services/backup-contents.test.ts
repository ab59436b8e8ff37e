import { rmSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { backUpFile } from '../../../src-main/archive/backups/copy';
import type { Archive } from '../../../src-main/archive/client';
import { makeAnchor } from '../../../src-main/domain/annotation/anchor';
import { buildDocument } from '../../../src-main/domain/document/build';
import { canonicalText } from '../../../src-main/domain/document/canonical-text';
import { replaceStep } from '../../../src-main/domain/document/replace';
import { createServices, type Services } from '../../../src-main/services';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { sourceOfText } from '../../../src-main/services/exchange/sources';
import { archiveInProcess, must, temporaryFolder, testId } from '../../support/archives';
import { appendUpdate } from '../../support/publishing';
import { nodeOf } from '../../support/texts';

const text = 'Publié\n\nUn pont fermé à Valdane\n\nLe pont est fermé depuis mardi.\n\natl/mbr\n';

let ids: number;
let archive: Archive;
let services: Services;
let dispatchId: string;
let backup: string;

function servicesOver(over: Archive): Services {
  let clock = Date.UTC(2026, 0, 1) + ids;
  return createServices({
    archive: over,
    readText: readInThisThread,
    now: () => (clock += 1_000),
    newId: () => testId((ids += 1)),
    zone: () => 'Europe/Paris',
    changed: () => undefined,
  });
}

/** Puts words in the open draft, or in one begun now. */
async function write(words: string): Promise<{ readonly draftId: string }> {
  const begun = { dispatchId, kind: 'update', corrects: null, author: 'mbr' } as const;
  const { draftId } = must(await services.drafts.append(begun));
  const { draft } = must(await services.dispatches.get({ id: dispatchId }));
  const blocks = [{ type: 'paragraph' as const, text: words }];
  const next = buildDocument({ headline: 'Le pont', blocks, signoff: '' });
  const steps = [replaceStep(nodeOf(draft!.document), next)];
  const baseVersion = draft!.version;
  must(await services.drafts.journal({ draftId, baseVersion, steps }));
  return { draftId };
}

async function noteOnDraft(draftId: string, words: string): Promise<void> {
  const { draft } = must(await services.dispatches.get({ id: dispatchId }));
  const plain = canonicalText(nodeOf(draft!.document));
  const start = plain.indexOf(words);
  must(
    await services.annotations.create({
      dispatchId,
      target: { on: 'draft', id: draftId },
      part: 'words',
      anchor: makeAnchor(plain, start, start + words.length),
      kind: 'query',
      body: 'Depuis quand ?',
      author: 'mbr',
      addressee: '',
      links: [],
    }),
  );
}

/** Publishes an update with other words than those of the draft, which is put away. */
async function publishInsteadOfDraft(words: string): Promise<void> {
  const { draftId } = await write(words);
  must(await services.drafts.discard({ draftId }));
  await appendUpdate(services, dispatchId, words);
}

/** Has a copy be the archive: while the original is there, it would only be read. */
async function goBackTo(copy: string): Promise<void> {
  await archive.close();
  rmSync(archive.path);
  archive = archiveInProcess(copy);
  services = servicesOver(archive);
}

const listed = (typed = '') => services.backupContents.list({ path: backup, typed });
const plain = (document: Parameters<typeof nodeOf>[0]) => canonicalText(nodeOf(document));

beforeEach(async () => {
  ids = 0;
  archive = archiveInProcess();
  services = servicesOver(archive);
  const report = await services.imports.run([sourceOfText('a.txt', text)]);
  const [outcome] = report.items.map((item) => item.outcome);
  dispatchId = outcome?.is === 'added' ? outcome.dispatchId : '';
  const { draftId } = await write('La fissure a deux mètres.');
  await noteOnDraft(draftId, 'fissure');
  backup = path.join(temporaryFolder(), 'backup.writethru');
  await backUpFile(archive.path, backup);
});

it('finds the dispatches of a backup, and says what each is beside today’s', async () => {
  expect(must(await listed()).dispatches).toMatchObject([{ id: dispatchId, standing: 'same' }]);
  expect(must(await listed('pont vald')).dispatches).toHaveLength(1);
  expect(must(await listed('tunnel')).dispatches).toEqual([]);
  await write('La fissure a trois mètres.');
  expect(must(await listed()).dispatches).toMatchObject([{ standing: 'behind' }]);
});

it('compares the words of a draft with today’s, and begins a dispatch of its own with them', async () => {
  await write('Tout est effacé.');
  const read = must(await services.backupContents.read({ path: backup, id: dispatchId }));
  expect(read.past.of).toBe('draft');
  expect(plain(read.past.document)).toContain('La fissure a deux mètres.');
  expect(plain(read.today!.document)).toContain('Tout est effacé.');
  expect(read.comparison.counts.wordsDeleted).toBeGreaterThan(0);

  const copied = { path: backup, id: dispatchId, author: 'mbr' };
  const copy = must(await services.backupContents.copy(copied));
  expect(copy.dispatchId).not.toBe(dispatchId);
  const { draft } = must(await services.dispatches.get({ id: copy.dispatchId }));
  expect(plain(draft!.document)).toContain('La fissure a deux mètres.');
  // What is there is as it was.
  const today = must(await services.dispatches.get({ id: dispatchId }));
  expect(plain(today.draft!.document)).toContain('Tout est effacé.');
});

it('brings a dispatch back whole where it is gone: record, draft, notes', async () => {
  const before = must(await services.dispatches.get({ id: dispatchId }));
  const hashes = must(await archive.read('readProvableRecord', { id: dispatchId }));
  // Another archive, with nothing of it.
  archive = archiveInProcess();
  services = servicesOver(archive);
  expect(must(await listed()).dispatches).toMatchObject([{ standing: 'gone' }]);
  const read = must(await services.backupContents.read({ path: backup, id: dispatchId }));
  expect(read).toMatchObject({ today: null, comparison: { counts: { wordsDeleted: 0 } } });
  const brought = must(await services.backupContents.bringBack({ path: backup, id: dispatchId }));
  expect(brought).toEqual({ dispatchId, takes: 1, notes: 1, draft: true });
  const after = must(await services.dispatches.get({ id: dispatchId }));
  expect(after.takes).toEqual(before.takes);
  expect(after.notes).toEqual(before.notes);
  expect(after.draft).toEqual(before.draft);
  expect(must(await archive.read('readProvableRecord', { id: dispatchId }))).toEqual(hashes);
  expect(must(await services.care.verify()).problems).toEqual([]);
  const query = { text: 'fissure', sort: 'date', after: null, limit: 10, asOf: null } as const;
  expect(must(await services.search.query(query)).hits).not.toHaveLength(0);
  // Once more changes nothing.
  expect(must(await services.backupContents.bringBack({ path: backup, id: dispatchId }))).toEqual({
    dispatchId,
    takes: 0,
    notes: 0,
    draft: false,
  });
});

it('brings the takes back that a record goes on with, and leaves the draft of today as it is', async () => {
  const later = path.join(temporaryFolder(), 'later.writethru');
  await publishInsteadOfDraft('Le pont a rouvert.');
  await backUpFile(archive.path, later);
  await goBackTo(backup);
  backup = later;
  expect(must(await listed()).dispatches).toMatchObject([{ standing: 'ahead' }]);
  const brought = must(await services.backupContents.bringBack({ path: later, id: dispatchId }));
  expect(brought).toMatchObject({ takes: 1, draft: false });
  const { takes, draft } = must(await services.dispatches.get({ id: dispatchId }));
  expect(takes).toHaveLength(2);
  expect(plain(draft!.document)).toContain('La fissure a deux mètres.');
  expect(must(await services.care.verify()).problems).toEqual([]);
});

it('refuses what tells another history, and what is not there', async () => {
  const other = path.join(temporaryFolder(), 'other.writethru');
  await publishInsteadOfDraft('Une suite.');
  await backUpFile(archive.path, other);
  await goBackTo(backup);
  await publishInsteadOfDraft('Une autre suite.');
  backup = other;
  expect(must(await listed()).dispatches).toMatchObject([{ standing: 'other' }]);
  const refused = await services.backupContents.bringBack({ path: other, id: dispatchId });
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'conflict', reason: 'other-history' },
  });
  const missing = await services.backupContents.read({ path: other, id: testId(9_999) });
  expect(missing).toMatchObject({ ok: false, error: { code: 'not-found' } });
});
