import { readFile } from '../../domain/exchange/read';
import type { FileReading } from '../../domain/exchange/read';
import type { ReadFault } from '../../domain/exchange/reading';
import { err, type Result } from '../../domain/result';
import { isZip, openZipBytes, ZipFault } from './zip';

/** Reads a file of any format, those that need Node among them: Word documents and photos. */
export async function readAny(
  bytes: Uint8Array,
  name: string,
  zone: string,
): Promise<Result<FileReading, ReadFault>> {
  if (isZip(bytes)) return readZipped(bytes, zone);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) {
    // Large libraries, which most imports never need.
    const { readPhoto } = await import('./photo');
    return readPhoto(bytes, name, zone);
  }
  return readFile(bytes, name, { zone });
}

async function readZipped(
  bytes: Uint8Array,
  zone: string,
): Promise<Result<FileReading, ReadFault>> {
  const binary = err({ code: 'binary', looksLike: 'zip' } as const);
  try {
    const zip = await openZipBytes(bytes);
    const isWord = zip.entries.some(({ name }) => name === 'word/document.xml');
    if (!isWord) return binary;
    const { readDocx } = await import('./docx/read');
    return await readDocx(bytes, zip, zone);
  } catch (thrown) {
    if (thrown instanceof ZipFault) return binary;
    throw thrown;
  }
}
