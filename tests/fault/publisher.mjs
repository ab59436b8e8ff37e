// Publishes through the real archive thread, and kills its process before or after the nth statement
// of it, BEGIN and COMMIT among them.
import { createRequire } from 'node:module';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const [workerFile, archive, setup] = process.argv.slice(2);
  const { statement, when, input } = JSON.parse(setup);
  const holder = { program: 'workstation', pid: process.pid, host: 'test', since: Date.now() };
  const data = { path: archive, role: 'writer', holder, workerFile, statement, when };
  const worker = new Worker(new URL(import.meta.url), { workerData: data });
  worker.on('message', ({ id, result }) => {
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    if (id !== 0) process.exit(0);
    const task = { do: 'operation', name: 'publishDraft', input };
    worker.postMessage({ id: 1, do: 'task', task });
  });
} else {
  const Database = createRequire(import.meta.url)('better-sqlite3');
  const { statement: nth, when } = workerData;
  let count = -Infinity;
  const kill = () => process.kill(process.pid, 'SIGKILL');
  const counted = (perform) =>
    function performCounted(...values) {
      count += 1;
      if (count === nth && when === 'before') kill();
      const result = perform.apply(this, values);
      if (count === nth && when === 'after') kill();
      return result;
    };
  // The native connection behind the library's own: its transactions prepare BEGIN and COMMIT there.
  const sample = new Database(':memory:');
  const [inner] = Object.getOwnPropertySymbols(sample).map((symbol) => sample[symbol]);
  const native = Object.getPrototypeOf(inner);
  const { prepare } = native;
  native.prepare = function prepareCounted(...given) {
    const statement = prepare.apply(this, given);
    for (const way of ['run', 'get', 'all']) statement[way] = counted(statement[way]);
    return statement;
  };
  sample.close();
  await import(workerData.workerFile);
  // What opening runs is not counted: the thread has answered by now.
  count = 0;
}
