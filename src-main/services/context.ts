import type { Archive } from '../archive/client';
import type { TextReader } from './exchange/read-text';
import type { SealingKey } from './sealing/seal';
import type { Sealing } from './sealing/sealing-thread';
import type { PictureReader } from './take-in';

/** What every service works with. One clock, main's, stamps everything. */
export type ServiceContext = {
  readonly archive: Archive;
  /** Reads the bytes of a text for import. */
  readonly readText: TextReader;
  /** Looks into the bytes of a picture; in the thread that asks where nothing else is given. */
  readonly readPicture?: PictureReader;
  /** ms since the epoch. */
  readonly now: () => number;
  /** A new UUID version 7. */
  readonly newId: () => string;
  /** The desk's IANA zone. */
  readonly zone: () => string;
  /** A folder, on another disk perhaps, in which every backup is kept too; null or absent for none. */
  readonly secondFolder?: () => string | null;
  /** Seals backups of the second folder, where there is a key for it. */
  readonly sealing?: Sealing;
  /** The key backups of the second folder are sealed with; null or absent for none. */
  readonly backupKey?: () => SealingKey | null;
  /** Told of the dispatches that a use case has changed. */
  readonly changed: (dispatchIds: readonly string[]) => void;
};
