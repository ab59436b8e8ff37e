import { CalendarClock, GitMerge, History, LockKeyhole } from 'lucide-react';
import type { DispatchModel } from '@contract/models';
import { embargoHolds } from '@domain/record/embargo';
import { compareRecovered } from '../../state/compare';
import { showDialog } from '../../state/desk';
import { unschedule } from '../../state/drafts';
import { isBaseMoved } from '../../state/merge';
import { useArchiveStatus } from '../../state/queries';
import { useNow } from '../../state/useNow';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Views.module.css';

const second = 1_000;
const hour = 3_600 * second;

/** That nothing of the dispatch may leave the archive yet, and until when. */
export function EmbargoNotice({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t, format } = useLocale();
  const { embargo } = dispatch;
  // Without one there is nothing to count down to.
  const now = useNow(embargo === null ? hour : second);
  if (embargo === null || !embargoHolds(embargo, now)) return null;
  const { instant, zone } = embargo;
  const title = t('take.stamp-title', {
    utc: format.dateTime(instant, 'UTC'),
    own: format.dateTime(instant, zone),
    zone,
  });
  return (
    <div role="note" aria-label={t('embargo.title')} className={styles['notice']}>
      <LockKeyhole aria-hidden="true" />
      <p title={title}>{t('embargo.holds', { time: format.dateTime(instant) })}</p>
      <Button writes look="quiet" onClick={() => showDialog('embargo')}>
        {t('embargo.change')}
      </Button>
    </div>
  );
}

/** That the draft will be published by itself, and when. */
export function ScheduleNotice({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t, format } = useLocale();
  const draft = dispatch.draft;
  if (draft === null || draft.schedule === null) return null;
  const { at, version } = draft.schedule;
  const changed = draft.version !== version;
  return (
    <div role="note" aria-label={t('schedule.title')} className={styles['notice']}>
      <CalendarClock aria-hidden="true" />
      <p>{t(changed ? 'schedule.changed' : 'schedule.set', { time: format.dateTime(at) })}</p>
      <Button writes look="quiet" onClick={() => showDialog('publish')}>
        {t('schedule.change')}
      </Button>
      <Button writes look="quiet" onClick={() => void unschedule(dispatch.id, draft.id)}>
        {t('schedule.cancel')}
      </Button>
    </div>
  );
}

/** That something was published since the draft was begun. */
export function BaseMovedNotice({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const { draft, lastTakeRevision } = dispatch;
  if (draft === null || !isBaseMoved(lastTakeRevision, draft)) return null;
  return (
    <div role="note" aria-label={t('merge.title')} className={styles['notice']}>
      <GitMerge aria-hidden="true" />
      <p>{t('merge.base-moved')}</p>
      <Button writes look="quiet" onClick={() => showDialog('merge')}>
        {t('merge.open')}
      </Button>
    </div>
  );
}

/** That the draft was being written when the workstation stopped, and how it was found again. */
export function RecoveredNotice({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t, format } = useLocale();
  const { data: status } = useArchiveStatus();
  const draftId = dispatch.draft?.id;
  const recovered = status?.state === 'open' ? status.recovered : [];
  const found = recovered.find((one) => one.draftId === draftId);
  if (found === undefined) return null;
  return (
    <div role="note" aria-label={t('recovered.title')} className={styles['notice']}>
      <History aria-hidden="true" />
      <p>{t('recovered.text', { time: format.clockSeconds(found.savedAt) })}</p>
      <Button look="quiet" onClick={() => void compareRecovered(dispatch.id, found.draftId)}>
        {t('recovered.compare')}
      </Button>
    </div>
  );
}
