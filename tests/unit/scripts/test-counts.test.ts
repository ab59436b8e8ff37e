/** What `npm test` counts, and the line it closes with. */
import { expect, test } from 'vitest';
import {
  closingLine,
  countCheck,
  countPlaywright,
  countVitest,
  sum,
} from '../../../scripts/testing/counts.mjs';

test('closes with exactly the line that CI reads', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(closingLine({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
});

test('adds up', () => {
  const counts = sum([countCheck(0), countCheck(1), { passed: 2, failed: 0, skipped: 1 }]);
  expect(counts).toEqual({ passed: 3, failed: 1, skipped: 1 });
});

test('reads vitest', () => {
  const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, testResults: [] };
  expect(countVitest(report, 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
});

test('counts a test file that does not load, beside tests that fail', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  };
  expect(countVitest(report, 1).failed).toBe(2);
});

test('a runner that ends badly, reports nothing, or runs nothing has failed', () => {
  expect(countVitest({ numPassedTests: 3, testResults: [] }, 1).failed).toBe(1);
  expect(countVitest(undefined, 0).failed).toBe(1);
  expect(countVitest({ numPassedTests: 0, testResults: [] }, 0).failed).toBe(1);
  expect(countPlaywright(undefined, 0).failed).toBe(1);
  expect(countPlaywright({ stats: { expected: 0 } }, 0).failed).toBe(1);
  expect(countPlaywright({ stats: { expected: 4 } }, 1).failed).toBe(1);
});

test('reads Playwright', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 0, skipped: 2 };
  expect(countPlaywright({ stats, errors: [] }, 1)).toEqual({ passed: 4, failed: 1, skipped: 2 });
  const errors = [{ message: 'a file does not load' }];
  expect(countPlaywright({ stats: { expected: 4 }, errors }, 1).failed).toBe(1);
});
