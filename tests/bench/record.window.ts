import { test } from '@playwright/test';
import { compareHow, compareRows } from './support/compare';
import { longRecordHow, longRecordRows } from './support/long-record';
import { openingHow, openingRows } from './support/opening';
import { publishHow, publishRows } from './support/publishing';
import { tell } from './support/report';
import { size } from './support/run';

// A trace takes a snapshot of the page at every action: it would be measured too.
test.use({ trace: 'off' });

test('record', async () => {
  const rows = [
    ...(await publishRows()),
    ...(await longRecordRows()),
    ...(await openingRows()),
    ...(await compareRows()),
  ];
  tell('record', {
    title: 'The record',
    reference: 'reference of the same run',
    rows,
    runs: `Rounds: ${size(200, 20)} of publishing and of states, ${size(10, 2)} of verifying, ${size(8, 2)} of opening, ${size(40, 5)} of comparing.`,
    how: [publishHow, longRecordHow, openingHow, compareHow].join(' '),
  });
});
