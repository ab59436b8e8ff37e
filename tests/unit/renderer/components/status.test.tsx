// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { errorCodes, type ErrorCode } from '@contract/errors';
import { buildDocument } from '@domain/document/build';
import { ok } from '@domain/result';
import { App } from '../../../../src-renderer/app/App';
import type { Outcome } from '../../../../src-renderer/bridge/bridge';
import type { FakeBridge } from '../../../../src-renderer/bridge/fake';
import { dam, truce } from '../../../../src-renderer/bridge/fake/desk';
import { evening, text } from '../../../../src-renderer/bridge/fake/samples';
import { StatusBar } from '../../../../src-renderer/features/status/StatusBar';
import { forgetDraft } from '../../../../src-renderer/editor';
import { openDispatch, useDesk } from '../../../../src-renderer/state/desk';
import { useLiveDraft } from '../../../../src-renderer/state/draft';
import { all, the, words } from './find';
import { freshWindow, later, openFake, settle, show, showBare, until } from './window';

freshWindow();

const bar = () => document.querySelector('footer[aria-label=Status]');
/** What the bar says of saving; it says it first. */
const saving = () => words(bar()?.firstElementChild ?? null);

describe('what is said of saving', () => {
  let dispatch = truce();
  // The journal of a draft outlives its editor.
  afterEach(() => forgetDraft(dispatch.draft!.id));

  /** The window with a draft in its editor, whose journal goes to the fake archive. */
  async function openDraft(): Promise<FakeBridge> {
    dispatch = truce();
    const bridge = await openFake({ dispatches: [dispatch, dam()] });
    useDesk.setState({ dispatchId: dispatch.id });
    await showBare(<App />);
    return bridge;
  }

  /** Puts a word in the draft, where its caret is. */
  const write = () =>
    settle(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Mot ');
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      the('textbox', 'Text of the draft').dispatchEvent(paste);
    });

  it('is when the draft was last saved, until it is changed', async () => {
    await openDraft();
    expect(saving()).toBe('Saved 22:58:41');
    await write();
    expect(saving()).toBe('Saving…');
  });

  it('is never “Saved” before the archive has committed', async () => {
    const { answer, give } = later<Outcome<'draft.journal'>>();
    const bridge = await openDraft();
    bridge.answer('draft.journal', () => answer);
    const heard: string[] = [];
    await write();
    await until(() => {
      heard.push(saving());
      expect(bridge.asked('draft.journal')).toHaveLength(1);
    });
    await settle();
    expect(saving()).toBe('Saving…');
    expect(new Set(heard)).toEqual(new Set(['Saving…']));
    vi.setSystemTime(evening + 60_000);
    const { baseVersion, steps } = bridge.asked('draft.journal')[0]!;
    const version = baseVersion + steps.length;
    await settle(() => give(ok({ version, savedAt: evening + 60_000 })));
    expect(saving()).toBe('Saved 22:59:41');
  });

  it('is not “Saved” while something typed since is still on its way', async () => {
    const { answer, give } = later<Outcome<'draft.journal'>>();
    const bridge = await openDraft();
    bridge.answer('draft.journal', () => answer);
    await write();
    await until(() => expect(bridge.asked('draft.journal')).toHaveLength(1));
    await write();
    bridge.answer('draft.journal', () => later<Outcome<'draft.journal'>>().answer);
    const { baseVersion, steps } = bridge.asked('draft.journal')[0]!;
    await settle(() => give(ok({ version: baseVersion + steps.length, savedAt: evening })));
    expect(saving()).toBe('Saving…');
  });

  it('is an alarm when the archive does not take it, until it does', async () => {
    const bridge = await openDraft();
    bridge.fail('draft.journal', { code: 'archive-full' });
    await write();
    await until(() => expect(saving()).toBe('NOT SAVED: the disk is full'));
    const alarm = the('alert', undefined, bar()!);
    expect(alarm.title).toMatch(/^The disk is full\. Your words are kept in this window/);
    // Typing on does not hush it.
    await write();
    expect(saving()).toBe('NOT SAVED: the disk is full');
    bridge.fail('draft.journal', null);
    await until(() => expect(saving()).toBe('Saved 22:58:41'));
    expect(all('status').map(words)).toContain('Saved. Everything typed is now in the archive.');
  });

  it('stays true when another dispatch is opened while words of a draft are unsaved', async () => {
    const bridge = await openDraft();
    bridge.fail('draft.journal', { code: 'archive-full' });
    await write();
    await until(() => expect(saving()).toMatch(/^NOT SAVED/));
    await settle(() => openDispatch(bridge.state.dispatches[1]!.id));
    await until(() => expect(saving()).toBe('NOT SAVED: the disk is full'));
    bridge.fail('draft.journal', null);
    await until(() => expect(saving()).toMatch(/saved$/));
  });
});

describe('why something is not saved', () => {
  const short: Partial<Record<ErrorCode, string>> = {
    conflict: 'the draft changed elsewhere',
    'archive-busy': 'the archive is busy',
    'archive-full': 'the disk is full',
    'archive-read-only': 'the archive cannot be written',
    'archive-damaged': 'the archive is damaged',
    'archive-missing': 'the archive is gone from its place',
    'not-found': 'the draft is no longer in the archive',
  };

  it.each(errorCodes)('is said in a few words for %s', async (code) => {
    await openFake();
    useLiveDraft.setState({ saveState: { is: 'failed', error: { code } } });
    await show(<StatusBar archiveName="desk.writethru" clockBehind={0} />);
    expect(saving()).toBe(`NOT SAVED: ${short[code] ?? 'the archive did not accept it'}`);
  });
});

describe('what else the status bar says', () => {
  async function showBar(id: string | null = null): Promise<void> {
    useDesk.setState({ dispatchId: id });
    await show(<StatusBar archiveName="desk.writethru" clockBehind={0} />);
  }

  it('is that everything is saved, the time here and in UTC, and which archive is open', async () => {
    await openFake();
    await showBar();
    expect(words(bar())).toBe('Everything is saved 22:58 Zurich 20:58 UTC desk.writethru');
  });

  it('is how long all takes are together', async () => {
    const dispatch = dam();
    await openFake({ dispatches: [dispatch] });
    await showBar(dispatch.id);
    const counts = document.querySelector('[title="Counts of all takes"]');
    expect(words(counts)).toMatch(
      /^Counts of all takes 23 words 135 characters 0\.09 pages under 1 min$/,
    );
    expect(words(bar())).toContain('French');
  });

  it('is how long the draft is, live', async () => {
    const dispatch = truce();
    await openFake({ dispatches: [dispatch] });
    await showBar(dispatch.id);
    const typed = buildDocument({ headline: '', blocks: [text('Deux mots.')], signoff: '' });
    await settle(() => useLiveDraft.setState({ document: typed }));
    const counts = document.querySelector('[title="Counts of the draft"]');
    expect(words(counts)).toMatch(/^Counts of the draft 2 words /);
  });
});
