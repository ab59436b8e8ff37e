import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../../src-main/domain/document/build';
import { excessOf, lengthLimits, lengthMeters } from '../../../../src-main/domain/record/lengths';

const document = buildDocument({
  headline: 'Un pont fermé',
  blocks: [
    { type: 'lead', text: 'a'.repeat(90) },
    { type: 'list', ordered: false, items: ['b', 'c'.repeat(20)] },
  ],
  signoff: 'atl/mbr',
});

describe('the length of an alert', () => {
  it('is that of its whole body, told in the block where it ends', () => {
    const meter = lengthMeters(document, 1).find(({ what }) => what === 'alert');
    expect(meter).toMatchObject({ used: 112, limit: lengthLimits.alert });
    expect(document.nodeAt(meter?.pos ?? -1)?.textContent).toBe('c'.repeat(20));
    expect(excessOf('alert', document, 1)).toBe(12);
  });

  it.each([2, 3, 5, 8])('is no limit of urgency %d', (urgency) => {
    expect(lengthMeters(document, urgency).map(({ what }) => what)).toEqual(['headline']);
    expect(excessOf('alert', document, urgency)).toBe(0);
  });
});
