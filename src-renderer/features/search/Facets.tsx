import { useMemo, useState } from 'react';
import { facetNames, type FacetName } from '@contract/search';
import { parsePeriod } from '@domain/query/period';
import { parseQuery } from '@domain/query/parse';
import type { Query } from '@domain/query/query';
import { usePreferences } from '../../state/queries';
import { useNow } from '../../state/useNow';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import { isMessageKey } from '../../ui/i18n/translate';
import { isChosen, timeOf, toggled, withTime } from './facets';
import { Histogram } from './Histogram';
import type { Count } from './model';
import { search, searchAsOf, useSearch } from './store';
import styles from './Search.module.css';

/** Values shown of a facet before more are asked for. */
const fewest = 6;

/** What was found, by year, kind, desk and so on; each value narrows the search. */
export function Facets({ count }: { readonly count: Count }) {
  const { t } = useLocale();
  const text = useSearch((state) => state.text);
  const zone = usePreferences().data?.resolved.zone ?? 'UTC';
  const now = useNow(60_000);
  const query = useMemo(() => parseQuery(`${text} `, { now, zone }), [text, zone, now]);
  return (
    <div role="group" aria-label={t('search.facets')} className={styles['facets']}>
      <Histogram
        histogram={count.histogram}
        chosen={timeOf(query)}
        onChoose={(period) => void search(withTime(text, period))}
      />
      {facetNames.map((facet) => (
        <Facet key={facet} facet={facet} values={count.facets[facet]} query={query} text={text} />
      ))}
      <AsOf zone={zone} />
    </div>
  );
}

function Facet({
  facet,
  values,
  query,
  text,
}: {
  readonly facet: FacetName;
  readonly values: Count['facets'][FacetName];
  readonly query: Query;
  readonly text: string;
}) {
  const { t, format, language } = useLocale();
  const [all, setAll] = useState(false);
  const chosen = values.filter(({ value }) => isChosen(query, facet, value));
  // One value says nothing, unless it is the one that was chosen.
  if (values.length < 2 && chosen.length === 0) return null;
  const first = values.slice(0, fewest);
  const shown = all ? values : [...first, ...chosen.filter((value) => !first.includes(value))];
  return (
    <fieldset className={styles['facet']}>
      <legend>{t(`search.facet.${facet}`)}</legend>
      {shown.map(({ value, count, names }) => (
        <label key={value} className={styles['value']}>
          <input
            type="checkbox"
            checked={chosen.some((one) => one.value === value)}
            onChange={() => void search(toggled(text, facet, value))}
          />
          <span>{names?.[language] ?? nameOf(facet, value, t)}</span>
          <span className={styles['number']}>{format.number(count)}</span>
        </label>
      ))}
      {values.length > shown.length && (
        <button type="button" className={styles['moreValues']} onClick={() => setAll(true)}>
          {t('search.facet-more', { count: values.length - shown.length })}
        </button>
      )}
    </fieldset>
  );
}

function nameOf(facet: FacetName, value: string, t: ReturnType<typeof useLocale>['t']): string {
  if (facet === 'urgency') return t('details.urgency-option', { urgency: Number(value) });
  const keys: Partial<Record<FacetName, string>> = {
    kind: `kind.${value}`,
    language: `language.${value}`,
    source: `search.facet-source.${value}`,
  };
  const key = keys[facet] ?? '';
  const note = `note.kind.${value}`;
  if (isMessageKey(key)) return t(key);
  return facet === 'kind' && isMessageKey(note) ? t(note) : value;
}

/** What was read at an instant, in place of everything. */
function AsOf({ zone }: { readonly zone: string }) {
  const { t, format } = useLocale();
  const asOf = useSearch((state) => state.asOf);
  const [typed, setTyped] = useState('');
  const now = useNow(60_000);
  const period = typed.trim() === '' ? null : parsePeriod(typed, { now, zone });
  return (
    <form
      className={styles['asOf']}
      onSubmit={(event) => {
        event.preventDefault();
        if (period !== null) searchAsOf(period.to - 1);
      }}
    >
      <Field
        label={t('search.as-of')}
        hint={
          asOf !== null
            ? t('search.as-of-now', { time: format.dateTime(asOf) })
            : typed.trim() !== '' && period === null
              ? t('search.as-of-unread')
              : t('search.as-of-hint')
        }
      >
        {(ids) => (
          <input {...ids} value={typed} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
      {asOf === null ? (
        <Button type="submit" aria-disabled={period === null}>
          {t('search.as-of-apply')}
        </Button>
      ) : (
        <Button
          onClick={() => {
            setTyped('');
            searchAsOf(null);
          }}
        >
          {t('search.as-of-end')}
        </Button>
      )}
    </form>
  );
}
