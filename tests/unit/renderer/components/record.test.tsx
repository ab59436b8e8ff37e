// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { RevisionModel } from '@contract/record';
import { ok } from '@domain/result';
import type { Outcome } from '../../../../src-renderer/bridge/bridge';
import { budget, dam, killed, truce } from '../../../../src-renderer/bridge/fake/desk';
import { fakeNote } from '../../../../src-renderer/bridge/fake/samples';
import { useDesk } from '../../../../src-renderer/state/desk';
import { all, click, fill, leave, press, the, words } from './find';
import { openEditor, showMargin } from './margin';
import { freshWindow, later, settle, until } from './window';

freshWindow();

const slug = () => the('textbox', 'Slug') as HTMLInputElement;
const saved = () => words(document.querySelector('[role=tabpanel] [role=status]'));

describe('the details of a dispatch', () => {
  it('are saved when a field is left, in capitals for the slug', async () => {
    const bridge = await showMargin(dam(), 'details');
    await fill(slug(), 'orre-digue');
    expect(bridge.asked('dispatch.set-details')).toEqual([]);
    expect(saved()).toBe('');
    await leave(slug());
    expect(bridge.asked('dispatch.set-details').map(({ details }) => details)).toEqual([
      { slug: 'ORRE-DIGUE', language: 'fr', urgency: 2, desk: 'Monde', agency: '', place: '' },
    ]);
    expect(saved()).toBe('Saved');
  });

  it('are saved at once when something is chosen', async () => {
    const bridge = await showMargin(dam(), 'details');
    await fill(the('combobox', 'Urgency'), '1');
    await fill(the('combobox', 'Language'), 'en');
    expect(bridge.state.dispatches[0]).toMatchObject({ urgency: 1, language: 'en' });
  });

  it('are not saved when nothing was changed', async () => {
    const bridge = await showMargin(dam(), 'details');
    slug().focus();
    await leave(slug());
    expect(bridge.asked('dispatch.set-details')).toEqual([]);
    expect(saved()).toBe('');
  });

  it('are said to be saved only when they are', async () => {
    const { answer, give } = later<Outcome<'dispatch.set-details'>>();
    const bridge = await showMargin(dam(), 'details');
    bridge.answer('dispatch.set-details', () => answer);
    await fill(slug(), 'ORRE-DIGUE');
    await leave(slug());
    expect(saved()).toBe('Saving…');
    const { details } = bridge.asked('dispatch.set-details')[0]!;
    await settle(() => give(ok(details)));
    expect(saved()).toBe('Saved');
  });

  it('say why they could not be saved, and keep what was entered', async () => {
    const bridge = await showMargin(dam(), 'details');
    bridge.fail('dispatch.set-details', { code: 'archive-read-only' });
    await fill(slug(), 'ORRE-DIGUE');
    await leave(slug());
    expect(words(the('alert'))).toMatch(/^The archive cannot be written\./);
    expect(saved()).toBe('');
    expect(slug().value).toBe('ORRE-DIGUE');
    bridge.fail('dispatch.set-details', null);
    slug().focus();
    await leave(slug());
    expect(saved()).toBe('Saved');
    expect(bridge.state.dispatches[0]?.slug).toBe('ORRE-DIGUE');
  });

  it('keep what is typed in one field while another is being saved', async () => {
    const { answer, give } = later<Outcome<'dispatch.set-details'>>();
    const bridge = await showMargin(dam(), 'details');
    bridge.answer('dispatch.set-details', () => answer);
    await fill(slug(), 'ORRE-DIGUE');
    await leave(slug());
    await fill(the('textbox', 'Place'), 'Lambre');
    await settle(() => give(ok({ ...bridge.asked('dispatch.set-details')[0]!.details })));
    expect((the('textbox', 'Place') as HTMLInputElement).value).toBe('Lambre');
  });

  it('are saved, once, when the margin turns to something else before a field is left', async () => {
    const bridge = await showMargin(dam(), 'details');
    await fill(slug(), 'ORRE-DIGUE');
    await settle(() => useDesk.setState({ marginTab: 'history' }));
    expect(bridge.state.dispatches[0]?.slug).toBe('ORRE-DIGUE');
    expect(bridge.asked('dispatch.set-details')).toHaveLength(1);
    await settle(() => useDesk.setState({ marginTab: 'details' }));
    await settle(() => useDesk.setState({ marginTab: 'notes' }));
    expect(bridge.asked('dispatch.set-details')).toHaveLength(1);
  });

  it('are said not to be saved also when the margin has turned to something else', async () => {
    const bridge = await showMargin(dam(), 'details');
    bridge.fail('dispatch.set-details', { code: 'archive-full' });
    await fill(slug(), 'ORRE-DIGUE');
    await settle(() => useDesk.setState({ marginTab: 'history' }));
    expect(words(the('status', 'Messages'))).toMatch(/^The disk is full\./);
  });

  it('tell of the files the dispatch came from, which can be saved as they came', async () => {
    const bridge = await showMargin(truce(), 'details');
    expect(words()).toContain('depeche-veyrac.txt windows-1252, 2.9 kB');
    expect(words()).toContain('1 repair while reading');
    expect(words()).toContain('Line 6: Lines of wrapped paragraphs were joined (4).');
    bridge.answer('dispatch.save-original', () => ok({ path: '/tmp/depeche-veyrac.txt' }));
    await click(the('button', 'Save the original file…'));
    expect(words(the('status', 'Messages'))).toContain('saved as /tmp/depeche-veyrac.txt');
    bridge.fail('dispatch.save-original', { code: 'cancelled' });
    await click(the('button', 'Save the original file…'));
    expect(all('button', 'Dismiss')).toHaveLength(1);
  });
});

