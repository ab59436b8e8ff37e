import * as fc from 'fast-check';
import { history, redo as redoThere, undo as undoThere } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import { all, run, type WritableDb } from '../../../src-main/archive/database';
import { sharingPlugin } from '../../../src-renderer/editor/sharing';
import { redo, undo, undoPlugin } from '../../../src-renderer/editor/undo';
import { writableDb } from '../../support/archives';
import { Office, type Page } from '../../support/pages';
import { parseDocument } from '../../../src-main/domain/document/node';
import { document } from '../../support/texts';

const paragraphs = ['Le pont de Valdane rouvre mercredi à midi.', 'La mairie a rappelé.'] as const;

type Act =
  | { readonly is: 'type'; readonly at: number; readonly words: string }
  | { readonly is: 'delete'; readonly from: number; readonly to: number }
  | { readonly is: 'split'; readonly at: number }
  | { readonly is: 'undo' | 'redo' }
  | { readonly is: 'elsewhere'; readonly at: number; readonly words: string }
  | { readonly is: 'pause' | 'restart' };

const at = fc.double({ min: 0, max: 0.999, noNaN: true });
const words = fc.stringMatching(/^[a-zé ]{1,6}$/u);
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ is: fc.constant('type' as const), at, words }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('delete' as const), from: at, to: at }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('split' as const), at }) },
  { weight: 4, arbitrary: fc.record({ is: fc.constant('undo' as const) }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('redo' as const) }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('elsewhere' as const), at, words }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('pause' as const) }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('restart' as const) }) },
);

describe('undo beside that of prosemirror-history', () => {
  it('takes back and does again the same, with what others wrote between, and selects the same', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 60 }), (all) => {
        const doc = nodeOf(document('Titre', ...paragraphs));
        const sharing = () => sharingPlugin('own');
        let ours = EditorState.create({
          doc,
          plugins: [undoPlugin({ groupDelay: 400, depth: 100, restores: false }), sharing()],
        });
        let theirs = EditorState.create({
          doc,
          plugins: [history({ newGroupDelay: 400, depth: 100 }), sharing()],
        });
        let time = 1_000;
        for (const act of all) {
          time += act.is === 'pause' ? 1_000 : 10;
          ours = after(ours, act, time, { undo, redo });
          theirs = after(theirs, act, time, { undo: undoThere, redo: redoThere });
          expect(ours.doc.toString()).toBe(theirs.doc.toString());
          expect(ours.selection.toJSON()).toEqual(theirs.selection.toJSON());
        }
      }),
    );
  });
});

