import { useState } from 'react';
import type { Life, LifeEvent } from '@contract/life';
import type { DispatchModel } from '@contract/models';
import { errorOf } from '../../state/client';
import { headlineText } from '../../state/headline';
import { openHit, showDialog, showMargin } from '../../state/desk';
import { flushDraft } from '../../state/draft';
import { useLife } from '../../state/time-line';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { useLocale } from '../../ui/i18n/Locale';
import { deedText, drawnLife, whenText, type Drawn } from './life';
import { LifeMark } from './LifeMark';
import { LifeStrip } from './LifeStrip';
import { LifeTable } from './LifeTable';
import life from './Life.module.css';
import styles from './TimeLine.module.css';

/** The life of a dispatch: takes, drafts, notes and what went out, over time. */
export function LifeLineDialog({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const read = useLife(dispatch.id);
  if (read.data !== undefined && read.data.events.length > 0) {
    return <Told dispatch={dispatch} life={read.data} />;
  }
  return (
    <Dialog title={titleOf(dispatch, t)} size="full" onClose={() => showDialog(null)}>
      {read.isError ? (
        <ErrorNote error={errorOf(read.error)} />
      ) : read.data === undefined ? (
        <p role="status">{t('life.reading')}</p>
      ) : (
        <Empty title={t('life.empty.title')} text={t('life.empty')} />
      )}
    </Dialog>
  );
}

/** By the slug; where there is none, by the headline. */
function titleOf(
  { slug, takes, draft }: DispatchModel,
  t: ReturnType<typeof useLocale>['t'],
): string {
  const document = (takes.at(-1) ?? draft)?.document;
  const headline = document === undefined ? '' : headlineText(document);
  return t('life.title', { slug: slug || headline || t('wire.no-slug') });
}

function Told({ dispatch, life: told }: { readonly dispatch: DispatchModel; readonly life: Life }) {
  const { t } = useLocale();
  const drawn = drawnLife(told.events);
  const [stepped, setStepped] = useState(drawn.length - 1);
  const [tabled, setTabled] = useState(false);
  // What happened meanwhile comes at the end; nothing is taken away but what was let go for good.
  const at = Math.min(stepped, drawn.length - 1);
  const chosen = drawn[at];
  const show = (): void => {
    if (chosen !== undefined) goTo(dispatch.id, chosen);
  };
  return (
    <Dialog
      title={titleOf(dispatch, t)}
      size="full"
      onClose={() => showDialog(null)}
      footer={
        <>
          <span className={styles['keys']}>{t('life.keys')}</span>
          <Button aria-pressed={tabled} onClick={() => setTabled(!tabled)}>
            {t('time-line.table')}
          </Button>
          <Button look="primary" onClick={show}>
            {t('life.show')}
          </Button>
        </>
      }
    >
      {tabled ? (
        <LifeTable drawn={drawn} onShow={(event) => goTo(dispatch.id, event)} />
      ) : (
        <>
          {chosen !== undefined && <Chosen event={chosen} index={at} count={drawn.length} />}
          <LifeStrip drawn={drawn} at={at} onStep={setStepped} onShow={show} />
          <p className={styles['remark']}>{t('life.scale')}</p>
        </>
      )}
      {told.more && <p className={styles['remark']}>{t('life.more')}</p>}
    </Dialog>
  );
}

/** What is stepped to, in words. */
function Chosen({
  event,
  index,
  count,
}: {
  readonly event: Drawn;
  readonly index: number;
  readonly count: number;
}) {
  const { t, format } = useLocale();
  const path = event.deed.is === 'sent' ? event.deed.destination : '';
  return (
    <div className={life['chosen']}>
      <h3 className={styles['name']}>
        <LifeMark deed={event.deed} />
        {deedText(event, t)}
      </h3>
      <p className={life['facts']}>
        {[whenText(event, format), event.author, path].filter((one) => one !== '').join(' · ')}
      </p>
      <p className={life['index']}>{t('life.place', { index: index + 1, count })}</p>
    </div>
  );
}

/** Shows on the desk what something happened to. */
function goTo(dispatchId: string, { deed }: LifeEvent): void {
  showDialog(null);
  void flushDraft();
  switch (deed.is) {
    case 'take':
    case 'stamp':
      openHit({ dispatchId, source: 'take', sourceId: deed.takeId }, []);
      break;
    case 'note':
      openHit({ dispatchId, source: 'note', sourceId: deed.noteId }, []);
      break;
    case 'embargo':
    case 'sent':
      showMargin('history');
      break;
    case 'draft':
      if (deed.change === 'discarded') showDialog('discarded');
      break;
  }
}
