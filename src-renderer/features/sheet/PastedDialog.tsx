import { droppedKinds } from '../../editor';
import { showDialog } from '../../state/desk';
import { pastedChanges, typesetPasted, usePaste } from '../../state/paste';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Pasted.module.css';

/** What the last paste left behind, and why; its spaces and signs can be set right from here. */
export function PastedDialog() {
  const { t, format } = useLocale();
  const last = usePaste((state) => state.last);
  if (last === null) return null;
  const found = droppedKinds.filter((kind) => last.dropped[kind] > 0);
  const changes = pastedChanges();
  const setRight = (): void => {
    showDialog(null);
    typesetPasted();
  };
  return (
    <Dialog
      title={t('paste.title')}
      onClose={() => showDialog(null)}
      footer={
        <>
          {changes > 0 && <Button onClick={setRight}>{t('paste.typeset')}</Button>}
          <Button data-autofocus="" onClick={() => showDialog(null)}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      {found.length === 0 ? (
        <p>{t('paste.all-kept')}</p>
      ) : (
        <ul aria-label={t('paste.title')} className={styles['dropped']}>
          {found.map((kind) => (
            <li key={kind}>
              <span className={styles['count']}>{format.number(last.dropped[kind])}</span>
              <span>
                {t(`paste.kind.${kind}`, { count: last.dropped[kind] })}
                <small>{t(`paste.why.${kind}`)}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
      {changes > 0 && <p>{t('paste.changes', { count: changes })}</p>}
    </Dialog>
  );
}
