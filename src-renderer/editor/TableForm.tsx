import { useState } from 'react';
import { tableBounds } from '@domain/document/table';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { useLocale } from '../ui/i18n/Locale';
import type { NewTable } from './table/commands';
import styles from './LinkForm.module.css';

/** A size as it is typed; null where it is none a table can have. */
function sizeOf(text: string, most: number): number | null {
  const size = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
  return size >= 1 && size <= most ? size : null;
}

function SizeField({
  what,
  value,
  change,
  isFirst = false,
}: {
  readonly what: keyof typeof tableBounds;
  readonly value: string;
  readonly change: (value: string) => void;
  /** It is typed in first. */
  readonly isFirst?: boolean;
}) {
  const { t } = useLocale();
  return (
    <Field label={t(`table.${what}`)} hint={t('table.most', { most: tableBounds[what] })}>
      {(ids) => (
        <input
          {...ids}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form was asked for to be filled
          autoFocus={isFirst}
          inputMode="numeric"
          value={value}
          onFocus={(event) => event.target.select()}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Asks how large a table is to be; `onDone` gets it, or null when left. */
export function TableForm({ onDone }: { readonly onDone: (table: NewTable | null) => void }) {
  const { t } = useLocale();
  const [rows, setRows] = useState('3');
  const [columns, setColumns] = useState('3');
  const [header, setHeader] = useState(true);
  const size = {
    rows: sizeOf(rows, tableBounds.rows),
    columns: sizeOf(columns, tableBounds.columns),
  };
  const submit = (event: { readonly preventDefault: () => void }) => {
    event.preventDefault();
    if (size.rows !== null && size.columns !== null) {
      onDone({ rows: size.rows, columns: size.columns, header });
    }
  };
  return (
    <form
      aria-label={t('table.form')}
      className={styles['form']}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone(null);
      }}
    >
      <div className={styles['sizes']}>
        <SizeField what="columns" value={columns} change={setColumns} isFirst />
        <SizeField what="rows" value={rows} change={setRows} />
      </div>
      <label className={styles['choice']}>
        <input
          type="checkbox"
          checked={header}
          onChange={(event) => setHeader(event.target.checked)}
        />
        {t('table.header-row')}
      </label>
      <div className={styles['actions']}>
        <Button look="quiet" onClick={() => onDone(null)}>
          {t('editor.cancel')}
        </Button>
        <Button type="submit" disabled={size.rows === null || size.columns === null}>
          {t('table.insert')}
        </Button>
      </div>
    </form>
  );
}
