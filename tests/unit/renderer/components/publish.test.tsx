// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { DispatchModel } from '@contract/models';
import { buildDocument } from '@domain/document/build';
import { err, ok } from '@domain/result';
import { Dialogs } from '../../../../src-renderer/app/Dialogs';
import { Toasts } from '../../../../src-renderer/app/Toasts';
import type { Outcome } from '../../../../src-renderer/bridge/bridge';
import type { FakeBridge } from '../../../../src-renderer/bridge/fake';
import { budget, fakeDraft, truce } from '../../../../src-renderer/bridge/fake/desk';
import { fakeDispatch, text } from '../../../../src-renderer/bridge/fake/samples';
import { useDesk } from '../../../../src-renderer/state/desk';
import { useLiveDraft } from '../../../../src-renderer/state/draft';
import { restNow } from '../../../../src-renderer/state/rested';
import { useStyle } from '../../../../src-renderer/state/style';
import { all, click, fill, the, words } from './find';
import { openEditor } from './margin';
import { freshWindow, later, openFake, settle, show, until } from './window';

freshWindow();

/** Opens the sheet over a dispatch whose draft is being written. */
async function openSheet(
  dispatch: DispatchModel,
  flush?: () => Promise<boolean>,
): Promise<FakeBridge> {
  const bridge = await openFake({ dispatches: [dispatch] });
  openEditor(dispatch, flush);
  useDesk.setState({ dispatchId: dispatch.id, dialog: 'publish' });
  await show(
    <>
      <Dialogs />
      <Toasts />
    </>,
  );
  return bridge;
}

const confirm = () => the('button', 'Publish') as HTMLButtonElement;
/** What keeps the button from publishing, as it is told with it. */
const held = () => {
  const why = document.getElementById(confirm().getAttribute('aria-describedby') ?? '');
  expect(confirm().getAttribute('aria-disabled')).toBe(String(words(why) !== ''));
  return words(why);
};
const dialog = () => the('dialog');
const said = () => words(the('status', 'Messages'));
const published = (bridge: FakeBridge) => bridge.state.dispatches[0]?.takes.length;

describe('what the publish sheet shows', () => {
  it('is the text that will go out, and the stamp it will carry', async () => {
    await openSheet(truce());
    expect(words(the('region', 'What will go out'))).toMatch(
      /^VALMONT-TREVE Update \(Ajoute .+\) La présidence a précisé .* atlas\/ptur$/,
    );
    expect(dialog().getAttribute('aria-labelledby')).toBe(dialog().querySelector('h2')?.id);
    expect(words(dialog().querySelector('h2'))).toBe('Publish the update');
    expect(words(dialog().querySelector('dl'))).toBe(
      'If sent now 2 May 2017, 22:58 (Europe/Zurich) Signed ptur',
    );
    expect(words(dialog())).toContain('Nothing stands in the way of publishing.');
  });

  it('is a warning when the clock is behind the last stamp', async () => {
    const ahead = fakeDispatch({ slug: 'AVANCE' }, [
      { headline: 'Une avance', blocks: [text('Texte.')], signoff: 'atlas', ago: -10 },
    ]);
    const draft = fakeDraft('update', { blocks: [text('Suite.')], signoff: 'atlas' });
    await openSheet({ ...ahead, draft });
    expect(words(dialog())).toContain('clock is behind the last stamp of the dispatch');
    await click(confirm());
    expect(said()).toContain('the take carries that stamp’s time: 2 May 2017, 23:08.');
  });
});

