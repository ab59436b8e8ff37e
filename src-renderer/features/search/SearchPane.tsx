import { SlidersHorizontal } from 'lucide-react';
import { useEffect, useState } from 'react';
import { commandLabels } from '@contract/labels';
import type { SearchSort } from '@contract/search';
import { useEvent } from '../../bridge/useEvent';
import { announce } from '../../state/announce';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { useLocale } from '../../ui/i18n/Locale';
import { isMessageKey } from '../../ui/i18n/translate';
import { Menu } from '../../ui/Menu';
import { MarkedText } from '../../ui/MarkedText';
import { Facets } from './Facets';
import { foundActions, withFound } from './found';
import { Idle } from './Idle';
import type { Answer, Count } from './model';
import { PrintedList } from './PrintedList';
import { Results } from './Results';
import { SaveSearch } from './SavedSearches';
import { leaveSearch, searchAgain, searchChosen, sortBy, useSearch } from './store';
import styles from './Search.module.css';

/** What the search found, in place of the wire: facets beside the results. */
export function SearchPane() {
  const { t } = useLocale();
  const { text, answer, answeredText, count, error, waiting } = useSearch();
  const [facetsOpen, setFacetsOpen] = useState(true);
  useEvent('dispatches-changed', searchAgain);
  const total = count?.total;
  useEffect(() => {
    if (total !== undefined) announce(t('search.count', { total }));
  }, [total, answeredText, t]);
  const hasFacets = count !== null && answer !== null;
  return (
    <div className={styles['pane']}>
      {hasFacets && facetsOpen && <Facets count={count} />}
      <PrintedList />
      <div className={styles['found']}>
        <Summary facetsOpen={facetsOpen} onFacets={() => setFacetsOpen(!facetsOpen)} />
        {error !== null && (
          <div className={styles['foot']}>
            <ErrorNote error={error} />
          </div>
        )}
        {answer !== null && answeredText !== null && (
          <Remarks answer={answer} count={count} text={answeredText} />
        )}
        {answer === null ? (
          text.trim() === '' && <Idle />
        ) : answer.hits.length === 0 && !waiting ? (
          <Empty text={t('search.none', { query: (answeredText ?? text).trim() })} />
        ) : (
          <Results />
        )}
      </div>
    </div>
  );
}

const sorts: readonly SearchSort[] = ['date', 'relevance'];

function Summary({
  facetsOpen,
  onFacets,
}: {
  readonly facetsOpen: boolean;
  readonly onFacets: () => void;
}) {
  const { t, language } = useLocale();
  const { answer, count, waiting, sort } = useSearch();
  return (
    <div className={styles['summary']} aria-busy={waiting}>
      {answer !== null && (
        <Button
          look="quiet"
          aria-label={t('search.facets')}
          aria-expanded={facetsOpen}
          onClick={onFacets}
        >
          <SlidersHorizontal aria-hidden="true" />
          <span className={styles['wide']}>{t('search.facets')}</span>
        </Button>
      )}
      <span className={styles['totals']}>
        {answer === null || count === null
          ? waiting && t('search.searching')
          : t(count.whole ? 'search.summary' : 'search.summary-least', {
              total: count.total,
              dispatches: count.dispatches,
              ms: Math.max(1, Math.round(answer.tookMs)),
            })}
      </span>
      {answer !== null && answer.hits.length > 0 && (
        <>
          <Choice
            boxed
            label={t('search.sort')}
            value={sort}
            options={sorts.map((value) => ({ value, label: t(`search.sort.${value}`) }))}
            onChange={sortBy}
          />
          <SaveSearch />
          <Menu
            text={t('search.found')}
            label={t('search.found-label')}
            items={foundActions.map((value) => ({ value, label: commandLabels[language][value] }))}
            onChoose={withFound}
          />
        </>
      )}
      {answer === null && (
        <Button look="quiet" onClick={leaveSearch}>
          {t('search.escape')}
        </Button>
      )}
    </div>
  );
}

/** What there is to say of the answer besides what it found. */
function Remarks({
  answer: { problems, answered, bounded, rankedAmong },
  count,
  text,
}: {
  readonly answer: Answer;
  readonly count: Count | null;
  readonly text: string;
}) {
  const { t } = useLocale();
  const meant = count?.didYouMean?.trim();
  return (
    <>
      <Problems problems={problems} text={text} />
      {answered.by === 'reading' && (
        <p role="note" className={styles['problems']}>
          {t(answered.why === 'building' ? 'search.building' : 'search.damaged', {
            read: answered.read,
            of: answered.of,
          })}
        </p>
      )}
      {meant !== undefined && (
        <p role="note" className={styles['problems']}>
          {t('search.did-you-mean')}{' '}
          <button
            type="button"
            className={styles['suggestion']}
            onClick={() => searchChosen(`${meant} `)}
          >
            {meant}
          </button>
        </p>
      )}
      {(bounded || rankedAmong !== null) && (
        <p className={styles['remark']}>
          {bounded && <span>{t('search.bounded')}</span>}
          {rankedAmong !== null && <span>{t('search.ranked-among', { count: rankedAmong })}</span>}
        </p>
      )}
    </>
  );
}

/** What could not be understood, marked where it stands in the query, with what may have been meant. */
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
        {problems.map(({ code, start, end, suggestion }) => {
          const key = `query.${code}`;
          const part = text.slice(start, end);
          return (
            <li key={`${code} ${start}`}>
              {isMessageKey(key) ? t(key, { part }) : t('search.problem-unknown', { part, code })}{' '}
              {suggestion !== undefined && (
                <button
                  type="button"
                  className={styles['suggestion']}
                  onClick={() =>
                    searchChosen(`${text.slice(0, start)}${suggestion}${text.slice(end)}`)
                  }
                >
                  {t('search.put', { suggestion })}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
