import { AlarmClock } from 'lucide-react';
import type { ResponseOf } from '@contract/requests';
import { openDispatch, showDialog, useDesk } from '../../state/desk';
import { unschedule } from '../../state/drafts';
import { useMissed } from '../../state/queries';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Publish.module.css';

type Missed = ResponseOf<'schedule.missed'>['missed'][number];

/** Asks what shall become of drafts that were not published at their hour. */
export function MissedBar() {
  const missed = useMissed();
  return missed.map((one) => <MissedOne key={one.draftId} missed={one} />);
}

function MissedOne({ missed }: { readonly missed: Missed }) {
  const { t, format } = useLocale();
  const { dispatchId, draftId, at, why } = missed;
  return (
    <section role="status" aria-label={t('missed.label')} className={styles['missed']}>
      <AlarmClock aria-hidden="true" />
      <p>{t(`missed.${why}`, { time: format.dateTime(at) })}</p>
      <Button
        onClick={() => {
          useDesk.setState({ mode: 'wire' });
          openDispatch(dispatchId);
        }}
      >
        {t('common.open')}
      </Button>
      <Button
        onClick={() => {
          openDispatch(dispatchId);
          showDialog('publish');
        }}
      >
        {t('missed.publish')}
      </Button>
      <Button writes look="quiet" onClick={() => void unschedule(dispatchId, draftId)}>
        {t('missed.not')}
      </Button>
    </section>
  );
}
