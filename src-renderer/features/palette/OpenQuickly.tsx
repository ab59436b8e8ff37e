import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { parseLink, type Link } from '@contract/link';
import { call } from '../../bridge/bridge';
import { useEvent } from '../../bridge/useEvent';
import { openAsItRead, openDispatch, showDialog, useDesk } from '../../state/desk';
import { flushDraft } from '../../state/draft';
import { headlineText } from '../../state/headline';
import { useLocale } from '../../ui/i18n/Locale';
import { Chooser } from './Chooser';
import { quickQuery } from './model';
import styles from './Palette.module.css';

type Found = {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  /** ms; opened as it read then, where a link says so. */
  readonly at?: number | null;
};

const shown = 40;

/** Opens a dispatch by the beginnings of words of its slug or headline; the newest at first. */
export function OpenQuickly() {
  const { t } = useLocale();
  const [found, setFound] = useState<readonly Found[]>([]);
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
  const choose = (id: string): void => {
    void flushDraft();
    useDesk.setState({ mode: 'wire' });
    flushSync(() => showDialog(null));
    const at = found.find((one) => one.id === id)?.at ?? null;
    if (at === null) openDispatch(id);
    else openAsItRead(id, at);
  };
  return (
    <Chooser
      title={t('quick.title')}
      label={t('quick.label')}
      empty={t('quick.none')}
      items={found.map(({ id, slug, headline }) => ({
        key: id,
        content: (
          <>
            <span className={styles['headline']}>{headline || t('wire.untitled')}</span>
            <span className={styles['slug']}>{slug}</span>
          </>
        ),
      }))}
      onText={(text) => void find(text)}
      onChoose={choose}
      onClose={() => showDialog(null)}
    />
  );
}

async function findDispatches(text: string): Promise<readonly Found[]> {
  const link = parseLink(text);
  if (link !== null) return linked(link);
  const query = quickQuery(text);
  if (query === '') {
    const page = await call('wire.list', { view: 'all', after: null, limit: shown });
    return page.ok ? page.value.rows : [];
  }
  const answer = await call('search.query', { text: query, limit: shown });
  if (!answer.ok) return [];
  const byDispatch = new Map<string, Found>();
  for (const { dispatchId, slug, headline } of answer.value.hits) {
    if (!byDispatch.has(dispatchId)) {
      byDispatch.set(dispatchId, { id: dispatchId, slug, headline: headline.text });
    }
  }
  return [...byDispatch.values()];
}

/** The dispatch a pasted link leads to. */
async function linked({ dispatchId, at }: Link): Promise<readonly Found[]> {
  const answer = await call('dispatch.get', { id: dispatchId });
  if (!answer.ok) return [];
  const { id, slug, takes } = answer.value;
  const headline = takes.map((take) => headlineText(take.document)).find((text) => text !== '');
  return [{ id, slug, headline: headline ?? '', at }];
}
