import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorOf, fetchFrom } from '../../state/client';
import { showDialog } from '../../state/desk';
import { Button } from '../../ui/Button';
import { copyText } from '../../ui/copyText';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Recovery.module.css';

/** What would be copied for somebody who is asked for help: seen before it is. */
export function DiagnosticsDialog() {
  const { t } = useLocale();
  const { data, isError, error } = useQuery({
    queryKey: ['diagnostics'],
    queryFn: () => fetchFrom('app.diagnostics', {}),
    // As things are now, each time.
    staleTime: 0,
    gcTime: 0,
  });
  const [told, setTold] = useState('');
  const copy = (text: string): void => {
    setTold(t(copyText(text) ? 'diagnostics.copied' : 'toast.not-copied'));
  };
  return (
    <Dialog
      size="wide"
      title={t('diagnostics.title')}
      onClose={() => showDialog(null)}
      footer={
        <>
          <p role="status" className={styles['told']}>
            {told}
          </p>
          <Button onClick={() => showDialog(null)}>{t('common.close')}</Button>
          <Button
            look="primary"
            data-autofocus=""
            disabled={data === undefined}
            onClick={() => data !== undefined && copy(data.text)}
          >
            {t('diagnostics.copy')}
          </Button>
        </>
      }
    >
      <p>{t('diagnostics.explain')}</p>
      {isError && <ErrorNote error={errorOf(error)} />}
      {/* Longer than the window at times: the arrow keys scroll what has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label={t('diagnostics.text')} lang="en" className={styles['facts']}>
        {data?.text}
      </pre>
    </Dialog>
  );
}
