import { expect, test } from '@playwright/test';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { translator } from '../../src-renderer/ui/i18n/translate';
import { openForReading } from '../../src-main/archive/connection';
import { connectionOf } from '../../src-main/archive/database';
import { isScattered } from '../../src-main/archive/search/upkeep';
import { fold } from '../../src-main/domain/text/fold';
import { forget, launch, press, quit } from '../e2e/support/workstation';
import {
  createDesk,
  newFolder,
  openDesk,
  removeFolder,
  taken,
  type OpenDesk,
} from './support/archive';
import { generated, readCorpus, type Corpus } from './support/corpus';
import { fill, type FilledText } from './support/fill';
import { keyTimes, watchSearching, type KeyTime } from './support/key-times';
import { median, ms, p95, quantile, ratio } from './support/measure';
import {
  flexSearch,
  miniSearch,
  ripgrep,
  sqliteCli,
  type Peer,
  type PeerQuery,
} from './support/peers';
import { tell, type Row, type SectionName } from './support/report';
import { dispatches, keptFolder, size } from './support/run';

const count = dispatches(10_000, 1_000);
const name: SectionName =
  count >= 1_000_000 ? 'search-1000000' : count >= 100_000 ? 'search-100000' : 'search';
const asks = size(40, 10);
const shown = 50;
const updatesOfRun = size(200, 30);
/** In memory, these take hours and gigabytes beyond. */
const mostInMemory = 100_000;
const t = translator('fr');

/** A query of a class, as it is typed here and as the others are asked. */
type Asked = { readonly text: string; readonly peer: PeerQuery | null };
type Class = { readonly name: string; readonly queries: readonly Asked[] };

const plain = { phrase: false, prefix: false, sort: 'date' } as const;

/** Words by how many dispatches of a sample have them, and pairs that stand side by side in it. */
function classes(corpus: Corpus): readonly Class[] {
  const uses = new Map<string, number>();
  const pairs: (readonly [string, string])[] = [];
  const sample = Math.min(count, 2_000);
  for (let number = 0; number < sample; number += 1) {
    const words = generated(corpus, Math.floor((number * count) / sample), count).text.match(
      /\p{L}+/gu,
    );
    for (const word of new Set((words ?? []).map(fold))) uses.set(word, (uses.get(word) ?? 0) + 1);
    const at = number % Math.max(1, (words?.length ?? 1) - 1);
    pairs.push([words?.[at] ?? '', words?.[at + 1] ?? '']);
  }
  const known = [...uses].filter(([word]) => /^[a-z]{3,}$/.test(word));
  const within = (least: number, most: number): readonly string[] => {
    const found = known.filter(([, n]) => n / sample > least && n / sample <= most);
    return Array.from(
      { length: asks },
      (_, index) => found[(index * 7) % found.length]?.[0] ?? 'le',
    );
  };
  const [rare, mid, common] = [within(0.0005, 0.002), within(0.01, 0.03), within(0.15, 0.9)];
  const word = (term: string): Asked => ({ text: `${term} `, peer: { ...plain, terms: [term] } });
  const beginning = (letters: number) =>
    mid.map((term): Asked => {
      const typed = term.slice(0, letters);
      return { text: typed, peer: { ...plain, terms: [typed], prefix: true } };
    });
  const both = common.map((term, index): Asked => {
    const terms = [term, mid[index] ?? 'le'];
    return { text: `${terms.join(' ')} `, peer: { ...plain, terms } };
  });
  const commons = common.map((term, index): Asked => {
    const terms = [term, common[(index + 3) % common.length] ?? 'le'];
    return { text: `${terms.join(' ')} `, peer: { ...plain, terms } };
  });
  const phrases = pairs
    .filter(([a, b]) => a !== '' && b !== '')
    .slice(0, asks)
    .map(([a, b]): Asked => ({
      text: `"${a} ${b}" `,
      peer: { ...plain, terms: [fold(a), fold(b)], phrase: true },
    }));
  const narrowed = mid.map((term, index): Asked => ({
    text: `${term} (agency:afp OR agency:ats) on:${2005 + (index % 15)} `,
    peer: null,
  }));
  return [
    { name: 'rare word', queries: rare.map(word) },
    { name: 'middling word', queries: mid.map(word) },
    { name: 'common word', queries: common.map(word) },
    { name: 'common and middling word', queries: both },
    { name: 'two common words', queries: commons },
    { name: 'phrase of two words', queries: phrases },
    { name: 'beginning of 2 letters', queries: beginning(2) },
    { name: 'beginning of 3 letters', queries: beginning(3) },
    { name: 'beginning of 4 letters', queries: beginning(4) },
    { name: 'word, agency and year', queries: narrowed },
  ];
}

