// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { DispatchModel } from '@contract/models';
import type { StateRef } from '@contract/record';
import { ok } from '@domain/result';
import { Dialogs } from '../../../../src-renderer/app/Dialogs';
import type { FakeBridge } from '../../../../src-renderer/bridge/fake';
import { budget, dam, fakeDraft, truce } from '../../../../src-renderer/bridge/fake/desk';
import { fakeDispatch, text } from '../../../../src-renderer/bridge/fake/samples';
import {
  compareOpenDispatch,
  lastChange,
  openCompare,
  useComparing,
} from '../../../../src-renderer/state/compare';
import { useDesk } from '../../../../src-renderer/state/desk';
import { all, click, fill, press, the, words } from './find';
import { freshWindow, openFake, settle, show, until } from './window';

freshWindow();

const moved = 'Les pourparlers sur la trêve reprennent jeudi.';
const toll = 'Le séisme a fait 59 morts dans la province de Veyrac et des dizaines de blessés.';
const told = 'dans la province de Veyrac et des dizaines de blessés.';
const quake = fakeDispatch({ slug: 'VEYRAC-SEISME' }, [
  {
    headline: 'Séisme à Veyrac',
    blocks: [text(toll, 'lead'), text(moved), text('Non !')],
    ago: 60,
  },
  {
    kind: 'writethru',
    headline: 'Séisme à Veyrac',
    blocks: [text(moved), text(toll.replace('59', '61'), 'lead'), text('Non\u202F!')],
    ago: 20,
  },
]);

/** The comparison of the first two takes of a dispatch. */
async function compareTakes(
  dispatch: DispatchModel = quake,
  others: readonly DispatchModel[] = [],
): Promise<FakeBridge> {
  const bridge = await openFake({ dispatches: [dispatch, ...others] });
  const [left, right] = dispatch.takes.map(({ id }) => ({
    dispatchId: dispatch.id,
    ref: { of: 'take', takeId: id } as StateRef,
  }));
  useDesk.setState({ dispatchId: dispatch.id });
  openCompare(left!, right!);
  await show(<Dialogs />);
  return bridge;
}

const rows = () => [...document.querySelectorAll('[data-row]')];
const cells = (row: Element) => [...row.querySelectorAll('[role=cell]')].map(words);
const status = () => words(document.querySelector('[role=group] > [role=status]'));
const counts = () => [...document.querySelectorAll('dialog ul > li')].map(words);

