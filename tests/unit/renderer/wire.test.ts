import { describe, expect, it } from 'vitest';
import type { WireRow } from '../../../src-main/contract/models';
import { groupByDay, moveTo, withLiveHeadline } from '../../../src-renderer/features/wire/model';

const day = 86_400_000;

function row(id: string, at: number): WireRow {
  return {
    id,
    slug: id,
    headline: id,
    language: 'fr',
    urgency: 5,
    at,
    atIs: 'stamp',
    takes: 1,
    photos: 0,
    hasDraft: false,
    openNotes: 0,
    corrected: false,
    killed: false,
    embargoUntil: null,
  };
}

const dayOf = (at: number): string => String(Math.floor(at / day));

describe('groupByDay', () => {
  it('puts a heading before the first row of each day', () => {
    const items = groupByDay([row('c', 2 * day + 5), row('b', 2 * day), row('a', day)], dayOf);
    expect(items.map((item) => (item.is === 'day' ? `day ${dayOf(item.at)}` : item.key))).toEqual([
      'day 2',
      'c',
      'b',
      'day 1',
      'a',
    ]);
  });

  it('keeps one row of a dispatch that moved between pages', () => {
    const items = groupByDay([row('a', 2 * day), row('b', day), row('a', day)], dayOf);
    expect(items.filter((item) => item.is === 'row')).toHaveLength(2);
  });

  it('gives every item a key of its own', () => {
    const items = groupByDay([row('a', 2 * day), row('b', day), row('c', 2 * day)], dayOf);
    expect(new Set(items.map((item) => item.key)).size).toBe(items.length);
  });

  it('is empty for an empty wire', () => {
    expect(groupByDay([], dayOf)).toEqual([]);
  });
});

describe('moveTo', () => {
  const items = groupByDay([row('c', 2 * day), row('b', day + 5), row('a', day)], dayOf);

  it('skips headings', () => {
    expect(moveTo(items, 1, 'down')).toBe(3);
    expect(moveTo(items, 3, 'up')).toBe(1);
  });

  it('stays within the rows', () => {
    expect(moveTo(items, 1, 'up')).toBe(1);
    expect(moveTo(items, 4, 'page-down')).toBe(4);
    expect(moveTo(items, 4, 'first')).toBe(1);
    expect(moveTo(items, 1, 'last')).toBe(4);
  });

  it('begins at the first row when none is chosen', () => {
    expect(moveTo(items, -1, 'down')).toBe(1);
    expect(moveTo([], -1, 'down')).toBe(-1);
  });
});

describe('withLiveHeadline', () => {
  it('shows a headline as it is typed, and leaves the other rows as they are', () => {
    const rows = [row('a', 2), row('b', 1)];
    const shown = withLiveHeadline(rows, { dispatchId: 'b', text: 'Le col' });
    expect(shown.map((one) => one.headline)).toEqual(['a', 'Le col']);
    expect(shown[0]).toBe(rows[0]);
    expect(withLiveHeadline(rows, null)).toBe(rows);
  });
});
