import { Lock } from 'lucide-react';
import { useEffect } from 'react';
import type { ArchiveAccess } from '@contract/models';
import { openArchive } from '../../state/archive';
import { showDialog } from '../../state/desk';
import { readAgain } from '../../state/queries';
import { useNow } from '../../state/useNow';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Recovery.module.css';

/** Says why the open archive can only be read, and what can be done about it. */
export function AccessBar({ access }: { readonly access: ArchiveAccess }) {
  const { t } = useLocale();
  if (access.is === 'write' || access.why === 'asked') return null;
  return (
    <section role="status" aria-label={t('access.label')} className={styles['bar']}>
      <Lock aria-hidden="true" />
      {access.why === 'copy' ? (
        <>
          <p>{t('access.copy', { path: access.original })}</p>
          <Button onClick={() => showDialog('make-own')}>{t('access.make-own')}</Button>
          <Button onClick={() => void openArchive('archive.open-original')}>
            {t('access.open-original')}
          </Button>
        </>
      ) : (
        <OpenElsewhere holder={access.holder} />
      )}
    </section>
  );
}

/** Names a message can choose by. */
const programs = { workstation: 'workstation', 'command-line': 'line' } as const;

type Holder = Extract<ArchiveAccess, { why: 'open-elsewhere' }>['holder'];

function OpenElsewhere({ holder }: { readonly holder: Holder }) {
  const { t, format } = useLocale();
  const now = useNow();
  useFollowing();
  const since = holder?.since ?? now;
  const today = format.dayKey(since) === format.dayKey(now);
  return (
    <>
      <p>
        {t('access.elsewhere', {
          program: holder === null ? 'unknown' : programs[holder.program],
          since: today ? format.time(since) : format.dateTime(since),
        })}
      </p>
      <Button onClick={() => void openArchive('archive.retry')}>{t('common.retry')}</Button>
    </>
  );
}

/** The other process tells nobody here of its changes: they are read whenever the person comes back. */
function useFollowing(): void {
  useEffect(() => {
    globalThis.addEventListener('focus', readAgain);
    return () => globalThis.removeEventListener('focus', readAgain);
  }, []);
}
