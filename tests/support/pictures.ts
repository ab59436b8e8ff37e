/** A JPEG of 48 × 32 pixels, without metadata. */
const plainJpeg =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEA' +
  'AAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAA' +
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRi' +
  'WFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAA' +
  'ADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABi' +
  'mQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKn' +
  'AAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMA' +
  'LgAgADIAMAAxADb/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKB' +
  'TmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8' +
  'fHx8fHx8fHx8fHz/wAARCAAgADADASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAgMEBf/EABUQAQEAAAAAAAAA' +
  'AAAAAAAAAAIA/8QAFgEBAQEAAAAAAAAAAAAAAAAABAMF/8QAFxEAAwEAAAAAAAAAAAAAAAAAAAECA//aAAwDAQACEQMR' +
  'AD8A2NUGpNUGrGzk0aYGqDUmqDU7OSNMLVnam1QanZyRpnfaoNSaoNWZnIimFqztTas7U7OSNMLVBqTVBqfnJGmf/9k=';

/** A PNG of 4 × 3 pixels. */
const plainPng =
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAYAAAC09K7GAAAAAXNSR0IArs4c6QAAADZJREFUGFdjvN0r+P/GczGGa09F' +
  'GG48E2Vg3Ful+P/6U1GG689EGK6DBOalGfy/8QykQhisAgBxZhdmxurXXgAAAABJRU5ErkJggg==';

/** A WebP of 48 × 32 pixels. */
const plainWebp =
  'UklGRlQCAABXRUJQVlA4WAoAAAAgAAAALwAAHwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEA' +
  'AAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAA' +
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRi' +
  'WFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAA' +
  'ADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABi' +
  'mQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKn' +
  'AAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMA' +
  'LgAgADIAMAAxADZWUDggZgAAAJAEAJ0BKjAAIAA/CXKvUD+nJLSwDVPwIQlqAYQBsIiFT8CUffuU4QzNeG+PAAD+kxAo' +
  'J4f7iy11tH8Wh/2fbPJcFs6NDu2Tr57MnXwD55IqtC8CMPHBgTugEzXJfNLCWKxvXwAAAA==';

/** What is written in a test picture. */
export type Embedded = {
  /** Data sets of IIM record 2 by their number, in UTF-8 (with the escape that says so) or Latin-1. */
  readonly iim?: Readonly<Record<number, string>>;
  readonly encoding?: 'utf-8' | 'latin1';
  /** The inside of an XMP description. */
  readonly xmp?: string;
  /** EXIF orientation, 1 to 8. */
  readonly orientation?: number;
};

/** A whole JPEG of 48 × 32 pixels, with what is to be written in it. */
export function jpegWith(embedded: Embedded = {}): Uint8Array<ArrayBuffer> {
  const jpeg = Buffer.from(plainJpeg, 'base64');
  const segments = [
    ...(embedded.orientation === undefined ? [] : [exif(embedded.orientation)]),
    ...(embedded.xmp === undefined ? [] : [xmp(embedded.xmp)]),
    ...(embedded.iim === undefined ? [] : [iim(embedded.iim, embedded.encoding ?? 'utf-8')]),
  ];
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]));
}

/** A whole PNG of 4 × 3 pixels. */
export const png = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(plainPng, 'base64'));
/** A whole WebP of 48 × 32 pixels. */
export const webp = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(plainWebp, 'base64'));

/** A PNG whose header says another size than it has: what a bomb says. */
export function pngOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(plainPng, 'base64');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return new Uint8Array(bytes);
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

function xmp(inside: string): Buffer {
  const packet =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" ' +
    `xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`;
  return segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`));
}

function iim(sets: Readonly<Record<number, string>>, encoding: 'utf-8' | 'latin1'): Buffer {
  const dataSet = (record: number, number: number, value: Buffer): Buffer => {
    const head = Buffer.from([0x1c, record, number, 0, 0]);
    head.writeUInt16BE(value.length, 3);
    return Buffer.concat([head, value]);
  };
  const data = Buffer.concat([
    ...(encoding === 'utf-8' ? [dataSet(1, 90, Buffer.from('\u001B%G', 'latin1'))] : []),
    ...Object.entries(sets).map(([number, text]) =>
      dataSet(2, Number(number), Buffer.from(text, encoding)),
    ),
  ]);
  const padded = data.length % 2 === 0 ? data : Buffer.concat([data, Buffer.alloc(1)]);
  const head = Buffer.from('Photoshop 3.0\u00008BIM\u0004\u0004\u0000\u0000', 'latin1');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  return segment(0xed, Buffer.concat([head, size, padded]));
}
