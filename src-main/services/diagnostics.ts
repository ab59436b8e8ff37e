import type { ResponseOf } from '../contract/requests';
import type { BackupModel } from '../contract/backups';
import type { Workspace } from './workspace';

/** What the shell knows of the program and the machine it runs on. */
export type ProgramFacts = {
  readonly version: string;
  readonly packaged: boolean;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** The system's name, release and kind of processor. */
  readonly system: string;
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
  readonly windows: number;
  readonly language: string;
  readonly theme: string;
  /** The last lines of the log. */
  readonly log: readonly string[];
};

/**
 * What helps somebody else to understand a fault: versions, sizes, states and the log; no words of a
 * dispatch, no names, no paths. In English, for those who are asked for help; shown before it is
 * copied.
 */
export async function diagnose(
  program: ProgramFacts,
  workspace: Workspace,
  backups: ResponseOf<'archive.backups'>,
  now: number,
): Promise<string> {
  const { version, packaged, electron, chromium, node, system, cores, memory } = program;
  return [
    `Writethru ${version}${packaged ? '' : ', not packaged'}`,
    `Electron ${electron}, Chromium ${chromium}, Node ${node}`,
    `${system}, ${cores} cores, ${megabytes(memory)} of memory`,
    `${program.windows} window(s), ${program.language}, ${program.theme}`,
    '',
    ...(await archiveLines(workspace)),
    ...backupLines(backups.backups, backups.failure?.code ?? null, now),
    `Second folder: ${secondFolder(backups)}`,
    '',
    'Log:',
    ...(program.log.length === 0 ? ['(empty)'] : program.log),
    '',
  ].join('\n');
}

async function archiveLines(workspace: Workspace): Promise<readonly string[]> {
  if (workspace.state === 'problem') {
    const { code, reason } = workspace.error;
    return [`Archive: not open (${[code, reason].filter(Boolean).join(', ')})`];
  }
  const { access, read } = workspace.archive;
  const [file, facts] = await Promise.all([read('readArchiveFile', {}), read('readFacts', {})]);
  const how = access.is === 'write' ? 'open' : `only read (${access.why})`;
  if (!file.ok || !facts.ok) return [`Archive: ${how}; its facts could not be read`];
  const { sqlite, schema, pageSize, pages, freePages } = file.value;
  const { dispatches, sample, verified } = facts.value;
  return [
    `Archive: ${how}${sample ? ', the samples' : ''}, schema ${schema}, SQLite ${sqlite}`,
    `${dispatches} dispatches, ${megabytes(pages * pageSize)} in ${pages} pages of ${pageSize} bytes, ${freePages} free`,
    verified === null
      ? 'Never verified'
      : `Verified ${new Date(verified.at).toISOString()}, ${verified.problems} problem(s)`,
  ];
}

function backupLines(
  backups: readonly BackupModel[],
  failure: string | null,
  now: number,
): readonly string[] {
  const [newest] = backups;
  const age = newest === undefined ? null : Math.round((now - newest.at) / 60_000);
  const told = age === null ? 'none' : `${backups.length}, the newest ${age} min old`;
  return [`Backups: ${told}${failure === null ? '' : `; the last one failed (${failure})`}`];
}

function secondFolder({ second }: ResponseOf<'archive.backups'>): string {
  if (second === null) return 'none';
  return second.failure === null
    ? 'yes'
    : `yes; the last backup there failed (${second.failure.code})`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
