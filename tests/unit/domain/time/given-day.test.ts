import { expect, it } from 'vitest';
import { parseGivenDay, parsePeriod } from '../../../../src-main/domain/query/period';

// A Tuesday.
const clock = { now: Date.UTC(2017, 4, 2, 10), zone: 'Europe/Paris' };

it.each([
  ['2/5/2017', '2017-5-2'],
  ['2 mai 2017', '2017-5-2'],
  ['May 2, 2017', '2017-5-2'],
  ['Hier', '2017-5-1'],
  ['tomorrow', '2017-5-3'],
  ['après-demain', '2017-5-4'],
  ['mardi', '2017-5-2'],
  ['lundi', '2017-5-8'],
])('%s is a day in a field', (text, wanted) => {
  const day = parseGivenDay(text, clock);
  expect(day && `${day.year}-${day.month}-${day.day}`).toBe(wanted);
  expect(parsePeriod(text, clock)).not.toBeNull();
});

it.each(['', 'mai 2017', 'bientôt', '7 days'])('%s is none', (text) => {
  expect(parseGivenDay(text, clock)).toBeNull();
});
