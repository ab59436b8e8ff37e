import { CornerDownRight, CornerUpRight } from 'lucide-react';
import { memo, useMemo, useRef, useState } from 'react';
import {
  rowHasSide,
  type Comparison,
  type Place,
  type Row,
  type Side,
} from '@domain/compare/comparison';
import { cx } from '../cx';
import { useLocale } from '../i18n/Locale';
import { folded } from './fold';
import { formText, placeText, segmentsOn } from './model';
import styles from './Compared.module.css';
import { Words } from './Words';

/** Beyond this many rows those out of sight are not laid out. */
const longComparison = 120;

/** The signs of what became of a block; beside them it is said in words. */
const signs: Readonly<Record<Row['is'], string>> = {
  same: '',
  changed: '≠',
  inserted: '+',
  deleted: '−',
  formatted: '¶',
  moved: '↕',
};

/** The two texts, row by row: a table, so that a screen reader can go along a text or across. */
export const ComparedText = memo(function ComparedText({
  comparison: { rows },
  layout,
  languages,
  labels,
  current,
  onGoTo,
}: {
  readonly comparison: Comparison;
  /** The two texts side by side, or one text with what was taken out and put in. */
  readonly layout: 'beside' | 'one-column';
  readonly languages: Readonly<Record<Side, string>>;
  readonly labels: Readonly<Record<Side, string>>;
  /** The row of the current change. */
  readonly current: number | null;
  readonly onGoTo: (row: number) => void;
}) {
  const { t } = useLocale();
  const { shown, open } = useFolds(rows);
  const sides: readonly (Side | 'both')[] = layout === 'beside' ? ['left', 'right'] : ['both'];
  return (
    <div
      role="table"
      aria-label={t('compare.title')}
      className={cx('take-document', styles['table'], styles[layout])}
      data-long={rows.length > longComparison ? '' : undefined}
    >
      <div role="row" className={cx(styles['row'], 'visually-hidden')}>
        <span role="columnheader">{t('compare.changes')}</span>
        {sides.map((side) => (
          <span key={side} role="columnheader">
            {side === 'both' ? t('compare.text') : labels[side]}
          </span>
        ))}
      </div>
      {shown.map((one) => {
        const row = rows[one.is === 'row' ? one.row : one.from];
        if (row === undefined) return null;
        if (one.is === 'fold') return <Fold key={one.from} {...one} onOpen={open} />;
        return (
          <div
            key={one.row}
            role="row"
            data-row={one.row}
            tabIndex={-1}
            aria-current={one.row === current ? 'true' : undefined}
            className={cx(styles['row'], styles[row.is])}
          >
            <Sign row={row} />
            {sides.map((side) => (
              <div
                key={side}
                role="cell"
                lang={languages[side === 'left' ? 'left' : 'right']}
                className={styles['cell']}
              >
                <Block row={row} shown={side} onGoTo={onGoTo} />
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
});

/** What is shown of the rows; those opened stay open as long as the same texts are compared. */
function useFolds(rows: readonly Row[]) {
  const [opened, setOpened] = useState<{ rows: readonly Row[]; at: ReadonlySet<number> }>({
    rows,
    at: new Set(),
  });
  const at = opened.rows === rows ? opened.at : none;
  const shown = useMemo(() => folded(rows, at), [rows, at]);
  return { shown, open: (from: number) => setOpened({ rows, at: new Set([...at, from]) }) };
}

const none: ReadonlySet<number> = new Set();

/** A long stretch that did not change, in one line that opens it. */
function Fold({
  from,
  to,
  onOpen,
}: {
  readonly from: number;
  readonly to: number;
  readonly onOpen: (from: number) => void;
}) {
  const { t } = useLocale();
  const line = useRef<HTMLDivElement>(null);
  const open = (): void => {
    const table = line.current?.parentElement;
    onOpen(from);
    // The button is gone then: the first row it stood for has the focus in its place.
    requestAnimationFrame(() =>
      table?.querySelector<HTMLElement>(`[data-row="${from}"]`)?.focus({ preventScroll: true }),
    );
  };
  return (
    <div ref={line} role="row" className={styles['fold']}>
      <div role="cell">
        <button type="button" className={styles['unfold']} aria-expanded={false} onClick={open}>
          {t('compare.unchanged', { count: to - from })}
        </button>
      </div>
    </div>
  );
}

function Sign({ row }: { readonly row: Row }) {
  const { t } = useLocale();
  return (
    <div role="rowheader" className={styles['sign']}>
      <span aria-hidden="true">{signs[row.is]}</span>
      <span className="visually-hidden">{t(`compare.row.${row.is}`)}</span>
    </div>
  );
}

/** A row's block on a side, or its words with both texts' in one column. */
function Block({
  row,
  shown,
  onGoTo,
}: {
  readonly row: Row;
  readonly shown: Side | 'both';
  readonly onGoTo: (row: number) => void;
}) {
  const locale = useLocale();
  if (shown !== 'both' && !rowHasSide(row, shown)) return null;
  const movedAway = row.is === 'moved' && row.end === 'from';
  const isLeft = shown === 'left' || movedAway || row.right.length === 0;
  const [place] = isLeft ? row.left : row.right;
  if (place === undefined) return null;
  const form = isLeft ? null : formText(row, locale);
  return (
    <>
      <PlaceNote place={place} />
      <div className={cx(styles['block'], movedAway && styles['away'])} data-kind={place.kind}>
        {row.is === 'moved' && <MoveLink row={row} onGoTo={onGoTo} />}
        {form !== null && <span className={styles['form']}>{form}</span>}
        {place.kind === 'separator' ? (
          <Rule is={row.is} />
        ) : (
          <p data-block={place.kind} className={styles['text']}>
            {/* In one column what changed in a moved paragraph is told where it stands now. */}
            <Words segments={segmentsOn(row, movedAway ? 'left' : shown)} />
          </p>
        )}
      </div>
    </>
  );
}

/** The number of a paragraph, or what a block is: small, beside it. */
function PlaceNote({ place }: { readonly place: Place }) {
  const locale = useLocale();
  const told = placeText(place, locale);
  if (place.paragraph === null) return <span className={styles['place']}>{told}</span>;
  return (
    <span className={styles['place']}>
      <span aria-hidden="true">{locale.format.number(place.paragraph)}</span>
      <span className="visually-hidden">{told}</span>
    </span>
  );
}

function MoveLink({
  row,
  onGoTo,
}: {
  readonly row: Extract<Row, { is: 'moved' }>;
  readonly onGoTo: (row: number) => void;
}) {
  const { t } = useLocale();
  const Arrow = row.end === 'from' ? CornerDownRight : CornerUpRight;
  return (
    <button type="button" className={styles['move']} onClick={() => onGoTo(row.other)}>
      <Arrow aria-hidden="true" />
      {t(row.end === 'from' ? 'compare.show-destination' : 'compare.show-origin')}
    </button>
  );
}

/** A separator has no words: the rule itself is put in or taken out. */
function Rule({ is }: { readonly is: Row['is'] }) {
  const rule = <hr />;
  if (is === 'inserted') return <ins className={styles['inserted']}>{rule}</ins>;
  return is === 'deleted' ? <del className={styles['deleted']}>{rule}</del> : rule;
}
