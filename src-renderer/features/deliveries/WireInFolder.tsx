import type { WireIn } from '@contract/deliveries';
import { chooseFolder } from '../../state/deliveries';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { refusalText } from '../../ui/refusalText';
import type { ChangeFolders } from './FoldersDialog';
import styles from './Deliveries.module.css';

/** The folder whose new files come into the wire. */
export function WireInFolder({
  wireIn,
  change,
}: {
  readonly wireIn: WireIn;
  readonly change: ChangeFolders;
}) {
  const { t } = useLocale();
  const { path, active } = wireIn;
  const choose = async (): Promise<void> => {
    const chosen = await chooseFolder();
    if (chosen !== null) await change('wire-in.set', { path: chosen, active: true });
  };
  return (
    <section aria-label={t('wire-in.title')} className={styles['section']}>
      <h3>{t('wire-in.title')}</h3>
      <p className={styles['explain']}>{t('wire-in.explain')}</p>
      <div className={styles['row']}>
        <span className={styles['path']}>{path ?? t('wire-in.none')}</span>
        <Button writes onClick={() => void choose()}>
          {t('folders.choose')}
        </Button>
      </div>
      {path !== null && (
        <>
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={active}
              onChange={(event) =>
                void change('wire-in.set', { path, active: event.target.checked })
              }
            />
            {t('wire-in.active')}
          </label>
          <WireInState wireIn={wireIn} />
        </>
      )}
    </section>
  );
}

function WireInState({ wireIn }: { readonly wireIn: WireIn }) {
  const { t, format } = useLocale();
  const { state, arrived, lastAt, refused, refusedCount } = wireIn;
  const time = lastAt === null ? '' : format.clock(lastAt);
  return (
    <div role="status" className={styles['state']}>
      <p className={state === 'missing' ? styles['failed'] : undefined}>
        {t(`wire-in.state.${state}`)} {t('wire-in.arrived', { count: arrived, time })}
      </p>
      {refusedCount > 0 && (
        <details>
          <summary>{t('wire-in.refused', { count: refusedCount })}</summary>
          <ul className={styles['refused']}>
            {refused.map((item, index) => (
              <li key={`${item.name} ${index}`}>
                <strong>{item.name}</strong>{' '}
                {item.outcome.is === 'refused' && refusalText(t, format, item, item.outcome)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
