import { z } from 'zod';

/** What a feed says of the newest version: a file `latest.json` at its address. */
export const latestSchema = z.object({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** The page the packages are fetched from, in the system's browser; the feed's own where none is said. */
  url: z.url({ protocol: /^https$/ }).optional(),
});
export type Latest = z.infer<typeof latestSchema>;

/** The address of a feed's file; null where there is none, or one that is not https. */
export function feedUrl(feed: string): URL | null {
  if (!/^https:\/\//i.test(feed)) return null;
  try {
    return new URL('latest.json', feed.endsWith('/') ? feed : `${feed}/`);
  } catch {
    return null;
  }
}

/** Whether a version is newer than another, both of three numbers. */
export function isNewer(version: string, than: string): boolean {
  const [a, b] = [version, than].map((one) => one.split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    const difference = (a?.[at] ?? 0) - (b?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