describe('publishing', () => {
  it('waits for the last words to be saved, then has its button under the hand', async () => {
    const { answer, give } = later<boolean>();
    await openSheet(truce(), () => answer);
    expect(words(dialog())).toContain('Saving the last words…');
    expect(confirm().disabled).toBe(true);
    await settle(() => give(true));
    expect(confirm().disabled).toBe(false);
    expect(document.activeElement).toBe(confirm());
  });

  it('is not offered while the last words cannot be saved', async () => {
    const flush = vi.fn(() => Promise.resolve(false));
    const bridge = await openSheet(truce(), flush);
    expect(words(the('alert', undefined, dialog()))).toMatch(/^The last words could not be saved/);
    expect(all('button', 'Publish')).toEqual([]);
    flush.mockResolvedValue(true);
    await click(the('button', 'Try again'));
    await click(confirm());
    expect(published(bridge)).toBe(3);
  });

  it('sends the version that is shown, signed, closes the sheet, and says so', async () => {
    const dispatch = truce();
    const draft = { ...dispatch.draft!, version: 42 };
    const bridge = await openSheet({ ...dispatch, draft });
    await click(confirm());
    expect(bridge.asked('draft.publish')).toEqual([
      {
        draftId: draft.id,
        version: 42,
        author: 'ptur',
        key: expect.any(String) as string,
        stamp: { by: 'clock' },
      },
    ]);
    expect(useDesk.getState().dialog).toBeNull();
    expect(all('dialog')).toEqual([]);
    expect(said()).toBe('Update published, 2 May 2017, 22:58.');
    expect(bridge.asked('dispatch.get')).toHaveLength(2);
  });

  it('is asked for once, and cannot be again while it is under way', async () => {
    const { answer, give } = later<Outcome<'draft.publish'>>();
    const bridge = await openSheet(truce());
    bridge.answer('draft.publish', () => answer);
    await click(confirm());
    const button = the('button', 'Publishing…') as HTMLButtonElement;
    expect(button.disabled).toBe(true);
    await click(button);
    expect(bridge.asked('draft.publish')).toHaveLength(1);
    await settle(() => give(err({ code: 'archive-busy' })));
    expect(confirm().disabled).toBe(false);
  });

  it('goes back to the caret when it is cancelled', async () => {
    await openSheet(truce());
    const focus = vi.fn();
    const { handle } = useLiveDraft.getState();
    useLiveDraft.setState({ handle: { ...handle!, focus } });
    await click(the('button', 'Cancel'));
    expect(useDesk.getState().dialog).toBeNull();
    await until(() => expect(focus).toHaveBeenCalledOnce());
  });
});

describe('publishing that is blocked', () => {
  it('by a check is not offered until the finding is settled', async () => {
    const bridge = await openSheet(budget());
    expect(words(dialog())).toContain('The headline is empty. Blocks publishing');
    expect(words(dialog())).toContain('Publishing is blocked: settle the finding marked above.');
    expect(held()).toMatch(/^Publishing is blocked/);
    await click(confirm());
    expect(bridge.asked('draft.publish')).toEqual([]);
    const whole = { headline: 'Un titre', blocks: [text('Texte.')], signoff: 'atlas' };
    await settle(() => {
      useLiveDraft.setState({ document: buildDocument(whole) });
      restNow();
    });
    expect(words(dialog())).not.toContain('Publishing is blocked');
    expect(held()).toBe('');
  });

  it('says what a correction lacks beside the button, and goes to its field', async () => {
    const dispatch = truce();
    const carries = { of: 'correction', corrects: dispatch.takes[0]!.id, wrong: '', right: '' };
    const draft = fakeDraft('correction', { blocks: [text('Rien de neuf.')], signoff: 'atlas' });
    const facts = { advisoryLine: 'x', carries: { ...carries, of: 'correction' as const } };
    const bridge = await openSheet({ ...dispatch, draft: { ...draft, facts } });
    const wrong = the('textbox', 'What was wrong') as HTMLTextAreaElement;
    await fill(wrong, '');
    expect(held()).toContain('What was wrong is not said.');
    await click(confirm());
    expect(document.activeElement).toBe(wrong);
    expect(bridge.asked('draft.publish')).toEqual([]);
    await fill(wrong, 'Vingt');
    expect(held()).not.toContain('What was wrong');
  });

  it('by a stamp without its reason says so, and goes to the field', async () => {
    await openSheet(truce());
    await click(the('radio', 'Stamp by hand'));
    expect(held()).toBe('Say the reason of the stamp set by hand.');
    await click(confirm());
    expect(document.activeElement).toBe(the('textbox', 'Reason'));
  });

  it('is not so by words that spelling marks, and it leads to them', async () => {
    await openSheet(truce());
    const mark = { kind: 'spelling', why: 'unknown', words: 'evenement', fixes: [] } as const;
    const shown = [{ ...mark, language: 'fr' as const, start: 3, end: 12 }];
    await settle(() =>
      useStyle.setState({
        findings: { shown, left: [], waiting: 0, language: null, spelled: true },
      }),
    );
    expect(words(dialog())).toContain('Spelling marks 1 word.');
    expect(held()).toBe('');
    await click(the('button', 'Show', dialog()));
    expect(useDesk.getState()).toMatchObject({ dialog: null, marginTab: 'checks' });
  });

  it('is not so by mere advice', async () => {
    const dispatch = truce();
    const draft = fakeDraft('update', { blocks: [text('Sans signature.')] });
    await openSheet({ ...dispatch, draft });
    expect(words(dialog())).toContain('There is no sign-off. Advice');
    expect(confirm().disabled).toBe(false);
  });
});

