import { plainItem, plainTake } from '../../domain/exchange/item';
import { assembleDocument } from '../../domain/exchange/markup/assemble';
import { stampFromIso } from '../../domain/exchange/markup/dates';
import { plainLine } from '../../domain/exchange/markup/inline';
import { photoNode } from '../../domain/exchange/markup/photo';
import type { FileReading } from '../../domain/exchange/read';
import type { ReadFault } from '../../domain/exchange/reading';
import { Repairs } from '../../domain/exchange/repair';
import { err, ok, type Result } from '../../domain/result';
import { unknownStamp } from '../../domain/record/stamp';
import { detectLanguage } from '../../domain/wire/language';
import { creditLine, readPhotoMetadata } from '../photo-words';
import { readPictureBytes } from '../take-in';

/**
 * Reads a photo as a dispatch of its own: the picture, and what its metadata say as caption, credit,
 * headline, byline, place and date. Of a picture that is broken or too large, the words alone.
 */
export function readPhoto(
  bytes: Uint8Array,
  name: string,
  zone: string,
): Promise<Result<FileReading, ReadFault>> {
  return Promise.resolve(photoOf(bytes, name, zone));
}

function photoOf(bytes: Uint8Array, name: string, zone: string): Result<FileReading, ReadFault> {
  const read = readPictureBytes(bytes);
  const metadata = read.ok ? read.value.metadata : readPhotoMetadata(bytes);
  const { caption, alt, created, byline, place, source } = metadata;
  const credit = creditLine(metadata);
  if (caption === '' && credit === '') {
    return err({ code: read.ok ? 'photo-without-words' : 'photo-broken' });
  }
  const repairs = new Repairs();
  if (!read.ok) repairs.add('part-kept-aside', 'image/jpeg');
  const headline = metadata.headline || plainLine(name.replace(/^.*\/|\.\w+$/g, ''));
  const picture = read.ok ? { picture: read.value.picture } : {};
  const document = assembleDocument({
    headline,
    blocks: [photoNode({ caption, credit, alt, ...picture })],
    signoff: '',
  });
  const stamp = created === '' ? unknownStamp : stampFromIso(created, zone);
  const item = plainItem([plainTake(document, { stamp, author: byline.slice(0, 200) })], {
    language: detectLanguage(`${headline} ${caption}`),
    place: place.slice(0, 120),
    agency: source.slice(0, 120),
    ...(read.ok && { pictures: [{ picture: read.value.picture, bytes }] }),
  });
  return ok({ format: 'photo', encoding: 'binary', items: [{ item, repairs: repairs.list() }] });
}
