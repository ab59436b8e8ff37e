import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { unforeseen } from '../../../src-main/contract/log';
import { createRouter, type Handlers } from '../../../src-main/ipc/router';
import { openLog } from '../../../src-main/shell/log';
import { temporaryFolder } from '../../support/archives';

const page = { url: 'app://writethru/index.html', isMainFrame: true, windowId: 1 };

it('the log tells where something failed, and nothing of what was asked or of the machine', async () => {
  const folder = temporaryFolder();
  const log = openLog(folder);
  const failing = {
    'search.query': () => {
      throw new TypeError('no such word: préfecture in /home/mbr/desk.writethru');
    },
  } as unknown as Handlers;
  const route = createRouter(failing, {
    isTrusted: ({ url }) => url === page.url,
    log: log.tell,
    ready: Promise.resolve(),
  });
  const query = { text: 'préfecture', sort: 'date', after: null, limit: 1, asOf: null };
  expect(await route('search.query', query, page)).toMatchObject({ error: { code: 'internal' } });
  const stranger = { ...page, url: 'https://evil.example/?q=préfecture' };
  expect(await route('search.query', query, stranger)).toMatchObject({ ok: false });
  expect(await route('préfecture', query, stranger)).toMatchObject({ ok: false });

  const lines = readFileSync(path.join(folder, 'writethru.log'), 'utf8');
  expect(lines).not.toMatch(/préfecture|mbr|evil|home/);
  const [failed, refused, other] = log.last(10).map((line) => JSON.parse(line) as unknown);
  expect(failed).toMatchObject({
    event: 'handler-failed',
    channel: 'search.query',
    error: 'TypeError',
  });
  expect(JSON.stringify(failed)).toMatch(/log\.test\.ts:\d+:\d+"/);
  expect(refused).toMatchObject({
    event: 'sender-refused',
    channel: 'search.query',
    scheme: 'https:',
  });
  expect(other).toMatchObject({ event: 'sender-refused', channel: 'other' });
  expect(log.last(1)).toHaveLength(1);
});

it('what is thrown and is no error is told by its type', () => {
  expect(unforeseen('some words of a dispatch')).toEqual({ error: 'string', through: [] });
});
