import { terms } from '../text/tokens';

/** The query that finds dispatches whose slug or headline has words beginning as typed; '' for all. */
export function quickQuery(typed: string): string {
  return terms(typed)
    .map((term) => `(headline:${term}* OR slug:${term}*)`)
    .join(' ');
}
