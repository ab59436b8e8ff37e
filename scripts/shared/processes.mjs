/** Starting other programs: with a time limit, no shell, and no way to hang. */
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { findProgram, ROOT } from './paths.mjs';
import { PlainError } from './progress.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the repository's root unless told
 * @property {NodeJS.ProcessEnv} [env] added to this process's environment
 * @property {number} [timeout] milliseconds until the program is ended
 * @property {'capture' | 'inherit'} [output] kept, or passed on together with our input
 * @property {(pid: number) => void} [onStart] told the program's process id
 */

/**
 * @typedef {object} RunResult
 * @property {number} code the exit code; 128 + the signal's number when a signal ended it
 * @property {string} stdout
 * @property {string} stderr
 * @property {boolean} timedOut
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let forwarding = false;
/** @type {number | undefined} the exit code, once a signal has asked us to end */
let interruptedBy;

/**
 * Runs a program to its end. Never throws: a program that cannot start has code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  const { cwd = ROOT, env = {}, timeout = 0, output = 'capture', onStart } = options;
  forwardSignals();
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: output === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    running.add(child);
    if (child.pid !== undefined) onStart?.(child.pid);
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text));
    const timer =
      timeout > 0
        ? setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, timeout)
        : undefined;
    /** @param {number} code */
    const finish = (code) => {
      clearTimeout(timer);
      running.delete(child);
      if (interruptedBy !== undefined && running.size === 0) process.exit(interruptedBy);
      resolve({ code, stdout, stderr, timedOut });
    };
    child.on('error', (error) => {
      stderr += error.message;
      finish(127);
    });
    child.on('close', (code, signal) => finish(code ?? signalCode(signal)));
  });
}

/** @param {NodeJS.Signals | null} signal */
function signalCode(signal) {
  return 128 + (signal ? (constants.signals[signal] ?? 0) : 0);
}

/** Passes SIGINT, SIGTERM and SIGHUP on to the programs we started, and ends when they have. */
function forwardSignals() {
  if (forwarding) return;
  forwarding = true;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      interruptedBy = signalCode(signal);
      for (const child of running) child.kill(signal);
      if (running.size === 0) process.exit(interruptedBy);
      setTimeout(() => process.exit(interruptedBy), 5000).unref();
    });
  }
}

/**
 * Runs a JavaScript file with this very Node.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}

/**
 * Runs npm through its own JavaScript, so that no shell and no `npm.cmd` is in the way.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
  return runNode(npmScript(), args, options);
}

/**
 * Finds npm's `npm-cli.js`: the npm that started us, the one beside Node, or the one on PATH.
 * @returns {string}
 */
export function npmScript() {
  const nodeFolder = path.dirname(realpathSync(process.execPath));
  const onPath = findProgram('npm');
  const candidates = [
    process.env.npm_execpath ?? '',
    path.join(nodeFolder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(nodeFolder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    onPath ? realpathSync(onPath) : '',
    onPath ? path.join(path.dirname(onPath), 'node_modules', 'npm', 'bin', 'npm-cli.js') : '',
  ];
  const found = candidates.find((file) => /npm-cli\.c?js$/.test(file) && existsSync(file));
  if (found) return found;
  throw new PlainError(
    'npm was not found beside Node: install Node.js 20.19 or newer with its npm.',
  );
}

/**
 * The last lines of a program's output, for the detail of a failure.
 * @param {RunResult} result
 * @param {number} [lines]
 */
export function lastLines(result, lines = 15) {
  const text = [result.stdout, result.stderr].join('\n').trim();
  return text.split('\n').slice(-lines).join('\n');
}
