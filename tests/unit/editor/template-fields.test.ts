import { EditorState, TextSelection, type Command, type Transaction } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '@domain/document/build';
import {
  fillsField,
  nextField,
  nextFieldRound,
  previousField,
  templateFieldsPlugin,
} from '../../../src-renderer/editor/plugins/template-fields';

function begun(headline: string, ...paragraphs: readonly string[]): EditorState {
  const doc = buildDocument({
    headline,
    blocks: paragraphs.map((text) => ({ type: 'paragraph', text })),
    signoff: '',
  });
  return EditorState.create({ doc, plugins: [templateFieldsPlugin()] });
}

function after(state: EditorState, command: Command): EditorState | null {
  let next: EditorState | null = null;
  command(state, (transaction) => {
    next = state.apply(transaction);
  });
  return next;
}

function selected({ doc, selection }: EditorState): string {
  return doc.textBetween(selection.from, selection.to);
}

function typed(state: EditorState, text: string): Transaction {
  return state.tr.insertText(text);
}

describe('the fields of a template in a draft', () => {
  it('are gone to one after another, replaced by what is typed, and gone once they are filled', () => {
    let state = begun('{titre}', '{qui} à {lieu}');
    const seen: string[] = [];
    for (let next = after(state, nextField); next !== null; next = after(state, nextField)) {
      seen.push(selected(next));
      state = next.apply(typed(next, 'x'));
    }
    expect(seen).toEqual(['{titre}', '{qui}', '{lieu}']);
    expect(state.doc.textContent).toBe('xx à x');
    expect(after(state, nextFieldRound)).toBeNull();
  });

  it('are gone back to, and round from the last to the first', () => {
    const state = begun('{un}', '{deux}');
    const second = after(after(state, nextField) ?? state, nextField);
    if (second === null) throw new Error('there is a second field');
    expect(selected(second)).toBe('{deux}');
    expect(after(second, nextField)).toBeNull();
    expect(selected(after(second, previousField) ?? second)).toBe('{un}');
    expect(selected(after(second, nextFieldRound) ?? second)).toBe('{un}');
  });

  it('come back with undo, and with text that is put in', () => {
    const state = begun('Titre', 'Rien');
    const put = state.apply(state.tr.insertText(' {lieu}', state.doc.content.size - 3));
    expect(selected(after(put, nextField) ?? put)).toBe('{lieu}');
  });

  it('are filled, also between quotation marks, as long as the caret stays', () => {
    let state = after(begun('T', 'Il a dit «\u202F{citation}\u202F» hier.'), nextField);
    if (state === null) throw new Error('there is a field');
    for (const letter of 'non merci') {
      const transaction = typed(state, letter);
      expect(fillsField(state, transaction)).toBe(true);
      state = state.apply(transaction);
    }
    const away = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 2)));
    const back = away.apply(
      away.tr.setSelection(TextSelection.create(away.doc, state.selection.from)),
    );
    expect(fillsField(back, typed(back, 's'))).toBe(false);
    const elsewhere = state.tr.insertText('x', 5);
    expect(fillsField(state, elsewhere)).toBe(false);
  });
});
