import { call } from '../../bridge/bridge';
import { CircleCheck, CircleMinus, OctagonX, X } from 'lucide-react';
import { useEffect } from 'react';
import type { ImportItem, ImportReport } from '@contract/models';
import { useEvent } from '../../bridge/useEvent';
import { announce } from '../../state/announce';
import { openDispatch, useDesk } from '../../state/desk';
import {
  cancelImport,
  dismissReport,
  importEnded,
  importProgressed,
  useImports,
} from '../../state/imports';
import { say, sayError } from '../../state/toasts';
import { useNow } from '../../state/useNow';
import { Button, IconButton } from '../../ui/Button';
import { copyText } from '../../ui/copyText';
import { cx } from '../../ui/cx';
import { useLocale } from '../../ui/i18n/Locale';
import { repairText } from '../../ui/repairText';
import { outcomeText, reportText, summaryText } from './reportText';
import styles from './Imports.module.css';

/** How far an import is, then what became of each file. Work goes on behind it. */
export function ImportPanel() {
  const running = useImports((imports) => imports.running);
  const report = useImports((imports) => imports.report);
  useEvent('import-progress', importProgressed);
  useEvent('import-report', importEnded);
  if (running) return <Progress />;
  return report === null ? null : <Report report={report} />;
}

function Progress() {
  const { t, format } = useLocale();
  const { progress, startedAt, cancelling } = useImports();
  const now = useNow();
  const done = progress?.done ?? 0;
  const total = progress?.total ?? 0;
  const seconds = Math.max(0.5, (now - startedAt) / 1000);
  const rate = done / seconds;
  return (
    <section aria-label={t('import.running')} className={styles['panel']}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>{t('import.running')}</h2>
        <Button disabled={cancelling} onClick={cancelImport}>
          {t(cancelling ? 'import.cancelling' : 'common.cancel')}
        </Button>
      </header>
      <div className={styles['progress']}>
        <progress aria-label={t('import.running')} max={Math.max(1, total)} value={done} />
        <p className={styles['facts']}>
          <span>{t('import.progress', { done, total })}</span>
          {rate > 0 && <span>{t('import.rate', { rate: Math.round(rate * 10) / 10 })}</span>}
          {rate > 0 && (
            <span>{t('import.left', { seconds: Math.ceil((total - done) / rate) })}</span>
          )}
        </p>
        <p className={cx(styles['facts'], styles['name'])}>
          {progress === null
            ? format.clockSeconds(now)
            : t('import.reading', { name: progress.name })}
        </p>
      </div>
    </section>
  );
}

function Report({ report }: { readonly report: ImportReport }) {
  const { t, format } = useLocale();
  const summary = summaryText(t, report);
  useEffect(() => announce(summary), [summary]);
  const copy = (): void => {
    if (copyText(reportText(t, format, report))) say('toast.copied');
    else sayError({ code: 'internal' });
  };
  const save = async (): Promise<void> => {
    const text = reportText(t, format, report);
    const saved = await call('import.save-report', { text, name: `${t('import.report')}.txt` });
    if (saved.ok) say('import.saved', { path: saved.value.path });
    else if (saved.error.code !== 'cancelled') sayError(saved.error);
  };
  return (
    <section aria-label={t('import.report')} className={styles['panel']}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>{t('import.report')}</h2>
        <IconButton label={t('common.close')} onClick={dismissReport}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <p className={styles['summary']}>
        {summary} {report.cancelled && t('import.cancelled')}
      </p>
      <ul className={styles['list']} tabIndex={0} aria-label={t('import.report')}>
        {report.items.map((item, index) => (
          // Two files may have one name; the report never changes order.
          <Item key={index} item={item} />
        ))}
      </ul>
      <footer className={styles['foot']}>
        <Button onClick={copy}>{t('import.copy')}</Button>
        <Button onClick={() => void save()}>{t('import.save')}</Button>
      </footer>
    </section>
  );
}

const icons = {
  added: CircleCheck,
  updated: CircleCheck,
  unchanged: CircleMinus,
  older: CircleMinus,
  notes: CircleCheck,
  refused: OctagonX,
};

function Item({ item }: { readonly item: ImportItem }) {
  const { t, format } = useLocale();
  const { outcome } = item;
  const Icon = icons[outcome.is];
  return (
    <li className={cx(styles['item'], styles[outcome.is])}>
      <Icon aria-hidden="true" />
      <div>
        <p className={styles['file']}>{item.name}</p>
        <p className={styles['what']}>{outcomeText(t, format, item)}</p>
        {(outcome.is === 'added' || outcome.is === 'updated') && outcome.repairs.length > 0 && (
          <details className={styles['repairs']}>
            <summary>{t('originals.repairs', { count: outcome.repairs.length })}</summary>
            <ul>
              {outcome.repairs.map((repair, index) => (
                // Repairs have no identity but their place.
                <li key={index}>{repairText(t, repair)}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {outcome.is !== 'refused' && (
        <Button
          look="quiet"
          onClick={() => {
            useDesk.setState({ mode: 'wire' });
            openDispatch(outcome.dispatchId);
          }}
        >
          {t('common.open')}
        </Button>
      )}
    </li>
  );
}
