import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createServices, type Services } from '../../../src-main/services';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { sourcesOfPaths } from '../../../src-main/services/exchange/sources';
import { openExecutor } from '../../../src-main/archive/worker/executor';
import type { Archive } from '../../../src-main/archive/client';
import { must, newArchiveFile, testHolder, testId } from '../../support/archives';
import { sharedPath, withoutShared } from '../../support/shared';

/*
 * Queries whose answers were read off the texts by hand: the samples of this project, and, where
 * the folder beside it is there, the seed and real texts. Times are those of Paris.
 */

const root = path.join(import.meta.dirname, '../../..');

/** An archive of the files of some places; it lives as long as this file's tests. */
async function archiveOf(places: readonly string[]): Promise<Services> {
  const file = newArchiveFile();
  const writer = must(
    openExecutor({ role: 'writer', path: file, holder: testHolder, mayMigrate: false }),
  );
  const reader = must(openExecutor({ role: 'reader', path: file }));
  const asks = (executor: typeof reader) => (name: string, input: unknown) =>
    executor.run({ do: 'operation', name, input }) as never;
  const archive = { path: file, access: { is: 'write' }, write: asks(writer), read: asks(reader) };
  let ids = 0;
  const services = createServices({
    // Backups and closing are not asked of it.
    archive: archive as unknown as Archive,
    readText: readInThisThread,
    now: () => Date.UTC(2026, 3, 1, 10),
    newId: () => testId((ids += 1)),
    zone: () => 'Europe/Paris',
    changed: () => undefined,
  });
  const report = await services.imports.run(await sourcesOfPaths(places));
  expect(report.refused).toBe(0);
  return services;
}

/** The beginnings of the headlines a query finds, newest first; drafts and the like by what they are. */
async function headlines(
  services: Services,
  text: string,
  asOf: number | null = null,
): Promise<readonly string[]> {
  const asked = { text: `${text} `, asOf };
  const page = must(
    await services.search.query({ ...asked, sort: 'date', after: null, limit: 500 }),
  );
  expect(page.problems.map(({ code }) => code)).toEqual([]);
  expect(must(await services.search.count(asked)).total).toBe(page.hits.length);
  return page.hits.map(({ headline }) => headline.text.replaceAll(/\s/g, ' ').slice(0, 22));
}

const col1 = 'Le col de Veyrac fermé';
const col2 = 'Col de Veyrac : les re';
const col3 = 'Col de Veyrac : aucune';
const dam1 = 'URGENT : évacuation pr';
const dam2 = 'Barrage de Loze : l’ea';
const dam3 = 'Barrage de Loze : le m';
const prize = 'Le Grand Prix de Valmo';
const banks = 'Le Prix des deux rives';
const fixed = 'CORRECTION : Inès Tara';
const fish = 'Pêche : la Méranie et ';
const vote = 'L’opposition ostreland';
const ferry = 'Kelmouth ferry termina';
const night = 'Kelmouth ferries to ru';
const comet = 'Astronomers find faint';
const none: readonly string[] = [];

describe('the samples', () => {
  let services: Services;
  beforeAll(async () => {
    services = await archiveOf([path.join(root, 'resources/samples')]);
  }, 30_000);

  it.each<[string, readonly string[]]>([
    // Inflections, accents, capitals, apostrophes, hyphens (SEARCH of French notes, 2021 on).
    ['avalanche', [col3, col1]],
    ['AVALANCHES', [col3, col1]],
    ['coulee', [col3, col2, col1]],
    ['vehicule', [col3, col2, col1]],
    ['évacué', [col2, col1, dam2]],
    ['secouriste', [col1]],
    ['peche', [vote, fish]],
    ['pêcheur', [fish]],
    ['Élysée', none],
    ['l’eau', [fish, dam2]],
    ["l'eau", [fish, dam2]],
    ['eau', [fish, dam2]],
    ['ouvrage', [dam2, dam1]],
    ["d'État", [col1]],
    ['etat', [col1]],
    ['saint-orvan', [ferry]],
    ['orvan', [ferry]],
    ['Port-Aubin', [fish, banks]],
    ['petite-fille', [prize]],
    ['11,000', [ferry]],
    ['1800', [col1]],
    ['"1 800"', [col1]],
    ['50 000', [vote]],
    ['3000', [dam2, dam1]],
    ['gymnase', [dam2]],
    ['fermer', [col1, dam2]],
    ['passenger', [night, ferry]],
    ['sailings', [night, ferry]],
    ['sailing', [night, ferry]],
    ['visitor', [comet]],
    ['observatories', [comet]],
    ['observatory', [comet]],
    // Phrases, exact forms, beginnings, inside words, near, writing.
    ['"col de Veyrac"', [col3, col2, col1]],
    ['"Veyrac de col"', none],
    ['"aucune victime"', [col3, col1]],
    ['"avalanches"', none],
    ['astron*', [comet]],
    ['observ*', [comet]],
    ['*graph*', [dam2, fixed]],
    ['*infiltr*', [dam3, dam2]],
    ['NEAR(barrage mouvement, 3)', [dam3]],
    ['NEAR(telescope Jupiter)', none],
    ['PROCHE(niveau lac, 2)', [dam2]],
    ['=Col', [col3, col2]],
    ['=col', [col3, col1]],
    ['="Grand Prix"', [prize]],
    ['="grand prix"', none],
    ['=peche', none],
    ['=Pêche', [fish]],
    // Choices, exclusions, groups.
    ['barrage OR avalanche', [dam3, dam2, dam1, col3, col1]],
    ['barrage OU comet', [comet, dam3, dam2, dam1]],
    ['barrage -infiltration', [dam1]],
    ['(avalanche OR barrage) -route', [dam3, dam2, dam1]],
    ['-lang:fr', [comet, night, ferry]],
    // Fields.
    ['caption:secouristes', [col1]],
    ['body:secouristes', none],
    ['legende:neige', none],
    ['credit:brissard', [col1]],
    ['credit:northline', [comet, ferry]],
    ['sign:"atl cau"', [fixed, prize]],
    ['signature:eva', [comet]],
    ['titre:barrage', [dam3, dam2, dam1]],
    ['titre:(barrage -lac)', [dam3, dam1]],
    // Filters, dates, numbers.
    ['lang:en', [comet, night, ferry]],
    ['kind:correction', [fixed]],
    ['genre:rectificatif lang:fr', [fixed]],
    ['kind:update has:photo', [dam2]],
    ['avec:photo lang:en', [comet, ferry]],
    ['on:2025', [night, ferry, fixed, prize]],
    ['on:2026-01', [col3, banks, col2, col1]],
    ['le:14/1/2026', [col2, col1]],
    ['on:"14 janvier 2026"', [col2, col1]],
    ['on:15 janvier 2026', [col3]],
    ['since:2026-03-04', [comet]],
    ['until:22 août 2025', [fixed, prize]],
    ['on:"3 mars 2026 6h-7h"', [dam2, dam1]],
    ['on:"mois dernier"', [comet, dam3, dam2, dam1]],
    ['on:2025-10..2026-01', [col3, banks, col2, col1, night, ferry]],
    ['is:undated', [vote, fish]],
    ['is:published words<50', [fixed, col3, dam1, vote]],
    ['words:300..400', none],
    ['urgency:5 comet', [comet]],
    ['urgency:1..4', none],
    ['is:killed', none],
  ])('%s', async (text, expected) => {
    const found = await headlines(services, text);
    expect(found.toSorted()).toEqual([...expected].toSorted());
  });

  it('reads as it read then', async () => {
    const at = (text: string) => Date.parse(text);
    expect(await headlines(services, 'veyrac', at('2026-01-14T18:00Z'))).toEqual([col1]);
    expect(await headlines(services, 'veyrac', at('2026-01-14T21:00Z'))).toEqual([col2, col1]);
    expect(await headlines(services, 'veyrac', at('2026-01-01T00:00Z'))).toEqual([]);
  });
});

