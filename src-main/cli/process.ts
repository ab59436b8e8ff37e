import { runCli } from './run';

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
