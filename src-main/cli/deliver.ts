import type { Delivery } from '../contract/deliveries';
import { ok } from '../domain/result';
import type { Services } from '../services';
import type { Performed } from './outcome';
import { errorInWords } from './words';

/** Tries everything that is yet to be delivered, and says what still is not. */
export async function deliverNow(services: Services): Performed {
  const due = await services.deliveries.retry();
  if (!due.ok) return due;
  const done = await services.deliveries.deliver();
  if (!done.ok) return done;
  const left = await services.deliveries.list();
  if (!left.ok) return left;
  const { written } = done.value;
  const { queue, counts } = left.value;
  const text = `${written} delivered, ${counts.failed} failed, ${counts.held} held by an embargo, ${counts.waiting} waiting\n`;
  const problems = queue.filter(({ attempts }) => attempts > 0).map(inWords);
  return ok({ json: { written, counts, queue }, text, problems });
}

function inWords({ slug, dispatchId, ordinal, format, folderName, error }: Delivery): string {
  const why =
    error?.reason === 'file'
      ? `${error.facts?.['path'] ?? 'the file'} cannot be written (${error.facts?.['code'] ?? '?'})`
      : error === null
        ? ''
        : errorInWords(error);
  return `${slug === '' ? dispatchId : slug}, take ${ordinal}, ${format}, to ${folderName}: ${why}`;
}

/** What publishing and changing an embargo brought out, delivered at once; failures wait. */
export async function deliverAfter(services: Services, say: (text: string) => void): Promise<void> {
  const done = await services.deliveries.deliver();
  if (done.ok && done.value.failed > 0) {
    say(`${done.value.failed} deliveries failed. They are kept and tried again; see deliver.\n`);
  }
}
