import type { ArchiveHolder } from '../../contract/models';
import type { Adoption, ReadAccess } from '../access/opening';
import type { SalvageRequest } from '../salvage/salvage';

/** What an archive thread is started with. */
export type ArchiveThreadData =
  | {
      readonly role: 'writer';
      readonly path: string;
      readonly holder: ArchiveHolder;
      readonly adopt?: Adoption | undefined;
      /** Whether an archive of an older schema may be migrated: once there is a backup of it. */
      readonly mayMigrate: boolean;
    }
  | { readonly role: 'reader'; readonly path: string }
  /** Copies whole files; it keeps no connection. */
  | { readonly role: 'keeper'; readonly path: string };

/** What a writer's thread says when it begins: that it writes, or what the archive is instead. */
export type WriterBegun =
  | { readonly is: 'write' }
  | { readonly is: 'read'; readonly access: ReadAccess }
  | { readonly is: 'other-name'; readonly path: string }
  /** It has an older schema and has to be backed up first. */
  | { readonly is: 'outdated' };

/** Work for an archive thread: an operation by name; for a keeper, a backup, a restore or a salvage. */
export type ArchiveTask =
  | { readonly do: 'operation'; readonly name: string; readonly input: unknown }
  | { readonly do: 'backup'; readonly path: string }
  | {
      readonly do: 'restore';
      readonly from: string;
      readonly holder: ArchiveHolder;
      /** ms */
      readonly at: number;
    }
  | ({ readonly do: 'salvage' } & Omit<SalvageRequest, 'path'>);
