// Apart from the commands themselves, which a window need not load to know that none is asked for.

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
