import type { ArchiveHolder } from '../../contract/models';
import type { Adoption, ReadAccess } from '../access/opening';

/** What an archive thread is started with. */
export type ArchiveThreadData =
  | {
      readonly role: 'writer';
      readonly path: string;
      readonly holder: ArchiveHolder;
      readonly adopt?: Adoption | undefined;
    }
  | { readonly role: 'reader'; readonly path: string };

/** What a writer's thread says when it begins: that it writes, or what the archive is instead. */
export type WriterBegun =
  | { readonly is: 'write' }
  | { readonly is: 'read'; readonly access: ReadAccess }
  | { readonly is: 'other-name'; readonly path: string };

/** Work for an archive thread: an operation by name, or a backup. */
export type ArchiveTask =
  | { readonly do: 'operation'; readonly name: string; readonly input: unknown }
  | { readonly do: 'backup'; readonly path: string };
