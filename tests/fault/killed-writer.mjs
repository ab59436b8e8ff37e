// Opens an archive through the real archive thread and gives it a task, and kills its own process
// before or after the nth statement: of opening it, migrations among it, or of the task.
import { createRequire } from 'node:module';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const [workerFile, path, setup] = process.argv.slice(2);
  const { task, ...counting } = JSON.parse(setup);
  const holder = { program: 'workstation', pid: process.pid, host: 'test', since: Date.now() };
  const data = { path, role: 'writer', holder, mayMigrate: true, workerFile, ...counting };
  const worker = new Worker(new URL(import.meta.url), { workerData: data });
  worker.on('message', ({ id, result }) => {
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    if (id !== 0 || task === undefined) process.exit(0);
    worker.postMessage({ id: 1, do: 'task', task });
  });
} else {
  const Database = createRequire(import.meta.url)('better-sqlite3');
  const { statement: nth, when, counts } = workerData;
  let count = counts === 'opening' ? 0 : -Infinity;
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
  const { prepare, exec } = native;
  native.prepare = function prepareCounted(...given) {
    const statement = prepare.apply(this, given);
    for (const way of ['run', 'get', 'all']) statement[way] = counted(statement[way]);
    return statement;
  };
  // Of a migration every statement counts: a script runs piece by piece.
  native.exec = function execCounted(sql) {
    let rest = sql;
    for (let end = rest.indexOf(';'); end !== -1; end = rest.indexOf(';', end + 1)) {
      const piece = rest.slice(0, end + 1);
      if (!isWhole(piece)) continue;
      counted(exec).call(this, piece);
      rest = rest.slice(end + 1);
      end = -1;
    }
    if (rest.trim() !== '') exec.call(this, rest);
    return this;
  };
  sample.close();
  await import(workerData.workerFile);
  // What opening runs is not counted for a task: the thread has answered by now.
  if (counts === 'task') count = 0;
}

/** Whether a piece of a script ends where a statement does: not within a trigger, a text, a comment. */
function isWhole(piece) {
  const bare = piece.replaceAll(/--[^\n]*/g, '').replaceAll(/'(?:[^']|'')*'/g, "''");
  if (/--[^\n]*;$/.test(piece) || (bare.match(/'/g)?.length ?? 0) % 2 === 1) return false;
  return !/\bCREATE\s+TRIGGER\b/i.test(bare) || /\bEND\s*;$/i.test(bare);
}