describe('the comparison', () => {
  it('shows both texts, with what changed told in words as well', async () => {
    await compareTakes();
    expect(rows().map((row) => words(row.querySelector('[role=rowheader]')))).toEqual([
      'unchanged',
      'moved',
      'changed',
      'moved',
      'changed',
    ]);
    expect(cells(rows()[2]!)).toEqual([
      `paragraph 1 Le séisme a fait deletion: 59 end morts ${told}`,
      `paragraph 2 Le séisme a fait insertion: 61 end morts ${told}`,
    ]);
    expect(counts()).toEqual([
      '1 word inserted',
      '1 word deleted',
      '2 paragraphs changed',
      '1 paragraph moved',
    ]);
  });

  it('names a space that was changed, which nobody would see', async () => {
    await compareTakes();
    expect(cells(rows()[4]!)).toEqual([
      'paragraph 3 Non deletion: space end !',
      'paragraph 3 Non insertion: narrow no-break space end !',
    ]);
    expect(rows()[4]!.querySelector('ins .invisible-narrow-no-break')).not.toBeNull();
  });

  it('is stepped through by F7, and says which change it is at', async () => {
    await compareTakes();
    expect(status()).toBe('3 changes');
    await press('F7', document.body);
    expect(status()).toBe('change 1 of 3: paragraph 1, moved');
    expect(document.activeElement).toBe(rows()[1]);
    await press('F7', document.body);
    await press('F7', document.body);
    expect(rows()[4]!.getAttribute('aria-current')).toBe('true');
    await press('F7', document.body);
    expect(status()).toContain('change 1 of 3');
    await press('F7', document.body, { shiftKey: true });
    expect(status()).toContain('change 3 of 3');
    await click(the('button', /^Next change/));
    expect(status()).toContain('change 1 of 3');
  });

  it('leads from a moved paragraph to its other place and back', async () => {
    await compareTakes();
    await click(the('button', 'Moved here: show where it was'));
    expect(document.activeElement).toBe(rows()[3]);
    await click(the('button', 'Moved away: show where it is now'));
    expect(document.activeElement).toBe(rows()[1]);
  });

  it('shows one column, and remembers that', async () => {
    await compareTakes();
    await click(the('radio', 'One column'));
    expect(cells(rows()[2]!)).toEqual([
      `paragraph 2 Le séisme a fait deletion: 59 end insertion: 61 end morts ${told}`,
    ]);
    expect(cells(rows()[3]!)[0]).toMatch(/^paragraph 2 Moved away: show where it is now Les pour/);
    expect(localStorage.getItem('writethru.compare')).toBe('one-column');
  });

  it('says so when the texts are the same', async () => {
    await compareTakes();
    const select = the('combobox', 'Before');
    await fill(select, JSON.stringify(useComparing.getState().right!.ref));
    await until(() => expect(counts()).toEqual(['The two texts are the same, word for word.']));
    expect(status()).toBe('no change');
    expect((the('button', /^Next change/) as HTMLButtonElement).disabled).toBe(true);
  });

  it('says why it could not be made', async () => {
    const bridge = await openFake({ dispatches: [quake] });
    bridge.fail('compare.states', { code: 'not-found', reason: 'take' });
    const picked = { dispatchId: quake.id, ref: { of: 'take', takeId: quake.id } as StateRef };
    openCompare(picked, picked);
    await show(<Dialogs />);
    expect(words(the('alert'))).toMatch(/\S/);
    expect(rows()).toEqual([]);
    expect(words(the('combobox', 'Before'))).toContain('A state that is no longer there');
  });
});

describe('choosing what is compared', () => {
  it('offers takes, the story after each of them, and the draft', async () => {
    const dispatch = truce();
    const bridge = await openFake({ dispatches: [dispatch] });
    bridge.answer('draft.versions', () =>
      ok({ versions: [{ version: 12, savedAt: Date.UTC(2017, 4, 2, 20, 50) }] }),
    );
    const picked = {
      dispatchId: dispatch.id,
      ref: { of: 'story-at', dispatchId: dispatch.id, at: 0 },
    };
    openCompare(picked as never, picked as never);
    await show(<Dialogs />);
    const groups = [...the('combobox', 'After').querySelectorAll('optgroup')];
    expect(groups.map((group) => group.label)).toEqual([
      'The story as it read',
      'Published takes',
      'The story as it read',
      'Draft',
    ]);
    expect(groups.map(words)).toEqual([
      'As it read at 1 January 1970, 01:00',
      'Take 2: Update, 2 May 2017, 22:18 Take 1: Dispatch, 2 May 2017, 21:14',
      'After take 2, 2 May 2017, 22:18 After take 1, 2 May 2017, 21:14 Before the first take',
      'Draft, as last saved Draft, revision 12, 2 May 2017, 22:50',
    ]);
  });

  it('finds another dispatch by typing, and takes its newest state', async () => {
    const other = dam();
    await compareTakes(quake, [other]);
    const after = the('group', 'After');
    await click(the('button', /^Dispatch: VEYRAC-SEISME/, after));
    await fill(the('combobox', 'Slug or headline'), 'orre');
    await until(() => expect(all('option', /ORRE-BARRAGE/)).toHaveLength(1));
    await click(the('option', /ORRE-BARRAGE/));
    await until(() =>
      expect(useComparing.getState().right).toEqual({
        dispatchId: other.id,
        ref: { of: 'story-after', dispatchId: other.id, ordinal: 2 },
      }),
    );
    await until(() => the('button', /^Dispatch: ORRE-BARRAGE/, the('group', 'After')));
  });

  it('swaps the two texts', async () => {
    await compareTakes();
    const { left, right } = useComparing.getState();
    await click(the('button', 'Swap the two texts'));
    expect(useComparing.getState()).toMatchObject({ left: right, right: left });
  });
});

