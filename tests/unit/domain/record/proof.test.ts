import * as fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  canonicalRevision,
  noPreviousHash,
  type Entry,
  type RecordFormat,
} from '@domain/record/canonical';
import { carriesNothing } from '@domain/record/carries';
import { proofText, type ProvableRevision } from '@domain/record/proof';
import { verifyProof } from '../../../../scripts/verify-proof.mjs';
import { testId } from '../../../support/archives';
import { document } from '../../../support/texts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const dispatchId = testId(1);

type Kind = Entry['is'];
type History = readonly { readonly is: Kind; readonly words: string; readonly at: number }[];

/** Any history: a take first, then takes, times supplied and embargoes in any order. */
const history: fc.Arbitrary<History> = fc
  .array(
    fc.record({
      is: fc.constantFrom<Kind>('take', 'take', 'stamp', 'embargo'),
      words: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      at: fc.integer({ min: 1, max: 4_000_000_000_000 }),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map(([first, ...rest]) => [{ words: 'Un', at: 1, ...first, is: 'take' as const }, ...rest]);

/** The record of a history as the archive would chain it. Takes alone may be of the first format. */
function recordOf(steps: History): readonly ProvableRevision[] {
  const record: ProvableRevision[] = [];
  let ordinal = 0;
  for (const [index, { is, words, at }] of steps.entries()) {
    const stamp = { precision: 'second', instant: at, zone: 'Europe/Paris' } as const;
    if (is === 'take') ordinal += 1;
    const entries: Readonly<Record<Kind, Entry>> = {
      take: {
        is: 'take',
        take: {
          id: testId(100 + ordinal),
          dispatchId,
          ordinal,
          kind: ordinal === 1 ? 'report' : 'update',
          stamp,
          stampReason: null,
          document: document('Titre', words),
          advisoryLine: '',
          carries: carriesNothing,
          author: 'atl',
          origin: 'written',
        },
        label: null,
        clockBehind: 0,
      },
      stamp: { is: 'stamp', takeId: testId(101), stamp, reason: words, author: 'atl' },
      embargo: {
        is: 'embargo',
        until: { instant: at, zone: 'UTC' },
        reason: words,
        author: 'atl',
      },
    };
    const format: RecordFormat = is === 'take' && at % 2 === 0 ? 1 : 2;
    const previousHash = record.at(-1)?.hash ?? noPreviousHash;
    const content = { dispatchId, number: index + 1, recordedAt: at, entry: entries[is] };
    const hash = sha256(canonicalRevision(content, previousHash, format));
    record.push({ ...content, format, previousHash, hash });
  }
  return record;
}

function proofOf(steps: History): string {
  const facts = { id: dispatchId, slug: 'CRUE', headline: 'Titre', language: 'fr' } as const;
  return proofText(
    { madeAt: 5_000, zone: 'Europe/Paris', archive: testId(0), dispatch: facts },
    recordOf(steps),
    sha256,
  );
}

type FileEntry = { number: number; previousHash: string; hash: string; content: string };
type Parsed = { entries: FileEntry[] };

/** A change to one place of a proof, and the entry that is to be named for it (from 1). */
type Mutation = (parsed: Parsed, at: number) => number;

const entryAt = ({ entries }: Parsed, at: number): FileEntry => {
  const entry = entries[at];
  if (entry === undefined) throw new Error('No such entry.');
  return entry;
};
const otherDigit = (hash: string): string => (hash.startsWith('a') ? 'b' : 'a') + hash.slice(1);

const mutations: Readonly<Record<string, Mutation>> = {
  'a letter of the author': (parsed, at) => {
    const entry = entryAt(parsed, at);
    entry.content = entry.content.replace('"author":"atl"', '"author":"att"');
    return at + 1;
  },
  'an instant': (parsed, at) => {
    const entry = entryAt(parsed, at);
    entry.content = entry.content.replace(/"instant":(\d+)/, (_, digits) => `"instant":${digits}1`);
    return at + 1;
  },
  'a digit of a hash': (parsed, at) => {
    const entry = entryAt(parsed, at);
    entry.hash = otherDigit(entry.hash);
    return at + 1;
  },
  'a digit of the hash before': (parsed, at) => {
    const entry = entryAt(parsed, at);
    entry.previousHash = otherDigit(entry.previousHash);
    return at + 1;
  },
  'an entry dropped': (parsed, at) => {
    parsed.entries.splice(at, 1);
    return at + 1;
  },
  'an entry twice': (parsed, at) => {
    parsed.entries.splice(at, 0, entryAt(parsed, at));
    return at + 2;
  },
  'two entries in another order': (parsed, at) => {
    const first = Math.min(at, parsed.entries.length - 2);
    parsed.entries.splice(first, 2, entryAt(parsed, first + 1), entryAt(parsed, first));
    return first + 1;
  },
  'the end cut off': (parsed, at) => {
    const left = Math.max(1, at);
    parsed.entries.length = left;
    return left + 1;
  },
  'an entry written anew with a hash of its own': (parsed, at) => {
    const entry = entryAt(parsed, at);
    entry.content = entry.content.replace('"author":"atl"', '"author":"att"');
    entry.hash = sha256(entry.content);
    // It fits in itself: the next is not chained to it, or the head is not its hash.
    return Math.min(at + 2, parsed.entries.length);
  },
  'a key twice in a content hashed anew': (parsed, at) => {
    const entry = entryAt(parsed, at);
    entry.content = entry.content.replace('{', '{"dispatchId":"another",');
    entry.hash = sha256(entry.content);
    return at + 1;
  },
};

describe('the proof of any history', () => {
  it('verifies as it was made', () => {
    fc.assert(
      fc.property(history, (steps) => {
        expect(verifyProof(proofOf(steps))).toMatchObject({
          ok: true,
          takes: steps.filter(({ is }) => is === 'take').length,
        });
      }),
    );
  });

  it.each(Object.keys(mutations))('fails and names the entry: %s', (name) => {
    fc.assert(
      fc.property(history, fc.nat(), (steps, place) => {
        const parsed = JSON.parse(proofOf(steps)) as Parsed;
        const entry = mutations[name]?.(parsed, place % parsed.entries.length);
        const verdict = verifyProof(`${JSON.stringify(parsed, null, 2)}\n`);
        expect(verdict).toMatchObject({ ok: false, fault: { entry } });
      }),
    );
  });

  it('fails when any one sign of the file is another', () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.constantFrom('x', '7', ' ', '"'), (steps, place, sign) => {
        const proof = proofOf(steps);
        const at = place % proof.length;
        fc.pre(proof[at] !== sign);
        expect(verifyProof(proof.slice(0, at) + sign + proof.slice(at + 1)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('fails when the file is cut off anywhere', () => {
    fc.assert(
      fc.property(history, fc.nat(), (steps, place) => {
        const proof = proofOf(steps);
        expect(verifyProof(proof.slice(0, place % proof.length)).ok).toBe(false);
      }),
    );
  });

  it.each([
    'null',
    '[]',
    '7',
    '{"format":"writethru-proof/2"}',
    '{"format":"writethru-proof/1"}',
    '\uFEFF{}',
  ])('refuses what is no proof: %s', (text) => {
    expect(verifyProof(text).ok).toBe(false);
  });
});
