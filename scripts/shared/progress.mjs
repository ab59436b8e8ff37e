/** What the scripts say while they work: progress on stderr, failures as one sentence. */

/** A failure that the person at the keyboard can act on: its message says what to do. */
export class PlainError extends Error {
  /**
   * @param {string} sentence what is wrong and what to do about it
   * @param {string} [detail] output worth showing below the sentence
   */
  constructor(sentence, detail) {
    super(sentence);
    this.name = 'PlainError';
    this.detail = detail;
  }
}

let quiet = false;

/**
 * Silences progress lines; failures are still told.
 * @param {boolean} value
 */
export function setQuiet(value) {
  quiet = value;
}

/**
 * Writes one progress line to stderr.
 * @param {string} line
 */
export function say(line) {
  if (!quiet) process.stderr.write(`${line}\n`);
}

/**
 * Announces a step, runs it, and says how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  say(`• ${title} …`);
  const started = performance.now();
  const result = await work();
  say(`  done in ${seconds(performance.now() - started)}`);
  return result;
}

/**
 * Milliseconds as people read them.
 * @param {number} milliseconds
 */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0)} s`;
}

/**
 * Runs a script's main function; a failure becomes one sentence and exit code 1.
 * @param {() => Promise<number | void>} main returns the exit code, or nothing for 0
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    tellFailure(error);
  }
}

/**
 * Writes a failure to stderr: the sentence of a {@link PlainError}, the stack of anything else.
 * @param {unknown} error
 */
export function tellFailure(error) {
  if (error instanceof PlainError) {
    if (error.detail) process.stderr.write(`${error.detail.trimEnd()}\n`);
    process.stderr.write(`writethru: ${error.message}\n`);
  } else {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  }
}
