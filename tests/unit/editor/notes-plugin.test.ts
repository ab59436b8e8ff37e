import * as fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { EditorState, type Command, type Transaction } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import type { NoteModel } from '@contract/notes';
import { makeAnchor, resolveAnchor } from '@domain/annotation/anchor';
import { followAnchors } from '@domain/annotation/follow';
import { buildDocument } from '@domain/document/build';
import { canonicalText, offsetToPosition, textBlocks } from '@domain/document/canonical-text';
import {
  noteRanges,
  notesPlugin,
  orphanedNotes,
  setNotes,
} from '../../../src-renderer/editor/plugins/notes';
import { testId } from '../../support/archives';
import { noteFor } from '../../support/notes';
import { redo, undo, undoPlugin } from '../../../src-renderer/editor/undo';

const headline = 'Le pont de Valdane rouvre';
const paragraphs = [
  'Le pont de Valdane rouvre mercredi à midi, a annoncé la préfecture.',
  'Le pont de Valdane était fermé depuis mardi soir, a rappelé la mairie.',
];
const draft = buildDocument({
  headline,
  blocks: paragraphs.map((text) => ({ type: 'paragraph', text })),
  signoff: 'atl/mbr',
});

const ignore = (): void => undefined;

/** An open note on a stretch of a text. */
function noteOn(text: string, start: number, end: number): NoteModel {
  return noteFor(makeAnchor(text, start, end));
}

/** A draft with a note on the given occurrence of some words. */
function noted(words: string, occurrence = 0): EditorState {
  const text = canonicalText(draft);
  let at = -1;
  for (let found = 0; found <= occurrence; found += 1) at = text.indexOf(words, at + 1);
  const state = EditorState.create({
    doc: draft,
    plugins: [
      undoPlugin({ groupDelay: 0, depth: 200, restores: false }),
      notesPlugin(ignore, ignore, 'write'),
    ],
  });
  return state.apply(setNotes(state, [noteOn(text, at, at + words.length)]));
}

/** What the archive would be told of the note: its words and where they begin; null once gone. */
function place(state: EditorState): readonly [string, number] | null {
  const [only] = noteRanges(state);
  expect(only).toBeDefined();
  if (only?.range == null) return null;
  const { start, end } = only.range;
  return [canonicalText(state.doc).slice(start, end), start];
}

function change(state: EditorState, make: (transaction: Transaction) => Transaction): EditorState {
  return state.apply(make(state.tr));
}

function perform(state: EditorState, command: Command): EditorState {
  let next = state;
  command(state, (transaction) => {
    next = state.apply(transaction);
  });
  return next;
}

function at(state: EditorState, offset: number): number {
  return offsetToPosition(state.doc, offset);
}

/** Deletes the words at a place of the canonical text. */
function without(state: EditorState, start: number, end: number): EditorState {
  return change(state, (tr) => tr.delete(at(state, start), at(state, end)));
}

