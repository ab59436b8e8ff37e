import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src-main/archive/client';
import { channelNames } from '../../src-main/contract/channels';
import type { AppError } from '../../src-main/contract/errors';
import { verifyRecord } from '../../src-main/archive/verify/verify-record';
import { openForReading } from '../../src-main/archive/connection';
import { all, connectionOf } from '../../src-main/archive/database';
import { err, type Result } from '../../src-main/domain/result';
import { createHandlers } from '../../src-main/ipc/handlers';
import type { ShellPorts } from '../../src-main/ipc/ports';
import { createRouter, type Sender } from '../../src-main/ipc/router';
import { createServices } from '../../src-main/services';
import { seeded } from '../bench/support/random';
import { must, newArchiveFile, writableDb } from '../support/archives';
import { nextId, published, publishTake, beginDispatch } from '../support/dispatches';
import { workerFile } from '../support/processes';
import { document } from '../support/texts';
import { nearlyValid, spoilt, type Pool } from './support/requests';
import { patience, tell, tries } from './support/tally';

const page: Sender = { url: 'app://writethru/index.html', isMainFrame: true, windowId: 1 };
const strangers: readonly Sender[] = [
  { ...page, url: 'https://example.org/' },
  { ...page, url: 'app://writethru.example/' },
  { ...page, isMainFrame: false },
];

/** Ports of a shell in which the person calls every dialog off. */
function portsOver(workspace: ShellPorts['workspace']): ShellPorts {
  const calledOff: Result<never, AppError> = err({ code: 'cancelled' });
  const nothing = (): unknown =>
    new Proxy(() => Promise.resolve(calledOff), {
      get: (_, key) => (key === 'then' ? undefined : nothing()),
    });
  const refusing = { run: () => Promise.resolve(calledOff), cancel: () => undefined };
  const archives = new Proxy({}, { get: () => () => Promise.resolve(calledOff) });
  const print = refusing.run;
  const ask = new Proxy({}, { get: () => () => Promise.resolve(null) });
  const secondFolder = { get: () => null, set: () => undefined };
  const known = {
    workspace,
    secondFolder,
    archives,
    ask,
    imports: refusing,
    exports: refusing,
    program: () => ({ log: [] }),
    print,
    // Nothing was opened with the program.
    takeOpened: () => [],
  };
  return new Proxy(known, {
    get: (target, key) => (Reflect.get(target, key) as unknown) ?? nothing(),
  }) as unknown as ShellPorts;
}

/** An archive with what requests can speak of, and the ids in it. */
function archiveToAsk(): { readonly file: string; readonly pool: Pool } {
  const file = newArchiveFile();
  const db = writableDb(file);
  const report = document('Crue de la Sauvre', 'Les quais sont fermés.');
  const { dispatchId, takeId } = published(db, report);
  publishTake(db, dispatchId, 'update', document('Crue (suite)', 'Ils rouvrent.'));
  const draftId = beginDispatch(db, nextId(), document('Le bac', 'Le bac repart.'));
  const dispatches = all<{ id: string }>(db, 'SELECT id FROM dispatch').map(({ id }) => id);
  connectionOf(db).close();
  const step = {
    stepType: 'replace',
    from: 1,
    to: 1,
    slice: { content: [{ type: 'text', text: 'x' }] },
  };
  const values = [
    report,
    step,
    [step],
    null,
    true,
    -1,
    'crue',
    {},
    [],
    { type: 'doc', content: [] },
  ];
  return {
    file,
    pool: { ids: [...dispatches, takeId, draftId, nextId(), 'atl', 'crue '], values },
  };
}

describe('a page that is taken over', () => {
  it(
    'reaches only what the contract allows: every request ends in an answer, and the archive stays sound',
    { timeout: patience },
    async () => {
      const random = seeded(51);
      const { file, pool } = archiveToAsk();
      const archive = must(
        await openArchive(file, workerFile, { program: 'workstation', purpose: 'write' }),
      );
      const services = createServices({
        archive,
        readText: () => Promise.resolve(err({ code: 'no-text' })) as never,
        now: Date.now,
        newId: nextId,
        zone: () => 'Europe/Paris',
        changed: () => undefined,
      });
      const failures: string[] = [];
      const route = createRouter(
        createHandlers(portsOver(() => ({ state: 'open', archive, services }))),
        {
          isTrusted: (sender) => sender.isMainFrame && sender.url.startsWith('app://writethru/'),
          log: (event, facts) => {
            if (event === 'handler-failed') failures.push(JSON.stringify(facts));
          },
          ready: Promise.resolve(),
        },
      );
      const total = tries(10_000, 600);
      let answered = 0;
      for (let index = 0; index < total; index += 1) {
        const channel = channelNames[index % channelNames.length] ?? 'archive.status';
        const valid = nearlyValid(channel, pool, random);
        const request = random.happens(0.5) ? valid : spoilt(valid, pool, random);
        const sender = random.happens(0.1) ? random.pick(strangers) : page;
        const answer = await route(random.happens(0.02) ? '__proto__' : channel, request, sender);
        if (sender !== page) expect(answer).toMatchObject({ error: { reason: 'sender' } });
        if (answer.ok) answered += 1;
        else if (answer.error.code === 'internal') {
          failures.push(`${channel}: ${JSON.stringify(answer.error)} ${JSON.stringify(request)}`);
        }
      }
      expect(failures.slice(0, 5)).toEqual([]);
      expect(answered).toBeGreaterThan(total / 20);
      expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
      await archive.close();
      const db = must(openForReading(file));
      const { problems } = verifyRecord(db);
      connectionOf(db).close();
      expect(problems).toEqual([]);
      tell({
        fault: 'requests of a page taken over',
        tries: total,
        acknowledged: answered,
        lost: 0,
        torn: failures.length,
        damaged: problems.length,
        found: null,
      });
    },
  );
});
