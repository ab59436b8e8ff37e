import { describe, expect, it } from 'vitest';
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

  it('names pages of https only', () => {
    expect(latestSchema.safeParse({ version: '1.0.0', url: 'https://example.org' }).success).toBe(
      true,
    );
    expect(latestSchema.safeParse({ version: '1.0.0', url: 'javascript:1' }).success).toBe(false);
    expect(latestSchema.safeParse({ version: '<b>' }).success).toBe(false);
  });
});
