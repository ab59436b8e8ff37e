import type { OriginalModel } from '@contract/models';
import { call } from '../../bridge/bridge';
import { say, sayError } from '../../state/toasts';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { repairText } from '../../ui/repairText';
import styles from './Details.module.css';

const shownHash = 16;

/** The files a dispatch was imported from, as they came, and what was mended while reading them. */
export function Originals({ originals }: { readonly originals: readonly OriginalModel[] }) {
  const { t, format } = useLocale();
  return (
    <section className={styles['section']}>
      <h3 className={styles['title']}>{t('originals.title')}</h3>
      {originals.map((original) => (
        <div key={original.sha256} className={styles['list']}>
          <p className={styles['file']}>{original.name}</p>
          <p className={styles['facts']}>
            {t('originals.facts', {
              encoding: original.encoding,
              size: format.bytes(original.byteLength),
            })}
          </p>
          <p className={styles['facts']}>
            {t('originals.imported', { time: format.dateTime(original.importedAt) })}
          </p>
          <p className={styles['facts']} title={original.sha256}>
            {t('originals.hash', { hash: `${original.sha256.slice(0, shownHash)}…` })}
          </p>
          <Repairs original={original} />
          <div>
            <Button onClick={() => void saveOriginal(original.sha256)}>
              {t('originals.save')}
            </Button>
          </div>
        </div>
      ))}
    </section>
  );
}

function Repairs({ original }: { readonly original: OriginalModel }) {
  const { t } = useLocale();
  if (original.repairs.length === 0) return <p>{t('originals.clean')}</p>;
  return (
    <details>
      <summary>{t('originals.repairs', { count: original.repairs.length })}</summary>
      <ul className={styles['repairs']}>
        {original.repairs.map((repair, index) => (
          // Repairs have no identity but their place.
          <li key={index}>{repairText(t, repair)}</li>
        ))}
      </ul>
    </details>
  );
}

async function saveOriginal(sha256: string): Promise<void> {
  const outcome = await call('dispatch.save-original', { sha256 });
  if (outcome.ok) say('toast.saved-original', { path: outcome.value.path }, 'good');
  else sayError(outcome.error);
}