describe('a note', () => {
  const words = 'la préfecture';
  const start = canonicalText(draft).indexOf(words);

  it('moves with its words when text comes before them, and back', () => {
    const state = noted(words);
    const longer = change(state, (tr) => tr.insertText('Direct. ', 1));
    expect(place(longer)).toEqual([words, start + 8]);
    const undone = perform(longer, undo);
    expect(place(undone)).toEqual([words, start]);
    expect(place(perform(undone, redo))).toEqual([words, start + 8]);
  });

  it('does not grow when text is typed at its edges, and grows with what is typed within', () => {
    const state = noted(words);
    const around = change(state, (tr) => tr.insertText('!', at(state, start + words.length)));
    const before = change(around, (tr) => tr.insertText('?', at(around, start)));
    expect(place(before)).toEqual([words, start + 1]);
    const within = change(before, (tr) => tr.insertText('haute ', at(before, start + 4)));
    expect(place(within)).toEqual(['la haute préfecture', start + 1]);
  });

  it.each([
    ['typed over', 'P'],
    ['deleted', ''],
  ])('has what is written in place of its last words when they were %s', (_how, first) => {
    const noun = start + 'la '.length;
    const begun = change(noted(words), (tr) =>
      tr.insertText(first, at(noted(words), noun), at(noted(words), start + words.length)),
    );
    const rest = 'Préfecture'.slice(first.length).split('');
    const typed = rest.reduce(
      (state, letter, index) =>
        change(state, (tr) => tr.insertText(letter, at(state, noun + first.length + index))),
      begun,
    );
    expect(place(typed)).toEqual(['la Préfecture', start]);
    // Whoever goes elsewhere and comes back writes beside the note.
    const away = change(typed, (tr) => tr.insertText('!', 1));
    const end = start + 1 + words.length;
    const beside = change(away, (tr) => tr.insertText('s', at(away, end)));
    expect(place(beside)).toEqual(['la Préfecture', start + 1]);
    // From the journal alone it is followed to the same place.
    const anchor = makeAnchor(canonicalText(draft), start, start + words.length);
    const letters = rest.map((letter, index) => {
      const from = at(noted(words), noun) + first.length + index;
      return {
        stepType: 'replace',
        from,
        to: from,
        slice: { content: [{ type: 'text', text: letter }] },
      };
    });
    const over = {
      stepType: 'replace',
      from: at(noted(words), noun),
      to: at(noted(words), start + words.length),
      ...(first !== '' && { slice: { content: [{ type: 'text', text: first }] } }),
    };
    const versioned = [{ id: 'a', anchor, version: 0 }];
    const followed = followAnchors(draft, 0, [over, ...letters], versioned).get('a');
    expect(followed).toMatchObject({ exact: 'la Préfecture', start });
  });

  it('loses its place with its words, and has it again when they are back', () => {
    const state = noted(words);
    const gone = without(state, start, start + words.length);
    expect(place(gone)).toBeNull();
    expect(orphanedNotes(gone)).toEqual([testId(1)]);
    const back = perform(gone, undo);
    expect(place(back)).toEqual([words, start]);
    expect(orphanedNotes(back)).toEqual([]);
    expect(place(perform(back, redo))).toBeNull();
  });

  it('comes back on undo though the text around it changed since the note was made', () => {
    const state = noted(words);
    const typed = change(state, (tr) =>
      tr.insertText('après une nuit de travaux et de doutes, ', at(state, start)),
    );
    const rewritten = change(typed, (tr) =>
      tr.insertText(' de la Lisse, jointe par téléphone', at(typed, start + 40 + words.length)),
    );
    const before = place(rewritten);
    const gone = without(rewritten, start + 40, start + 40 + words.length);
    expect(place(gone)).toBeNull();
    expect(place(perform(gone, undo))).toEqual(before);
  });

  it('has all its words again when the deletion of some of them is undone', () => {
    const state = noted(words);
    const tail = without(state, start + 3, start + words.length);
    expect(place(tail)).toEqual(['la ', start]);
    expect(place(perform(tail, undo))).toEqual([words, start]);
    const head = without(state, start - 4, start + 3);
    expect(place(perform(head, undo))).toEqual([words, start]);
  });

  it('has all its words again when another window undoes the deletion of some of them', () => {
    const state = noted(words);
    const tail = without(state, start + 3, start + words.length);
    const fromElsewhere = change(tail, (tr) =>
      tr
        .insertText(words.slice(3), at(tail, start + 3))
        .setMeta('rebased', 0)
        .setMeta('addToHistory', false),
    );
    expect(place(fromElsewhere)).toEqual([words, start]);
  });

  it('on one of several twins stays on that one', () => {
    const twins = 'pont de Valdane';
    const state = noted(twins, 2);
    const second = canonicalText(draft).lastIndexOf(twins);
    expect(place(state)).toEqual([twins, second]);
    const first = canonicalText(draft).indexOf(twins, headline.length);
    const fewer = without(state, first, first + twins.length);
    expect(place(fewer)).toEqual([twins, second - twins.length]);
    expect(place(perform(fewer, undo))).toEqual([twins, second]);
    const gone = without(state, second, second + twins.length);
    expect(place(gone)).toBeNull();
    expect(place(perform(gone, undo))).toEqual([twins, second]);
  });

  it('keeps its place when the archive tells of it anew', () => {
    const state = noted(words);
    const longer = change(state, (tr) => tr.insertText('Direct. ', 1));
    const again = noteOn(canonicalText(draft), start, start + words.length);
    expect(place(longer.apply(setNotes(longer, [again])))).toEqual([words, start + 8]);
    expect(noteRanges(longer.apply(setNotes(longer, [])))).toEqual([]);
  });
});

