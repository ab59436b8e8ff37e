// Types into a draft through the real archive thread until it is killed. Each line it prints is the
// version of a batch the archive has acknowledged.
import { Worker } from 'node:worker_threads';

const [workerFile, archive, setup] = process.argv.slice(2);
const holder = { program: 'workstation', pid: process.pid, host: 'test', since: Date.now() };
const worker = new Worker(new URL(workerFile), {
  workerData: { role: 'writer', path: archive, holder, mayMigrate: false },
});
const waiting = new Map();
worker.on('message', ({ id, result }) => waiting.get(id)?.(result));

let lastId = 0;
const request = (name, input) => {
  lastId += 1;
  const id = lastId;
  worker.postMessage({ id, do: 'task', task: { do: 'operation', name, input } });
  return new Promise((resolve) => waiting.set(id, resolve));
};
await new Promise((resolve) => waiting.set(0, resolve));

const { draft, dispatch, stepAt } = JSON.parse(setup);
await request('openSession', { now: Date.now() });
await request('createDispatch', { draft, dispatch });
for (let version = 0; ; version += 1) {
  const at = stepAt + version;
  const slice = { content: [{ type: 'text', text: String(version % 10) }] };
  const steps = [{ stepType: 'replace', from: at, to: at, slice }];
  const input = { draftId: draft.id, baseVersion: version, steps, now: Date.now() };
  const result = await request('journalSteps', input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  process.stdout.write(`${result.value.version}\n`);
}