describe('the history of a dispatch', () => {
  const revisions = () => [...document.querySelectorAll('ol > li')].map(words);

  it('tells what was published, newest first, and that the record is whole', async () => {
    await showMargin(dam(), 'history');
    expect(words()).toContain('The record is whole');
    expect(revisions()).toEqual([
      expect.stringMatching(
        /^Correction 2 May 2017, 22:08 · ptur recorded .*Revision 2 · [\da-f]+ Show this take/,
      ),
      expect.stringMatching(
        /^Dispatch 2 May 2017, 21:58 · ptur recorded .*Revision 1 · [\da-f]+ Show this/,
      ),
    ]);
    expect(document.querySelector('ol')?.reversed).toBe(true);
  });

  it('raises the alarm when the record does not match its hashes', async () => {
    await showMargin(dam(), 'history', (bridge) =>
      bridge.answer('dispatch.history', () => ok({ chainIsWhole: false, revisions: [REVISION] })),
    );
    expect(words(the('alert'))).toMatch(/^The record does not match its hashes/);
    expect(words()).not.toContain('The record is whole');
    expect(revisions()[0]).toContain('time unknown');
  });

  it('says that nothing is published yet, and nothing of a whole record', async () => {
    await showMargin(budget(), 'history');
    expect(words()).toContain('Nothing published yet.');
    expect(words()).not.toContain('The record is whole');
  });

  it('goes to a take', async () => {
    const dispatch = dam();
    await showMargin(dispatch, 'history');
    const take = document.createElement('article');
    take.dataset['take'] = dispatch.takes[1]!.id;
    document.body.append(take);
    const scrolled = vi.spyOn(take, 'scrollIntoView');
    await click(all('button', 'Show this take')[0]!);
    await until(() => expect(scrolled).toHaveBeenCalledOnce());
  });

  it('says why it could not be read, and reads it again', async () => {
    const bridge = await showMargin(dam(), 'history', ({ fail }) =>
      fail('dispatch.history', { code: 'archive-damaged' }),
    );
    expect(words(the('alert'))).toMatch(/^The archive is damaged/);
    bridge.fail('dispatch.history', null);
    await click(the('button', 'Try again'));
    expect(revisions()).toHaveLength(2);
  });
});

describe('the checks of a draft', () => {
  const findings = () => [...document.querySelectorAll('[role=tabpanel] li')].map(words);

  it('say what blocks publishing first, then what is advised', async () => {
    const dispatch = budget();
    const report = { ...dispatch.draft!, ordinal: 1 } as never;
    const note = fakeNote(report, null, { kind: 'legal', author: 'cd', body: 'Non.', ago: 5 });
    const target = { on: 'draft', id: dispatch.draft!.id } as const;
    await showMargin({ ...dispatch, notes: [{ ...note, target }] }, 'checks', ({ state }) =>
      openEditor(state.dispatches[0]!),
    );
    expect(findings()).toEqual([
      'The headline is empty. Blocks publishing',
      '1 legal note is open. Blocks publishing',
    ]);
    expect(words(the('tab', /^Checks/))).toBe('Checks 2 blocking findings');
  });

  it('say that nothing stands in the way', async () => {
    await showMargin(truce(), 'checks', ({ state }) => openEditor(state.dispatches[0]!));
    expect(words()).toContain('Nothing stands in the way of publishing.');
    expect(words(the('tab', /^Checks/))).toBe('Checks');
  });

  it('offer to append an update where there is no draft, unless the dispatch was killed', async () => {
    await showMargin(dam(), 'checks');
    expect(words()).toContain('There is no draft to check.');
    expect(all('button', 'Append an update')).toHaveLength(1);
  });

  it('offer nothing on a dispatch that was killed', async () => {
    await showMargin(killed(), 'checks');
    expect(words()).toContain('There is no draft to check.');
    expect(all('button', 'Append an update')).toEqual([]);
  });
});

describe('the tabs of the margin', () => {
  it('are moved through by the arrow keys, around in a ring', async () => {
    await showMargin(dam(), 'notes');
    the('tab', 'Notes').focus();
    const path: string[] = [];
    for (const key of ['ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
      await press(key);
      path.push(words(document.activeElement));
    }
    expect(path).toEqual(['Details', 'Checks', 'Notes', 'Checks', 'Notes']);
    expect(the('tab', 'Notes').getAttribute('aria-selected')).toBe('true');
  });
});

const REVISION: RevisionModel = {
  number: 1,
  recordedAt: 0,
  entry: {
    is: 'take',
    takeId: '01890000-0000-7000-8000-00000000f001',
    ordinal: 1,
    kind: 'report',
    stamp: { precision: 'unknown' },
    stampReason: null,
    clockBehind: 0,
    author: '',
  },
  hash: '0'.repeat(64),
};
