import { fromBuffer, open, type Entry, type ZipFile } from 'yauzl';

/** What a ZIP may hold at most; beyond it is a bomb, or nothing that a desk would send. */
export const zipBounds = {
  entries: 20_000,
  /** Bytes of all files together, as they are packed out. */
  bytes: 2 * 1024 * 1024 * 1024,
  /** How many times larger a file may be than it is packed. */
  ratio: 200,
  /** Small files may be packed as tightly as they like. */
  ratioFrom: 1024 * 1024,
} as const;

/** A file in a ZIP, not yet packed out. */
export type ZipEntry = {
  readonly name: string;
  readonly byteLength: number;
  /** Packs it out; rejects when it is not as it says, or larger. */
  readonly read: () => Promise<Uint8Array>;
};

/** A ZIP that was looked into. */
export type OpenZip = { readonly entries: readonly ZipEntry[]; readonly close: () => void };

/** Why a ZIP is not opened, as a stable code. */
export class ZipFault extends Error {
  constructor(readonly code: 'zip-damaged' | 'zip-too-large' | 'zip-unsafe' | 'zip-encrypted') {
    super(code);
  }
}

/** Opens a ZIP by its path; rejects with a {@link ZipFault}. */
export function openZipFile(path: string): Promise<OpenZip> {
  return opened((done) => open(path, options, done));
}

/** Opens a ZIP in memory; rejects with a {@link ZipFault}. */
export function openZipBytes(bytes: Uint8Array): Promise<OpenZip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return opened((done) => fromBuffer(buffer, options, done));
}

/** yauzl itself refuses absolute names and `..`, and checks that files are as large as they say. */
const options = {
  lazyEntries: true,
  autoClose: false,
  decodeStrings: true,
  validateEntrySizes: true,
  strictFileNames: false,
} as const;

type Begin = (done: (error: Error | null, zip: ZipFile) => void) => void;

async function opened(begin: Begin): Promise<OpenZip> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    begin((error, found) => {
      if (error === null) resolve(found);
      else reject(new ZipFault('zip-damaged'));
    });
  });
  return list(zip);
}

function list(zip: ZipFile): Promise<OpenZip> {
  return new Promise((resolve, reject) => {
    const entries: ZipEntry[] = [];
    let bytes = 0;
    const giveUp = (fault: ZipFault): void => {
      zip.close();
      reject(fault);
    };
    zip.on('error', (error: Error) => {
      const unsafe = /relative path|absolute path|invalid characters/.test(error.message);
      giveUp(new ZipFault(unsafe ? 'zip-unsafe' : 'zip-damaged'));
    });
    zip.on('end', () => resolve({ entries, close: () => zip.close() }));
    zip.on('entry', (entry: Entry) => {
      bytes += entry.uncompressedSize;
      const fault = faultOf(entry, entries.length, bytes);
      if (fault !== undefined) {
        giveUp(new ZipFault(fault));
        return;
      }
      if (!entry.fileName.endsWith('/')) entries.push(entryOf(zip, entry));
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function faultOf(entry: Entry, count: number, bytes: number): ZipFault['code'] | undefined {
  if (count >= zipBounds.entries || bytes > zipBounds.bytes) return 'zip-too-large';
  const { uncompressedSize, compressedSize } = entry;
  const isTight = uncompressedSize > Math.max(1, compressedSize) * zipBounds.ratio;
  if (isTight && uncompressedSize > zipBounds.ratioFrom) return 'zip-too-large';
  return entry.isEncrypted() ? 'zip-encrypted' : undefined;
}

function entryOf(zip: ZipFile, entry: Entry): ZipEntry {
  return {
    name: entry.fileName,
    byteLength: entry.uncompressedSize,
    read: () =>
      new Promise((resolve, reject) => {
        zip.openReadStream(entry, (error, stream) => {
          if (error !== null) {
            reject(new ZipFault('zip-damaged'));
            return;
          }
          const pieces: Buffer[] = [];
          stream.on('data', (piece: Buffer) => pieces.push(piece));
          stream.on('error', () => reject(new ZipFault('zip-damaged')));
          stream.on('end', () => resolve(new Uint8Array(Buffer.concat(pieces))));
        });
      }),
  };
}

/** Whether bytes begin as a ZIP does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}
