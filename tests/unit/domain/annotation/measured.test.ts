import { describe, expect, test } from 'vitest';
import { makeAnchor, resolveAnchor } from '@domain/annotation/anchor';
import { edited, randomFrom, randomText, randomWords, textOf, type Tracked } from './tracked';

const cases = Number(process.env['ANCHOR_CASES'] ?? 10_000);
const firstSeed = Number(process.env['ANCHOR_SEED'] ?? 1);

type Tally = {
  claimed: number;
  right: number;
  changed: number;
  changedRight: number;
  lived: number;
  found: number;
};

function none(): Tally {
  return { claimed: 0, right: 0, changed: 0, changedRight: 0, lived: 0, found: 0 };
}

/** One note on random words of a random text, found again after random changes. */
function one(seed: number, tally: Tally, withFormer: boolean): void {
  const random = randomFrom(seed);
  const before = randomText(random);
  const [start, end] = randomWords(before, random, 4);
  const anchor = makeAnchor(textOf(before), start, end);
  const after = edited(before, random, 1 + random(8));
  const found = resolveAnchor(textOf(after), anchor, withFormer ? textOf(before) : null);
  const noted = before.slice(start, end);
  const lived = livedOn(
    after,
    noted.map(({ id }) => id),
  );
  if (lived) tally.lived += 1;
  if (found.status === 'orphaned') return;
  const covered = after.slice(found.start, found.end);
  const isRight = holds(covered, noted);
  if (lived && isRight) tally.found += 1;
  if (found.status === 'changed') {
    tally.changed += 1;
    if (isRight) tally.changedRight += 1;
  } else {
    tally.claimed += 1;
    if (isRight) tally.right += 1;
  }
}

/**
 * Whether characters are those noted, or were typed over them; a twin has none of them. Where the
 * words were cut in two and completed by the same words from elsewhere, some are enough: no text
 * shows the difference.
 */
function holds(covered: Tracked, noted: Tracked): boolean {
  const places = new Set(noted.map(({ id }) => id));
  return covered.some(({ place }) => places.has(place));
}

function livedOn(after: Tracked, ids: readonly number[]): boolean {
  const at = after.findIndex(({ id }) => id === ids[0]);
  return at !== -1 && ids.every((id, index) => after[at + index]?.id === id);
}

describe.each([
  ['from what the anchor keeps alone', false],
  ['with the text the anchor was made in', true],
] as const)('%s', (name, withFormer) => {
  test(`what is called exact or moved is right, in each of ${cases} cases`, () => {
    const tally = none();
    for (let seed = 0; seed < cases; seed += 1)
      one(firstSeed * 1_000_003 + seed, tally, withFormer);
    const share = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(2)} %`;
    console.log(
      `anchors found again ${name}, ${cases} cases: precision of exact and moved ` +
        `${share(tally.right, tally.claimed)} (${tally.right}/${tally.claimed}), of changed ` +
        `${share(tally.changedRight, tally.changed)} (${tally.changedRight}/${tally.changed}); recall ` +
        `${share(tally.found, tally.lived)} (${tally.found}/${tally.lived})`,
    );
    expect(tally.right).toBe(tally.claimed);
    expect(tally.claimed).toBeGreaterThan(cases / 3);
  });
});
