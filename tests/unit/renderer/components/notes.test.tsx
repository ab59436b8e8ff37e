// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DispatchModel } from '@contract/models';
import { makeAnchor } from '@domain/annotation/anchor';
import { dam, truce } from '../../../../src-renderer/bridge/fake/desk';
import { useDesk } from '../../../../src-renderer/state/desk';
import { setOrphans } from '../../../../src-renderer/state/draft';
import { all, click, fill, press, the, words } from './find';
import { openEditor, showMargin } from './margin';
import { freshWindow, settle } from './window';

freshWindow();
beforeEach(() => vi.stubGlobal('CSS', { highlights: new Map() }));

const cards = () => all('region', /^Note by/).map((card) => card.getAttribute('aria-label'));
const card = (name: string) => the('region', `Note by ${name}`);
const tray = () => document.querySelector('details');

describe('the notes on a dispatch', () => {
  it('say who wrote what, for what, on which words, and what was answered', async () => {
    await showMargin(truce(), 'notes');
    expect(cards()).toEqual(['Note by cd, fact-check', 'Note by mb, query', 'Note by cd, comment']);
    expect(words(card('cd, fact-check'))).toBe(
      'cd fact-check 21:32 “les frappes” La date est-elle la bonne ? ' +
        'ptur 21:40 Oui, confirmée par Sarnes.',
    );
    expect(words(the('tab', /^Notes/))).toBe('Notes 3 open notes');
  });

  it('says of those on a whole text that they are, beside it', async () => {
    await showMargin(truce(), 'notes');
    expect(tray()).toBeNull();
    expect(words(card('cd, comment'))).toContain('On the whole text');
  });

  it('moves a note to the tray when its words are gone from the draft', async () => {
    const dispatch = truce();
    await showMargin(dispatch, 'notes');
    await settle(() => setOrphans(dispatch.notes[1]!.target.id, [dispatch.notes[1]!.id]));
    expect(words(tray()?.querySelector('summary') ?? null)).toBe('1 note without its words');
    expect(tray()?.contains(card('mb, query'))).toBe(true);
  });

  it('shows those that are resolved only when asked', async () => {
    await showMargin(truce(), 'notes');
    expect(words()).not.toContain('Mot vérifié.');
    await click(the('radio', 'All'));
    expect(words(card('mb, style'))).toContain('style resolved');
  });

  it('says when there are none', async () => {
    await showMargin(dam(), 'notes');
    expect(words()).toContain('No notes');
    expect(all('radio')).toEqual([]);
  });

  it('says when all are resolved', async () => {
    const { notes, ...rest } = truce();
    const resolved = notes.map((note) => ({ ...note, state: 'resolved' as const }));
    await showMargin({ ...rest, notes: resolved }, 'notes');
    expect(words()).toContain('All notes are resolved.');
    expect(words(the('tab', /^Notes/))).toBe('Notes');
  });
});

