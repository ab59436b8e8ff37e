// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '@domain/result';
import { App } from '../../../../src-renderer/app/App';
import type { FakeBridge } from '../../../../src-renderer/bridge/fake';
import { dam, truce } from '../../../../src-renderer/bridge/fake/desk';
import { change } from '../../../../src-renderer/bridge/fake/archive';
import { evening } from '../../../../src-renderer/bridge/fake/samples';
import { forgetDraft } from '../../../../src-renderer/editor';
import { useDesk } from '../../../../src-renderer/state/desk';
import { openWindow } from '../../../../src-renderer/state/windows';
import { useToasts } from '../../../../src-renderer/state/toasts';
import { testId } from '../../../support/archives';
import { all, the, words } from './find';
import { freshWindow, openFake, settle, showBare, until } from './window';

freshWindow();

let dispatch = truce();
afterEach(() => forgetDraft(dispatch.draft!.id));

const draft = () => the('textbox', 'Text of the draft');
const messages = () => useToasts.getState().toasts.map(({ tone }) => tone);

async function openDraft(): Promise<FakeBridge> {
  dispatch = truce();
  const bridge = await openFake({ dispatches: [dispatch, dam()] });
  useDesk.setState({ dispatchId: dispatch.id });
  await showBare(<App />);
  return bridge;
}

/** Another window types at the beginning of the draft. */
function typeElsewhere(bridge: FakeBridge, text: string): Promise<void> {
  const { id, version } = dispatch.draft!;
  const steps = [
    { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text }] } },
  ];
  bridge.answer('draft.steps-since', () =>
    ok({
      is: 'steps',
      batches: [{ clientId: testId(7), steps }],
      version: version + 1,
      savedAt: evening + 1_000,
    }),
  );
  return settle(() => bridge.emit('draft-advanced', { draftId: id, version: version + 1 }));
}

/** Puts a word in the draft, where its caret is. */
const write = (word: string) =>
  settle(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', word);
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    draft().dispatchEvent(paste);
  });

/** The draft ends in another window, as main tells of it. */
const end = (bridge: FakeBridge, how: 'published' | 'discarded') =>
  settle(() => {
    change(bridge.state, dispatch.id, { draft: null });
    bridge.emit('draft-ended', { draftId: dispatch.draft!.id, how });
  });

describe('a draft that another window writes in', () => {
  it('shows what was written there, and is as saved as it is there', async () => {
    const bridge = await openDraft();
    await typeElsewhere(bridge, 'Direct. ');
    await until(() => expect(words(draft())).toMatch(/^Direct\. /));
    await until(() => expect(words()).toContain('Saved 22:58:42'));
    expect(bridge.asked('draft.journal')).toEqual([]);
  });

  it('is closed when it was published there, with a sentence', async () => {
    const bridge = await openDraft();
    await end(bridge, 'published');
    await until(() => expect(all('textbox', 'Text of the draft')).toEqual([]));
    expect(words()).toContain('This draft was published in another window.');
    expect(messages()).toEqual(['plain']);
    await settle();
    expect(bridge.asked('draft.journal')).toEqual([]);
  });

  it('is closed when it was discarded there, with a sentence', async () => {
    const bridge = await openDraft();
    await end(bridge, 'discarded');
    await until(() => expect(all('textbox', 'Text of the draft')).toEqual([]));
    expect(words()).toContain('This draft was discarded in another window.');
  });

  it('leaves the words that were not saved to be copied, for as long as they are wanted', async () => {
    const bridge = await openDraft();
    bridge.fail('draft.journal', { code: 'archive-full' });
    await write('Jamais enregistré');
    await end(bridge, 'published');
    expect(words()).toContain(
      'This draft ended in another window before these words were saved. Copy them if they matter: “Jamais enregistré”',
    );
    expect(messages()).toEqual(['bad']);
  });
});

describe('opening another window', () => {
  it('asks main for one, on the dispatch or on none', async () => {
    const bridge = await openFake();
    bridge.answer('window.open', () => ok({}));
    await settle(() => openWindow(testId(3)));
    await settle(() => openWindow(null));
    expect(bridge.asked('window.open')).toEqual([{ dispatchId: testId(3) }, { dispatchId: null }]);
  });
});
