import ExifReader from 'exifreader';
import { plainLine } from '../domain/exchange/markup/inline';
import { descendants, elementsOf, lineOfText } from '../domain/exchange/markup/tree';
import { parseXml } from '../domain/exchange/markup/xml';
import { Repairs } from '../domain/exchange/repair';

/** What is written in a picture, by what it is for a desk; empty where it says nothing. */
export type PhotoMetadata = {
  readonly caption: string;
  /** Whom it is credited to: an agency, mostly. */
  readonly credit: string;
  /** Who took it. */
  readonly byline: string;
  readonly alt: string;
  readonly headline: string;
  /** As it is written: `2017-05-02T21:14:00+02:00`, or a part of that. */
  readonly created: string;
  readonly place: string;
  readonly source: string;
  /** Whether it is to be turned by a quarter to be looked at: width and height change places. */
  readonly turned: boolean;
};

/**
 * Reads what is written in a picture (IPTC Photo Metadata Standard: XMP before IIM, EXIF last). A
 * picture without metadata, or with broken ones, says nothing; nothing throws.
 */
export function readPhotoMetadata(bytes: Uint8Array): PhotoMetadata {
  const tags = { ...olderTags(bytes), ...xmpTags(bytes) };
  const text = (...names: readonly string[]): string =>
    names.map((one) => plainLine(tags[one] ?? '')).find((found) => found !== '') ?? '';
  return {
    caption: text('description', 'Caption/Abstract', 'ImageDescription'),
    credit: text('credit', 'Credit', 'rights', 'Copyright Notice', 'Copyright'),
    byline: text('creator', 'By-line', 'Artist'),
    alt: text('alttextaccessibility'),
    headline: text('headline', 'Headline', 'title', 'Object Name'),
    created: text('datecreated', 'DateTimeOriginal', 'Date Created').replace(
      /^(\d{4}):?(\d{2}):?(\d{2})/,
      '$1-$2-$3',
    ),
    place: text('city', 'City', 'country'),
    source: text('source', 'Source'),
    turned: Number(tags['Orientation'] ?? 1) >= 5,
  };
}

/** The credit line of a photo as desks write it: who took it and for whom, `Jeanne Morel / ATLANTE`. */
export function creditLine({ byline, credit }: PhotoMetadata): string {
  if (byline === '' || credit.includes(byline)) return credit;
  return credit === '' ? byline : `${byline} / ${credit}`;
}

/** The day a picture was taken, where its metadata tell a real one. */
export function dayTaken({ created }: PhotoMetadata): string | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(created)?.[1];
  return day === undefined || Number.isNaN(Date.parse(day)) ? undefined : day;
}

type Tags = Readonly<Record<string, string>>;

/** What EXIF and IIM say, by the names of the library. */
function olderTags(bytes: Uint8Array): Tags {
  try {
    const { iptc, exif } = ExifReader.load(Buffer.from(bytes), {
      expanded: true,
      excludeTags: { xmp: true },
    });
    const tags: Record<string, string> = {};
    for (const [name, tag] of Object.entries({ ...exif, ...iptc })) {
      const { description, value } = (tag ?? {}) as { description?: unknown; value?: unknown };
      if (typeof description === 'string') tags[name] = description;
      if (name === 'Orientation' && typeof value === 'number') tags[name] = String(value);
    }
    return tags;
  } catch {
    return {};
  }
}

/** What XMP says, by the local names of its properties in lower case: the first text of each. */
function xmpTags(bytes: Uint8Array): Tags {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.indexOf('<x:xmpmeta');
  const end = start < 0 ? -1 : buffer.indexOf('</x:xmpmeta>', start);
  if (end < 0) return {};
  const parsed = parseXml(
    buffer.toString('utf8', start, end + '</x:xmpmeta>'.length),
    new Repairs(),
  );
  if (!parsed.ok) return {};
  const tags: Record<string, string> = {};
  for (const about of descendants(parsed.value, 'description').filter(
    (one) => 'about' in one.attributes,
  )) {
    for (const [name, value] of Object.entries(about.attributes)) tags[name] ??= value;
    for (const property of elementsOf(about)) {
      tags[property.name] ??= lineOfText(descendants(property, 'li')[0] ?? property);
    }
  }
  return tags;
}
