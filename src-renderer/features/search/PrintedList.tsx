import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useNow } from '../../state/useNow';
import { useLocale } from '../../ui/i18n/Locale';
import { isMessageKey } from '../../ui/i18n/translate';
import { MarkedText } from '../../ui/MarkedText';
import { sendToPrinter, usePrintedList, type PrintedList as Printed } from './found';
import styles from './PrintedList.module.css';

/** The list of what was found, on paper alone, while it is being printed. */
export function PrintedList() {
  const list = usePrintedList((state) => state.list);
  useEffect(() => {
    if (list !== null) void sendToPrinter();
  }, [list]);
  return list === null ? null : createPortal(<Page list={list} />, document.body);
}

function Page({ list: { text, hits, embargoed, more } }: { readonly list: Printed }) {
  const { t, format } = useLocale();
  const now = useNow(60_000);
  return (
    <section data-printed-list="" className={styles['list']}>
      <h1>{t('search.printed-title', { query: text })}</h1>
      <p>
        {t('search.printed-facts', {
          count: hits.length,
          time: format.dateTime(now),
          more: more ? 1 : 0,
          embargoed,
        })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('search.printed-time')}</th>
            <th scope="col">{t('search.printed-slug')}</th>
            <th scope="col">{t('search.printed-text')}</th>
          </tr>
        </thead>
        <tbody>
          {hits.map((hit) => {
            const kind = `kind.${hit.kind}`;
            const stamp = hit.stamp === null ? format.dateTime(hit.at) : format.stamp(hit.stamp);
            return (
              <tr key={hit.sourceId}>
                <td>{stamp ?? t('take.time-unknown')}</td>
                <td>
                  {hit.slug}
                  {isMessageKey(kind) && <small>{t(kind)}</small>}
                  {hit.ended !== null && <small>{t(`search.ended.${hit.ended}`)}</small>}
                </td>
                <td lang={hit.language}>
                  <strong>{hit.headline.text}</strong>
                  <div>
                    <MarkedText value={hit.passage} />
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
