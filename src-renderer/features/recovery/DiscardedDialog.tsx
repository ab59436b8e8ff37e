import { useRef, type KeyboardEvent } from 'react';
import type { ResponseOf } from '@contract/requests';
import { errorOf } from '../../state/client';
import { showDialog } from '../../state/desk';
import { bringBack } from '../../state/drafts';
import { useDiscarded } from '../../state/queries';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { focusByArrows } from '../../ui/focusByArrows';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Discarded.module.css';

type Discarded = ResponseOf<'draft.discarded'>['drafts'][number];

/** The drafts that were discarded within the last month, each to be brought back. */
export function DiscardedDialog() {
  const { t } = useLocale();
  const { data, isError, error } = useDiscarded();
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => focusByArrows(event, list.current);
  return (
    <Dialog
      size="wide"
      title={t('discarded.title')}
      onClose={() => showDialog(null)}
      footer={
        <Button data-autofocus="" onClick={() => showDialog(null)}>
          {t('common.close')}
        </Button>
      }
    >
      <p>{t('discarded.explain')}</p>
      {isError && <ErrorNote error={errorOf(error)} />}
      {data?.drafts.length === 0 && <Empty text={t('discarded.none')} />}
      {data !== undefined && data.drafts.length > 0 && (
        <ul
          ref={list}
          aria-label={t('discarded.list')}
          className={styles['list']}
          onKeyDown={onKeyDown}
        >
          {data.drafts.map((draft) => (
            <li key={draft.draftId} className={styles['draft']}>
              <DiscardedDraft draft={draft} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function DiscardedDraft({ draft }: { readonly draft: Discarded }) {
  const { t, format } = useLocale();
  const { draftId, dispatchId, slug, headline, words, kind, discardedAt, isTaken } = draft;
  const title = headline === '' ? t('wire.untitled') : headline;
  const back = async (): Promise<void> => {
    showDialog(null);
    await bringBack(dispatchId, draftId);
  };
  return (
    <>
      <div className={styles['told']}>
        <p className={styles['title']}>
          {slug !== '' && <span className={styles['slug']}>{slug}</span>} {title}
        </p>
        {words !== '' && <p className={styles['words']}>{words}</p>}
        <p className={styles['time']}>
          {t('discarded.when', { kind: t(`kind.${kind}`), time: format.dateTime(discardedAt) })}
          {isTaken && ` ${t('discarded.taken')}`}
        </p>
      </div>
      <Button
        writes
        aria-label={t('discarded.bring-back-named', { title })}
        onClick={() => void back()}
      >
        {t('discarded.bring-back')}
      </Button>
    </>
  );
}
