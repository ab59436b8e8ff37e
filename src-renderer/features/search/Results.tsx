import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { SearchHit } from '@contract/models';
import { cx } from '../../ui/cx';
import { useLocale } from '../../ui/i18n/Locale';
import { isMessageKey } from '../../ui/i18n/translate';
import { MarkedText } from '../../ui/MarkedText';
import { linesOf, type Line } from './model';
import { chooseHit, loadMore, toggleRepeats, useSearch } from './store';
import styles from './Search.module.css';

/** The element that holds the results. */
export const resultsId = 'search-results';

/** The element of a result. */
export function hitId(index: number): string {
  return `${resultsId}-${index}`;
}

const lineHeight = 108;
const nearEnd = 15;

/** The hits, of which only those in sight are drawn; further pages come as one nears the end. */
export function Results() {
  const { t } = useLocale();
  const { answer, unfolded, active, answeredText, loadingMore } = useSearch();
  const lines = useMemo(() => linesOf({ answer, unfolded }), [answer, unfolded]);
  const list = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react-compiler -- the virtualizer reads layout while rendering
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => list.current,
    estimateSize: () => lineHeight,
    getItemKey: (index) => lines[index]?.hit.sourceId ?? index,
    overscan: 6,
  });
  const drawn = virtualizer.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  const more = answer?.next != null;
  useEffect(() => {
    if (more && lastDrawn > lines.length - nearEnd) void loadMore();
  }, [more, lastDrawn, lines.length]);
  const activeLine = lines.findIndex(({ index }) => index === active);
  useEffect(() => {
    if (activeLine >= 0) virtualizer.scrollToIndex(activeLine, { align: 'auto' });
  }, [virtualizer, activeLine, answeredText]);
  return (
    <div
      ref={list}
      id={resultsId}
      role="listbox"
      aria-label={t('search.results')}
      tabIndex={-1}
      className={styles['list']}
    >
      <div
        role="presentation"
        className={styles['canvas']}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {drawn.map(({ index, start }) => {
          const line = lines[index];
          return line === undefined ? null : (
            <div
              key={line.hit.sourceId}
              ref={virtualizer.measureElement}
              data-index={index}
              role="presentation"
              className={styles['slot']}
              style={{ transform: `translateY(${start}px)` }}
            >
              <HitLine line={line} selected={line.index === active} />
            </div>
          );
        })}
      </div>
      {loadingMore && (
        <p role="presentation" className={styles['foot']}>
          {t('wire.more')}
        </p>
      )}
    </div>
  );
}

function HitLine({ line, selected }: { readonly line: Line; readonly selected: boolean }) {
  const { t } = useLocale();
  const marked = useSearch((state) => state.marked?.sourceId === line.hit.sourceId);
  const folded = useSearch((state) => !state.unfolded.has(line.index));
  const { hit, index, goesOn, repeatedBy } = line;
  return (
    <>
      <div
        id={hitId(index)}
        role="option"
        aria-selected={selected}
        tabIndex={-1}
        className={cx(styles['hit'], goesOn && styles['goesOn'], marked && styles['marked'])}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => chooseHit(index)}
      >
        <Hit hit={hit} />
        {marked && <span className={styles['markedNote']}>{t('search.marked')}</span>}
      </div>
      {repeatedBy > 0 && (
        <button
          type="button"
          className={styles['repeats']}
          aria-expanded={!folded}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => toggleRepeats(index)}
        >
          {t(folded ? 'search.repeats' : 'search.repeats-fold', { count: repeatedBy })}
        </button>
      )}
    </>
  );
}

/** A hit with the headline of its dispatch, and which of its takes, drafts or notes it is. */
function Hit({ hit }: { readonly hit: SearchHit }) {
  const { t, format } = useLocale();
  const kind = `kind.${hit.kind}`;
  const stamp = hit.stamp === null ? format.dateTime(hit.at) : format.stamp(hit.stamp);
  return (
    <>
      <div className={styles['facts']}>
        <span>{stamp ?? t('take.time-unknown')}</span>
        <span className={styles['slug']}>{hit.slug}</span>
        {hit.source === 'take' ? (
          isMessageKey(kind) && <span className={styles['source']}>{t(kind)}</span>
        ) : (
          <span className={styles['source']}>{t(`search.source.${hit.source}`)}</span>
        )}
        {hit.ended !== null && (
          <span className={styles['ended']}>{t(`search.ended.${hit.ended}`)}</span>
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

function HitHeadline({ hit }: { readonly hit: SearchHit }) {
  const { t } = useLocale();
  if (hit.headline.text === '') {
    return <div className={styles['kind']}>{t('wire.untitled')}</div>;
  }
  return (
    <div
      className={cx(styles['headline'], hit.ended === 'killed' && styles['killed'])}
      lang={hit.language}
    >
      <MarkedText value={hit.headline} />
    </div>
  );
}
