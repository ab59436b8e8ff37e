import { useEffect, useRef } from 'react';
import type { SearchHit } from '@contract/models';
import { useEvent } from '../../bridge/useEvent';
import { announce } from '../../state/announce';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { useLocale } from '../../ui/i18n/Locale';
import { isMessageKey } from '../../ui/i18n/translate';
import { MarkedText } from '../../ui/MarkedText';
import { Button } from '../../ui/Button';
import type { Answer } from './model';
import { chooseHit, leaveSearch, searchAgain, useSearch } from './store';
import styles from './Search.module.css';

/** The element that holds the results. */
export const resultsId = 'search-results';

/** The element of a result. */
export function hitId(index: number): string {
  return `${resultsId}-${index}`;
}

/** What the search found, in place of the wire. */
export function SearchPane() {
  const { t } = useLocale();
  const { text, answer, answeredText, count, error, active, waiting } = useSearch();
  useEvent('dispatches-changed', searchAgain);
  const total = count?.total;
  useEffect(() => {
    if (total !== undefined) announce(t('search.count', { total }));
  }, [total, answeredText, t]);
  return (
    <>
      <div className={styles['summary']} aria-busy={waiting}>
        <span>
          {answer === null || count === null
            ? waiting && t('search.searching')
            : t('search.summary', {
                total: count.total,
                dispatches: count.dispatches,
                ms: Math.max(1, Math.round(answer.tookMs)),
              })}
        </span>
        {total !== undefined && total > 1 && <span>{t('search.order')}</span>}
        <Button look="quiet" onClick={leaveSearch}>
          {t('search.escape')}
        </Button>
      </div>
      {error !== null && (
        <div className={styles['foot']}>
          <ErrorNote error={error} />
        </div>
      )}
      {answer !== null && answeredText !== null && (
        <Problems problems={answer.problems} text={answeredText} />
      )}
      {answer === null ? (
        text.trim() === '' && <Idle />
      ) : answer.hits.length === 0 ? (
        <Empty text={t('search.none', { query: answeredText ?? text })} />
      ) : (
        <Hits answer={answer} active={active} />
      )}
    </>
  );
}

const examples = ['phrase', 'not', 'field', 'filter'] as const;

function Idle() {
  const { t } = useLocale();
  return (
    <>
      <Empty title={t('search.idle.title')} text={t('search.idle.text')} />
      <dl className={styles['examples']}>
        {examples.map((example) => (
          <div key={example}>
            <dt>{t(`search.idle.${example}-term`)}</dt>
            <dd>{t(`search.idle.${example}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Hits({ answer, active }: { readonly answer: Answer; readonly active: number }) {
  const { t } = useLocale();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active, answer]);
  return (
    <div
      ref={list}
      id={resultsId}
      role="listbox"
      aria-label={t('search.results')}
      tabIndex={-1}
      className={styles['list']}
    >
      {answer.hits.map((hit, index) => (
        <div
          key={`${hit.source} ${hit.sourceId}`}
          id={hitId(index)}
          role="option"
          aria-selected={index === active}
          className={styles['hit']}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => chooseHit(index)}
        >
          <Hit hit={hit} />
        </div>
      ))}
      {answer.next !== null && (
        <p role="presentation" className={styles['foot']}>
          {t('search.shown', { shown: answer.hits.length })}
        </p>
      )}
    </div>
  );
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  const { t, format } = useLocale();
  const stamp = hit.stamp === null ? format.dateTime(hit.at) : format.stamp(hit.stamp);
  return (
    <>
      <div className={styles['facts']}>
        <span>{stamp ?? t('take.time-unknown')}</span>
        <span className={styles['slug']}>{hit.slug}</span>
        {hit.source !== 'take' && (
          <span className={styles['source']}>{t(`search.source.${hit.source}`)}</span>
        )}
        <span>{t('search.places', { count: hit.places })}</span>
      </div>
      <HitHeadline hit={hit} />
      <div className={styles['passage']} lang={hit.language}>
        <MarkedText value={hit.passage} />
      </div>
    </>
  );
}

/** A headline; a take that has none is named by its kind. */
function HitHeadline({ hit }: { readonly hit: SearchHit }) {
  const { t } = useLocale();
  const kind = `kind.${hit.kind}`;
  if (hit.headline.text === '') {
    return <div className={styles['kind']}>{t(isMessageKey(kind) ? kind : 'wire.untitled')}</div>;
  }
  return (
    <div className={styles['headline']} lang={hit.language}>
      <MarkedText value={hit.headline} />
    </div>
  );
}

/** What could not be understood, marked where it stands in the query. */
function Problems({
  problems,
  text,
}: {
  readonly problems: Answer['problems'];
  readonly text: string;
}) {
  const { t } = useLocale();
  if (problems.length === 0) return null;
  return (
    <div role="note" className={styles['problems']}>
      <p className={styles['query']}>
        <MarkedText value={{ text, ranges: problems }} />
      </p>
      <ul>
        {problems.map(({ code, start, end }) => {
          const key = `query.${code}`;
          const part = text.slice(start, end);
          return (
            <li key={`${code} ${start}`}>
              {isMessageKey(key) ? t(key, { part }) : t('search.problem-unknown', { part, code })}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
