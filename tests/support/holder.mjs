// Opens an archive for writing as the workstation does, says in a line of JSON what came of it, and
// keeps it open until it is killed or its standard input ends.
import { hostname } from 'node:os';
import { Worker } from 'node:worker_threads';

const [workerFile, path, host = hostname()] = process.argv.slice(2);
const holder = { program: 'workstation', pid: process.pid, host, since: 1_493_751_240_000 };
const worker = new Worker(new URL(workerFile), {
  workerData: { role: 'writer', path, holder, mayMigrate: false },
});
worker.once('message', ({ result }) => process.stdout.write(`${JSON.stringify(result)}\n`));
process.stdin.resume().on('end', () => process.exit());
