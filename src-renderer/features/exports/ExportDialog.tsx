import { useEffect, useId, useState } from 'react';
import { exportFormats, type ExportFormat, type ExportScope } from '@contract/exchange';
import type { DispatchModel } from '@contract/models';
import { useEvent } from '../../bridge/useEvent';
import { showDialog } from '../../state/desk';
import {
  cancelExport,
  chooseFormat,
  forgetExport,
  formatNow,
  runExport,
  useExports,
} from '../../state/exports';
import { useSavedSearches } from '../../state/saved-searches';
import { Button } from '../../ui/Button';
import { Choice, type ChoiceOption } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import { ExportOutcome } from './ExportOutcome';
import styles from './Exports.module.css';

type What = ExportScope['of'];

/** Writes dispatches as files of a format, where the person says. */
export function ExportDialog({ dispatch }: { readonly dispatch: DispatchModel | null }) {
  const { t } = useLocale();
  const { running, error, query: asked } = useExports();
  const first = asked !== '' ? 'query' : dispatch === null ? 'all' : 'dispatches';
  const [what, setWhat] = useState<What>(first);
  const [query, setQuery] = useState(asked);
  const { data: saved } = useSavedSearches();
  useEvent('export-progress', (progress) => useExports.setState({ progress }));
  useEffect(() => forgetExport, []);
  const scope = scopeOf(what, dispatch, query);
  const options: readonly ChoiceOption<What>[] = [
    ...(dispatch === null ? [] : [{ value: 'dispatches' as const, label: t('export.this') }]),
    { value: 'query', label: t('export.found') },
    { value: 'all', label: t('export.all') },
  ];
  return (
    <Dialog
      title={t('export.title')}
      size="wide"
      onClose={() => showDialog(null)}
      footer={
        <>
          <Button onClick={running ? cancelExport : () => showDialog(null)}>
            {t(running ? 'common.cancel' : 'common.close')}
          </Button>
          <Button
            look="primary"
            disabled={running || scope === null}
            onClick={() => scope !== null && void runExport(scope)}
          >
            {t('export.run')}
          </Button>
        </>
      }
    >
      {error !== null && <ErrorNote error={error} />}
      <Choice boxed label={t('export.what')} options={options} value={what} onChange={setWhat} />
      {what === 'query' && (
        <Field label={t('export.query')}>
          {(ids) => (
            <>
              <input
                {...ids}
                list={`${ids.id}-saved`}
                value={query}
                onChange={(event) => setQuery(event.target.value)}
              />
              <datalist id={`${ids.id}-saved`}>
                {saved?.searches.map(({ id, name, query: text }) => (
                  <option key={id} value={text}>
                    {name}
                  </option>
                ))}
              </datalist>
            </>
          )}
        </Field>
      )}
      <Formats value={formatNow()} />
      <ExportOutcome />
    </Dialog>
  );
}

function scopeOf(what: What, dispatch: DispatchModel | null, query: string): ExportScope | null {
  if (what === 'all') return { of: 'all' };
  if (what === 'query') return query.trim() === '' ? null : { of: 'query', text: query.trim() };
  return dispatch === null ? null : { of: 'dispatches', ids: [dispatch.id] };
}

/** The formats, each with what it is for. */
function Formats({ value }: { readonly value: ExportFormat }) {
  const { t } = useLocale();
  const name = useId();
  return (
    <fieldset className={styles['formats']}>
      <legend>{t('export.format')}</legend>
      {exportFormats.map((format) => (
        <label key={format} className={styles['format']}>
          <input
            type="radio"
            name={name}
            value={format}
            checked={format === value}
            data-autofocus={format === value ? '' : undefined}
            onChange={() => chooseFormat(format)}
          />
          <span>
            {t(`format.write.${format}`)}
            <small>{t(`format.about.${format}`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
