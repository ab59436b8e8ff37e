/** What an archive thread is started with. */
export type ArchiveThreadData = { readonly path: string; readonly role: 'writer' | 'reader' };

/** Work for an archive thread: an operation by name, or a backup. */
export type ArchiveTask =
  | { readonly do: 'operation'; readonly name: string; readonly input: unknown }
  | { readonly do: 'backup'; readonly path: string };