function nodeOf(json: ReturnType<typeof document>): Node {
  const parsed = parseDocument(json);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

/** A state after an act; both histories are asked in the same way. */
function after(
  state: EditorState,
  act: Act,
  time: number,
  commands: { readonly undo: Command; readonly redo: Command },
): EditorState {
  const place = (part: number) => {
    const positions: number[] = [];
    state.doc.descendants((node, pos) => {
      if (!node.isTextblock) return;
      for (let offset = 0; offset <= node.content.size; offset += 1) {
        positions.push(pos + 1 + offset);
      }
    });
    return positions[Math.floor(part * positions.length)] ?? 1;
  };
  const { tr } = state;
  tr.setTime(time);
  switch (act.is) {
    case 'type':
      return state.apply(tr.insertText(act.words, place(act.at)));
    case 'delete': {
      const [from, to] = [place(Math.min(act.from, act.to)), place(Math.max(act.from, act.to))];
      return state.apply(tr.delete(from, to));
    }
    case 'split': {
      const where = place(act.at);
      const { parent } = state.doc.resolve(where);
      return parent.type.name === 'paragraph' ? state.apply(tr.split(where)) : state;
    }
    case 'elsewhere':
      // What is unsent is committed first: then what others write comes as it does without it.
      return state.apply(
        tr
          .insertText(act.words, place(act.at))
          .setMeta('addToHistory', false)
          .setMeta('rebased', 0),
      );
    case 'pause':
    case 'restart':
      return state.apply(tr.setSelection(TextSelection.create(state.doc, place(0.5))));
    case 'undo':
    case 'redo': {
      let next = state;
      commands[act.is](state, (transaction) => {
        next = state.apply(transaction);
      });
      return next;
    }
  }
}

describe('undo that is kept in the archive', () => {
  let db: WritableDb;
  beforeEach(() => {
    db = writableDb();
    vi.useFakeTimers({ now: 1_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const saved = () => vi.advanceTimersByTimeAsync(2_000);

  async function does(office: Office, page: Page, other: Page, act: Act): Promise<Page> {
    switch (act.is) {
      case 'type':
        page.type(act.at, act.words);
        return page;
      case 'delete':
        page.delete(act.from, act.to);
        return page;
      case 'split':
        page.split(act.at);
        return page;
      case 'undo':
        page.undo();
        return page;
      case 'redo':
        page.redo();
        return page;
      case 'elsewhere':
        await saved();
        other.type(act.at, act.words);
        await saved();
        return page;
      case 'pause':
        await saved();
        page.select(0);
        return page;
      case 'restart': {
        await saved();
        const again = office.restart(page);
        await saved();
        again.select(0);
        return again;
      }
    }
  }

  it('is the same after any restarts as without them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { maxLength: 40 }), async (all) => {
        const [there, here] = [new Office(db, ...paragraphs), new Office(db, ...paragraphs)];
        let [without, having] = [there.open(), here.open()];
        const [otherThere, otherHere] = [there.open(), here.open()];
        await saved();
        for (const act of all) {
          const before = having.text;
          without = await does(
            there,
            without,
            otherThere,
            act.is === 'restart' ? { is: 'pause' } : act,
          );
          having = await does(here, having, otherHere, act);
          expect(having.text).toBe(without.text);
          // Where there is nothing to take back the caret stays: at the beginning after a restart.
          const isMoving = act.is === 'undo' || act.is === 'redo';
          if (isMoving && having.text !== before) expect(having.selected).toEqual(without.selected);
        }
        await saved();
        having = here.restart(having);
        await saved();
        for (let count = 0; count <= all.length; count += 1) {
          without.undo();
          having.undo();
          expect(having.text).toBe(without.text);
        }
        for (let count = 0; count <= all.length; count += 1) {
          without.redo();
          having.redo();
          expect(having.text).toBe(without.text);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('of everything gives the first document, and redoing everything the last', async () => {
    const alone = acts.filter(({ is }) => is !== 'elsewhere');
    await fc.assert(
      fc.asyncProperty(fc.array(alone, { maxLength: 60 }), async (all) => {
        const office = new Office(db, ...paragraphs);
        let page = office.open();
        await saved();
        const first = page.doc;
        for (const act of all) page = await does(office, page, page, act);
        await saved();
        for (let count = 0; count <= all.length; count += 1) page.redo();
        const last = page.doc;
        for (let count = 0; count <= all.length; count += 1) page.undo();
        expect(page.doc.eq(first)).toBe(true);
        await saved();
        page = office.restart(page);
        await saved();
        for (let count = 0; count <= all.length; count += 1) page.redo();
        expect(page.doc.eq(last)).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('goes back past checkpoints and starts, 200 groups far, and no further', async () => {
    const office = new Office(db, ...paragraphs);
    let page = office.open();
    await saved();
    for (let word = 0; word < 260; word += 1) {
      page.type(0, `${word} `);
      if (word % 50 === 0) {
        await vi.advanceTimersByTimeAsync(15_000);
        page = office.restart(page);
        await saved();
      }
      // Each is a group of its own.
      page.select(0);
      await vi.advanceTimersByTimeAsync(10);
    }
    await saved();
    page = office.restart(page);
    await saved();
    for (let count = 0; count < 200; count += 1) page.undo();
    expect(page.text).toMatch(/^59 58 /u);
    for (let count = 0; count < 60; count += 1) page.undo();
    await saved();
    const kept = all(db, `SELECT 1 FROM draft_undo_group WHERE stack = 'redo'`).length;
    expect(page.text).toMatch(/^\d+ /u);
    expect(kept).toBeGreaterThanOrEqual(200);
    expect(kept).toBeLessThanOrEqual(220);
  });

  it('goes to the page that comes after it, not to a window that is open beside it', async () => {
    const office = new Office(db, ...paragraphs);
    const [page, other] = [office.open(), office.open()];
    await saved();
    page.typeAfter('Valdane', ' (premier)');
    await saved();
    const third = office.open();
    await saved();
    for (const one of [other, third]) one.undo();
    expect(page.text).toContain('(premier)');
    other.typeAfter('mairie', ' (second)');
    await saved();
    // Both windows die; of the one that opens, the last change is that of the other.
    const [dead] = [office.pages.splice(0)];
    for (const one of dead) one.draft.journal.close();
    const again = office.open();
    await saved();
    again.undo();
    expect(again.text).toContain('(premier)');
    expect(again.text).not.toContain('(second)');
    // And a second window has what the other one could undo.
    await saved();
    const beside = office.open();
    await saved();
    beside.undo();
    expect(beside.text).not.toContain('(premier)');
  });

  it('waits for what was kept when it is asked for at once', async () => {
    const office = new Office(db, ...paragraphs);
    let page = office.open();
    page.typeAfter('Valdane', ' vite');
    await saved();
    page = office.restart(page);
    page.type(0, 'Direct. ');
    await saved();
    page.undo();
    expect(page.text).toMatch(/^Titre/u);
    page.undo();
    expect(page.text).not.toContain('vite');
    page.redo();
    page.redo();
    expect(page.text).toMatch(/^Direct\. .*vite/su);
  });

  it('keeps no group that is too large, nor those below it, and undoes it while the page lives', async () => {
    const office = new Office(db, ...paragraphs);
    let page = office.open();
    await saved();
    page.type(0.5, 'avant ');
    page.select(0);
    page.type(0.5, 'x'.repeat(4_100_000));
    page.select(0);
    page.delete(0.000_01, 0.999_999);
    await saved();
    const short = page.text.length;
    expect(short).toBeLessThan(200);
    page.undo();
    expect(page.text.length).toBeGreaterThan(4_000_000);
    page.redo();
    page.type(0, 'après ');
    await saved();
    page = office.restart(page);
    await saved();
    page.undo();
    expect(page.text.length).toBe(short);
    page.undo();
    expect(page.text.length).toBe(short);
  });

  it('is let go with the draft', async () => {
    const office = new Office(db, ...paragraphs);
    office.open().type(0, 'a');
    await saved();
    run(db, 'DELETE FROM draft WHERE id = :id', { id: office.draftId });
    expect(all(db, 'SELECT * FROM draft_undo')).toEqual([]);
    expect(all(db, 'SELECT * FROM draft_undo_group')).toEqual([]);
  });
});
