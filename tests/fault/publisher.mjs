// Publishes through the real archive thread, and kills its process when the thread comes to the nth
// statement of it: each statement is counted as it is about to run, BEGIN and COMMIT among them.
import { createRequire } from 'node:module';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const [workerFile, archive, setup] = process.argv.slice(2);
  const { statement, input } = JSON.parse(setup);
  const holder = { program: 'workstation', pid: process.pid, host: 'test', since: Date.now() };
  const data = { path: archive, role: 'writer', holder, workerFile, statement };
  const worker = new Worker(new URL(import.meta.url), { workerData: data });
  worker.on('message', ({ id, result }) => {
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    if (id !== 0) process.exit(0);
    const task = { do: 'operation', name: 'publishDraft', input };
    worker.postMessage({ id: 1, do: 'task', task });
  });
} else {
  const Database = createRequire(import.meta.url)('better-sqlite3');
  let left = Infinity;
  const prepare = Database.prototype.prepare;
  Database.prototype.prepare = function prepareCounted(...given) {
    const statement = prepare.apply(this, given);
    for (const way of ['run', 'get', 'all']) {
      const perform = statement[way];
      statement[way] = function performCounted(...values) {
        left -= 1;
        if (left < 1) process.kill(process.pid, 'SIGKILL');
        return perform.apply(this, values);
      };
    }
    return statement;
  };
  await import(workerData.workerFile);
  // What opening runs is not counted: the thread has answered by now.
  left = workerData.statement;
}
