import type { Row } from '@domain/compare/comparison';
import type { MergeChoice } from '@domain/compare/merge';
import { changedRows, choicesOf, type ChangedRow, type MergeRow } from '@domain/compare/merge-rows';
import { Choice } from '../../ui/Choice';
import { cx } from '../../ui/cx';
import { useLocale } from '../../ui/i18n/Locale';
import { Words } from '../../ui/compared/Words';
import compared from '../../ui/compared/Compared.module.css';
import styles from './Merge.module.css';

const columns = ['base', 'theirs', 'mine'] as const;

/** The signs of who changed a stretch; beside them it is said in words. */
const signs: Readonly<Record<ChangedRow['is'], string>> = {
  mine: '→',
  theirs: '←',
  both: '=',
  conflict: '≠',
};

/**
 * The three texts, stretch by stretch: a table of what both began with, what was published, and the
 * draft, with the words that each changed, and what is to be taken.
 */
export function MergedText({
  rows,
  language,
  choices,
  current,
  onChoose,
}: {
  readonly rows: readonly MergeRow[];
  readonly language: 'fr' | 'en';
  readonly choices: ReadonlyMap<number, MergeChoice>;
  /** The hunk of the current change. */
  readonly current: number | null;
  readonly onChoose: (hunk: number, choice: MergeChoice) => void;
}) {
  const { t } = useLocale();
  const changed = changedRows(rows);
  return (
    <div
      role="table"
      aria-label={t('merge.title')}
      className={cx('take-document', styles['table'])}
    >
      <div role="row" className={cx(styles['row'], styles['heads'])}>
        <span role="columnheader" className="visually-hidden">
          {t('compare.changes')}
        </span>
        <span role="columnheader">{t('merge.begun-with')}</span>
        <span role="columnheader">{t('merge.published')}</span>
        <span role="columnheader">{t('merge.draft')}</span>
      </div>
      {rows.map((row) =>
        row.is === 'same' ? (
          <Unchanged key={row.hunk} count={row.blocks} />
        ) : (
          <Changed
            key={row.hunk}
            row={row}
            number={changed.indexOf(row) + 1}
            language={language}
            choice={choices.get(row.hunk)}
            isCurrent={row.hunk === current}
            onChoose={onChoose}
          />
        ),
      )}
    </div>
  );
}

function Unchanged({ count }: { readonly count: number }) {
  const { t } = useLocale();
  return (
    <div role="row" className={styles['same']}>
      <span role="cell">{t('merge.unchanged', { count })}</span>
    </div>
  );
}

function Changed({
  row,
  number,
  language,
  choice,
  isCurrent,
  onChoose,
}: {
  readonly row: ChangedRow;
  readonly number: number;
  readonly language: 'fr' | 'en';
  readonly choice: MergeChoice | undefined;
  readonly isCurrent: boolean;
  readonly onChoose: (hunk: number, choice: MergeChoice) => void;
}) {
  const { t } = useLocale();
  const offered = choicesOf(row.is);
  const [first] = offered;
  const taken = choice ?? first;
  return (
    <div
      role="row"
      data-row={row.hunk}
      tabIndex={-1}
      aria-current={isCurrent ? 'true' : undefined}
      className={cx(styles['row'], styles[row.is])}
    >
      <div role="rowheader" className={styles['sign']}>
        <span aria-hidden="true">{signs[row.is]}</span>
        <span className="visually-hidden">{t(`merge.hunk.${row.is}`)}</span>
      </div>
      {columns.map((column) => (
        <div
          key={column}
          role="cell"
          lang={language}
          data-taken={isTaken(column, taken, row.is) ? '' : undefined}
          className={styles['cell']}
        >
          <Side rows={row[column]} />
        </div>
      ))}
      {taken !== undefined && (
        <div role="cell" className={styles['choices']}>
          <span aria-hidden="true">{t(`merge.hunk.${row.is}`)}</span>
          <Choice
            boxed
            label={t('merge.taken', { number })}
            value={taken}
            options={offered.map((value) => ({ value, label: t(`merge.choice.${value}`) }))}
            onChange={(value) => onChoose(row.hunk, value)}
          />
        </div>
      )}
    </div>
  );
}

/** Whether the words of a column go into the draft. */
function isTaken(
  column: (typeof columns)[number],
  taken: MergeChoice | undefined,
  is: ChangedRow['is'],
): boolean {
  if (is === 'both') return column !== 'base';
  return column === taken || (taken === 'both' && column !== 'base');
}

/** What a side made of the stretch, with the words it changed. */
function Side({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useLocale();
  if (rows.length === 0) return <span className={styles['absent']}>{t('merge.absent')}</span>;
  return rows.map((row, index) => (
    // Blocks have no identity but their place.
    <p
      key={index}
      data-block={(row.right[0] ?? row.left[0])?.kind}
      className={cx(compared['text'], styles['text'])}
    >
      <Words segments={row.segments} />
    </p>
  ));
}
