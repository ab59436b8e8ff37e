import { LifeBuoy } from 'lucide-react';
import { useState } from 'react';
import { isSafeMode } from '../../state/windows';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Recovery.module.css';

/** Says that the window died twice and came back without a dispatch. */
export function SafeBar() {
  const { t } = useLocale();
  const [shown, setShown] = useState(isSafeMode);
  if (!shown) return null;
  return (
    <section role="status" aria-label={t('safe.label')} className={styles['bar']}>
      <LifeBuoy aria-hidden="true" />
      <p>{t('safe.text')}</p>
      <Button look="quiet" onClick={() => setShown(false)}>
        {t('common.dismiss')}
      </Button>
    </section>
  );
}
