import { useState } from 'react';
import type { AppError } from '@contract/errors';
import { call } from '../../bridge/bridge';
import { useBackups } from '../../state/backups';
import { showDialog } from '../../state/desk';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { useLocale } from '../../ui/i18n/Locale';
import { Backups } from './Backups';

/** The backups that are made by themselves, one more now, and the way back to any of them. */
export function BackupsDialog() {
  const { t } = useLocale();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const backUp = async (): Promise<void> => {
    setBusy(true);
    const outcome = await call('archive.back-up-now', {});
    setBusy(false);
    setFailed(outcome.ok ? null : outcome.error);
  };
  return (
    <Dialog
      size="wide"
      title={t('backups.title')}
      onClose={() => showDialog(null)}
      footer={
        <>
          <Button disabled={busy} onClick={() => void backUp()}>
            {t(busy ? 'backups.making' : 'backups.now')}
          </Button>
          <SecondFolder busy={busy} onDone={setFailed} />
          <Button data-autofocus="" onClick={() => showDialog(null)}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <p>{t('backups.explain')}</p>
      {failed !== null && <ErrorNote error={failed} />}
      <Backups />
    </Dialog>
  );
}

/** Chooses the folder in which backups are kept too, or gives it up. */
function SecondFolder({
  busy,
  onDone,
}: {
  readonly busy: boolean;
  readonly onDone: (failed: AppError | null) => void;
}) {
  const { t } = useLocale();
  const { data } = useBackups();
  const set = async (choose: boolean): Promise<void> => {
    const outcome = await call('archive.set-second-folder', { choose });
    onDone(outcome.ok || outcome.error.code === 'cancelled' ? null : outcome.error);
  };
  const isSet = data !== undefined && data.second !== null;
  return (
    <Button disabled={busy || data === undefined} onClick={() => void set(!isSet)}>
      {t(isSet ? 'backups.second-stop' : 'backups.second-choose')}
    </Button>
  );
}
