import { runCli } from './run';

// The command line's entry: hands the process to the program and takes its exit code.
process.exitCode = await runCli({
  argv: process.argv.slice(2),
  // npm runs scripts in the package's folder; paths are meant from where the person is.
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
  workerFile: new URL('./archive-worker.js', import.meta.url),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
