import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { DispatchModel } from '@contract/models';
import { useUnsavedElsewhere } from '../../editor';
import { announce } from '../../state/announce';
import { useBackups } from '../../state/backups';
import { useDeliveries, useWireIn } from '../../state/deliveries';
import { showDialog, useDesk } from '../../state/desk';
import { useLiveDraft } from '../../state/draft';
import { useDispatch } from '../../state/queries';
import { useNow } from '../../state/useNow';
import { cx } from '../../ui/cx';
import { shortErrorText, useErrorText } from '../../ui/errorText';
import { useLocale } from '../../ui/i18n/Locale';
import { useNoWriting } from '../../ui/Writing';
import { CountsStatus } from './CountsStatus';
import styles from './Status.module.css';

const minute = 60_000;
/** Clocks are set right by so much all the time, in ms. */
const tolerated = minute;

/** What is saved, how long the text is, and what time it is. It never says saved before it is so. */
export function StatusBar({
  archiveName,
  clockBehind,
}: {
  readonly archiveName: string;
  /** By how much the clock is behind the newest entry of the record, in ms. */
  readonly clockBehind: number;
}) {
  const { t } = useLocale();
  const { data: dispatch } = useDispatch(useDesk((desk) => desk.dispatchId));
  return (
    <footer className={styles['bar']} aria-label={t('pane.status')}>
      {useNoWriting() === null ? (
        <SaveStatus dispatch={dispatch} />
      ) : (
        <span>{t('status.read-only')}</span>
      )}
      {dispatch !== undefined && <CountsStatus dispatch={dispatch} />}
      <span className={styles['space']} />
      <span className={styles['end']}>
        <FoldersStatus />
        {dispatch !== undefined && <span>{t(`language.${dispatch.language}`)}</span>}
        {clockBehind > tolerated && (
          <span className={styles['failed']} role="alert" title={t('status.clock-behind-title')}>
            <TriangleAlert aria-hidden="true" />
            {t('status.clock-behind', { minutes: Math.round(clockBehind / minute) })}
          </span>
        )}
        <DeskTime />
        <BackupStatus archiveName={archiveName} />
      </span>
    </footer>
  );
}

/** The time of the desk and UTC, to the minute: nothing is drawn anew in between. */
function DeskTime() {
  const { t, zone, format } = useLocale();
  const now = useNow(minute);
  return (
    <>
      <span title={t('status.desk-time-title', { zone })}>
        {t('status.desk-time', { time: format.clock(now), city: format.city(zone) })}
      </span>
      {zone !== 'UTC' && <span>{t('status.utc', { time: format.clock(now, 'UTC') })}</span>}
    </>
  );
}

/** What comes in and goes out by folders, where any is watched or delivered to; failures are said. */
function FoldersStatus() {
  const { t } = useLocale();
  const { data: deliveries } = useDeliveries();
  const { data: wireIn } = useWireIn();
  const failed = deliveries?.counts.failed ?? 0;
  const waiting = (deliveries?.counts.waiting ?? 0) + (deliveries?.counts.held ?? 0);
  const missing = wireIn?.state === 'missing';
  const wire = wireIn?.active === true;
  const delivers = deliveries?.folders.some(({ active }) => active) === true;
  const told = [
    ...(missing ? [t('status.wire-in-missing')] : wire ? [t('status.wire-in')] : []),
    ...(failed > 0
      ? [t('status.delivery-failed', { count: failed })]
      : waiting > 0
        ? [t('status.delivery-waiting', { count: waiting })]
        : delivers
          ? [t('status.delivery-on')]
          : []),
  ];
  if (told.length === 0) return null;
  const wrong = missing || failed > 0;
  return (
    <button
      type="button"
      className={cx(styles['archive'], wrong && styles['failed'])}
      title={wire ? t('status.wire-in-title', { path: wireIn.path ?? '' }) : undefined}
      onClick={() => showDialog('folders')}
    >
      {wrong && <TriangleAlert aria-hidden="true" />}
      {told.join(' · ')}
    </button>
  );
}

/** The archive's name, and behind it when it was last backed up; a backup that failed is said. */
function BackupStatus({ archiveName }: { readonly archiveName: string }) {
  const { t, format } = useLocale();
  const { data } = useBackups();
  const failure = data?.failure ?? null;
  const newest = data?.backups[0];
  const told =
    failure === null
      ? newest === undefined
        ? t('backups.none')
        : t('backups.last', { time: format.dateTime(newest.at) })
      : t('backups.failed', { time: format.dateTime(failure.at), code: failure.code });
  return (
    <button
      type="button"
      className={cx(styles['archive'], failure !== null && styles['failed'])}
      title={told}
      aria-label={`${archiveName}. ${told}`}
      onClick={() => showDialog('backups')}
    >
      {failure !== null && <TriangleAlert aria-hidden="true" />}
      {archiveName}
    </button>
  );
}

function SaveStatus({ dispatch }: { readonly dispatch: DispatchModel | undefined }) {
  const { t, format } = useLocale();
  const fullText = useErrorText();
  const shown = useLiveDraft((live) => live.saveState);
  const elsewhere = useUnsavedElsewhere((unsaved) => [...unsaved.values()][0]);
  // What is not saved is said wherever it is; "saved" only when it is true of all.
  const state =
    shown?.is !== 'failed' && elsewhere !== undefined
      ? ({ is: 'failed', error: elsewhere } as const)
      : shown;
  useAnnounceSaving();
  const savedAt = state?.is === 'saved' ? state.at : dispatch?.draft?.savedAt;
  if (state?.is === 'failed') {
    return (
      <span className={styles['failed']} role="alert" title={fullText(state.error)}>
        <TriangleAlert aria-hidden="true" />
        {t('status.not-saved', { why: shortErrorText(t, state.error) })}
      </span>
    );
  }
  if (state?.is === 'pending')
    return <span className={styles['pending']}>{t('status.saving')}</span>;
  return (
    <span className={styles['saved']}>
      {savedAt === undefined
        ? t('status.all-saved')
        : t('status.saved', { time: format.clockSeconds(savedAt) })}
    </span>
  );
}

/** Tells screen readers when saving works again after it did not; each save would be noise. */
function useAnnounceSaving(): void {
  const { t } = useLocale();
  const is = useLiveDraft((live) => live.saveState?.is);
  const hadFailed = useRef(false);
  useEffect(() => {
    if (is === 'failed') hadFailed.current = true;
    if (is !== 'saved' || !hadFailed.current) return;
    hadFailed.current = false;
    announce(t('status.saved-again'));
  }, [is, t]);
}
