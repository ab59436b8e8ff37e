import { useState } from 'react';
import type { BackupModel } from '@contract/backups';
import type { AppError } from '@contract/errors';
import { call } from '../../bridge/bridge';
import { useBackups } from '../../state/backups';
import { showDialog } from '../../state/desk';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { useLocale } from '../../ui/i18n/Locale';
import { BackupInside } from './BackupInside';
import { Backups } from './Backups';
import { SealForm } from './SealForm';

/** The backups that are made by themselves, the ways back to them, and what is in one. */
export function BackupsDialog() {
  const [inside, setInside] = useState<BackupModel | null>(null);
  return inside === null ? (
    <AllBackups onLook={setInside} />
  ) : (
    <BackupInside backup={inside} onBack={() => setInside(null)} />
  );
}

/** The backups there are, and one more now. */
function AllBackups({ onLook }: { readonly onLook: (backup: BackupModel) => void }) {
  const { t } = useLocale();
  const [busy, setBusy] = useState(false);
  const [sealing, setSealing] = useState(false);
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
          <Sealing busy={busy} onAsk={() => setSealing(true)} onDone={setFailed} />
          <Button data-autofocus="" onClick={() => showDialog(null)}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <p>{t('backups.explain')}</p>
      {failed !== null && <ErrorNote error={failed} />}
      {sealing && <SealForm onDone={() => setSealing(false)} />}
      <Backups onLook={onLook} />
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

/** Has backups of the second folder sealed with a passphrase, or no longer. */
function Sealing({
  busy,
  onAsk,
  onDone,
}: {
  readonly busy: boolean;
  readonly onAsk: () => void;
  readonly onDone: (failed: AppError | null) => void;
}) {
  const { t } = useLocale();
  const { data } = useBackups();
  const second = data?.second ?? null;
  if (second === null) return null;
  const stop = async (): Promise<void> => {
    const outcome = await call('archive.seal-second', { passphrase: null });
    onDone(outcome.ok ? null : outcome.error);
  };
  return (
    <Button disabled={busy} onClick={() => (second.sealed ? void stop() : onAsk())}>
      {t(second.sealed ? 'seal.stop' : 'seal.begin')}
    </Button>
  );
}
