import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { bounds } from '../../../src-main/contract/bounds';
import { channelNames } from '../../../src-main/contract/channels';
import { commandIds, commands } from '../../../src-main/contract/commands';
import { requests } from '../../../src-main/contract/requests';
import { ok } from '../../../src-main/domain/result';
import { createHandlers } from '../../../src-main/ipc/handlers';
import type { ShellPorts } from '../../../src-main/ipc/ports';
import { createRouter, type Handlers, type Sender } from '../../../src-main/ipc/router';
import { testId } from '../../support/archives';

const page: Sender = { url: 'app://writethru/index.html', isMainFrame: true, windowId: 1 };
const trusted = ({ url, isMainFrame }: Sender) => isMainFrame && url.startsWith('app://writethru/');

/** Handlers that only note that they were called. */
function spies() {
  const called = vi.fn(() => Promise.resolve(ok({})));
  const handlers = Object.fromEntries(channelNames.map((name) => [name, called]));
  return { called, handlers: handlers as unknown as Handlers };
}

function router() {
  const { called, handlers } = spies();
  const log = vi.fn();
  return {
    called,
    log,
    route: createRouter(handlers, { isTrusted: trusted, log, ready: Promise.resolve() }),
  };
}

describe('every channel', () => {
  it('has a schema, a handler and an entry in the preload script', () => {
    const names = [...channelNames].toSorted();
    expect(Object.keys(requests).toSorted()).toEqual(names);
    const ports = new Proxy({}, { get: () => () => undefined }) as ShellPorts;
    expect(Object.keys(createHandlers(ports)).toSorted()).toEqual(names);

    const preload = readFileSync(
      path.resolve(import.meta.dirname, '../../../src-main/preload/index.ts'),
      'utf8',
    );
    // The script makes its entries from the same list, all but the one that carries paths.
    expect(preload).toMatch(/channelNames\s*\.filter\(\(name\) => name !== pathChannel\)/);
    expect(preload).toContain("const pathChannel = 'import.paths'");
  });

  it('refuses keys it does not know', () => {
    for (const name of channelNames) {
      expect(requests[name].request.safeParse({ surplus: 1 }).success, name).toBe(false);
    }
  });
});

describe('the router', () => {
  it('answers a known channel from the window’s own page', async () => {
    const { route, called } = router();
    expect(await route('dispatch.get', { id: testId(1) }, page)).toEqual(ok({}));
    expect(called).toHaveBeenCalledOnce();
  });

  it('answers once the archive was opened, and refuses strangers at once', async () => {
    const { called, handlers } = spies();
    let opened = (): void => undefined;
    const ready = new Promise<void>((resolve) => (opened = resolve));
    const route = createRouter(handlers, { isTrusted: trusted, log: vi.fn(), ready });
    const answer = route('archive.status', {}, page);
    const stranger = { ...page, url: 'https://evil.example/' };
    expect(await route('archive.status', {}, stranger)).toMatchObject({ ok: false });
    expect(called).not.toHaveBeenCalled();
    opened();
    expect(await answer).toEqual(ok({}));
  });

  it('refuses an unknown channel', async () => {
    const { route, called } = router();
    for (const name of ['archive.drop', '__proto__', 'constructor', '']) {
      expect(await route(name, {}, page)).toMatchObject({
        ok: false,
        error: { code: 'validation', reason: 'unknown-channel' },
      });
    }
    expect(called).not.toHaveBeenCalled();
  });

  it.each([
    ['another origin', { ...page, url: 'https://example.org/index.html' }],
    ['an origin that begins alike', { ...page, url: 'app://writethru.example/index.html' }],
    ['a frame inside the page', { ...page, isMainFrame: false }],
    ['no address', { ...page, url: '' }],
  ])('refuses a sender of %s, and logs it', async (_name, sender) => {
    const { route, called, log } = router();
    expect(await route('archive.status', {}, sender)).toMatchObject({
      error: { code: 'validation', reason: 'sender' },
    });
    expect(called).not.toHaveBeenCalled();
    expect(log).toHaveBeenCalledWith('sender-refused', expect.anything());
  });

  it.each([
    ['too many characters', { text: 'a'.repeat(bounds.requestCharacters + 1), limit: 1 }],
    ['too deep', JSON.parse('['.repeat(200) + ']'.repeat(200)) as unknown],
  ])('refuses a request that is %s', async (_name, payload) => {
    const { route, called } = router();
    expect(await route('search.query', payload, page)).toMatchObject({
      error: { code: 'validation', reason: 'oversize' },
    });
    expect(called).not.toHaveBeenCalled();
  });

  it.each([
    ['search.query', { text: 'x'.repeat(bounds.query + 1), limit: 10 }],
    ['search.query', { text: 'x', limit: 100_000 }],
    ['dispatch.get', { id: "' OR 1=1 --" }],
    ['note.create', null],
    ['draft.journal', { draftId: testId(1), baseVersion: -1, steps: [{}] }],
    ['draft.journal', { draftId: testId(1), baseVersion: 0, steps: [] }],
  ])('refuses a request to %s outside its schema', async (name, payload) => {
    const { route, called } = router();
    expect(await route(name, payload, page)).toMatchObject({
      error: { code: 'validation', reason: 'request' },
    });
    expect(called).not.toHaveBeenCalled();
  });

  it('answers an exception in a handler with an error, and logs it', async () => {
    const { handlers, called } = spies();
    called.mockRejectedValueOnce(new Error('unforeseen'));
    const log = vi.fn();
    const route = createRouter(handlers, { isTrusted: trusted, log, ready: Promise.resolve() });
    expect(await route('archive.status', {}, page)).toMatchObject({ error: { code: 'internal' } });
    expect(log).toHaveBeenCalledWith('handler-failed', expect.anything());
  });
});

describe('commands', () => {
  it('each has a place in the menu, and no two have one shortcut', () => {
    expect(Object.keys(commands).toSorted()).toEqual([...commandIds].toSorted());
    const shortcuts = Object.values(commands).flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });
});
