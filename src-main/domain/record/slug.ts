import { fold } from '../text/fold';

/** Names that begin a sign-off such as `reuters/ptur`. */
const agencies: Readonly<Record<string, string>> = {
  reuters: 'Reuters',
  afp: 'AFP',
  ap: 'AP',
  ats: 'ATS',
  dpa: 'dpa',
  belga: 'Belga',
  efe: 'EFE',
  ansa: 'ANSA',
};

/** English writes these with a capital, though they name no story. */
const calendar: ReadonlySet<string> = new Set(
  (
    'january february march april may june july august september october november december ' +
    'monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
);

const longestSlug = 32;

/**
 * Proposes a slug for a dispatch that came without one: the proper names of its headline in wire
 * capitals ("… Trump-Poutine … en Syrie" gives TRUMP-POUTINE-SYRIE), else its two longest words.
 */
export function proposeSlug(headline: string): string {
  const words = headline.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  const names = words
    .slice(1)
    .filter((word) => /^\p{Lu}/u.test(word) && word.length > 1 && !calendar.has(fold(word)));
  const longest = words.toSorted((a, b) => b.length - a.length).slice(0, 2);
  const chosen = names.length > 0 ? names : words.filter((word) => longest.includes(word));
  let slug = '';
  for (const word of chosen) {
    const part = fold(word).toUpperCase();
    const next = slug === '' ? part : `${slug}-${part}`;
    if (next.length > longestSlug) break;
    slug = next;
  }
  return slug;
}

/** The agency a sign-off names (`reuters/ptur` gives Reuters), or the empty string. */
export function agencyOf(signoff: string): string {
  return agencies[signoff.split('/')[0]?.trim().toLowerCase() ?? ''] ?? '';
}

/** The most signs of a slug: what the narrowest wires take. */
export const mostSigns = 60;

/** What is wrong with a slug, and the sign it is about. */
export type SlugProblem =
  | { readonly is: 'sign'; readonly sign: string }
  | { readonly is: 'length'; readonly most: number };

/**
 * What is wrong with a slug as it is typed: it has capitals, digits, and - . / _ or a space between
 * them, sixty signs at most. Null where nothing is; an empty one is none yet.
 */
export function slugProblem(slug: string): SlugProblem | null {
  const sign = /[^\p{Lu}\p{Lt}\p{Lo}\p{M}\p{Nd}\-./_ ]/u.exec(slug)?.[0];
  if (sign !== undefined) return { is: 'sign', sign };
  return slug.length > mostSigns ? { is: 'length', most: mostSigns } : null;
}