const seed = sharedPath('seed', 'dispatch.txt');
const first = 'Première discussion Tr';
const second = "Les deux chefs d'Etat ";

describe.skipIf(seed === null)(`the seed (${seed === null ? withoutShared : 'real'})`, () => {
  let services: Services;
  beforeAll(async () => {
    services = await archiveOf([seed ?? '']);
  }, 30_000);

  it.each<[string, readonly string[]]>([
    ['raid américain', [first]],
    ['raids americains', [first]],
    ['frappe aérienne', [first]],
    ['Trump-Poutine', [second, first]],
    ['TrumpPoutine', [second, first]],
    ['trump poutine', [second, first]],
    ['nord-coréen', [first]],
    ['"Maison Blanche"', [second, first]],
    ['="Maison blanche"', [first]],
    ['G20', [second]],
    ['"chefs d’État"', [second]],
    ["chef d'etat", [second]],
    ['présidence russe', [first]],
    ['president', none],
    ['évoquer', [first]],
    ['legende:poutine', [first]],
    ['credit:reuters', [first]],
    ['signature:ptur', [first]],
    ['agence:reuters', [second, first]],
    ['kind:update hambourg', [second]],
    ['Corée OR Hambourg', [second, first]],
    ['kremlin -retenue', [second]],
    ['NEAR(trêve Syrie, 1)', [first]],
    ['is:undated', [second, first]],
    ['on:2017', []],
  ])('%s', async (text, expected) => {
    const found = await headlines(services, text);
    expect(found.toSorted()).toEqual([...expected].toSorted());
  });
});

const english = sharedPath('corpora', 'wikinews-en-gum', 'text');
const scanned = sharedPath('corpora', 'europeana-bnf-fr', 'text');

describe.skipIf(english === null || scanned === null)(
  `real texts (${english === null ? withoutShared : 'Wikinews and newspapers of 1906'})`,
  () => {
    let services: Services;
    beforeAll(async () => {
      services = await archiveOf([english ?? '', scanned ?? '']);
    }, 60_000);

    it.each<[string, readonly string[]]>([
      ['stampede hajj', ['Hundreds dead in Hajj ']],
      ['iodine deficiencies', ['Australian children su']],
      ['lanterns taipei', ['Lantern Festival in Ta']],
      ['"Internet Explorer 6"', ['Microsoft waits for de']],
      ['shuttle launches anniversary', ['NASA celebrates 30th a']],
      [
        'titre:scientology',
        ['Hackers attack Church ', 'Scientology defector a', 'Australian woman claim'],
      ],
      ['Pyongyang loudspeakers', ['']],
      ['mecca crane', ['At least 107 killed in']],
      ['robotic competition afghan', ['After visa snags, all-']],
      ['titre:asylum -rescued', ["Reports: 'streamlined'"]],
    ])('%s', async (text, expected) => {
      expect((await headlines(services, text)).toSorted()).toEqual(expected.toSorted());
    });

    it.each([
      // Misread print: the word is found inside what the machine ran together.
      ['*progressist*', 1],
      ['pronostic', 1],
      ['"quelques pronostics"', 1],
      ['fallières', 1],
      ['dreyfus', 2],
      ['"san francisco"', 3],
    ])('newspapers: %s in %i or more', async (text, least) => {
      expect((await headlines(services, text)).length).toBeGreaterThanOrEqual(least);
    });
  },
);
