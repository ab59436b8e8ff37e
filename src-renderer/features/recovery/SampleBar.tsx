import { startTour } from '../../state/tour';
import { openArchive } from '../../state/archive';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Recovery.module.css';

/** Says that the open archive is the sample, and offers the way back. */
export function SampleBar() {
  const { t } = useLocale();
  return (
    <section aria-label={t('sample.label')} className={styles['bar']}>
      <p>{t('sample.text')}</p>
      <Button onClick={startTour}>{t('tour.take')}</Button>
      <Button onClick={() => void openArchive('archive.open-own')}>{t('sample.leave')}</Button>
    </section>
  );
}
