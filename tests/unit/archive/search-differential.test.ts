import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importDispatches, type ImportInput } from '../../../src-main/archive/commands/import';
import { run, type WritableDb } from '../../../src-main/archive/database';
import { buildDocument } from '../../../src-main/domain/document/build';
import { toJson } from '../../../src-main/domain/document/node';
import { stem } from '../../../src-main/domain/text/stem';
import { testId, writableDb } from '../../support/archives';
import { countOf, found } from '../../support/search';

/*
 * Random archives and random queries: what the index finds is what a scan finds that knows nothing
 * of it. The scan cuts texts into words and compares them by its own means; of the program it takes
 * only the stemmer, whose choices are tested elsewhere.
 */

const words = [
  'raid',
  'raids',
  'américain',
  'Américains',
  'trêve',
  'Syrie',
  'Élysée',
  'l’Élysée',
  'élysée',
  'Trump-Poutine',
  'œuvre',
  '1 874',
  'raide',
  'graphe',
  'paragraphe',
  'tué',
  'tués',
  'le',
  'la',
  'S-400',
] as const;

const lines = (most: number) =>
  fc
    .array(fc.constantFrom(...words), { minLength: 0, maxLength: most })
    .map((all) => all.join(' '));
const day = 86_400_000;
const first = Date.UTC(2016, 10, 1);

type Take = { headline: string; body: string; second: string; caption: string; day: number | null };
type Dispatch = {
  takes: readonly Take[];
  language: 'fr' | 'en';
  urgency: number;
  desk: string;
  agency: string;
};

const take: fc.Arbitrary<Take> = fc.record({
  headline: lines(4),
  body: lines(9),
  second: lines(5),
  caption: fc.oneof(fc.constant(''), lines(3)),
  day: fc.option(fc.integer({ min: 0, max: 120 }), { freq: 6 }),
});
const dispatch: fc.Arbitrary<Dispatch> = fc.record({
  takes: fc.array(take, { minLength: 1, maxLength: 3 }),
  language: fc.constantFrom('fr', 'en'),
  urgency: fc.integer({ min: 1, max: 8 }),
  desk: fc.constantFrom('', 'Monde', 'Le Monde arabe', 'Sports'),
  agency: fc.constantFrom('', 'AFP', 'Méridien'),
});

/** A query as it was meant; its text is made of it, and the scan reads it. */
type Meant =
  | { is: 'word'; typed: string; by: 'forms' | 'prefix' | 'inside' }
  | { is: 'phrase'; typed: readonly string[]; written: boolean }
  | { is: 'near'; typed: readonly [string, string]; distance: number }
  | { is: 'field'; field: 'headline' | 'body' | 'caption'; of: Meant }
  | { is: 'fact'; typed: string; holds: (entry: Entry) => boolean }
  | { is: 'and' | 'or'; all: readonly Meant[] }
  | { is: 'not'; of: Meant };

type Entry = { id: string; take: Take; of: Dispatch; at: number };

const single = fc.constantFrom(
  'raid',
  'raids',
  'americain',
  'treve',
  'syrie',
  'tue',
  'oeuvre',
  'le',
  '1874',
);
const word: fc.Arbitrary<Meant> = fc.oneof(
  single.map((typed): Meant => ({ is: 'word', typed, by: 'forms' })),
  fc
    .constantFrom('ra', 'raid', 'gr', 'am')
    .map((typed): Meant => ({ is: 'word', typed, by: 'prefix' })),
  fc
    .constantFrom('graph', 'ai', 'lys')
    .map((typed): Meant => ({ is: 'word', typed, by: 'inside' })),
);
const phrase: fc.Arbitrary<Meant> = fc
  .array(fc.constantFrom('raid', 'raids', 'américain', 'Syrie', 'Trump', 'Poutine', 'le'), {
    minLength: 1,
    maxLength: 2,
  })
  .map((typed): Meant => ({ is: 'phrase', typed, written: false }));
const written: fc.Arbitrary<Meant> = fc
  .constantFrom(['Élysée'], ['élysée'], ['Américains'], ['trêve'], ['raids', 'américain'])
  .map((typed): Meant => ({ is: 'phrase', typed, written: true }));
const near: fc.Arbitrary<Meant> = fc
  .tuple(
    fc.constantFrom('raid', 'treve', 'syrie'),
    fc.constantFrom('americain', 'tue', 'la'),
    fc.integer({ min: 0, max: 4 }),
  )
  .map(([a, b, distance]): Meant => ({ is: 'near', typed: [a, b], distance }));