/** How an archive was filled, and the dispatches written to it since. */
type Filled = FilledText & { readonly since: number };

/**
 * The archive that is measured, filled unless it was kept from a run before: a million dispatches
 * take the better part of an hour.
 */
async function filledDesk(
  file: string,
  corpus: Corpus,
): Promise<{ readonly desk: OpenDesk; readonly filled: Filled }> {
  const about = `${file}.json`;
  if (existsSync(about)) {
    const filled = JSON.parse(readFileSync(about, 'utf8')) as Filled;
    writeFileSync(about, JSON.stringify({ ...filled, since: filled.since + updatesOfRun }));
    return { desk: await openDesk(file), filled };
  }
  const desk = await createDesk(file);
  const filled = { ...(await fill(desk, corpus, count)), since: 0 };
  writeFileSync(about, JSON.stringify({ ...filled, since: updatesOfRun }));
  return { desk, filled };
}

/** Waits until the index is as pauses leave it: nobody asks an archive that was filled a moment ago. */
async function indexMerged(file: string): Promise<void> {
  const db = taken(openForReading(file));
  const isMerged = (): boolean => !isScattered(db);
  await expect.poll(isMerged, { timeout: 1_800_000, intervals: [1_000] }).toBe(true);
  connectionOf(db).close();
}

type Times = { readonly p50: number; readonly p95: number; readonly p99: number };

