import { test } from '@playwright/test';
import { compareHow, compareRows } from './support/compare';
import { tell } from './support/report';
import { size } from './support/run';

test('record', async () => {
  tell('record', {
    title: 'The record',
    reference: 'reference of the same run',
    rows: await compareRows(),
    runs: `Rounds of each: ${size(40, 5)}.`,
    how: compareHow,
  });
});
