import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ImportInput } from '../../../src-main/archive/commands/import';
import { buildDocument } from '../../../src-main/domain/document/build';
import { toJson } from '../../../src-main/domain/document/node';
import { english, french } from './vocabulary';
import { seeded, type Random } from './random';
import { root } from './run';

/** Words of a language with how often each is drawn, as sums: a word's place is found by halving. */
type Words = { readonly words: readonly string[]; readonly sums: Float64Array };

/** What dispatches are made of. */
export type Corpus = { readonly fr: Words; readonly en: Words; readonly from: string };

/** A generated dispatch: what goes into the archive, and its text for those it is compared with. */
export type Generated = { readonly input: ImportInput; readonly text: string };

const shared = path.resolve(root, '../shared/corpora');
const folders = {
  fr: ['wikinews-fr-100/documents', 'cds-blog-fr-en/content/fr'],
  en: ['wikinews-en-gum/text', 'digitalgov-news-en/content', 'cds-blog-fr-en/content/en'],
} as const;
const most = 60_000;

/**
 * The words of real texts of both languages where the folder beside the project has them, each as
 * often as it stands there; else those of the bench's own vocabulary, by Zipf's law.
 */
export function readCorpus(): Corpus {
  if (existsSync(shared)) {
    const [fr, en] = [countWords(folders.fr), countWords(folders.en)];
    return { fr, en, from: 'the words of ../shared/corpora, as often as they stand there' };
  }
  const own = 'the bench’s own list of words, by Zipf’s law (../shared/corpora is not there)';
  return { fr: zipf(french), en: zipf(english), from: own };
}

function countWords(places: readonly string[]): Words {
  const counts = new Map<string, number>();
  for (const place of places) {
    for (const file of filesIn(path.join(shared, place))) {
      const text = readFileSync(file, 'utf8').replaceAll(/<[^>]*>/g, ' ');
      for (const [word] of text.matchAll(/[\p{L}’']*\p{L}/gu)) {
        if (word.length <= 24) counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
  }
  return summed([...counts].toSorted(([, a], [, b]) => b - a).slice(0, most));
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}

function zipf({ slots, sentences, leads, given, captions }: typeof french): Words {
  const texts = [...Object.values(slots).flat(), ...sentences, ...leads, ...given, ...captions];
  const words = new Set(texts.join(' ').match(/[\p{L}’]*\p{L}/gu) ?? []);
  return summed([...words].map((word, rank) => [word, 1_000 / (rank + 1)]));
}

function summed(counts: readonly (readonly [string, number])[]): Words {
  const sums = new Float64Array(counts.length);
  let sum = 0;
  counts.forEach(([, count], index) => {
    sum += count;
    sums[index] = sum;
  });
  return { words: counts.map(([word]) => word), sums };
}

const agencies = ['AFP', 'Reuters', 'ATS', 'dpa', 'ANSA', 'EFE', 'Belga', 'AP'];
const desks = [
  'Monde',
  'Suisse',
  'Économie',
  'Sports',
  'Culture',
  'Régions',
  'Sciences',
  'Politique',
];
const begins = Date.UTC(2004, 0, 1);
const years = 20 * 365.25 * 86_400_000;

/**
 * A dispatch by its number of so many: two of three French, over twenty years, one take or up to
 * six, about 2.9 KB of text in all. The same numbers give the same dispatches for the same corpus.
 */
export function generated(corpus: Corpus, number: number, of: number): Generated {
  const random = seeded(7 + number);
  const language = random.happens(2 / 3) ? 'fr' : 'en';
  const words = corpus[language];
  const takes = Math.max(1, Math.min(6, Math.floor(1 + random.next() ** 3 * 6)));
  const at = begins + Math.floor(((number + random.next()) / of) * years);
  const documents = Array.from({ length: takes }, (_, index) =>
    take(words, random, index === 0 ? 6 : 2, index === 0 && random.happens(0.5)),
  );
  const id = uuid(number, 0);
  const input: ImportInput = {
    dispatch: {
      id,
      slug: `${draw(words, random)}-${number}`.toUpperCase(),
      language,
      urgency: random.whole(1, 8),
      desk: random.pick(desks),
      agency: random.pick(agencies),
      place: capitalised(draw(words, random)),
      createdAt: at,
    },
    takes: documents.map(({ document }, index) => ({
      id: uuid(number, index + 1),
      kind: index === 0 ? 'report' : 'update',
      stamp: { precision: 'minute', instant: at + index * 5_400_000, zone: 'UTC' },
      label: null,
      document,
    })),
    original: {
      bytes: Buffer.from(`{"generated":${number}}`),
      name: `${number}.json`,
      encoding: 'utf-8',
      repairs: [],
    },
  };
  return { input, text: documents.map(({ text }) => text).join('\n') };
}

function take(words: Words, random: Random, paragraphs: number, photo: boolean) {
  const headline = sentence(words, random, random.whole(5, 11));
  const texts = Array.from({ length: paragraphs }, () =>
    Array.from({ length: random.whole(2, 4) }, () =>
      sentence(words, random, random.whole(9, 26)),
    ).join(' '),
  );
  const caption = photo ? sentence(words, random, 12) : '';
  const blocks = [
    ...(photo ? [{ type: 'photo', caption, credit: `AFP - ${draw(words, random)}` } as const] : []),
    ...texts.map((text) => ({ type: 'paragraph', text }) as const),
  ];
  const document = toJson(buildDocument({ headline, blocks, signoff: 'ats/xyz' }));
  return { document, text: [headline, caption, ...texts].join('\n') };
}

function sentence(words: Words, random: Random, length: number): string {
  const drawn = Array.from({ length }, () => draw(words, random));
  return `${capitalised(drawn.join(' '))}.`;
}

/** A word, as often as it stands in the corpus. */
function draw({ words, sums }: Words, random: Random): string {
  const wanted = random.next() * (sums.at(-1) ?? 0);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return words[low] ?? '';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function uuid(number: number, part: number): string {
  const digits = String(number).padStart(10, '0');
  return `01890000-0000-7000-8000-${digits}${String(part).padStart(2, '0')}`;
}
