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
