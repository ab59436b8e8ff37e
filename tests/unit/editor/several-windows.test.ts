import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { all, type WritableDb } from '../../../src-main/archive/database';
import { checkpointIdle, checkpointSteps } from '../../../src-renderer/editor/journal';
import { writableDb } from '../../support/archives';
import { Office, type Fate, type Page } from '../../support/pages';

const paragraphs = [
  'Le pont de Valdane rouvre mercredi à midi.',
  'La mairie a rappelé les faits.',
] as const;
/** Long enough for every retry, batch and message to come through. */
const settled = 12_000;

let db: WritableDb;

beforeEach(() => {
  db = writableDb();
  vi.useFakeTimers({ now: 1_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

function two(): readonly [Office, Page, Page] {
  const office = new Office(db, ...paragraphs);
  return [office, office.open(), office.open()];
}

/** Waits until all is said and sent, and expects one text everywhere. */
async function expectOneText({ pages, kept }: Office): Promise<string> {
  await vi.advanceTimersByTimeAsync(settled);
  for (const page of pages) {
    expect(page.draft.journal.clean).toBe(true);
    expect(page.text).toBe(pages[0]?.text);
  }
  return pages[0]?.text ?? kept.document.textContent;
}

describe('a draft in two windows', () => {
  it('shows in one within a moment what is typed in the other', async () => {
    const [, first, second] = two();
    first.typeAfter('Valdane', ' sur la Lisse');
    await vi.advanceTimersByTimeAsync(250);
    expect(second.text).toContain('Valdane sur la Lisse rouvre');
    second.typeAfter('midi', ' pile');
    await vi.advanceTimersByTimeAsync(250);
    expect(first.text).toContain('Valdane sur la Lisse rouvre mercredi à midi pile.');
  });

  it('keeps both when the same letters are typed in both at one place and moment', async () => {
    const [office, first, second] = two();
    first.typeAfter('Valdane', 'e');
    second.typeAfter('Valdane', 'e');
    expect(await expectOneText(office)).toContain('Valdaneee rouvre');
    expect(office.kept.version).toBe(2);
  });

  it('undoes in each window what was typed there', async () => {
    const [office, first, second] = two();
    first.typeAfter('Valdane', ' (premier)');
    second.typeAfter('mairie', ' (second)');
    await expectOneText(office);
    first.undo();
    const once = await expectOneText(office);
    expect(once).not.toContain('premier');
    expect(once).toContain('mairie (second)');
    second.undo();
    first.redo();
    const after = await expectOneText(office);
    expect(after).toContain('Valdane (premier)');
    expect(after).not.toContain('second');
  });

  it('keeps the caret where it was while the other writes before and at it', async () => {
    const [, first, second] = two();
    first.select(0.5);
    const { $head } = first.draft.state.selection;
    const before = $head.parent.textBetween(0, $head.parentOffset);
    second.type(0, 'Direct. ');
    await vi.advanceTimersByTimeAsync(300);
    const moved = first.draft.state.selection.$head;
    expect(moved.pos).toBe($head.pos + 8);
    expect(moved.parent.textBetween(0, moved.parentOffset)).toBe(before);
  });

  it('gives back words typed in a passage that the other deleted at the same time', async () => {
    for (const deletesFirst of [true, false]) {
      const [office, first, second] = two();
      const [deleter, writer] = deletesFirst ? [first, second] : [second, first];
      // The first window's steps come first: its timer was set first.
      const acts = [
        () => deleter.deleteWords('de Valdane rouvre'),
        () => writer.typeAfter('Valdane', ', sur la Lisse,'),
      ];
      for (const act of deletesFirst ? acts : acts.toReversed()) act();
      const text = await expectOneText(office);
      expect(text).toContain('Le pont  mercredi à midi.|, sur la Lisse,|La mairie');
      expect(first.said.rescued + second.said.rescued).toBe(1);
      expect(deleter.said.rescued).toBe(deletesFirst ? 0 : 1);
    }
  });

  it('does not speak of words where both set the same typography right', async () => {
    const [office, first, second] = two();
    for (const page of [first, second]) {
      page.deleteWords('midi.');
      page.typeAfter('mercredi à ', '\u202F!');
    }
    await expectOneText(office);
    expect([first.said.rescued, second.said.rescued]).toEqual([0, 0]);
  });
});

describe('a window that comes late', () => {
  it('reads what was journaled since the text it was given', async () => {
    const office = new Office(db, ...paragraphs);
    const before = office.kept;
    office.open().typeAfter('Valdane', ' vite');
    await vi.advanceTimersByTimeAsync(300);
    const late = office.open(before);
    expect(late.text).not.toContain('Valdane vite');
    expect(await expectOneText(office)).toContain('Valdane vite');
    expect(late.said.reloaded).toBe(0);
  });

  it('finds the steps it lacks though the draft had a checkpoint meanwhile', async () => {
    const [office, first, second] = two();
    office.tell = () => undefined;
    first.typeAfter('Valdane', ' vite');
    await vi.advanceTimersByTimeAsync(checkpointIdle + 300);
    expect(all(db, 'SELECT checkpoint_version AS v FROM draft')).toEqual([{ v: 1 }]);
    second.typeAfter('mairie', ' aussi');
    await vi.advanceTimersByTimeAsync(600);
    expect(second.text).toContain('Valdane vite');
    expect(second.said.reloaded).toBe(0);
    expect(office.kept.document.textContent).toContain('mairie aussi');
  });

  it('reads the draft whole where those steps are gone, says so, and keeps its own words', async () => {
    const [office, first, second] = two();
    const { tell } = office;
    office.tell = () => undefined;
    for (let burst = 0; burst < 30; burst += 1) {
      for (let key = 0; key < checkpointSteps / 2; key += 1) {
        first.typeAfter('Valdane', ' vite');
        if (burst < 29 || key > 0) first.deleteWords(' vite');
      }
      await vi.advanceTimersByTimeAsync(250);
    }
    office.tell = tell;
    second.typeAfter('mairie', ' aussi');
    const text = await expectOneText(office);
    expect(text).toContain('Valdane vite rouvre');
    expect(text).toContain('mairie aussi a rappelé');
    expect(second.said.reloaded).toBe(1);
  });
});

type Act =
  | { readonly is: 'type' | 'split' | 'select'; readonly page: number; readonly at: number }
  | { readonly is: 'delete'; readonly page: number; readonly at: number; readonly length: number }
  | { readonly is: 'undo' | 'redo' | 'flush' | 'restart'; readonly page: number }
  | { readonly is: 'time'; readonly ms: number };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const page = fc.nat(2);
const act = (restarts: boolean): fc.Arbitrary<Act> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        is: fc.constantFrom('type' as const, 'type' as const, 'split' as const, 'select' as const),
        page,
        at: place,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        is: fc.constant('delete' as const),
        page,
        at: place,
        length: fc.double({ min: 0, max: 0.4, noNaN: true }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        is: restarts
          ? fc.constantFrom('undo' as const, 'redo' as const, 'flush' as const, 'restart' as const)
          : fc.constantFrom('undo' as const, 'redo' as const, 'flush' as const),
        page,
      }),
    },
    { weight: 2, arbitrary: fc.record({ is: fc.constant('time' as const), ms: fc.nat(400) }) },
  );

/** Letters that tell themselves apart: each is typed once. */
class Letters {
  #last = 0x4e00;
  readonly typed: string[] = [];
  /** Letters that somebody took out of a text in which they stood. */
  readonly removed = new Set<string>();

  next(): string {
    this.#last += 1;
    const letter = String.fromCharCode(this.#last);
    this.typed.push(letter);
    return letter;
  }

  /** Does something in a page, and takes note of the letters that went. */
  watch(on: Page, work: () => void): void {
    const before = on.text;
    work();
    const after = on.text;
    for (const letter of before) if (!after.includes(letter)) this.removed.add(letter);
  }
}

async function perform(office: Office, letters: Letters, one: Act): Promise<void> {
  if (one.is === 'time') {
    await vi.advanceTimersByTimeAsync(one.ms);
    return;
  }
  const on = office.pages[one.page % office.pages.length];
  if (on === undefined) return;
  if (one.is === 'restart') office.restart(on);
  else if (one.is === 'flush') void on.draft.journal.flush();
  else
    letters.watch(on, () => {
      if (one.is === 'type') on.type(one.at, letters.next());
      else if (one.is === 'delete') on.delete(one.at, Math.min(1, one.at + one.length));
      else if (one.is === 'split') on.split(one.at);
      else if (one.is === 'select') on.select(one.at);
      else if (one.is === 'undo') on.undo();
      else on.redo();
    });
}

const fates = fc.array(fc.constantFrom<Fate>('taken', 'taken', 'taken', 'refused', 'lost'), {
  maxLength: 60,
});
const delays = fc.array(fc.nat(900), { maxLength: 80 });

describe('whatever the edits, delays, lost answers and restarts', () => {
  it('all windows and the archive end with one text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 3 }),
        fc.array(act(true), { maxLength: 60, size: 'max' }),
        fates,
        delays,
        async (count, acts, [...fate], [...delay]) => {
          const office = new Office(db, ...paragraphs);
          for (let opened = 0; opened < count; opened += 1) office.open();
          office.fate = () => fate.shift() ?? 'taken';
          office.delay = () => delay.shift() ?? 5;
          const letters = new Letters();
          for (const one of acts) await perform(office, letters, one);
          fate.length = 0;
          delay.length = 0;
          await vi.advanceTimersByTimeAsync(settled);
          const { document, version } = office.kept;
          for (const each of office.pages) {
            expect(each.doc.toJSON()).toEqual(document.toJSON());
            expect(each.draft.journal.version).toBe(version);
            expect(each.draft.journal.clean).toBe(true);
            each.draft.journal.close();
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);

  it('no letter goes that nobody took out of a text it stood in, and none comes twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 3 }),
        fc.array(act(false), { maxLength: 60, size: 'max' }),
        fates,
        delays,
        async (count, acts, [...fate], [...delay]) => {
          const office = new Office(db, ...paragraphs);
          for (let opened = 0; opened < count; opened += 1) office.open();
          office.fate = () => fate.shift() ?? 'taken';
          office.delay = () => delay.shift() ?? 5;
          const letters = new Letters();
          for (const one of acts) await perform(office, letters, one);
          fate.length = 0;
          delay.length = 0;
          await vi.advanceTimersByTimeAsync(settled);
          const text = office.kept.document.textContent;
          const again = acts.some((one) => one.is === 'undo' || one.is === 'redo');
          for (const letter of letters.typed) {
            const times = text.split(letter).length - 1;
            // Undone here and brought back there, or the other way round, it may stand twice.
            if (!again) expect(times, `${letter} in ${text}`).toBeLessThanOrEqual(1);
            if (!letters.removed.has(letter))
              expect(times, `${letter} in ${text}`).toBeGreaterThan(0);
          }
          for (const each of office.pages) each.draft.journal.close();
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);
});
