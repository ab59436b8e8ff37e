import { useState } from 'react';
import type { ArchiveStatus } from '@contract/models';
import { openArchive, type ArchiveOpening } from '../../state/archive';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { isMessageKey, type MessageKey } from '../../ui/i18n/translate';
import { Backups } from './Backups';
import { Mend } from './Mend';
import styles from './Recovery.module.css';

type Problem = Extract<ArchiveStatus, { state: 'problem' }>;

/** Why no archive is open, what became of the file, and the ways on. */
export function ArchiveProblem({ problem }: { readonly problem: Problem }) {
  const { t } = useLocale();
  const [busy, setBusy] = useState(false);
  const choose = (how: ArchiveOpening) => async (): Promise<void> => {
    setBusy(true);
    await openArchive(how);
    setBusy(false);
  };
  const { title, text } = words(problem.code);
  return (
    <main className={styles['screen']} aria-busy={busy}>
      <p className={styles['name']}>{t('app.name')}</p>
      <h1 className={styles['title']}>{t(title)}</h1>
      <p className={styles['text']}>{t(text, { by: '–', ...problem.facts, code: problem.code })}</p>
      {problem.path !== '' && (
        <dl className={styles['path']}>
          <dt>{t('problem.path')}</dt>
          <dd>{problem.path}</dd>
        </dl>
      )}
      <div className={styles['actions']}>
        {problem.code === 'archive-unsafe-place' && (
          <Button
            look="primary"
            disabled={busy}
            onClick={() => void choose('archive.bring-home')()}
          >
            {t('problem.bring-home')}
          </Button>
        )}
        <Button
          look={problem.code === 'archive-unsafe-place' ? 'plain' : 'primary'}
          disabled={busy}
          onClick={() => void choose('archive.retry')()}
        >
          {t('problem.retry')}
        </Button>
        <Button disabled={busy} onClick={() => void choose('archive.choose')()}>
          {t('problem.choose')}
        </Button>
        <Button disabled={busy} onClick={() => void choose('archive.create')()}>
          {t('problem.create')}
        </Button>
        <Button disabled={busy} onClick={() => void choose('archive.open-sample')()}>
          {t('problem.sample')}
        </Button>
      </div>
      {problem.code === 'archive-damaged' && <Mend />}
      {problem.path !== '' && (
        <details className={styles['backups']}>
          <summary>{t('backups.title')}</summary>
          <Backups />
        </details>
      )}
    </main>
  );
}

function words(code: string): { readonly title: MessageKey; readonly text: MessageKey } {
  const title = `problem.${code}.title`;
  const text = `problem.${code}.text`;
  return isMessageKey(title) && isMessageKey(text)
    ? { title, text }
    : { title: 'problem.other.title', text: 'problem.other.text' };
}
