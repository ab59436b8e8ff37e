import { beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../src-main/ipc/handlers';
import type { ShellPorts } from '../../../src-main/ipc/ports';
import type { Handlers, Sender } from '../../../src-main/ipc/router';
import { createServices } from '../../../src-main/services';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { archiveInProcess, must, testId } from '../../support/archives';
import { document, rewrite } from '../../support/texts';

const sender: Sender = { url: 'app://writethru/index.html', isMainFrame: true, windowId: 4 };
const stamp = { by: 'clock' } as const;

/** What the handlers did with the windows, in order. */
let done: unknown[];
/** What happens while the other windows send what they have. */
let flushing: () => Promise<void>;
let handlers: Handlers;
let draftId: string;
let text: ReturnType<typeof document>;

beforeEach(async () => {
  const archive = archiveInProcess();
  let lastId = 500;
  const services = createServices({
    archive,
    readText: readInThisThread,
    now: () => 1_000,
    newId: () => testId((lastId += 1)),
    zone: () => 'Europe/Zurich',
    changed: () => undefined,
  });
  done = [];
  flushing = () => Promise.resolve();
  const windows: ShellPorts['windows'] = {
    isOpen: () => true,
    showMenu: (...asked) => done.push(['menu', ...asked]),
    open: (...asked) => done.push(['open', ...asked]),
    tellOthers: (...told) => done.push(['tell', ...told]),
    flushOthers: async (windowId) => {
      done.push(['flush', windowId]);
      await flushing();
    },
  };
  // Only what drafts and windows need of the shell is there.
  const ports = { windows, workspace: () => ({ state: 'open', archive, services }) };
  handlers = createHandlers(ports as unknown as ShellPorts);
  const begun = must(await handlers['dispatch.create']({ language: 'fr', author: '' }, sender));
  draftId = begun.draftId;
  const { draft } = must(await handlers['dispatch.get']({ id: begun.dispatchId }, sender));
  text = document('Un pont fermé', 'Il est fermé.');
  await write(0, draft?.document ?? text, text);
  done = [];
});

function write(baseVersion: number, from: typeof text, to: typeof text) {
  const steps = [{ ...rewrite(from, to) }];
  return handlers['draft.journal'](
    { draftId, baseVersion, steps, clientId: testId(9), undo: null },
    sender,
  );
}

function publish(version: number) {
  const request = { draftId, version, key: testId(10), author: '', stamp };
  return handlers['draft.publish'](request, sender);
}

describe('the other windows', () => {
  it('hear of a draft that advanced, and not of steps that were refused', async () => {
    must(await write(1, text, document('Un pont rouvert', 'Il rouvre.')));
    expect(done).toEqual([['tell', 4, 'draft-advanced', { draftId, version: 2 }]]);
    expect((await write(1, text, document('Autre', 'Autre.'))).ok).toBe(false);
    expect(done).toHaveLength(1);
  });

  it('send what they have before a draft is published, and then hear that it was', async () => {
    must(await publish(1));
    expect(done).toEqual([
      ['flush', 4],
      ['tell', 4, 'draft-ended', { draftId, how: 'published' }],
    ]);
  });

  it('are heard before publishing: words that came meanwhile are shown first', async () => {
    flushing = async () => {
      must(await write(1, text, document('Un pont fermé', 'Il est fermé depuis mardi.')));
    };
    expect(await publish(1)).toMatchObject({
      ok: false,
      error: { code: 'conflict', reason: 'draft-version' },
    });
    expect(done.map((one) => (one as string[])[2])).not.toContain('draft-ended');
  });

  it('keep what they can undo, and leave it to the page that comes in their place', async () => {
    const group = { place: { is: 'all' }, items: [{ step: { ...rewrite(text, text) } }] } as const;
    const undo = {
      undo: { first: 0, from: 0, groups: [{ ...group, items: [...group.items] }] },
      redo: { first: 0, from: 0, groups: [] },
    };
    const opens = (windowId: number, page: number, version: number) =>
      handlers['draft.undo']({ draftId, clientId: testId(page), version }, { ...sender, windowId });
    expect(must(await opens(4, 9, 1))).toEqual({ is: 'none' });
    const steps = [{ ...rewrite(text, document('Un pont rouvert', 'Il rouvre.')) }];
    must(
      await handlers['draft.journal'](
        { draftId, baseVersion: 1, steps, clientId: testId(9), undo },
        sender,
      ),
    );
    expect(must(await opens(5, 11, 2))).toEqual({ is: 'none' });
    expect(must(await opens(4, 12, 2))).toMatchObject({ is: 'kept', undo: { groups: [group] } });
    // It is the new page's now.
    expect(must(await opens(5, 13, 2))).toEqual({ is: 'none' });
  });

  it('hear of a draft that was discarded', async () => {
    must(await handlers['draft.discard']({ draftId }, sender));
    expect(done.at(-1)).toEqual(['tell', 4, 'draft-ended', { draftId, how: 'discarded' }]);
  });
});

it('the application menu opens in the window that asks', async () => {
  must(await handlers['window.show-menu']({ x: 12, y: 44 }, sender));
  expect(done).toEqual([['menu', 4, { x: 12, y: 44 }]]);
});

it('another window opens beside the one that asks, on the dispatch asked for', async () => {
  must(await handlers['window.open']({ dispatchId: testId(3) }, sender));
  expect(done).toEqual([['open', 4, testId(3)]]);
});