const dayOf = (number: number): string => new Date(first + number * day).toISOString().slice(0, 10);
const fact: fc.Arbitrary<Meant> = fc.oneof(
  fc.constantFrom<Meant>(
    { is: 'fact', typed: 'lang:fr', holds: ({ of }) => of.language === 'fr' },
    { is: 'fact', typed: 'kind:update', holds: ({ of, take: one }) => of.takes[0] !== one },
    { is: 'fact', typed: 'has:photo', holds: (entry) => entry.take.caption !== '' },
    { is: 'fact', typed: 'desk:monde', holds: ({ of }) => of.desk.includes('Monde') },
    { is: 'fact', typed: 'desk:"monde arabe"', holds: ({ of }) => of.desk === 'Le Monde arabe' },
    { is: 'fact', typed: 'agence:meridien', holds: ({ of }) => of.agency === 'Méridien' },
    { is: 'fact', typed: 'is:undated', holds: (entry) => entry.take.day === null },
    { is: 'fact', typed: 'is:current', holds: () => true },
    {
      is: 'fact',
      typed: 'on:2017',
      holds: (entry) => entry.take.day !== null && entry.take.day >= 61,
    },
  ),
  fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 4 }))
    .map(([least, more]): Meant => ({
      is: 'fact',
      typed: `urgency:${least}..${least + more}`,
      holds: ({ of }) => of.urgency >= least && of.urgency <= least + more,
    })),
  fc.integer({ min: 0, max: 120 }).map((from): Meant => ({
    is: 'fact',
    typed: `since:${dayOf(from)}`,
    holds: (entry) => entry.take.day !== null && entry.take.day >= from,
  })),
  fc.integer({ min: 0, max: 15 }).map((most): Meant => ({
    is: 'fact',
    typed: `words<=${most}`,
    holds: ({ take: { headline, body, second, caption } }) =>
      [headline, body, second, caption]
        .join(' ')
        .split(/\s+/)
        .filter((run) => /[\p{L}\p{N}]/u.test(run)).length <= most,
  })),
);

const { query } = fc.letrec<{ query: Meant; clause: Meant; choice: Meant }>((tie) => ({
  clause: fc.oneof(
    { depthSize: 'small' },
    word,
    phrase,
    written,
    near,
    fact,
    fc
      .tuple(fc.constantFrom('headline', 'body', 'caption'), fc.oneof(word, phrase))
      .map(([field, of]): Meant => ({ is: 'field', field, of })),
    tie('choice'),
  ),
  choice: fc
    .array(tie('clause'), { minLength: 2, maxLength: 3 })
    .map((all): Meant => ({ is: 'or', all })),
  query: fc
    .array(fc.tuple(tie('clause'), fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 4 })
    .map((all): Meant => ({
      is: 'and',
      all: all.map(([of, a, b]): Meant => (a && b ? { is: 'not', of } : of)),
    })),
}));

function textOf(meant: Meant): string {
  switch (meant.is) {
    case 'word':
      return meant.by === 'inside'
        ? `*${meant.typed}*`
        : `${meant.typed}${meant.by === 'prefix' ? '*' : ''}`;
    case 'phrase':
      return `${meant.written ? '=' : ''}"${meant.typed.join(' ')}"`;
    case 'near':
      return `NEAR(${meant.typed.join(' ')}, ${meant.distance})`;
    case 'field':
      return `${meant.field}:${textOf(meant.of)}`;
    case 'fact':
      return meant.typed;
    case 'and':
      return meant.all.map(textOf).join(' ');
    case 'or':
      return `(${meant.all.map(textOf).join(' OR ')})`;
    case 'not':
      return `-${textOf(meant.of)}`;
  }
}

/** Words of a text, plain and as written, by the scan's own means. */
function cut(text: string): readonly { plain: string; written: string }[] {
  return text
    .replaceAll(/(\d) (\d{3})/g, '$1$2')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((one) => one !== '')
    .map((one) => ({
      written: one,
      plain: one.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe'),
    }));
}

type Fields = Readonly<Record<'headline' | 'body' | 'caption', ReturnType<typeof cut>>>;

function holds(
  meant: Meant,
  entry: Entry,
  fields: Fields,
  in_: readonly (keyof Fields)[],
): boolean {
  const anywhere = (test: (all: ReturnType<typeof cut>, at: number) => boolean): boolean =>
    in_.some((name) => fields[name].some((_, at) => test(fields[name], at)));
  switch (meant.is) {
    case 'word':
      return anywhere((all, at) => isForm(meant.typed, meant.by, all[at]?.plain ?? ''));
    case 'phrase':
      return anywhere((all, at) =>
        meant.typed.every((typed, place) => {
          const one = all[at + place];
          return meant.written
            ? one?.written === typed
            : one?.plain === (cut(typed)[0]?.plain ?? '');
        }),
      );
    case 'near':
      return in_.some((name) => isNear(meant.typed, meant.distance, fields[name]));
    case 'field':
      return holds(meant.of, entry, fields, [meant.field]);
    case 'fact':
      return meant.holds(entry);
    case 'and':
      return meant.all.every((one) => holds(one, entry, fields, in_));
    case 'or':
      return meant.all.some((one) => holds(one, entry, fields, in_));
    case 'not':
      return !holds(meant.of, entry, fields, in_);
  }
}

