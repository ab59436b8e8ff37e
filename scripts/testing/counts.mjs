/** What a test run came to: counts, read from the runners' own reports, and the closing line. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  const total = { ...NOTHING };
  for (const { passed, failed, skipped } of all) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/**
 * The last line of `npm test`: exactly this form is read by CI.
 * @param {Counts} counts
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * A check counts as one.
 * @param {number} code its exit code
 * @returns {Counts}
 */
export function countCheck(code) {
  return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

/**
 * Reads vitest's JSON report. A file that could not be loaded, or an error outside of any test,
 * counts as one that failed.
 * @param {any} report undefined when there is none
 * @param {number} code vitest's exit code
 * @returns {Counts}
 */
export function countVitest(report, code) {
  if (!report) return { ...NOTHING, failed: 1 };
  const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
  const unloaded = (report.testResults ?? []).filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' &&
      !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  ).length;
  const passed = report.numPassedTests ?? 0;
  return settle({ passed, failed: (report.numFailedTests ?? 0) + unloaded, skipped }, code);
}

/**
 * Reads Playwright's JSON report. Errors outside of any test count as one that failed.
 * @param {any} report undefined when there is none
 * @param {number} code Playwright's exit code
 * @returns {Counts}
 */
export function countPlaywright(report, code) {
  if (!report?.stats) return { ...NOTHING, failed: 1 };
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.stats;
  const outside = report.errors?.length > 0 && unexpected === 0 ? 1 : 0;
  return settle({ passed: expected + flaky, failed: unexpected + outside, skipped }, code);
}

/**
 * A runner that ended badly, or ran nothing, has failed whatever it counted.
 * @param {Counts} counts
 * @param {number} code
 * @returns {Counts}
 */
function settle(counts, code) {
  if (counts.failed > 0) return counts;
  const ranNothing = counts.passed + counts.skipped === 0;
  return code !== 0 || ranNothing ? { ...counts, failed: 1 } : counts;
}
