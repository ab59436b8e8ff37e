import { describe, expect, test } from 'vitest';
import { cliArguments } from '../../../src-main/cli/asked';

describe('the command line of the packaged program', () => {
  test('is what follows --cli, also for root', () => {
    expect(cliArguments(['--cli', 'list', '--json'])).toEqual(['list', '--json']);
    expect(cliArguments(['--no-sandbox', '--cli'])).toEqual([]);
  });

  test('is asked for only before all else', () => {
    expect(cliArguments([])).toBeNull();
    expect(cliArguments(['a.nitf', '--cli'])).toBeNull();
    expect(cliArguments(['writethru://dispatch/1', '--cli', 'mend'])).toBeNull();
  });
});