function timesOf(values: readonly number[]): Times {
  return { p50: median(values), p95: p95(values), p99: quantile(values, 0.99) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

type Ours = {
  readonly list: Times;
  readonly ranked: Times;
  readonly first: Times;
  readonly cached: Times;
};

async function askOurs({ services }: OpenDesk, { queries }: Class): Promise<Ours> {
  const list: number[] = [];
  const ranked: number[] = [];
  const first: number[] = [];
  const cached: number[] = [];
  for (const { text } of queries) {
    const asked = { text, asOf: null };
    const page = { ...asked, after: null, limit: shown };
    list.push(await timed(() => services.search.query({ ...page, sort: 'date' })));
    ranked.push(await timed(() => services.search.query({ ...page, sort: 'relevance' })));
    first.push(await timed(() => services.search.count(asked)));
    cached.push(await timed(() => services.search.count(asked)));
  }
  return {
    list: timesOf(list),
    ranked: timesOf(ranked),
    first: timesOf(first),
    cached: timesOf(cached),
  };
}

/** One dispatch after another: how long each takes, and until it is found. */
async function updates(
  desk: OpenDesk,
  corpus: Corpus,
  { since }: Filled,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < updatesOfRun; index += 1) {
    const { input } = generated(corpus, count + since + index, count);
    times.push(await timed(() => desk.archive.write('importDispatches', { dispatches: [input] })));
  }
  return times;
}

/** The time to the first results of an archive just opened. */
async function coldOpen(file: string, query: string): Promise<number> {
  const began = performance.now();
  const desk = await openDesk(file);
  taken(
    await desk.services.search.query({
      text: query,
      sort: 'date',
      after: null,
      limit: shown,
      asOf: null,
    }),
  );
  const time = performance.now() - began;
  await desk.archive.close();
  return time;
}

async function askPeer(peer: Peer, all: readonly Class[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const { name: of, queries } of all) {
    const cells: string[] = [];
    for (const sort of ['date', 'relevance'] as const) {
      const times: number[] = [];
      for (const { peer: query } of queries.slice(0, size(15, 5))) {
        if (query !== null) times.push(await peer.ask({ ...query, sort }));
      }
      cells.push(times.length === 0 ? '–' : median(times).toFixed(2));
    }
    found.set(of, cells.join(' · '));
  }
  return found;
}

/** Types queries letter by letter into the window, the next once the results are painted. */
async function inTheWindow(
  archivePath: string,
  queries: readonly string[],
): Promise<readonly KeyTime[]> {
  const desk = await launch({ archivePath });
  const { page } = desk;
  try {
    await page
      .getByRole('listbox', { name: t('wire.list') })
      .getByRole('option')
      .first()
      .waitFor();
    await press(desk, 'Ctrl+Shift+F');
    const field = page.getByRole('combobox', { name: t('search.field') });
    await expect(field).toBeFocused();
    await watchSearching(page);
    let keys = 0;
    for (const query of queries) {
      await page.keyboard.press('Control+A');
      for (const letter of query) {
        await page.keyboard.press(letter === ' ' ? 'Space' : letter);
        keys += 1;
        await keyTimes(page, keys);
      }
    }
    return await keyTimes(page, keys);
  } finally {
    await quit(desk);
    forget(desk.userData);
  }
}

// A trace takes a snapshot of the page at every action: it would be measured too.
test.use({ trace: 'off' });
test.setTimeout(4 * 3_600_000);

test('search', async () => {
  const folder = newFolder();
  const place = keptFolder ?? folder;
  try {
    const corpus = readCorpus();
    const all = classes(corpus);
    mkdirSync(place, { recursive: true });
    const file = path.join(place, `search-${count}.writethru`);
    const { desk, filled } = await filledDesk(file, corpus);
    await indexMerged(file);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    // The first count reads what counting is over.
    const counterStart = await timed(() => desk.services.search.count({ text: 'le ', asOf: null }));
    delay.enable();
    const ours = new Map<string, Ours>();
    // Once over all classes, so that none is the one that warms up for the others.
    for (const one of all) await askOurs(desk, { ...one, queries: one.queries.slice(-5) });
    for (const one of all) ours.set(one.name, await askOurs(desk, one));
    delay.disable();
    const updated = await updates(desk, corpus, filled);
    await desk.archive.close();
    const archiveSize = statSync(file).size;
    const cold: number[] = [];
    for (const { text } of all[1]?.queries.slice(0, 5) ?? []) cold.push(await coldOpen(file, text));
    const typed = (all[3]?.queries ?? []).slice(0, size(6, 2)).map(({ text }) => text.trim());
    const keys = await inTheWindow(file, typed);
    const peers = [
      await sqliteCli(folder, corpus, count),
      ripgrep(folder, corpus, count),
      ...(count <= mostInMemory ? [flexSearch(corpus, count), miniSearch(corpus, count)] : []),
    ].filter((peer) => peer !== null);
    const answers = new Map<string, ReadonlyMap<string, string>>();
    for (const peer of peers) {
      answers.set(peer.name, await askPeer(peer, all));
      peer.close();
    }
    report({
      corpus,
      all,
      ours,
      peers,
      answers,
      filled,
      updated,
      archiveSize,
      cold,
      keys,
      counterStart,
      delay: delay.percentile(99) / 1e6,
    });
  } finally {
    removeFolder(folder);
  }
});

function report(found: {
  readonly corpus: Corpus;
  readonly all: readonly Class[];
  readonly ours: ReadonlyMap<string, Ours>;
  readonly peers: readonly Peer[];
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly filled: Filled;
  readonly updated: readonly number[];
  readonly archiveSize: number;
  readonly cold: readonly number[];
  readonly keys: readonly KeyTime[];
  readonly counterStart: number;
  readonly delay: number;
}): void {
  const { all, ours, peers, answers, filled, keys } = found;
  const cli = peers.find(({ where }) => where === 'disk');
  const perSecond = (time: number): number => (count / time) * 1_000;
  const reference = (value: number | undefined, unit: string): string =>
    value === undefined ? 'absent' : `${value.toFixed(value < 10 ? 2 : 0)}${unit}`;
  const painted = keys.map(({ toPaint }) => toPaint);
  const rows: readonly Row[] = [
    {
      what: 'ingest, whole (record, hashes, index)',
      ours: `${perSecond(filled.ms).toFixed(0)} per second`,
      reference: reference(cli === undefined ? undefined : perSecond(cli.filledIn), ' per second'),
      ratio: cli === undefined ? '–' : ratio(perSecond(filled.ms), perSecond(cli.filledIn)),
    },
    {
      what: 'archive over its raw text',
      ours: (found.archiveSize / filled.text).toFixed(2),
      reference: reference(cli === undefined ? undefined : cli.size / filled.text, ''),
      ratio: cli === undefined ? '–' : ratio(found.archiveSize, cli.size),
    },
    alone('open and first results, median', ms(median(found.cold))),
    alone('first count after opening (reads its columns)', ms(found.counterStart)),
    alone('one dispatch written and indexed, p50 · p95 · p99 · most', four(found.updated)),
    alone('delay of the main thread meanwhile, p99', ms(found.delay)),
    alone(
      'key to results painted in the window, p50 · p95',
      `${ms(median(painted))} · ${ms(p95(painted))}`,
    ),
  ];
  tell(name, {
    title: `Search of ${count.toLocaleString('en')} dispatches`,
    reference: cli?.name ?? 'sqlite3 CLI (absent)',
    rows,
    tables: [ourTable(all, ours), peerTable(all, ours, peers, answers)],
    runs: `${all.length} classes of ${asks} queries (peers: ${size(15, 5)}), each once, after five of each class that are not counted.`,
    how:
      `Generated dispatches (${found.corpus.from}), seeded, of one to six takes over twenty years, ` +
      `${(filled.text / count / 1_000).toFixed(1)} KB of text each. Ours is asked through the archive’s own ` +
      'threads: the list of the newest 50 (by relevance: the best 50 of the newest 2,000) with its ' +
      'passages, words in all their forms; the count is exact, with all facets and the histogram. The ' +
      'peers give 50 numbers of documents, without passages, forms or counts. Not measured: Xapian' +
      `${absentOf(peers)}.`,
  });
}

/** The peers that are not installed here, after the one that never is measured. */
function absentOf(peers: readonly { readonly name: string }[]): string {
  const isThere = (name: string): boolean => peers.some((peer) => peer.name.startsWith(name));
  return ['sqlite3', 'ripgrep']
    .filter((name) => !isThere(name))
    .map((name) => `, ${name} (not installed)`)
    .join('');
}

function alone(what: string, value: string): Row {
  return { what, ours: value, reference: '–', ratio: '–' };
}

function four(values: readonly number[]): string {
  const { p50, p95: high, p99 } = timesOf(values);
  return [p50, high, p99, Math.max(...values)].map(ms).join(' · ');
}

function three({ p50, p95: high, p99 }: Times): string {
  return [p50, high, p99].map((value) => value.toFixed(1)).join(' / ');
}

function ourTable(all: readonly Class[], ours: ReadonlyMap<string, Ours>): string {
  const lines = all.flatMap(({ name: of }) => {
    const times = ours.get(of);
    if (times === undefined) return [];
    const { list, ranked, first, cached } = times;
    return [`| ${of} | ${[list, ranked, first, cached].map(three).join(' | ')} |`];
  });
  return [
    '| p50 / p95 / p99, ms | list by date | by relevance | total and facets, first | again |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

function peerTable(
  all: readonly Class[],
  ours: ReadonlyMap<string, Ours>,
  peers: readonly Peer[],
  answers: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string {
  const lines = all.map(({ name: of }) => {
    const times = ours.get(of);
    const own =
      times === undefined ? '–' : `${times.list.p50.toFixed(2)} · ${times.ranked.p50.toFixed(2)}`;
    return `| ${of} | ${[own, ...peers.map((peer) => answers.get(peer.name)?.get(of) ?? '–')].join(' | ')} |`;
  });
  const filled = peers.map(
    ({ filledIn, size: bytes, where }) =>
      `${((count / filledIn) * 1_000).toFixed(0)}/s, ${(bytes / 1e6).toFixed(0)} MB ${where === 'disk' ? 'on disk' : 'of memory'}`,
  );
  return [
    `| p50 by date · by relevance, ms | Writethru | ${peers.map((peer) => peer.name).join(' | ')} |`,
    `| --- | ---: | ${peers.map(() => '---:').join(' | ')} |`,
    ...lines,
    `| filled at, size | see above | ${filled.join(' | ')} |`,
  ].join('\n');
}
