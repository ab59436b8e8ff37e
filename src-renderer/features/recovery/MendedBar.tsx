import { Wrench } from 'lucide-react';
import { useState } from 'react';
import type { SalvageReport } from '@contract/salvage';
import { acknowledgeMending, useMended } from '../../state/mending';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Recovery.module.css';

/** Says that the archive was mended, and what of it could not be; until it was seen. */
export function MendedBar() {
  const { t } = useLocale();
  const report = useMended();
  const [shown, setShown] = useState(false);
  if (report === null) return null;
  const { dispatches, takes, lost } = report;
  return (
    <section role="status" aria-label={t('mend.label')} className={styles['bar']}>
      <Wrench aria-hidden="true" />
      <p>{t('mend.done', { dispatches, takes, lost: lost.length })}</p>
      <Button onClick={() => setShown(true)}>{t('mend.report')}</Button>
      <Button look="quiet" onClick={() => void acknowledgeMending()}>
        {t('common.dismiss')}
      </Button>
      {shown && <MendedDialog report={report} onClose={() => setShown(false)} />}
    </section>
  );
}

function MendedDialog({
  report,
  onClose,
}: {
  readonly report: SalvageReport;
  readonly onClose: () => void;
}) {
  const { t, format } = useLocale();
  const { kept, base, added, drafts, lost, lostDrafts, lostOriginals, torn } = report;
  return (
    <Dialog
      size="wide"
      title={t('mend.report-title')}
      onClose={onClose}
      footer={
        <Button data-autofocus="" onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <p>
        {base === null
          ? t('mend.no-base')
          : t('mend.base', { time: format.dateTime(base.at), added, drafts })}
      </p>
      {base?.putAway === true && <p>{t('mend.put-away')}</p>}
      <p>{t('mend.others', { drafts: lostDrafts, originals: lostOriginals })}</p>
      {torn.length > 0 && <p>{t('mend.torn', { tables: torn.join(', ') })}</p>}
      {lost.length > 0 && (
        <>
          <h3 className={styles['heading']}>{t('mend.lost')}</h3>
          <ul aria-label={t('mend.lost')}>
            {lost.map((entry) => (
              <li key={`${entry.dispatchId} ${entry.number}`}>
                <LostEntry entry={entry} />
              </li>
            ))}
          </ul>
        </>
      )}
      <dl className={styles['path']}>
        <dt>{t('mend.kept')}</dt>
        <dd>{kept}</dd>
      </dl>
    </Dialog>
  );
}

function LostEntry({ entry }: { readonly entry: SalvageReport['lost'][number] }) {
  const { t } = useLocale();
  const { ordinal, number, text } = entry;
  const dispatch = {
    slug: entry.slug === '' ? t('wire.no-slug') : entry.slug,
    headline: entry.headline === '' ? t('wire.untitled') : entry.headline,
  };
  return (
    <>
      <p>
        {ordinal === null
          ? t('verify.entry', { ...dispatch, number })
          : t('verify.take', { ...dispatch, ordinal })}
      </p>
      {text !== '' && (
        <details>
          <summary className={styles['words']}>{t('mend.words')}</summary>
          <blockquote className={styles['lost']}>{text}</blockquote>
        </details>
      )}
    </>
  );
}