describe('publishing that fails', () => {
  it.each([
    ['draft-version', 'The draft changed since it was shown. Nothing was published;'],
    ['base-revision', 'Something was published in this dispatch since the draft began.'],
    [undefined, 'The dispatch was changed elsewhere since it was shown here.'],
  ])('by a conflict (%s) says which, and the sheet stays', async (reason, sentence) => {
    const bridge = await openSheet(truce());
    bridge.fail('draft.publish', { code: 'conflict', reason });
    await click(confirm());
    expect(words(the('alert', undefined, dialog()))).toContain(sentence);
    expect(useDesk.getState().dialog).toBe('publish');
    expect(confirm().disabled).toBe(false);
    expect(said()).toBe('');
    // The dispatch is read again, so that what was published meanwhile is seen.
    expect(bridge.asked('dispatch.get')).toHaveLength(2);
  });

  it('is tried again with the same key, so that nothing goes out twice', async () => {
    const bridge = await openSheet(truce());
    // The archive takes it, and its answer is lost.
    bridge.answer('draft.publish', async (request) => {
      bridge.answer('draft.publish', null);
      await bridge.api['draft.publish'](request);
      bridge.answer('dispatch.get', () => err({ code: 'archive-busy' }));
      return err({ code: 'internal', reason: 'bridge' });
    });
    await click(confirm());
    expect(words(the('alert', undefined, dialog()))).toMatch(/lost its connection/);
    bridge.answer('dispatch.get', null);
    await click(confirm());
    const sent = new Set(bridge.asked('draft.publish').map(({ key }) => key));
    expect(sent.size).toBe(1);
    expect(published(bridge)).toBe(3);
    expect(said()).toBe('Update published, 2 May 2017, 22:58.');
  });

  it('gives the desk back when the draft turns out to be published already', async () => {
    const bridge = await openSheet(truce());
    bridge.answer('draft.publish', async (request) => {
      bridge.answer('draft.publish', null);
      await bridge.api['draft.publish'](request);
      return err({ code: 'internal', reason: 'bridge' });
    });
    await click(confirm());
    expect(all('dialog')).toEqual([]);
    expect(useDesk.getState().dialog).toBeNull();
  });

  it('has another key when the sheet is opened anew', async () => {
    const bridge = await openSheet(truce());
    bridge.fail('draft.publish', { code: 'archive-busy' });
    await click(confirm());
    await click(the('button', 'Cancel'));
    await settle(() => useDesk.setState({ dialog: 'publish' }));
    await click(confirm());
    const [first, second] = bridge.asked('draft.publish');
    expect(first?.key).not.toBe(second?.key);
  });
});

describe('discarding a draft', () => {
  it('asks first, from the side of caution, and says what stays', async () => {
    const bridge = await openSheet(truce());
    await settle(() => useDesk.setState({ dialog: 'discard' }));
    expect(words(dialog())).toContain('Published takes are untouched.');
    expect(document.activeElement).toBe(the('button', 'Cancel'));
    bridge.answer('draft.discard', () => ok({}));
    await click(the('button', 'Discard draft'));
    expect(bridge.asked('draft.discard')).toHaveLength(1);
    expect(said()).toContain('The draft was discarded.');
    expect(all('dialog')).toEqual([]);
  });
});
