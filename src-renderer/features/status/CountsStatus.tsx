import { useDeferredValue, useId, useMemo } from 'react';
import {
  charactersPerFeuillet,
  columnMeasure,
  countDocument,
  countText,
  totalCounts,
  type Counts,
} from '@domain/document/counts';
import { parseDocument } from '@domain/document/node';
import type { DispatchModel } from '@contract/models';
import { useDesk } from '../../state/desk';
import { useLiveDraft } from '../../state/draft';
import { usePreferences } from '../../state/queries';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Status.module.css';

/** Below this many pages two decimals are told. */
const finePages = 0.1;

type Scope = 'selection' | 'take' | 'dispatch';
type ScopedCounts = Readonly<Partial<Record<Scope, Counts>>>;
const scopes: readonly Scope[] = ['selection', 'take', 'dispatch'];

/**
 * How long the selection is, else the draft, else all takes; pressed, it tells of each of them all
 * that a desk reckons.
 */
export function CountsStatus({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const id = useId();
  const anchor = `--counts${id.replaceAll(/[^\w]/g, '')}`;
  const scoped = useScopedCounts(dispatch);
  const shown = scopes.find((scope) => scoped[scope] !== undefined);
  const counts = shown === undefined ? undefined : scoped[shown];
  if (shown === undefined || counts === undefined) return null;
  const told = t(
    `status.of-${shown === 'take' ? 'draft' : shown === 'dispatch' ? 'takes' : shown}`,
  );
  return (
    <>
      <button
        type="button"
        className={styles['counts']}
        title={told}
        popoverTarget={id}
        style={{ anchorName: anchor }}
      >
        <span className="visually-hidden">{told}</span>
        {shown === 'selection' && <span>{t('counts.selection')}</span>}
        <Short counts={counts} />
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t('counts.title')}
        className={styles['panel']}
        style={{ positionAnchor: anchor }}
      >
        <Table scoped={scoped} />
      </div>
    </>
  );
}

function Short({ counts }: { readonly counts: Counts }) {
  const { t } = useLocale();
  const { feuillet, pages } = usePages();
  return (
    <>
      <span>{t('status.words', { count: counts.words })}</span>
      <span>{t('status.characters', { count: counts.characters })}</span>
      <span title={t('status.feuillets-title', { feuillet })}>
        {t('status.feuillets', { count: counts.characters / feuillet, value: pages(counts) })}
      </span>
      <span title={t('status.reading-title')}>
        {t('status.reading', { minutes: Math.round(counts.readingSeconds / 60) })}
      </span>
    </>
  );
}

/** The characters of a feuillet by the house's rule, and how many of those some counts make. */
function usePages(): {
  readonly feuillet: number;
  readonly pages: (counts: Counts) => string;
} {
  const { format } = useLocale();
  const feuillet = usePreferences().data?.preferences.limits.feuillet ?? charactersPerFeuillet;
  return {
    feuillet,
    pages: ({ characters }) => {
      const feuillets = characters / feuillet;
      return format.number(feuillets, feuillets < finePages ? 2 : 1);
    },
  };
}

const columns = ['words', 'characters', 'charactersWithoutSpaces', 'lines'] as const;

function Table({ scoped }: { readonly scoped: ScopedCounts }) {
  const { t, format } = useLocale();
  const { feuillet, pages } = usePages();
  return (
    <table className={styles['table']}>
      <caption>{t('counts.rule', { measure: columnMeasure, feuillet })}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('counts.of')}</span>
          </th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`counts.${column}`)}
            </th>
          ))}
          <th scope="col">{t('counts.feuillets')}</th>
          <th scope="col">{t('counts.reading')}</th>
        </tr>
      </thead>
      <tbody>
        {scopes.map((scope) => {
          const counts = scoped[scope];
          if (counts === undefined) return null;
          const { readingSeconds } = counts;
          return (
            <tr key={scope}>
              <th scope="row">{t(`counts.${scope}`)}</th>
              {columns.map((column) => (
                <td key={column}>{format.number(counts[column])}</td>
              ))}
              <td>{pages(counts)}</td>
              <td>
                {t('counts.minutes', {
                  minutes: Math.floor(readingSeconds / 60),
                  seconds: String(readingSeconds % 60).padStart(2, '0'),
                })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The counts of what is selected, of the draft, live, and of the whole dispatch. */
function useScopedCounts(dispatch: DispatchModel): ScopedCounts {
  // A long text is counted after the frame that shows what was typed.
  const live = useDeferredValue(useLiveDraft((draft) => draft.document));
  const selected = useDesk((desk) => desk.selection?.anchor.exact);
  const { draft, takes, language } = dispatch;
  const document = draft === null ? null : live;
  const ofTakes = useMemo(
    () =>
      takes.flatMap((take) => {
        const parsed = parseDocument(take.document);
        return parsed.ok ? [countDocument(parsed.value, language)] : [];
      }),
    [takes, language],
  );
  return useMemo(() => {
    const take = document === null ? undefined : countDocument(document, language);
    return {
      ...(selected !== undefined && { selection: countText(selected, language) }),
      ...(take !== undefined && { take }),
      dispatch: totalCounts(take === undefined ? ofTakes : [...ofTakes, take]),
    };
  }, [document, selected, ofTakes, language]);
}
