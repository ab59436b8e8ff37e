/** A screen to open windows on: the one there is, or a virtual one of our own. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { PlainError } from './progress.mjs';
import { needsVirtualDisplay } from '../setup/system-libraries.mjs';

const START_LIMIT = 15_000;

/**
 * Runs some work with the environment that windows need. Without a display on Linux, a virtual
 * one is started for it; the server itself picks a free number, so several can run at once.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @param {number} [most] virtual displays at most, so that windows do not take the focus from each
 *   other; all of them are named in WRITETHRU_DISPLAYS
 * @returns {Promise<T>}
 */
export async function withDisplay(work, most = 1) {
  if (!needsVirtualDisplay()) return work({});
  const count = Math.max(1, Math.min(most, availableParallelism()));
  const servers = await Promise.all(Array.from({ length: count }, startServer));
  const stop = () => servers.forEach(({ server }) => server.kill('SIGTERM'));
  process.once('exit', stop);
  try {
    const displays = servers.map(({ display }) => display);
    return await work({
      DISPLAY: displays[0],
      WRITETHRU_DISPLAYS: displays.join(' '),
      WAYLAND_DISPLAY: undefined,
      XDG_SESSION_TYPE: 'x11',
    });
  } finally {
    process.removeListener('exit', stop);
    stop();
  }
}

/** @returns {Promise<{ server: import('node:child_process').ChildProcess, display: string }>} */
function startServer() {
  const args = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1600x1000x24',
    '-dpi',
    '96',
    '-nolisten',
    'tcp',
  ];
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    let errors = '';
    let number = '';
    const fail = (/** @type {string} */ why) => {
      clearTimeout(timer);
      server.kill('SIGKILL');
      const sentence = `The virtual display could not be started (${why}): install xvfb, or set DISPLAY.`;
      reject(new PlainError(sentence, errors));
    };
    const timer = setTimeout(() => fail('no answer in 15 s'), START_LIMIT);
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(`Xvfb ended with code ${code}`));
    server.stderr
      ?.setEncoding('utf8')
      .on('data', (text) => (errors = (errors + text).slice(-4000)));
    const channel = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
    channel.setEncoding('utf8').on('data', (text) => {
      number += text;
      if (!number.includes('\n')) return;
      clearTimeout(timer);
      server.removeAllListeners('exit');
      server.unref();
      resolve({ server, display: `:${number.trim()}` });
    });
  });
}
