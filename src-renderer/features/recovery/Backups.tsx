import { useState } from 'react';
import type { BackupModel } from '@contract/backups';
import type { AppError } from '@contract/errors';
import { call } from '../../bridge/bridge';
import { refreshBackups, useBackups } from '../../state/backups';
import { useArchiveStatus } from '../../state/queries';
import { errorOf } from '../../state/client';
import { Button } from '../../ui/Button';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Backups.module.css';

/** The archive's own backups, newest first, each a way back. */
export function Backups({
  onLook,
}: {
  /** Looks for a dispatch in a backup; absent where there is no archive to bring it back to. */
  readonly onLook?: (backup: BackupModel) => void;
}) {
  const { t, format } = useLocale();
  const { data, isError, error } = useBackups();
  const { data: status } = useArchiveStatus();
  const verified = status?.state === 'open' ? status.verified : null;
  const [asked, setAsked] = useState<string | null>(null);
  const [failed, setFailed] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const restore = async (path: string, passphrase?: string): Promise<void> => {
    setBusy(true);
    // When it is done the window begins anew on the archive as it was.
    const outcome = await call('archive.restore', {
      path,
      ...(passphrase !== undefined && { passphrase }),
    });
    setBusy(false);
    if (!outcome.ok) setFailed(outcome.error);
    refreshBackups();
  };
  if (isError) return <ErrorNote error={errorOf(error)} />;
  if (data === undefined) return <p role="status">{t('backups.reading')}</p>;
  const { folder, backups, failure, second } = data;
  const secondFailure = second?.failure ?? null;
  return (
    <div className={styles['backups']} aria-busy={busy}>
      {failure !== null && (
        <p role="alert" className={styles['failure']}>
          {t('backups.failed', { time: format.dateTime(failure.at), code: failure.code })}
        </p>
      )}
      {secondFailure !== null && (
        <p role="alert" className={styles['failure']}>
          {t('backups.second-failed', {
            time: format.dateTime(secondFailure.at),
            code: secondFailure.code,
          })}
        </p>
      )}
      {failed !== null && <ErrorNote error={failed} />}
      {busy && <p role="status">{t('backups.restoring')}</p>}
      {backups.length === 0 ? (
        <p>{t('backups.none')}</p>
      ) : (
        <ul aria-label={t('backups.list')} className={styles['list']}>
          {backups.map((backup) => (
            <li key={backup.path} className={styles['backup']}>
              <Backup
                backup={backup}
                busy={busy}
                asked={asked === backup.path}
                onAsk={setAsked}
                onLook={onLook}
                onRestore={(path, passphrase) => void restore(path, passphrase)}
              />
            </li>
          ))}
        </ul>
      )}
      <dl className={styles['folder']}>
        <dt>{t('backups.folder')}</dt>
        <dd>{folder}</dd>
        <dt>{t('backups.second')}</dt>
        <dd>
          {second === null ? t('backups.second-none') : second.folder}
          {second?.sealed === true && ` · ${t('backups.sealed')}`}
        </dd>
        <dt>{t('backups.verified')}</dt>
        <dd>{verified === null ? t('backups.never-verified') : format.dateTime(verified.at)}</dd>
      </dl>
    </div>
  );
}

function Backup({
  backup,
  busy,
  asked,
  onAsk,
  onLook,
  onRestore,
}: {
  readonly backup: BackupModel;
  readonly busy: boolean;
  /** Whether it is being asked about. */
  readonly asked: boolean;
  readonly onAsk: (path: string | null) => void;
  readonly onLook: ((backup: BackupModel) => void) | undefined;
  readonly onRestore: (path: string, passphrase?: string) => void;
}) {
  const { t, format } = useLocale();
  const { path, at, reason, sealed, byteLength } = backup;
  const [passphrase, setPassphrase] = useState('');
  const time = format.dateTime(at);
  return (
    <>
      <span className={styles['time']}>{time}</span>
      <span>
        {t(`backups.reason.${reason}`)}
        {sealed && ` · ${t('backups.sealed')}`}
      </span>
      <span className={styles['size']}>{format.bytes(byteLength)}</span>
      {asked ? (
        <div
          role="group"
          aria-label={t('backups.restore-to', { time })}
          className={styles['asked']}
        >
          <p>{t('backups.restore-text', { time })}</p>
          {sealed && (
            <Field label={t('seal.passphrase')}>
              {(ids) => (
                <input
                  {...ids}
                  type="password"
                  autoComplete="off"
                  value={passphrase}
                  onChange={({ target }) => setPassphrase(target.value)}
                />
              )}
            </Field>
          )}
          <Button disabled={busy} onClick={() => onAsk(null)}>
            {t('common.cancel')}
          </Button>
          <Button
            look="primary"
            disabled={busy || (sealed && passphrase === '')}
            onClick={() => onRestore(path, sealed ? passphrase : undefined)}
          >
            {t('backups.restore-confirm')}
          </Button>
        </div>
      ) : (
        <span className={styles['ways']}>
          {onLook !== undefined && !sealed && (
            <Button
              look="quiet"
              disabled={busy}
              aria-label={t('backups.look-in', { time })}
              onClick={() => onLook(backup)}
            >
              {t('backups.look')}
            </Button>
          )}
          <Button
            look="quiet"
            disabled={busy}
            aria-label={t('backups.restore-to', { time })}
            onClick={() => onAsk(path)}
          >
            {t('backups.restore')}
          </Button>
        </span>
      )}
    </>
  );
}
