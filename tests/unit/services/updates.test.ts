import { describe, expect, it } from 'vitest';
import { feedText } from '../../../scripts/packaging/feed.mjs';
import { feedUrl, isNewer, latestSchema } from '../../../src-main/services/updates';

describe('the feed of new versions', () => {
  it('is asked nowhere but at an https address', () => {
    for (const feed of ['', 'http://example.org', 'file:///etc', 'example.org', 'https://']) {
      expect(feedUrl(feed), feed).toBeNull();
    }
    expect(feedUrl('https://example.org/w')?.href).toBe('https://example.org/w/latest.json');
    expect(feedUrl('https://example.org/w/')?.href).toBe('https://example.org/w/latest.json');
  });

  it('tells of newer versions only', () => {
    expect(isNewer('0.2.0', '0.1.9')).toBe(true);
    expect(isNewer('0.10.0', '0.9.9')).toBe(true);
    expect(isNewer('0.1.0', '0.1.0')).toBe(false);
    expect(isNewer('0.0.9', '0.1.0')).toBe(false);
  });

  it('is written with the packages as it is read', () => {
    const read = (env: NodeJS.ProcessEnv) => latestSchema.parse(JSON.parse(feedText('1.2.3', env)));
    expect(read({})).toEqual({ version: '1.2.3' });
    const page = 'https://example.org/writethru/';
    expect(read({ WRITETHRU_DOWNLOAD_PAGE: page })).toEqual({ version: '1.2.3', url: page });
    for (const wrong of ['http://example.org', 'example.org']) {
      expect(() => feedText('1.2.3', { WRITETHRU_DOWNLOAD_PAGE: wrong })).toThrow(/https/);
    }
  });

  it('names pages of https only', () => {
    expect(latestSchema.safeParse({ version: '1.0.0', url: 'https://example.org' }).success).toBe(
      true,
    );
    expect(latestSchema.safeParse({ version: '1.0.0', url: 'javascript:1' }).success).toBe(false);
    expect(latestSchema.safeParse({ version: '<b>' }).success).toBe(false);
  });
});
