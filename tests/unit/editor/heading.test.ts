import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HeadingStep, headingFields, type HeadingField } from '@domain/document/heading-step';
import { stepOf } from '@domain/document/step';
import { slugProblem } from '@domain/record/slug';
import { all, type WritableDb } from '../../../src-main/archive/database';
import { headingChanged } from '../../../src-renderer/editor/plugins/heading';
import { writableDb } from '../../support/archives';
import { Office, type Page } from '../../support/pages';

const settled = 12_000;
let db: WritableDb;

beforeEach(() => {
  db = writableDb();
  vi.useFakeTimers({ now: 1_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const kept = () => all<Record<string, string>>(db, 'SELECT slug, place, agency FROM dispatch')[0];
const wait = () => vi.advanceTimersByTimeAsync(settled);

function write({ draft }: Page, field: HeadingField, from: string, to: string, visit: number) {
  draft.dispatch(headingChanged(draft.state, { field, from, to, visit }));
}

describe('the heading of a draft', () => {
  it('is undone with the words, a visit to a field at once, and done again', async () => {
    const page = new Office(db, 'Le pont rouvre.').open();
    await wait();
    page.typeAfter('pont', ' de Valdane');
    write(page, 'slug', '', 'P', 1);
    write(page, 'slug', 'P', 'PONT', 1);
    write(page, 'place', '', 'Valdane', 2);
    await wait();
    expect(kept()).toMatchObject({ slug: 'PONT', place: 'Valdane' });
    page.undo();
    await wait();
    expect(kept()).toMatchObject({ slug: 'PONT', place: '' });
    page.undo();
    await wait();
    expect(kept()).toMatchObject({ slug: '', place: '' });
    expect(page.text).toContain('pont de Valdane');
    page.undo();
    expect(page.text).not.toContain('Valdane');
    for (let again = 0; again < 3; again += 1) page.redo();
    await wait();
    expect(page.text).toContain('pont de Valdane');
    expect(kept()).toMatchObject({ slug: 'PONT', place: 'Valdane' });
  });

  it('is one in two windows, under what the other writes', async () => {
    const office = new Office(db, 'Le pont rouvre.');
    const [here, there] = [office.open(), office.open()];
    write(here, 'slug', '', 'PONT', 1);
    there.typeAfter('pont', ' de Valdane');
    write(there, 'agency', '', 'Reuters', 1);
    await wait();
    expect(kept()).toMatchObject({ slug: 'PONT', agency: 'Reuters' });
    here.undo();
    await wait();
    expect(kept()).toMatchObject({ slug: '', agency: 'Reuters' });
    for (const page of office.pages) expect(page.text).toContain('pont de Valdane');
  });

  it('as a step: written down and read, taken back, joined with the next, words untouched', () => {
    const text = fc.stringMatching(/^[^\n\r]{0,30}$/);
    const field = fc.constantFrom(...headingFields);
    const office = new Office(db, 'Le pont rouvre.');
    const { doc } = office.open().draft.state;
    fc.assert(
      fc.property(field, text, text, text, (name, from, to, then) => {
        const step = new HeadingStep(name, from, to);
        expect(stepOf(step.toJSON())).toEqual(step);
        expect(step.invert().invert()).toEqual(step);
        expect(step.merge(new HeadingStep(name, to, then))).toEqual(
          new HeadingStep(name, from, then),
        );
        const after = step.apply(doc).doc;
        expect(after === doc).toBe(false);
        expect(after?.eq(doc)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a slug', () => {
  it.each([
    ['', null],
    ['PONT-VALDANE 2', null],
    ['ÉLYSÉE/BUDGET_2.1', null],
    ['PONT&VALDANE', { is: 'sign', sign: '&' }],
    ['pont', { is: 'sign', sign: 'p' }],
    ['PONT\u00a0VALDANE', { is: 'sign', sign: '\u00a0' }],
    ['A'.repeat(61), { is: 'length', most: 60 }],
  ])('%s', (slug, problem) => {
    expect(slugProblem(slug)).toEqual(problem);
  });
});
