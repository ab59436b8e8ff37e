import { describe, expect, it } from 'vitest';
import { placeBeside } from '../../../src-renderer/state/places';

const range = (from: number) => ({ from, to: from + 2 });
const texts = [
  { id: 'draft', ranges: [range(1), range(10)] },
  { id: 'empty', ranges: [] },
  { id: 'take', ranges: [range(5)] },
];

describe('going from place to place', () => {
  it('goes on from where one is, through all texts and round their ends', () => {
    const steps = [1, 2, 3, 4].reduce<readonly (ReturnType<typeof placeBeside> | null)[]>(
      (gone) => [...gone, placeBeside(texts, gone.at(-1) ?? null, 1)],
      [],
    );
    expect(steps.map((at) => `${at?.id} ${at?.from}`)).toEqual([
      'draft 1',
      'draft 10',
      'take 5',
      'draft 1',
    ]);
  });

  it('goes back the same way', () => {
    expect(placeBeside(texts, null, -1)).toEqual({ id: 'take', ...range(5) });
    expect(placeBeside(texts, { id: 'take', ...range(5) }, -1)).toEqual({
      id: 'draft',
      ...range(10),
    });
    expect(placeBeside(texts, { id: 'draft', ...range(1) }, -1)?.id).toBe('take');
  });

  it('goes on from a caret between places, and comes round to the only one', () => {
    expect(placeBeside(texts, { id: 'draft', from: 4, to: 4 }, 1)).toEqual({
      id: 'draft',
      ...range(10),
    });
    const one = [{ id: 'draft', ranges: [range(1)] }];
    expect(placeBeside(one, { id: 'draft', ...range(1) }, 1)?.from).toBe(1);
    expect(placeBeside(one, { id: 'draft', ...range(1) }, -1)?.from).toBe(1);
    expect(placeBeside([{ id: 'draft', ranges: [] }], null, 1)).toBeNull();
  });
});