describe('answering, changing and settling a note', () => {
  it('offers what can be done with the note that is active only', async () => {
    await showMargin(truce(), 'notes');
    expect(all('button', 'Resolve')).toEqual([]);
    await click(the('button', '“les frappes”'));
    expect(all('button', 'Resolve', card('cd, fact-check'))).toHaveLength(1);
    expect(all('button', 'Resolve')).toHaveLength(1);
  });

  it('keeps a reply, signed', async () => {
    const bridge = await showMargin(truce(), 'notes');
    await click(the('button', '“sommet des 7 et 8 juillet”'));
    await click(the('button', 'Reply'));
    const area = the('textbox', 'Reply');
    expect(document.activeElement).toBe(area);
    const keep = the('button', 'Reply', the('group', 'Reply')) as HTMLButtonElement;
    expect(keep.disabled).toBe(true);
    await fill(area, '  Oui, par les deux.\n');
    await click(keep);
    expect(words(card('mb, query'))).toContain('ptur 22:58 Oui, par les deux.');
    expect(all('textbox')).toEqual([]);
    expect(bridge.asked('note.reply')[0]).toMatchObject({
      body: 'Oui, par les deux.',
      author: 'ptur',
    });
  });

  it('keeps changed words on Mod+Enter and puts them away on Escape', async () => {
    const bridge = await showMargin(truce(), 'notes');
    await click(the('button', '“les frappes”'));
    await click(the('button', 'Edit'));
    await fill(the('textbox', 'Note'), 'Autre chose');
    await press('Escape');
    expect(words(card('cd, fact-check'))).toContain('La date est-elle la bonne ?');
    await click(the('button', 'Edit'));
    await fill(the('textbox', 'Note'), 'Le 4 ou le 7 ?');
    await press('Enter', document.activeElement, { ctrlKey: true });
    expect(words(card('cd, fact-check'))).toContain('Le 4 ou le 7 ?');
    expect(bridge.asked('note.edit')).toHaveLength(1);
  });

  it('resolves a note, which leaves the open ones, and opens it again', async () => {
    await showMargin(truce(), 'notes');
    await click(the('button', '“les frappes”'));
    await click(the('button', 'Resolve'));
    expect(cards()).toEqual(['Note by mb, query', 'Note by cd, comment']);
    expect(words(the('tab', /^Notes/))).toBe('Notes 2 open notes');
    await click(the('radio', 'All'));
    await click(the('button', 'Reopen'));
    await click(the('radio', 'Open'));
    expect(cards()).toContain('Note by cd, fact-check');
  });

  it('keeps the words of a reply the archive did not take, and says why', async () => {
    const bridge = await showMargin(truce(), 'notes');
    bridge.fail('note.reply', { code: 'archive-full' });
    await click(the('button', '“les frappes”'));
    await click(the('button', 'Reply'));
    await fill(the('textbox', 'Reply'), 'Longue réponse.');
    await press('Enter', document.activeElement, { metaKey: true });
    expect(words(the('status', 'Messages'))).toMatch(/The disk is full\./);
    expect((the('textbox', 'Reply') as HTMLTextAreaElement).value).toBe('Longue réponse.');
    bridge.fail('note.reply', null);
    await press('Enter', document.activeElement, { metaKey: true });
    expect(words(card('cd, fact-check'))).toContain('ptur 22:58 Longue réponse.');
  });
});

describe('writing a note on selected words', () => {
  const anchor = makeAnchor('en marge du sommet', 0, 8);

  async function compose(dispatch: DispatchModel, on: 'take' | 'draft') {
    const bridge = await showMargin(dispatch, 'notes');
    const id = on === 'draft' ? dispatch.draft!.id : dispatch.takes[0]!.id;
    await settle(() =>
      useDesk.setState({
        composing: { target: { on, id }, part: 'words', anchor, top: 120 },
        activeNoteId: null,
      }),
    );
    return bridge;
  }

  it('offers it for the words that are selected', async () => {
    const dispatch = dam();
    await showMargin(dispatch, 'notes');
    expect(all('button', 'Note on the selection')).toEqual([]);
    const target = { on: 'take', id: dispatch.takes[0]!.id } as const;
    await settle(() => useDesk.setState({ selection: { target, anchor } }));
    expect(all('button', 'Note on the selection')).toHaveLength(1);
  });

  it('keeps it of the kind that was chosen, and says so', async () => {
    const bridge = await compose(dam(), 'take');
    const composer = the('region', 'New note');
    expect(words(composer)).toMatch(/^“en marge”/);
    await fill(the('textbox', 'Note'), 'À vérifier.');
    await fill(the('combobox', 'Kind of note'), 'legal');
    await click(the('button', 'Keep'));
    expect(cards()).toEqual(['Note by ptur, legal']);
    expect(words(the('status', 'Messages'))).toBe('Note kept.');
    expect(useDesk.getState().composing).toBeNull();
    expect(bridge.asked('note.create')[0]).toMatchObject({ anchor, kind: 'legal' });
  });

  it('saves the words of the draft before the note on them', async () => {
    const dispatch = truce();
    const order: string[] = [];
    const bridge = await compose(dispatch, 'draft');
    await settle(() =>
      openEditor(dispatch, () => {
        order.push(`flush, notes kept: ${bridge.asked('note.create').length}`);
        return Promise.resolve(true);
      }),
    );
    await fill(the('textbox', 'Note'), 'Préciser.');
    await click(the('button', 'Keep'));
    expect(order).toEqual(['flush, notes kept: 0']);
    expect(cards()).toContain('Note by ptur, comment');
  });

  it('stays open when it could not be kept, and goes on Escape', async () => {
    const bridge = await compose(dam(), 'take');
    bridge.fail('note.create', { code: 'archive-busy' });
    await fill(the('textbox', 'Note'), 'À vérifier.');
    await click(the('button', 'Keep'));
    expect((the('textbox', 'Note') as HTMLTextAreaElement).value).toBe('À vérifier.');
    expect(words(the('status', 'Messages'))).toMatch(/The archive is busy\./);
    await press('Escape', the('textbox', 'Note'));
    expect(useDesk.getState().composing).toBeNull();
    expect(words()).toContain('No notes');
  });
});
