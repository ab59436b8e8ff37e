import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../src-main/archive/client';
import type { DeliveryFolder } from '../../../src-main/contract/deliveries';
import { createServices, type Services } from '../../../src-main/services';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { sourceOfText } from '../../../src-main/services/exchange/sources';
import { WireInService } from '../../../src-main/services/exchange/wire-in';
import { archiveInProcess, must, temporaryFolder, testId } from '../../support/archives';
import { appendUpdate } from '../../support/publishing';

const now = { value: 0 };
let archive: Archive;
let services: Services;
let folder: string;
let dispatchId: string;
let ids = 0;

beforeEach(async () => {
  now.value = Date.UTC(2026, 0, 1, 12);
  ids = 0;
  archive = archiveInProcess();
  services = createServices({
    archive,
    readText: readInThisThread,
    now: () => now.value,
    newId: () => testId((ids += 1)),
    zone: () => 'Europe/Paris',
    changed: () => undefined,
  });
  folder = path.join(temporaryFolder(), 'sortie');
  mkdirSync(folder);
  const text = 'Publié le 2 mai 2017, 21:14\n\nUn pont fermé à Valdane\n\nLe pont est fermé.\n';
  const report = await services.imports.run([sourceOfText('a', text)]);
  const outcome = report.items[0]?.outcome;
  dispatchId = outcome?.is === 'added' ? outcome.dispatchId : '';
});

async function deliverTo(more: Partial<Omit<DeliveryFolder, 'id'>> = {}): Promise<void> {
  must(
    await services.deliveries.saveFolder({
      id: null,
      name: 'CMS',
      path: folder,
      formats: ['nitf', 'wire'],
      pattern: '{slug}-{id}',
      active: true,
      ...more,
    }),
  );
}

const publish = (words: string) => appendUpdate(services, dispatchId, words);

const files = () => readdirSync(folder).toSorted();
const text = (name: RegExp) =>
  readFileSync(path.join(folder, files().find((file) => name.test(file)) ?? ''), 'utf8');
const queue = async () => must(await services.deliveries.list()).queue;

describe('what is published', () => {
  it('is written in each format, and kept in the record of exports', async () => {
    await deliverTo();
    await publish('Le pont a rouvert.');
    expect(must(await services.deliveries.deliver())).toMatchObject({ written: 2, next: null });
    expect(
      files()
        .map((name) => path.extname(name))
        .toSorted(),
    ).toEqual(['.txt', '.xml']);
    expect(text(/\.txt$/)).toContain('Le pont a rouvert.');
    const traced = must(
      await archive.read('traceTake', {
        takeId: must(await services.dispatches.get({ id: dispatchId })).takes[1]!.id,
        formulas: false,
        now: now.value,
      } as never),
    );
    expect(traced.exports.map(({ way, format }) => `${way} ${format}`).toSorted()).toEqual([
      'delivery nitf',
      'delivery wire',
    ]);
    expect(await queue()).toEqual([]);
  });

  it('goes to no folder that was added later, or is not delivered to', async () => {
    await deliverTo({ active: false });
    await publish('Le pont a rouvert.');
    await deliverTo();
    expect(must(await services.deliveries.deliver())).toMatchObject({ written: 0 });
    expect(files()).toEqual([]);
  });

  it('replaces the file of the take before, unless the name tells the take', async () => {
    await deliverTo({ formats: ['wire'], pattern: '{slug}-{id}' });
    await deliverTo({ formats: ['wire'], pattern: '{id}-{take}' });
    await publish('Le pont a rouvert.');
    await services.deliveries.deliver();
    await publish('Le pont reste ouvert.');
    await services.deliveries.deliver();
    expect(files()).toHaveLength(3);
    expect(text(/-2\.txt$/)).not.toContain('reste ouvert');
    expect(text(/-3\.txt$/)).toContain('reste ouvert');
    expect(text(/^[A-Z].*\.txt$/)).toContain('reste ouvert');
  });

  it('waits with its reason where it cannot be written, each time longer, and is tried by hand', async () => {
    await deliverTo({ formats: ['wire'] });
    rmSync(folder, { recursive: true });
    await publish('Le pont a rouvert.');
    const first = must(await services.deliveries.deliver());
    expect(first).toMatchObject({ written: 0, failed: 1, next: now.value + 5_000 });
    expect(must(await services.deliveries.deliver())).toMatchObject({ failed: 0 });
    now.value += 5_000;
    expect(must(await services.deliveries.deliver()).next).toBe(now.value + 10_000);
    expect(await queue()).toMatchObject([
      { attempts: 2, error: { reason: 'file', facts: { code: 'ENOENT' } } },
    ]);
    // A share that is not mounted is not made up for by a folder of that name.
    expect(() => readdirSync(folder)).toThrow();
    mkdirSync(folder);
    must(await services.deliveries.retry());
    expect(must(await services.deliveries.deliver())).toMatchObject({ written: 1, next: null });
  });

  it('is not delivered under embargo, but when it ends, or is lifted', async () => {
    await deliverTo({ formats: ['wire'] });
    const end = now.value + 3_600_000;
    const until = { instant: end, zone: 'Europe/Paris' };
    const id = dispatchId;
    must(await services.publishing.setEmbargo({ id, until, reason: '', author: 'mbr' }));
    await publish('Le pont a rouvert.');
    expect(must(await services.deliveries.deliver())).toMatchObject({
      written: 0,
      failed: 0,
      next: end,
    });
    expect(must(await services.deliveries.list()).counts).toEqual({
      failed: 0,
      held: 1,
      waiting: 0,
    });
    must(await services.deliveries.retry());
    await services.deliveries.deliver();
    expect(files()).toEqual([]);
    const lifted = { id, until: null, reason: 'Levé par la source.', author: 'mbr' };
    must(await services.publishing.setEmbargo(lifted));
    expect(must(await services.deliveries.deliver())).toMatchObject({ written: 1 });
    expect(files()).toHaveLength(1);
  });

  it('can be given up, and goes with its folder', async () => {
    await deliverTo();
    await publish('Le pont a rouvert.');
    const [one] = await queue();
    must(await services.deliveries.drop({ id: one!.id }));
    expect(await queue()).toHaveLength(1);
    must(await services.deliveries.removeFolder({ id: one!.folderId }));
    expect(must(await services.deliveries.list())).toMatchObject({ folders: [], queue: [] });
  });
});

