import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { journalSteps } from '../../src-main/archive/commands/drafts';
import { openForWriting } from '../../src-main/archive/connection';
import { all, connectionOf, type WritableDb } from '../../src-main/archive/database';
import { loadDraft } from '../../src-main/archive/queries/drafts';
import { verifyRecord } from '../../src-main/archive/verify/verify-record';
import { documentParts } from '../../src-main/domain/document/build';
import { seeded, type Random } from '../bench/support/random';
import { must, newArchiveFile, temporaryFolder } from '../support/archives';
import { beginDispatch, publishDraftAt1, published } from '../support/dispatches';
import { document } from '../support/texts';
import { patience, tell, tries } from './support/tally';

/** The archive after each of its commits: the files as the disk had them, and what was in it. */
type Moment = { readonly log: Buffer; readonly file: Buffer; readonly state: string };

/** What disks write in one piece. */
const sector = 512;

/** What a person would see: how each draft reads, and the takes. */
function stateOf(db: WritableDb): string {
  const drafts = all<{ id: string }>(db, 'SELECT id FROM draft ORDER BY id').map(({ id }) => {
    const { version, document: node } = loadDraft(db, id);
    return { id, version, headline: documentParts(node).headline };
  });
  const takes = all(db, 'SELECT id, ordinal, document FROM take ORDER BY id');
  return JSON.stringify({ drafts, takes });
}

/** Types, publishes and types again; the files are looked at after every commit. */
function writeInTheOpen(commits: number): readonly Moment[] {
  const file = newArchiveFile();
  const db = must(openForWriting(file));
  connectionOf(db).pragma('wal_autocheckpoint = 0');
  published(db, document('Crue de la Sauvre', 'Les quais sont fermés.'));
  const draftId = beginDispatch(db, dispatchOf(9), document('', 'Le bac est arrêté.'));
  const ready = beginDispatch(db, dispatchOf(8), document('Le pont rouvre', 'À midi.'));
  const moments: Moment[] = [];
  const look = (): void => {
    moments.push({
      log: readFileSync(`${file}-wal`),
      file: readFileSync(file),
      state: stateOf(db),
    });
  };
  look();
  for (let version = 1; version < commits; version += 1) {
    const slice = { content: [{ type: 'text', text: String(version % 10) }] };
    const steps = [{ stepType: 'replace', from: version, to: version, slice }];
    journalSteps(db, { draftId, baseVersion: version, steps, now: version });
    look();
  }
  publishDraftAt1(db, ready);
  look();
  connectionOf(db).close();
  return moments;
}

function dispatchOf(number: number): string {
  return `01890000-0000-7000-9000-${String(number).padStart(12, '0')}`;
}

/** Opens an archive from the files as a disk would have them; what is in it, and whether it verifies. */
function openedFrom(file: Buffer, log: Buffer): { state: string; problems: number } {
  const place = path.join(temporaryFolder(), 'cut.writethru');
  writeFileSync(place, file);
  writeFileSync(`${place}-wal`, log);
  const db = must(openForWriting(place));
  try {
    return { state: stateOf(db), problems: verifyRecord(db).problems.length };
  } finally {
    connectionOf(db).close();
  }
}

/** `after`, of which only some sectors have reached the disk that held `before`. */
function partly(before: Buffer, after: Buffer, random: Random): Buffer {
  const mixed = Buffer.alloc(after.length);
  before.copy(mixed);
  for (let at = 0; at < after.length; at += sector) {
    if (random.happens(0.5)) after.copy(mixed, at, at, Math.min(at + sector, after.length));
  }
  return mixed;
}

describe('an archive whose last writes did not all reach the disk', () => {
  const commits = 12;
  let lost = 0;
  let torn = 0;
  let cuts = 0;
  const moments = (): readonly Moment[] => (kept ??= writeInTheOpen(commits));
  let kept: readonly Moment[] | undefined;

  const judge = (
    found: ReturnType<typeof openedFrom>,
    allowed: readonly string[],
    all: string[],
  ) => {
    cuts += 1;
    if (found.problems > 0 || !all.includes(found.state)) torn += 1;
    else if (!allowed.includes(found.state)) lost += 1;
  };

  it(
    'is as it was after the last commit that is whole, wherever its log is cut off',
    { timeout: patience },
    () => {
      const random = seeded(11);
      const states = moments().map(({ state }) => state);
      const last = moments().at(-1);
      if (last === undefined) throw new Error('Nothing was written.');
      const lengths = moments().map(({ log }) => log.length);
      for (let index = 0; index < tries(800, 24); index += 1) {
        const from = lengths[0] ?? 0;
        const cut = from + Math.floor(random.next() * (last.log.length - from + 1));
        const whole = lengths.findLastIndex((length) => length <= cut);
        const found = openedFrom(last.file, last.log.subarray(0, cut));
        judge(found, [states[whole] ?? ''], states);
      }
      expect({ lost, torn }).toEqual({ lost: 0, torn: 0 });
    },
  );

  it(
    'is as it was before or after a commit of which only some sectors were written',
    { timeout: patience },
    () => {
      const random = seeded(12);
      const states = moments().map(({ state }) => state);
      for (let index = 0; index < tries(200, 12); index += 1) {
        const at = 1 + Math.floor(random.next() * (moments().length - 1));
        const [before, after] = [moments()[at - 1], moments()[at]];
        if (before === undefined || after === undefined) continue;
        const found = openedFrom(before.file, partly(before.log, after.log, random));
        judge(found, [before.state, after.state], states);
      }
      expect({ lost, torn }).toEqual({ lost: 0, torn: 0 });
    },
  );

  it('is whole when copying its log back into it was interrupted', { timeout: patience }, () => {
    const random = seeded(13);
    const last = moments().at(-1);
    if (last === undefined) throw new Error('Nothing was written.');
    const copied = checkpointed(last);
    for (let index = 0; index < tries(200, 8); index += 1) {
      const found = openedFrom(partly(last.file, copied, random), last.log);
      judge(found, [last.state], [last.state]);
    }
    expect({ lost, torn }).toEqual({ lost: 0, torn: 0 });
  });

  afterAll(() => {
    const fault = 'file and log cut off, or partly written';
    tell({
      fault,
      tries: cuts,
      acknowledged: cuts * commits,
      lost,
      torn,
      damaged: null,
      found: null,
    });
  });
});

/** The file after its log was copied back whole. */
function checkpointed({ file, log }: Moment): Buffer {
  const place = path.join(temporaryFolder(), 'whole.writethru');
  writeFileSync(place, file);
  writeFileSync(`${place}-wal`, log);
  const db = must(openForWriting(place));
  connectionOf(db).pragma('wal_checkpoint(TRUNCATE)');
  connectionOf(db).close();
  return readFileSync(place);
}
