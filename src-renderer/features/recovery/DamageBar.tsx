import { TriangleAlert } from 'lucide-react';
import type { ArchiveStatus } from '@contract/models';
import { showDialog } from '../../state/desk';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Recovery.module.css';

type OpenArchive = Extract<ArchiveStatus, { state: 'open' }>;

/** Says that the last verification found something: until another finds nothing. */
export function DamageBar({ verified }: { readonly verified: OpenArchive['verified'] }) {
  const { t, format } = useLocale();
  if (verified === null || verified.problems === 0) return null;
  return (
    <section role="alert" aria-label={t('damage.label')} className={styles['bar']}>
      <TriangleAlert aria-hidden="true" />
      <p>{t('damage.text', { time: format.dateTime(verified.at), count: verified.problems })}</p>
      <Button onClick={() => showDialog('verify')}>{t('damage.see')}</Button>
    </section>
  );
}
