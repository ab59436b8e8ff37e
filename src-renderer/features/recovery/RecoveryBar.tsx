import { History } from 'lucide-react';
import type { ArchiveStatus } from '@contract/models';
import { call } from '../../bridge/bridge';
import { queryClient } from '../../state/client';
import { openDispatch, useDesk } from '../../state/desk';
import { keys } from '../../state/queries';
import { sayError } from '../../state/toasts';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Recovery.module.css';

type OpenArchive = Extract<ArchiveStatus, { state: 'open' }>;

/** Says which drafts were found again after the workstation stopped without closing. */
export function RecoveryBar({ archive }: { readonly archive: OpenArchive }) {
  const { t, format } = useLocale();
  const newest = archive.recovered.toSorted((a, b) => b.savedAt - a.savedAt)[0];
  if (newest === undefined) return null;
  return (
    <section role="status" aria-label={t('recovery.label')} className={styles['bar']}>
      <History aria-hidden="true" />
      <p>
        {t('recovery.text', {
          count: archive.recovered.length,
          headline: newest.headline === '' ? t('wire.untitled') : newest.headline,
          time: format.clockSeconds(newest.savedAt),
        })}
      </p>
      <Button
        onClick={() => {
          useDesk.setState({ mode: 'wire' });
          openDispatch(newest.dispatchId);
          void acknowledge();
        }}
      >
        {t('common.open')}
      </Button>
      <Button look="quiet" onClick={() => void acknowledge()}>
        {t('common.dismiss')}
      </Button>
    </section>
  );
}

async function acknowledge(): Promise<void> {
  const outcome = await call('archive.acknowledge-recovery', {});
  if (!outcome.ok) sayError(outcome.error);
  await queryClient.invalidateQueries({ queryKey: keys.status });
}