type Edit = { readonly from: number; readonly length: number; readonly text: string };
const edit = (length: fc.Arbitrary<number>, text: fc.Arbitrary<string>): fc.Arbitrary<Edit> =>
  fc.record({ from: fc.nat(400), length, text });
const typed = fc.string({ unit: 'grapheme-ascii', maxLength: 8 });
const deletion = edit(fc.nat(20), fc.constant(''));
/** Typing, deleting, and typing over a selection. */
const anyEdit = fc.oneof(edit(fc.constant(0), typed), deletion, edit(fc.nat(20), typed));

/** The edit within one text block of a document, as positions. */
function within(document: Node, { from, length }: Edit): readonly [number, number] {
  const blocks = textBlocks(document);
  const block = blocks[from % blocks.length];
  if (block === undefined) throw new Error('A document has text blocks.');
  const start = Math.floor(from / blocks.length) % (block.text.length + 1);
  const end = Math.min(block.text.length, start + length);
  return [block.pos + start, block.pos + end];
}

function edited(state: EditorState, one: Edit): EditorState {
  const [from, to] = within(state.doc, one);
  return change(state, (tr) => tr.insertText(one.text, from, to));
}

/** The note's words, told apart from the rest by signs that nothing else has. */
function marked(): EditorState {
  const words = 'αβγδεζηθ';
  const document = buildDocument({
    headline,
    blocks: [paragraphs[0] ?? '', `Avant ${words} après.`, paragraphs[1] ?? ''].map((text) => ({
      type: 'paragraph',
      text,
    })),
    signoff: 'atl/mbr',
  });
  const text = canonicalText(document);
  const start = text.indexOf(words);
  const state = EditorState.create({
    doc: document,
    plugins: [
      undoPlugin({ groupDelay: 0, depth: 200, restores: false }),
      notesPlugin(ignore, ignore, 'write'),
    ],
  });
  const note = noteOn(text, start, start + words.length);
  return state.apply(setNotes(state, [note]));
}

/** Those signs of a text that only the note's words have. */
function signsOf(text: string): string {
  return text.replaceAll(/[^α-ω]/g, '');
}

describe('through random changes', () => {
  it('a note covers exactly what deletions leave of its words, and none when none are left', () => {
    fc.assert(
      fc.property(fc.array(deletion, { maxLength: 25 }), (edits) => {
        let state = marked();
        for (const one of edits) {
          state = edited(state, one);
          const left = signsOf(canonicalText(state.doc));
          expect(place(state)?.[0] ?? '').toBe(left);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a note holds all that any editing leaves of its words', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 25 }), (edits) => {
        let state = marked();
        for (const one of edits) {
          state = edited(state, one);
          expect(signsOf(place(state)?.[0] ?? '')).toBe(signsOf(canonicalText(state.doc)));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('undoing all of them puts a note back on all its words', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 12 }), (edits) => {
        const begun = marked();
        let state = edits.reduce(edited, begun);
        for (let step = 0; step <= edits.length; step += 1) state = perform(state, undo);
        expect(canonicalText(state.doc)).toBe(canonicalText(begun.doc));
        expect(place(state)).toEqual(place(begun));
      }),
      { numRuns: 1_000 },
    );
  });

  it('the anchor told to the archive finds the same words again', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 25 }), (edits) => {
        const state = edits.reduce(edited, marked());
        const [only] = noteRanges(state);
        if (only?.range == null) return;
        const { start, end } = only.range;
        const text = canonicalText(state.doc);
        const resolved = resolveAnchor(text, makeAnchor(text, start, end));
        expect(resolved).toEqual({ status: 'exact', start, end });
      }),
      { numRuns: 1_000 },
    );
  });
});
