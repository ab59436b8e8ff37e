import { useState } from 'react';
import { mendArchive } from '../../state/mending';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Recovery.module.css';

/** Offers to mend the archive: what that does is said before it is done. */
export function Mend({ onDone }: { readonly onDone?: () => void }) {
  const { t } = useLocale();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const mend = async (): Promise<void> => {
    setBusy(true);
    if (await mendArchive()) onDone?.();
    setBusy(false);
  };
  if (!asked) return <Button onClick={() => setAsked(true)}>{t('mend.begin')}</Button>;
  return (
    <div role="group" aria-label={t('mend.label')} aria-busy={busy} className={styles['mend']}>
      <p>{t('mend.explain')}</p>
      <Button disabled={busy} onClick={() => setAsked(false)}>
        {t('common.cancel')}
      </Button>
      <Button look="primary" disabled={busy} onClick={() => void mend()}>
        {t(busy ? 'mend.busy' : 'mend.confirm')}
      </Button>
    </div>
  );
}
