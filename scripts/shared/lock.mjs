/** One at a time: a lock file with the holder's name on it, given up when the holder is gone. */
import { randomBytes } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError, say } from './progress.mjs';

const HEARTBEAT = 5000;
const STALE_AFTER = 60_000;
const WAIT_AT_MOST = 15 * 60_000;

/**
 * Runs some work while holding a lock. Waits for another holder; takes over from a dead one.
 * @template T
 * @param {string} file the lock file
 * @param {string} what the work, as it is named to whoever waits
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, what, work) {
  const token = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    nonce: randomBytes(8).toString('hex'),
  });
  await acquire(file, what, token);
  const release = () => {
    if (read(file) === token) attempt(() => unlinkSync(file));
  };
  const timer = setInterval(
    () => attempt(() => utimesSync(file, new Date(), new Date())),
    HEARTBEAT,
  );
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    process.removeListener('exit', release);
    release();
  }
}

/**
 * @param {string} file
 * @param {string} what
 * @param {string} token
 */
async function acquire(file, what, token) {
  const started = Date.now();
  let told = false;
  while (!tryCreate(file, token)) {
    const holder = read(file);
    if (holder === undefined) continue;
    if (isStale(file, holder)) {
      takeAway(file, holder);
      continue;
    }
    if (!told) say(`• Another ${what} is running (${describe(holder)}); waiting for it …`);
    told = true;
    if (Date.now() - started > WAIT_AT_MOST) {
      throw new PlainError(
        `Another ${what} (${describe(holder)}) has not ended in 15 minutes: end it, or remove ${file}, and try again.`,
      );
    }
    await sleep(200);
  }
}

/**
 * @param {string} file
 * @param {string} token
 */
function tryCreate(file, token) {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, token, { flag: 'wx' });
    return true;
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EEXIST') return false;
    throw new PlainError(
      `The folder ${path.dirname(file)} cannot be written (${message}): set WRITETHRU_CACHE to a folder that can be.`,
    );
  }
}

/**
 * @param {string} file
 * @param {string} holder
 */
function isStale(file, holder) {
  let age;
  try {
    age = Date.now() - statSync(file).mtimeMs;
  } catch {
    return false;
  }
  if (age > STALE_AFTER) return true;
  const { pid, host } = parse(holder);
  if (pid === undefined) return age > 2000;
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}

/**
 * Removes a dead holder's lock, and puts it back if another came in between.
 * @param {string} file
 * @param {string} holder
 */
function takeAway(file, holder) {
  const aside = `${file}.${process.pid}.stale`;
  if (!attempt(() => renameSync(file, aside))) return;
  if (read(aside) === holder) attempt(() => unlinkSync(aside));
  else attempt(() => renameSync(aside, file));
}

/** @param {string} holder */
function describe(holder) {
  const { pid } = parse(holder);
  return pid === undefined ? 'starting' : `process ${pid}`;
}

/**
 * @param {string} holder
 * @returns {{ pid?: number, host?: string }}
 */
function parse(holder) {
  try {
    return JSON.parse(holder);
  } catch {
    return {};
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** @param {() => void} work */
function attempt(work) {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
