// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { errorCodes } from '@contract/errors';
import { err, ok } from '@domain/result';
import { App } from '../../../../src-renderer/app/App';
import type { Outcome } from '../../../../src-renderer/bridge/bridge';
import type { FakeBridge } from '../../../../src-renderer/bridge/fake';
import { openStatus, type FakeState } from '../../../../src-renderer/bridge/fake/archive';
import { budget, truce } from '../../../../src-renderer/bridge/fake/desk';
import { evening } from '../../../../src-renderer/bridge/fake/samples';
import { useDesk } from '../../../../src-renderer/state/desk';
import { all, click, the, words } from './find';
import { freshWindow, later, openFake, settle, showBare } from './window';

freshWindow();

async function openWindow(start: Partial<FakeState>): Promise<FakeBridge> {
  const bridge = await openFake(start);
  await showBare(<App />);
  return bridge;
}

const problem = (code: string, path = '/home/ptur/desk.writethru') =>
  ({ state: 'problem', code, path, facts: {} }) as const;
const said = () => words(the('status', 'Messages'));
const title = () => words(document.querySelector('h1'));

describe('an archive that cannot be opened', () => {
  const titles: Readonly<Record<string, string>> = {
    'archive-busy': 'The archive is in use',
    'archive-full': 'The disk is full',
    'archive-read-only': 'The archive cannot be written',
    'archive-damaged': 'The archive is damaged',
    'archive-too-new': 'The archive is from a newer Writethru',
    'archive-missing': 'The archive is not where it was',
    'archive-empty': 'The file is empty',
    'archive-foreign': 'This is not a Writethru archive',
    'archive-exists': 'A file is already there',
    'archive-unsafe-place': 'The archive is not in a safe place',
  };

  it.each(errorCodes.filter((code) => code.startsWith('archive-')))(
    'has words of its own for %s, and says which file it is',
    async (code) => {
      await openWindow({ status: problem(code) });
      expect(title()).toBe(titles[code]);
      expect(words()).not.toContain(code);
      expect(words(document.querySelector('dl'))).toBe('The file /home/ptur/desk.writethru');
    },
  );

  it('is named by its code when there are no words for it, without a file when there is none', async () => {
    await openWindow({ status: problem('unheard-of', '') });
    expect(title()).toBe('The archive could not be opened');
    expect(words()).toContain('It was left as it is (unheard-of).');
    expect(document.querySelector('dl')).toBeNull();
  });

  it('is a problem too when its state cannot be read', async () => {
    const bridge = await openFake();
    bridge.fail('archive.status', { code: 'internal' });
    await showBare(<App />);
    expect(title()).toBe('The archive could not be opened');
  });

  it.each([
    ['Try again', 'archive.retry'],
    ['Choose another archive…', 'archive.choose'],
    ['Create a new archive…', 'archive.create'],
    ['Open the sample archive', 'archive.open-sample'],
  ] as const)('can be overcome by “%s”', async (name, channel) => {
    const bridge = await openWindow({ status: problem('archive-missing') });
    bridge.answer(channel, () => {
      bridge.state.status = openStatus;
      return ok({});
    });
    await click(the('button', name));
    expect(bridge.asked(channel)).toHaveLength(1);
    expect(words()).toContain('The wire is empty');
  });

  it('offers nothing else while an attempt is under way, and says why it failed', async () => {
    const { answer, give } = later<Outcome<'archive.retry'>>();
    const bridge = await openWindow({ status: problem('archive-missing') });
    bridge.answer('archive.retry', () => answer);
    await click(the('button', 'Try again'));
    const buttons = all('button') as HTMLButtonElement[];
    expect(buttons.map(({ disabled }) => disabled)).toEqual([true, true, true, true]);
    bridge.state.status = problem('archive-damaged');
    await settle(() => give(err({ code: 'archive-damaged' })));
    expect(said()).toMatch(/^The archive is damaged/);
    expect(title()).toBe('The archive is damaged');
    expect((the('button', 'Try again') as HTMLButtonElement).disabled).toBe(false);
  });

  it('says nothing when no file was chosen after all', async () => {
    const bridge = await openWindow({ status: problem('archive-missing') });
    bridge.fail('archive.choose', { code: 'cancelled' });
    await click(the('button', 'Choose another archive…'));
    expect(said()).toBe('');
    expect(title()).toBe('The archive is not where it was');
  });
});

describe('drafts found again after a crash', () => {
  const [first, second] = [truce(), budget()];
  const recovered = [
    { dispatchId: second.id, draftId: second.draft!.id, headline: '', savedAt: evening - 60_000 },
    { dispatchId: first.id, draftId: first.draft!.id, headline: 'Trêve', savedAt: evening },
  ];
  const open = (drafts = recovered) =>
    openWindow({ dispatches: [first, second], status: { ...openStatus, recovered: drafts } });
  const bar = () => the('status', 'Recovered drafts');

  it('are told of, the newest by its headline and the time of its last save', async () => {
    await open();
    expect(words(bar())).toMatch(
      /^Writethru stopped without closing\. 2 drafts are here, the newest, “Trêve”, as of 22:58:41\./,
    );
  });

  it('are told of when it is one, which has no headline', async () => {
    await open(recovered.slice(0, 1));
    expect(words(bar())).toMatch(/The draft “Untitled” is here as of 22:57:41\./);
  });

  it('open the newest when asked, and are told of no more', async () => {
    const bridge = await open();
    await settle(() => useDesk.setState({ dispatchId: second.id }));
    await click(the('button', 'Open', bar()));
    expect(useDesk.getState().dispatchId).toBe(first.id);
    expect(bridge.asked('archive.acknowledge-recovery')).toHaveLength(1);
    expect(all('status', 'Recovered drafts')).toEqual([]);
  });

  it('are dismissed without opening any', async () => {
    await open();
    await settle(() => useDesk.setState({ dispatchId: second.id }));
    await click(the('button', 'Dismiss', bar()));
    expect(useDesk.getState().dispatchId).toBe(second.id);
    expect(all('status', 'Recovered drafts')).toEqual([]);
  });

  it('stay told of when the archive does not take note of it', async () => {
    const bridge = await open();
    bridge.fail('archive.acknowledge-recovery', { code: 'archive-busy' });
    await click(the('button', 'Dismiss', bar()));
    expect(said()).toMatch(/The archive is busy\./);
    expect(words(bar())).toContain('2 drafts are here');
  });
});
