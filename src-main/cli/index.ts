import { runInProcess } from './process';

// The command line's entry under Node: hands the process to the program and takes its exit code.
process.exitCode = await runInProcess(
  process.argv.slice(2),
  new URL('./archive-worker.js', import.meta.url),
);
