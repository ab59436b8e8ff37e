import { create } from 'zustand';
import type { SearchHit } from '@contract/models';
import type { Subject } from '@domain/exchange/item';
import { call } from '../../bridge/bridge';
import { showDialog } from '../../state/desk';
import { exportDispatches } from '../../state/exports';
import { say, sayAndOffer, sayError } from '../../state/toasts';
import { useSearch } from './store';

// What can be done with everything a search found, not only with what is drawn of it.

/** What is done with everything found, by its command. */
export const foundActions = [
  'search.export-list',
  'search.export-dispatches',
  'search.print',
  'search.add-subject',
] as const;
export type FoundAction = (typeof foundActions)[number];

/** Does something with everything found; where nothing is, that is said. */
export function withFound(action: FoundAction): void {
  if ((useSearch.getState().answer?.hits.length ?? 0) === 0) {
    say('search.nothing-found');
    return;
  }
  switch (action) {
    case 'search.export-list':
      return void exportFound();
    case 'search.export-dispatches':
      return exportDispatches(useSearch.getState().text.trim());
    case 'search.print':
      return void printFound();
    case 'search.add-subject':
      return showDialog('found-subject');
  }
}

/** Saves the list of everything found where the person says. */
async function exportFound(): Promise<void> {
  const { text, sort, asOf } = useSearch.getState();
  const outcome = await call('search.export', { text, sort, asOf });
  if (!outcome.ok) {
    sayError(outcome.error);
    return;
  }
  const { path, rows, embargoed } = outcome.value;
  say('search.exported', { path, rows, embargoed }, 'good');
}

/** Gives all dispatches found a subject, which can be taken away again. */
export async function addSubjectToFound(subject: Subject): Promise<void> {
  const { text, asOf } = useSearch.getState();
  const outcome = await call('topic.add-to-found', { text, asOf, subject });
  if (!outcome.ok) {
    sayError(outcome.error);
    return;
  }
  const { ids, found, more } = outcome.value;
  const values = { name: subject.name, added: ids.length, found, more: more ? 1 : 0 };
  if (ids.length === 0) say('search.subject-there', values);
  else {
    const undo = { label: 'search.subject-undo', run: () => void takeAway(ids, subject) } as const;
    sayAndOffer('search.subject-added', undo, values);
  }
}

async function takeAway(ids: readonly string[], subject: Subject): Promise<void> {
  const outcome = await call('topic.take-away', { ids: [...ids], subject });
  if (outcome.ok) say('search.subject-taken', { name: subject.name, count: ids.length });
  else sayError(outcome.error);
}

/** A list as it is printed. */
export type PrintedList = {
  readonly text: string;
  readonly hits: readonly SearchHit[];
  /** Of those read, under embargo and so left out. */
  readonly embargoed: number;
  /** Whether there are more than are printed. */
  readonly more: boolean;
};

/** The list that is being printed; null mostly. */
export const usePrintedList = create<{ readonly list: PrintedList | null }>()(() => ({
  list: null,
}));

/** Hits of a printed list, at most: some forty pages. */
const mostPrinted = 1_000;
const pageSize = 500;

/** Prints the list of what was found. */
async function printFound(): Promise<void> {
  const { text, sort, asOf } = useSearch.getState();
  const hits: SearchHit[] = [];
  let after: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof call<'search.query'>>> = await call('search.query', {
      text,
      sort,
      asOf,
      after,
      limit: pageSize,
    });
    if (!page.ok) {
      sayError(page.error);
      return;
    }
    hits.push(...page.value.hits);
    after = page.value.next;
  } while (after !== null && hits.length < mostPrinted);
  const free = hits.filter(({ embargoed }) => !embargoed);
  usePrintedList.setState({
    list: {
      text: text.trim(),
      hits: free,
      embargoed: hits.length - free.length,
      more: after !== null,
    },
  });
}

/** Prints the page, on which the list stands by now, and takes the list away. */
export async function sendToPrinter(): Promise<void> {
  const outcome = await call('search.print', {});
  usePrintedList.setState({ list: null });
  if (!outcome.ok) sayError(outcome.error);
}
