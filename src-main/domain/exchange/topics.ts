import { fold } from '../text/fold';

/** A subject of the IPTC Media Topics (https://iptc.org/standards/media-topics/, CC BY 4.0). */
export type Topic = {
  /** Eight digits. */
  readonly code: string;
  /** Its name in French and in English; empty where the vocabulary has none. */
  readonly fr: string;
  readonly en: string;
  /** Code of the broader topic; empty at the top. */
  readonly broader: string;
};

/** A topic as a file of IPTC tells it: names in the languages of that file. */
export type ToldTopic = Topic & { readonly retired: boolean };

const top: readonly (readonly [string, string, string])[] = [
  ['01000000', 'arts, culture, divertissement et médias', 'arts, culture, entertainment and media'],
  ['02000000', 'criminalité, droit et justice', 'crime, law and justice'],
  ['03000000', 'désastres et accidents', 'disaster, accident and emergency incident'],
  ['04000000', 'économie et finances', 'economy, business and finance'],
  ['05000000', 'éducation', 'education'],
  ['06000000', 'environnement', 'environment'],
  ['07000000', 'santé', 'health'],
  ['08000000', 'gens, animaux, insolite', 'human interest'],
  ['09000000', 'social', 'labour'],
  ['10000000', 'vie quotidienne et loisirs', 'lifestyle and leisure'],
  ['11000000', 'politique', 'politics and government'],
  ['12000000', 'religion et croyance', 'religion'],
  ['13000000', 'science et technologie', 'science and technology'],
  ['14000000', 'société', 'society'],
  ['15000000', 'sport', 'sport'],
  ['16000000', 'conflit, guerre et paix', 'conflict, war and peace'],
  ['17000000', 'météo', 'weather'],
];

/** The topics at the top of the vocabulary, which are there whether it was loaded or not. */
export const topTopics: readonly Topic[] = top.map(([code, fr, en]) => ({
  code,
  fr,
  en,
  broader: '',
}));

/** The name of a topic in a language, or in the other where it has none. */
export function topicName({ fr, en }: Topic, language: 'fr' | 'en'): string {
  return language === 'fr' ? fr || en : en || fr;
}

/** The vocabulary as a file of IPTC gives it; null for any other file. */
export type ReadTopics = {
  /** ISO 8601, of its release; empty where it is not told. */
  readonly release: string;
  readonly topics: readonly ToldTopic[];
};

/**
 * Reads IPTC's own file of the Media Topics (JSON, as its controlled vocabulary server gives it), in
 * whatever languages it is. Null where the text is not that.
 */
export function readTopics(text: string): ReadTopics | null {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  const set = recordOf(json)['conceptSet'];
  if (!Array.isArray(set)) return null;
  const topics = set.flatMap(topicOf);
  const { dateReleased } = recordOf(json);
  const release = typeof dateReleased === 'string' ? dateReleased.slice(0, 40) : '';
  return topics.length === 0 ? null : { release, topics };
}

function topicOf(value: unknown): readonly ToldTopic[] {
  const concept = recordOf(value);
  const { qcode, uri, broader, retired } = concept;
  const code = /^medtop:(\d{8})$/.exec(String(qcode))?.[1] ?? codeIn(uri);
  if (code === '') return [];
  const names = recordOf(concept['prefLabel']);
  const name = (language: string): string => {
    const found = Object.entries(names).find(
      ([tag]) => tag.toLowerCase().split('-')[0] === language,
    );
    return typeof found?.[1] === 'string' ? found[1].trim().slice(0, 200) : '';
  };
  const above: unknown = Array.isArray(broader) ? broader[0] : broader;
  return [
    {
      code,
      fr: name('fr'),
      en: name('en'),
      broader: codeIn(above),
      retired: retired !== undefined && retired !== false,
    },
  ];
}

function codeIn(value: unknown): string {
  return (
    /mediatopic\/(\d{8})$|^medtop:(\d{8})$/
      .exec(typeof value === 'string' ? value : '')
      ?.slice(1)
      .find((code) => code !== undefined) ?? ''
  );
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/**
 * The topics that are called so, in French or in English, without regard to accents: first those
 * whose name begins so, then those with a word that does, then those that hold it; by code alike.
 */
export function findTopics(
  topics: readonly Topic[],
  text: string,
  limit: number,
): readonly Topic[] {
  const wanted = fold(text).trim();
  const ranked = topics.flatMap((topic) => {
    const rank = rankOf(topic, wanted);
    return rank === 0 ? [] : [{ topic, rank }];
  });
  return ranked
    .toSorted((a, b) => b.rank - a.rank || a.topic.code.localeCompare(b.topic.code))
    .slice(0, limit)
    .map(({ topic }) => topic);
}

function rankOf({ code, fr, en, broader }: Topic, wanted: string): number {
  // Nothing asked for: the way in is by the top.
  if (wanted === '') return broader === '' ? 1 : 0;
  if (/^\d+$/.test(wanted)) return code.startsWith(wanted) ? 4 : 0;
  const ranks = [fr, en].map((name) => {
    const folded = fold(name);
    if (folded === wanted) return 5;
    if (folded.startsWith(wanted)) return 4;
    if (` ${folded.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')}`.includes(` ${wanted}`)) return 3;
    return folded.includes(wanted) ? 2 : 0;
  });
  return Math.max(...ranks);
}