describe('what the comparison opens on', () => {
  it('is a correction being written, with the take it puts right', () => {
    const dispatch = dam();
    const [report] = dispatch.takes;
    const draft = fakeDraft('correction', { blocks: [] });
    const carries = { of: 'correction', corrects: report!.id, wrong: '', right: '' } as const;
    const correcting = { ...dispatch, draft: { ...draft, facts: { advisoryLine: '', carries } } };
    expect(lastChange(correcting, [])?.map(({ ref }) => ref)).toEqual([
      { of: 'take', takeId: report!.id },
      { of: 'draft', draftId: draft.id, version: null },
    ]);
  });

  it('is else what the last take changed', () => {
    const { id } = quake;
    expect(lastChange(quake, [])?.map(({ ref }) => ref)).toEqual([
      { of: 'story-after', dispatchId: id, ordinal: 1 },
      { of: 'story-after', dispatchId: id, ordinal: 2 },
    ]);
  });

  it('is a first draft, with what was kept of it first', () => {
    const dispatch = budget();
    const versions = [
      { version: 9, savedAt: 2 },
      { version: 4, savedAt: 1 },
    ];
    expect(lastChange(dispatch, versions)?.map(({ ref }) => ref)).toEqual([
      { of: 'draft', draftId: dispatch.draft!.id, version: 4 },
      { of: 'draft', draftId: dispatch.draft!.id, version: null },
    ]);
    expect(lastChange(dispatch, [])).toBeNull();
  });

  it('is opened by the command once what is being written is saved', async () => {
    await openFake({ dispatches: [quake] });
    useDesk.setState({ dispatchId: quake.id });
    await show(<Dialogs />);
    await settle(() => compareOpenDispatch());
    expect(words(the('dialog').querySelector('h2'))).toBe('Compare');
    expect(rows().length).toBeGreaterThan(0);
  });
});

describe('a comparison that leaves the window', () => {
  it('is copied as HTML and text', async () => {
    const bridge = await compareTakes();
    bridge.answer('compare.release', () => ok({ html: '<ins>61</ins>', text: '{+61+}' }));
    const put = new Map<string, string>();
    const copy = (): boolean => {
      const event = new Event('copy', { cancelable: true, bubbles: true });
      const clipboardData = { setData: (type: string, data: string) => put.set(type, data) };
      return document.dispatchEvent(Object.assign(event, { clipboardData })) || true;
    };
    Object.defineProperty(document, 'execCommand', { configurable: true, value: copy });
    await click(the('button', 'Copy'));
    expect(put.get('text/html')).toBe('<ins>61</ins>');
    expect(put.get('text/plain')).toBe('{+61+}');
    expect(words(the('dialog').querySelector('footer [role=status]'))).toContain('clipboard');
    expect(bridge.asked('compare.release')[0]?.words).toMatchObject({
      language: 'en',
      heading: 'Compare',
      left: 'Take 1: Dispatch, 2\u00A0May 2017, 21:58',
      right: 'Take 2: Writethru, 2\u00A0May 2017, 22:38',
      summary: '1 word inserted · 1 word deleted · 2 paragraphs changed · 1 paragraph moved',
    });
  });

  it('is refused while an embargo holds, and says until when', async () => {
    const bridge = await compareTakes();
    const embargoed = {
      code: 'embargoed',
      reason: 'until',
      facts: { until: Date.UTC(2017, 4, 3, 4), zone: 'UTC' },
    } as const;
    bridge.fail('compare.export', embargoed);
    await click(the('button', 'Export as HTML…'));
    expect(words(the('dialog').querySelector('footer [role=status]'))).toMatch(/3 May 2017, 06:00/);
    bridge.answer('compare.export', () => ok({ path: '/tmp/x.html' }));
    await click(the('button', 'Export as HTML…'));
    expect(words(the('dialog').querySelector('footer [role=status]'))).toBe(
      'Exported to /tmp/x.html.',
    );
  });
});
