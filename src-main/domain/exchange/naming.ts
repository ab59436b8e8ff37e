import { fold } from '../text/fold';

/** What the name of a delivered file can be made of. */
export type NameFacts = {
  readonly slug: string;
  readonly id: string;
  /** Number of the take that is delivered. */
  readonly take: number;
  readonly kind: string;
  readonly language: string;
  readonly urgency: number;
  readonly desk: string;
  /** The time of the take, or of its publishing where that is not known: `20170502`, `211400`. */
  readonly date: string;
  readonly time: string;
};

/** The parts a pattern can name, as they are written in it. */
export const nameParts = [
  'slug',
  'id',
  'take',
  'kind',
  'language',
  'urgency',
  'desk',
  'date',
  'time',
] as const;

/** The pattern of a new folder: an update replaces the file of the take before it. */
export const plainPattern = '{slug}-{id}';

/** File names are cut to so many characters, the extension aside: NTFS takes 255. */
const longestStem = 160;

/** What is wrong with a pattern, as a stable code; null when nothing is. */
export function patternFault(
  pattern: string,
): 'pattern-part-unknown' | 'pattern-without-id' | null {
  const parts = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, part]) => part);
  const rest = pattern.replaceAll(/\{[^{}]*\}/g, '');
  const known: readonly string[] = nameParts;
  if (parts.some((part = '') => !known.includes(part)) || /[{}]/.test(rest)) {
    return 'pattern-part-unknown';
  }
  // Without it, a dispatch would replace the file of another of the same slug.
  return parts.includes('id') ? null : 'pattern-without-id';
}

/**
 * The name of a delivered file without its extension: every system takes it, NTFS too
 * (https://learn.microsoft.com/windows/win32/fileio/naming-a-file), and it never leads out of its
 * folder. The same facts always give the same name.
 */
export function nameOf(pattern: string, facts: NameFacts): string {
  const values: Readonly<Record<string, string>> = {
    ...facts,
    slug: plain(facts.slug).toUpperCase(),
    desk: plain(facts.desk),
    // The random end of a UUID version 7; its beginning is the time, alike for neighbours.
    id: facts.id.slice(-8),
    take: String(facts.take),
    urgency: String(facts.urgency),
  };
  const id = values['id'] ?? '';
  const filled = pattern.replaceAll(/\{([^{}]*)\}/g, (_, part: string) => values[part] ?? '');
  const stem = filled
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex -- NTFS refuses them
    .replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, '-')
    .replaceAll(/\p{Surrogate}/gu, '-')
    .replaceAll(/-{2,}/g, '-')
    .replaceAll(/^[\s.-]+|[\s.-]+$/g, '');
  const whole = cut(stem, id);
  return isReserved(whole) ? `_${whole}` : whole;
}

/** Cuts a name that is too long, and keeps what tells the dispatch in it. */
function cut(stem: string, id: string): string {
  if (stem.length <= longestStem) return stem;
  // A pair of surrogates cut in two is left out whole.
  const kept = stem.slice(0, longestStem - id.length - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.replaceAll(/[\s.-]+$/g, '')}-${id}`;
}

/** NTFS keeps these names to itself, whatever extension follows. */
function isReserved(name: string): boolean {
  return /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i.test(name);
}

function plain(text: string): string {
  return fold(text)
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);
}
