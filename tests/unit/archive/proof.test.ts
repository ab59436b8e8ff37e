import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyProof } from '../../../scripts/verify-proof.mjs';
import { setEmbargo } from '../../../src-main/archive/commands/embargo';
import { importDispatches } from '../../../src-main/archive/commands/import';
import { setStamp } from '../../../src-main/archive/commands/stamps';
import { readProvableRecord } from '../../../src-main/archive/queries/history';
import { sha256 } from '../../../src-main/archive/sha256';
import { proofText } from '../../../src-main/domain/record/proof';
import { unknownStamp } from '../../../src-main/domain/record/stamp';
import { temporaryFolder, testId, writableDb } from '../../support/archives';
import { document } from '../../support/texts';

const id = testId(1);

/** The proof of a dispatch of three takes, a time supplied, an embargo set and lifted. */
function proofOfHistory(): string {
  const db = writableDb();
  const take = (number: number, words: string) => ({
    id: testId(10 + number),
    kind: number === 1 ? ('report' as const) : ('update' as const),
    stamp: unknownStamp,
    label: 'Publié',
    document: document(`Titre ${number}`, words),
  });
  importDispatches(db, {
    dispatches: [
      {
        dispatch: {
          id,
          slug: 'CRUE',
          language: 'fr',
          urgency: 5,
          desk: '',
          agency: '',
          place: '',
          createdAt: 1_000,
        },
        takes: [take(1, 'L’eau monte.'), take(2, 'L’eau baisse.'), take(3, 'Tout est sec.')],
        original: { bytes: new Uint8Array([1]), name: 'crue.txt', encoding: 'utf-8', repairs: [] },
      },
    ],
  });
  const stamp = { precision: 'minute', instant: 900, zone: 'Europe/Paris' } as const;
  setStamp(db, { takeId: testId(12), stamp, reason: 'Selon l’agence', author: 'atl', now: 2_000 });
  const until = { instant: 9_000, zone: 'Europe/Paris' };
  setEmbargo(db, { id, until, reason: '', author: 'atl', now: 2_500 });
  setEmbargo(db, { id, until: null, reason: 'Accord', author: 'atl', now: 3_000 });
  const facts = { id, slug: 'CRUE', headline: 'Titre 1', language: 'fr' } as const;
  return proofText(
    { madeAt: 5_000, zone: 'Europe/Paris', archive: testId(0), dispatch: facts },
    readProvableRecord(db, { id }),
    sha256,
  );
}

type Parsed = { entries: { content: string }[]; count: number };

/** The proof with its parsed form changed, printed as it was. */
function changed(proof: string, change: (parsed: Parsed) => void): string {
  const parsed = JSON.parse(proof) as Parsed;
  change(parsed);
  return `${JSON.stringify(parsed, null, 2)}\n`;
}

describe('a proof', () => {
  const proof = proofOfHistory();

  it('verifies as it was made', () => {
    expect(verifyProof(proof)).toMatchObject({ ok: true, takes: 3 });
  });

  it('fails on any byte changed', () => {
    fc.assert(
      fc.property(fc.nat(proof.length - 1), fc.constantFrom('x', '7', ' '), (at, sign) => {
        fc.pre(proof[at] !== sign);
        const altered = proof.slice(0, at) + sign + proof.slice(at + 1);
        expect(verifyProof(altered).ok).toBe(false);
      }),
    );
  });

  it.each([
    ['a letter', (p: Parsed) => replaceIn(p, 1, 'baisse', 'laisse'), 2],
    ['a stamp', (p: Parsed) => replaceIn(p, 3, '"instant":900', '"instant":901'), 4],
    ['a dropped take', (p: Parsed) => void p.entries.splice(1, 1), 2],
    [
      'two takes in another order',
      (p: Parsed) => void p.entries.splice(0, 2, p.entries[1]!, p.entries[0]!),
      1,
    ],
    ['the end cut off', (p: Parsed) => void p.entries.pop(), 6],
  ])('names the first entry that %s changed', (_name, change, entry) => {
    const verdict = verifyProof(changed(proof, change));
    expect(verdict).toMatchObject({ ok: false, fault: { entry } });
  });

  it('is verified at the command line without the application', () => {
    const file = path.join(temporaryFolder(), 'crue.proof.json');
    const script = path.resolve(import.meta.dirname, '../../../scripts/verify-proof.mjs');
    const verify = (text: string) => {
      writeFileSync(file, text);
      return spawnSync(process.execPath, [script, file], { encoding: 'utf8' });
    };
    expect(verify(proof)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Verified/) as string,
    });
    const altered = verify(proof.replace('baisse', 'laisse'));
    expect(altered.status).toBe(1);
    expect(altered.stdout).toContain('NOT VERIFIED: entry 2 (take 2): changed');
    expect(verify('').status).toBe(1);
  });
});

function replaceIn({ entries }: Parsed, at: number, from: string, to: string): void {
  const entry = entries[at];
  if (entry === undefined) throw new Error('no such entry');
  expect(entry.content).toContain(from);
  entry.content = entry.content.replace(from, to);
}