function isForm(typed: string, by: 'forms' | 'prefix' | 'inside', plain: string): boolean {
  if (by === 'prefix') return plain.startsWith(typed);
  if (by === 'inside') return plain.includes(typed);
  return plain === typed || stem(plain) === stem(typed);
}

function isNear(
  [a, b]: readonly [string, string],
  distance: number,
  all: ReturnType<typeof cut>,
): boolean {
  const places = (typed: string): readonly number[] =>
    all.flatMap(({ plain }, at) => (isForm(typed, 'forms', plain) ? [at] : []));
  return places(a).some((one) =>
    places(b).some((other) => one !== other && Math.abs(one - other) - 1 <= distance),
  );
}

const everywhere = ['headline', 'body', 'caption'] as const;
const recorded = Date.UTC(2018, 0, 1);

/** Puts dispatches into a new archive; gives its entries. */
function archiveOf(dispatches: readonly Dispatch[]): { db: WritableDb; entries: readonly Entry[] } {
  const db = writableDb();
  const entries: Entry[] = [];
  const inputs = dispatches.map((of, number): ImportInput => {
    const { language, urgency, desk, agency } = of;
    const id = testId(100 + number);
    const createdAt = recorded + number * 1_000;
    return {
      dispatch: { id, slug: '', language, urgency, desk, agency, place: '', createdAt },
      takes: of.takes.map((one, index) => {
        const takeId = testId(1_000 + number * 10 + index);
        const known = one.day === null ? null : first + one.day * day;
        entries.push({ id: takeId, take: one, of, at: known ?? createdAt });
        return {
          id: takeId,
          kind: index === 0 ? 'report' : 'update',
          stamp:
            known === null
              ? { precision: 'unknown' }
              : { precision: 'day', instant: known, zone: 'UTC' },
          label: null,
          document: documentOf(one),
        };
      }),
      // A file that is no text: lines of originals are not what is compared here.
      original: { bytes: Buffer.from(`{"${number}"`), name: 'a', encoding: 'utf-8', repairs: [] },
    };
  });
  const imported = importDispatches(db, { dispatches: inputs });
  // The same content twice is one dispatch.
  const added = new Set(imported.flatMap((one) => (one.is === 'added' ? [one.dispatchId] : [])));
  const kept = inputs.flatMap(({ dispatch: { id }, takes }) =>
    added.has(id) ? takes.map((one) => one.id) : [],
  );
  return { db, entries: entries.filter(({ id }) => kept.includes(id)) };
}

function documentOf({ headline, body, second, caption }: Take) {
  const photo = caption === '' ? [] : [{ type: 'photo', caption, credit: '' } as const];
  const blocks = [
    { type: 'paragraph', text: body },
    { type: 'quote', paragraphs: [second] },
    ...photo,
  ] as const;
  return toJson(buildDocument({ headline, blocks, signoff: '' }));
}

/** Every page of what a query finds. */
function allPages(db: WritableDb, text: string): readonly string[] {
  const ids: string[] = [];
  let after: number | null = null;
  do {
    const page = found(db, text, { after, limit: 3 });
    ids.push(...page.hits.map(({ sourceId }) => sourceId));
    after = page.next;
  } while (after !== null);
  return ids;
}

describe('the index against a scan that knows nothing of it', () => {
  it('finds the same, newest first, counts the same, and so does reading without it', () => {
    fc.assert(
      fc.property(
        fc.array(dispatch, { minLength: 1, maxLength: 7 }),
        fc.array(query, { minLength: 12, maxLength: 12 }),
        (dispatches, queries) => {
          const { db, entries } = archiveOf(dispatches);
          for (const meant of queries) {
            const text = `${textOf(meant)} `;
            const wanted = entries.filter((entry) => {
              const { headline, body, second, caption } = entry.take;
              const fields = {
                headline: cut(headline),
                body: [...cut(body), ...cut(second)],
                caption: cut(caption),
              };
              return holds(meant, entry, fields, everywhere);
            });
            const ids = wanted.map(({ id }) => id).toSorted();
            const pages = allPages(db, text);
            expect([text, pages.toSorted()]).toEqual([text, ids]);
            const at = new Map(entries.map((entry) => [entry.id, entry.at]));
            const times = pages.map((id) => at.get(id) ?? 0);
            expect(times).toEqual(times.toSorted((a, b) => b - a));
            const count = countOf(db, text);
            expect([text, count.total]).toEqual([text, ids.length]);
            expect(count.dispatches).toBe(new Set(wanted.map(({ of }) => of)).size);
            const ranked = found(db, text, { sort: 'relevance' });
            expect(ranked.hits.map(({ sourceId }) => sourceId).toSorted()).toEqual(ids);
          }
          run(db, 'UPDATE search_progress SET building = 1');
          for (const meant of queries) {
            const text = `${textOf(meant)} `;
            const read = countOf(db, text).total;
            run(db, 'UPDATE search_progress SET building = 0');
            expect([text, read]).toEqual([text, countOf(db, text).total]);
            run(db, 'UPDATE search_progress SET building = 1');
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});
