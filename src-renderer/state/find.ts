import { useEffect, useRef, useState } from 'react';
import { parseLink, type Link } from '@contract/link';
import { quickQuery } from '@domain/query/quick';
import { call } from '../bridge/bridge';
import { useEvent } from '../bridge/useEvent';
import { headlineText } from './headline';

/** A dispatch as a list to choose from shows it. */
export type FoundDispatch = {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  /** ms; as it read then, where a link says so. */
  readonly at?: number | null;
};

const shown = 40;

/** Dispatches to choose from: the newest at first, then those found for what is typed. */
export function useFoundDispatches(): {
  readonly found: readonly FoundDispatch[];
  readonly find: (text: string) => void;
} {
  const [found, setFound] = useState<readonly FoundDispatch[]>([]);
  const asked = useRef({ times: 0, text: '' });
  const find = async (text: string): Promise<void> => {
    const mine = asked.current.times + 1;
    asked.current = { times: mine, text };
    const result = await findDispatches(text);
    // An answer to an earlier text is dropped.
    if (mine === asked.current.times) setFound(result);
  };
  useEffect(() => void find(''), []);
  useEvent('dispatches-changed', () => void find(asked.current.text));
  return { found, find: (text) => void find(text) };
}

/** The dispatches whose slug or headline has words that begin as typed; the newest when nothing is. */
async function findDispatches(text: string): Promise<readonly FoundDispatch[]> {
  const link = parseLink(text);
  if (link !== null) return linked(link);
  const query = quickQuery(text);
  if (query === '') {
    const page = await call('wire.list', { view: 'all', after: null, limit: shown });
    return page.ok ? page.value.rows : [];
  }
  const answer = await call('search.query', {
    text: query,
    sort: 'date',
    after: null,
    limit: shown,
    asOf: null,
  });
  if (!answer.ok) return [];
  const byDispatch = new Map<string, FoundDispatch>();
  for (const { dispatchId, slug, headline } of answer.value.hits) {
    if (!byDispatch.has(dispatchId)) {
      byDispatch.set(dispatchId, { id: dispatchId, slug, headline: headline.text });
    }
  }
  return [...byDispatch.values()];
}

/** The dispatch a pasted link leads to. */
async function linked({ dispatchId, at }: Link): Promise<readonly FoundDispatch[]> {
  const answer = await call('dispatch.get', { id: dispatchId });
  if (!answer.ok) return [];
  const { id, slug, takes } = answer.value;
  const headline = takes.map((take) => headlineText(take.document)).find((text) => text !== '');
  return [{ id, slug, headline: headline ?? '', at }];
}
