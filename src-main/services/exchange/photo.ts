import ExifReader from 'exifreader';
import { plainItem, plainTake } from '../../domain/exchange/item';
import { assembleDocument } from '../../domain/exchange/markup/assemble';
import { stampFromIso } from '../../domain/exchange/markup/dates';
import { plainLine } from '../../domain/exchange/markup/inline';
import { photoNode } from '../../domain/exchange/markup/photo';
import { descendants, elementsOf, lineOfText } from '../../domain/exchange/markup/tree';
import { parseXml } from '../../domain/exchange/markup/xml';
import type { FileReading } from '../../domain/exchange/read';
import type { ReadFault } from '../../domain/exchange/reading';
import { Repairs } from '../../domain/exchange/repair';
import { err, ok, type Result } from '../../domain/result';
import { unknownStamp } from '../../domain/record/stamp';
import { detectLanguage } from '../../domain/wire/language';

/**
 * Reads what is written in a photo (IPTC Photo Metadata, XMP before IIM, EXIF last): caption, credit,
 * headline, byline, place and date. The picture itself stays in the original.
 */
export function readPhoto(
  bytes: Uint8Array,
  name: string,
  zone: string,
): Promise<Result<FileReading, ReadFault>> {
  return Promise.resolve(photoOf(bytes, name, zone));
}

function photoOf(bytes: Uint8Array, name: string, zone: string): Result<FileReading, ReadFault> {
  const tags = { ...olderTags(bytes), ...xmpTags(bytes) };
  const text = (...names: readonly string[]): string =>
    names.map((one) => plainLine(tags[one] ?? '')).find((found) => found !== '') ?? '';
  const caption = text('description', 'Caption/Abstract', 'ImageDescription');
  const credit = text('credit', 'Credit', 'creator', 'By-line', 'Artist', 'rights');
  const alt = text('alttextaccessibility');
  if (caption === '' && credit === '') return err({ code: 'no-text' });
  const repairs = new Repairs();
  repairs.add('part-kept-aside', 'image/jpeg');
  const headline =
    text('headline', 'Headline', 'title', 'Object Name') ||
    plainLine(name.replace(/^.*\/|\.\w+$/g, ''));
  const document = assembleDocument({
    headline,
    blocks: [photoNode({ caption, credit, alt })],
    signoff: '',
  });
  const created = text('datecreated', 'DateTimeOriginal').replace(
    /^(\d{4}):(\d{2}):(\d{2})/,
    '$1-$2-$3',
  );
  const stamp = created === '' ? unknownStamp : stampFromIso(created, zone);
  const item = plainItem(
    [plainTake(document, { stamp, author: text('creator', 'By-line').slice(0, 200) })],
    {
      language: detectLanguage(`${headline} ${caption}`),
      place: text('city', 'City', 'country').slice(0, 120),
      agency: text('source', 'Source').slice(0, 120),
    },
  );
  return ok({ format: 'photo', encoding: 'binary', items: [{ item, repairs: repairs.list() }] });
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
      const description: unknown = (tag as { description?: unknown } | undefined)?.description;
      if (typeof description === 'string') tags[name] = description;
    }
    return tags;
  } catch {
    // A picture without metadata, or with broken ones, says nothing.
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
