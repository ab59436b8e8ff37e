import { seal, unseal } from './seal';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { createArchiveFile, openArchive } from '../archive/client';
import { appError, refusalToWrite, type AppError } from '../contract/errors';
import { err, type Result } from '../domain/result';
import { firstArchivePath, settingsPath, userDataFolder, type Machine } from '../places';
import { createServices, type Services } from '../services';
import { readInThisThread } from '../services/exchange/read-text';
import { openSettings } from '../services/preferences';
import {
  commandsForNone,
  parseArguments,
  writes,
  type CliArguments,
  type CliCommand,
  type CommandForNone,
} from './arguments';
import { listBackups, mend, readPassphrase, restore } from './backups';
import { performCommand } from './commands';
import { deliverAfter } from './deliver';
import type { Outcome } from './outcome';
import { schemasFolder, validatePaths } from './validate';
import { watchInto } from './watch';
import { usage } from './usage';
import { errorInWords } from './words';

/** What the program is run with; the process's own, but for tests. */
export type CliEnvironment = {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly workerFile: URL;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
};

/** Exit codes: done, a problem in the input or the archive, wrong usage. */
type ExitCode = 0 | 1 | 2;

/** Commands after which something may be out that was not: it is delivered. */
const bringsOut: ReadonlySet<CliCommand> = new Set<CliCommand>([
  'publish',
  'update',
  'correct',
  'kill',
  'embargo',
]);

/** Runs one command. Results go to standard output, everything else to standard error. */
export async function runCli(environment: CliEnvironment): Promise<ExitCode> {
  const parsed = parseArguments(environment.argv);
  if (!parsed.ok) {
    environment.err(`${parsed.error}\n\n${usage}`);
    return 2;
  }
  if (parsed.value === 'help') {
    environment.out(usage);
    return 0;
  }
  const outcome = await withArchive(parsed.value, environment);
  return report(outcome, parsed.value.json, environment);
}

function isForNone(command: CliCommand): command is CommandForNone {
  return commandsForNone.some((one) => one === command);
}

/** Performs a command for an archive that may not open, or for none. */
async function withoutArchive(
  command: CommandForNone,
  args: CliArguments,
  { cwd, workerFile }: CliEnvironment,
  path: string,
): Promise<Result<Outcome, AppError>> {
  switch (command) {
    case 'validate': {
      const here = (given: string): string => resolve(cwd, given);
      const given = args.schemas === undefined ? undefined : here(args.schemas);
      const folder = given ?? schemasFolder(userDataFolder(thisMachine()), process.env);
      return validatePaths(args.operands.map(here), { folder, zone: args.zone });
    }
    case 'backups':
      return listBackups(path);
    case 'seal':
    case 'unseal': {
      const passphrase = readPassphrase(args.passphraseFile, cwd);
      if (!passphrase.ok) return passphrase;
      const file = resolve(cwd, args.operands[0] ?? '');
      return command === 'seal' ? seal(file, passphrase.value) : unseal(file, passphrase.value);
    }
    case 'restore': {
      const passphrase = readPassphrase(args.passphraseFile, cwd);
      if (!passphrase.ok) return passphrase;
      const how = { cwd, workerFile, now: Date.now(), passphrase: passphrase.value };
      return restore(path, args.operands[0] ?? '', how);
    }
    case 'mend':
      return mend(path, workerFile);
  }
}

async function withArchive(
  args: CliArguments,
  environment: CliEnvironment,
): Promise<Result<Outcome, AppError>> {
  const path = archivePath(args, environment.cwd);
  const { command } = args;
  if (isForNone(command)) return withoutArchive(command, args, environment, path);
  if ((command === 'import' || command === 'watch') && !existsSync(path)) {
    const birth = { id: uuidv7(), name: 'desk', sample: false, now: Date.now() };
    const created = createArchiveFile(path, birth);
    if (!created.ok) return created;
    environment.err(`Created the archive ${path}\n`);
  }
  const writing = writes(args.command);
  const archive = await openArchive(path, environment.workerFile, {
    program: 'command-line',
    purpose: writing === false ? 'read' : 'write',
  });
  if (!archive.ok) return err(atPath(archive.error, path));
  try {
    const refusal = writing === true ? refusalToWrite(archive.value.access) : undefined;
    if (refusal !== undefined) return err(atPath(refusal, path));
    const services: Services = createServices({
      archive: archive.value,
      readText: readInThisThread,
      now: Date.now,
      newId: uuidv7,
      zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
      changed: () => undefined,
    });
    if (command === 'watch') {
      const folder = resolve(environment.cwd, args.operands[0] ?? '');
      return await watchInto(services, folder, args.json, environment.out);
    }
    const outcome = await performCommand(
      command,
      args,
      services,
      (name) => resolve(environment.cwd, name),
      environment.err,
    );
    if (bringsOut.has(command)) await deliverAfter(services, environment.err);
    return outcome;
  } finally {
    await archive.value.close();
  }
}

function atPath({ code, reason, facts }: AppError, path: string): AppError {
  return appError(code, reason, { ...facts, path });
}

/** `--archive`, else the archive the workstation opened last, else the one it would create. */
function archivePath({ archive }: CliArguments, cwd: string): string {
  if (archive !== undefined) return resolve(cwd, archive);
  const userData = userDataFolder(thisMachine());
  return openSettings(settingsPath(userData)).get().archivePath ?? firstArchivePath(userData);
}

function thisMachine(): Machine {
  return { platform: process.platform, home: homedir(), env: process.env };
}

function report(
  outcome: Result<Outcome, AppError>,
  json: boolean,
  { out, err: say }: CliEnvironment,
): ExitCode {
  if (!outcome.ok) {
    if (json) out(`${JSON.stringify({ error: outcome.error }, null, 2)}\n`);
    say(`${errorInWords(outcome.error)}\n`);
    return 1;
  }
  out(json ? `${JSON.stringify(outcome.value.json, null, 2)}\n` : outcome.value.text);
  for (const problem of outcome.value.problems) say(`${problem}\n`);
  return outcome.value.problems.length === 0 ? 0 : 1;
}