describe('folders', () => {
  it('are refused whose files would replace each other, or come back in by the wire', async () => {
    const save = (more: Partial<DeliveryFolder>) =>
      services.deliveries.saveFolder({
        name: '',
        path: folder,
        formats: ['wire'],
        pattern: '{id}',
        active: true,
        ...more,
        id: null,
      });
    expect(await save({ pattern: '{slug}' })).toMatchObject({
      error: { reason: 'pattern-without-id' },
    });
    must(await services.deliveries.setWireIn({ path: folder, active: true }));
    expect(await save({ path: path.join(folder, 'in') })).toMatchObject({
      error: { reason: 'folders-overlap' },
    });
    expect(await save({ path: path.dirname(folder) })).toMatchObject({
      error: { reason: 'folders-overlap' },
    });
    must(await save({ path: `${folder}-2` }));
    expect(
      await services.deliveries.setWireIn({ path: `${folder}-2`, active: true }),
    ).toMatchObject({ error: { reason: 'folders-overlap' } });
  });
});

describe('the folder of the wire', () => {
  const wire = (place: string) => `Publié\n\nUn pont fermé à ${place}\n\nLe pont est fermé.\n`;

  it('is read as files come, never twice, not after a restart either', async () => {
    writeFileSync(path.join(folder, 'a.txt'), wire('Orbaz'));
    must(await services.deliveries.setWireIn({ path: folder, active: true }));
    const arrived = () =>
      new Promise<void>((resolve) => {
        services.wireIn.tells(() => {
          void services.wireIn.status().then((status) => {
            if (must(status).arrived > 0) resolve();
          });
        });
      });
    const first = arrived();
    await services.wireIn.follow();
    await first;
    expect(must(await services.wireIn.status())).toMatchObject({ state: 'watching', arrived: 1 });
    await services.wireIn.stop();

    const runs: string[][] = [];
    const imports: Services['imports'] = {
      run: async (sources) => {
        runs.push(sources.map(({ name }) => name));
        return services.imports.run(sources);
      },
    };
    const again = new WireInService(
      {
        archive,
        readText: readInThisThread,
        now: () => now.value,
        newId: () => testId((ids += 1)),
        zone: () => 'UTC',
        changed: () => undefined,
      },
      imports,
    );
    writeFileSync(path.join(folder, 'b.txt'), wire('Meyrac'));
    const second = new Promise<void>((resolve) => {
      again.tells(() => {
        if (runs.length > 0) resolve();
      });
    });
    await again.follow();
    await second;
    await again.stop();
    expect(runs).toEqual([['b.txt']]);
  });

  it('that is not there is said so', async () => {
    must(await services.deliveries.setWireIn({ path: path.join(folder, 'no'), active: true }));
    await services.wireIn.follow();
    expect(must(await services.wireIn.status())).toMatchObject({ state: 'missing', arrived: 0 });
    await services.wireIn.stop();
  });
});
