import { runCli } from './run';

/** The argument after which everything is for the command line, in the packaged program. */
export const cliArgument = '--cli';

/** Arguments that may stand before it: root has to leave Chromium's sandbox off. */
const before: ReadonlySet<string> = new Set(['--no-sandbox']);

/**
 * What follows `--cli` among a program's own arguments; null where it is not asked for, so that a file
 * or a link of that name further on means nothing.
 *
 * @param argv without the program itself
 */
export function cliArguments(argv: readonly string[]): readonly string[] | null {
  const first = argv.findIndex((argument) => !before.has(argument));
  return argv[first] === cliArgument ? argv.slice(first + 1) : null;
}

/**
 * Runs one command with what this process has, and resolves with its exit code once what it said has
 * been handed to whoever reads it.
 *
 * @param argv the command and its arguments
 * @param workerFile the built archive thread
 */
export async function runInProcess(argv: readonly string[], workerFile: URL): Promise<number> {
  const code = await runCli({
    argv,
    // npm runs scripts in the package's folder; paths are meant from where the person is.
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
    workerFile,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
  await Promise.all([process.stdout, process.stderr].map(drained));
  return code;
}

/** Pipes are written behind one's back on some systems: an exit would cut them. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}
