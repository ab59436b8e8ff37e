import { useQuery } from '@tanstack/react-query';
import { call } from '../../bridge/bridge';
import { errorOf, fetchFrom } from '../../state/client';
import { showDialog } from '../../state/desk';
import { sayError } from '../../state/toasts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { useLocale } from '../../ui/i18n/Locale';
import { Pages } from '../../ui/Pages';
import styles from './Help.module.css';

/** Whose work the workstation is made of, and each licence as it came: as the build wrote it down. */
export function LicencesDialog() {
  const { t } = useLocale();
  const { data, error } = useQuery({
    queryKey: ['licences'],
    queryFn: () => fetchFrom('app.licences', {}),
  });
  const close = (): void => showDialog(null);
  if (data === undefined) {
    return (
      <Dialog title={t('licences.title')} onClose={close}>
        {error !== null && <ErrorNote error={errorOf(error)} />}
      </Dialog>
    );
  }
  const { packages, engine } = data;
  return (
    <Pages
      title={t('licences.title')}
      searchLabel={t('licences.search')}
      listLabel={t('licences.list')}
      none={t('licences.none')}
      pages={packages.map(({ name, version, licence }) => ({
        key: `${name} ${version}`,
        title: name,
        side: `${version} · ${licence}`,
        words: licence,
      }))}
      footer={
        <>
          <span className={styles['engine']}>
            {t('licences.engine', {
              electron: engine.electron,
              chromium: engine.chromium,
              node: engine.node,
            })}
          </span>
          {engine.licences && (
            <Button onClick={() => void openEngine()}>{t('licences.open-engine')}</Button>
          )}
          <Button onClick={close}>{t('common.close')}</Button>
        </>
      }
      onClose={close}
    >
      {(key) => {
        const found = packages.find(({ name, version }) => `${name} ${version}` === key);
        if (found === undefined) return null;
        const { name, version, licence, text } = found;
        return (
          <>
            <h3 className={styles['name']}>{name}</h3>
            <p className={styles['facts']}>{t('licences.facts', { version, licence })}</p>
            {text === '' ? (
              <p>{t('licences.no-text', { licence })}</p>
            ) : (
              <pre className={styles['licence']} lang="en">
                {text}
              </pre>
            )}
          </>
        );
      }}
    </Pages>
  );
}

async function openEngine(): Promise<void> {
  const outcome = await call('app.open-engine-licences', {});
  if (!outcome.ok) sayError(outcome.error);
}
