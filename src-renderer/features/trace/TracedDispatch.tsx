import type { TraceDispatch, TraceHolder, TracePassage, TracePlace } from '@contract/trace';
import { appendDraftTo } from '../../state/drafts';
import { openPassage } from '../../state/trace';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { useLocale } from '../../ui/i18n/Locale';
import { MarkedText } from '../../ui/MarkedText';
import { todoOf } from './model';
import styles from './Trace.module.css';

/** A dispatch that holds traced sentences: its takes and drafts with their passages. */
export function TracedDispatch({ dispatch }: { readonly dispatch: TraceDispatch }) {
  const { t } = useLocale();
  const headline = dispatch.headline === '' ? t('wire.untitled') : dispatch.headline;
  return (
    <article aria-label={headline} className={styles['dispatch']}>
      <header className={styles['head']}>
        <span className={styles['slug']}>
          {dispatch.slug === '' ? t('wire.no-slug') : dispatch.slug}
        </span>
        <h3 className={styles['headline']} lang={dispatch.language}>
          {dispatch.killed ? <s>{headline}</s> : headline}
        </h3>
      </header>
      {dispatch.places.map((place) => (
        <Place key={place.holder.id} dispatch={dispatch} place={place} />
      ))}
    </article>
  );
}

function Place({
  dispatch,
  place: { holder, passages },
}: {
  readonly dispatch: TraceDispatch;
  readonly place: TracePlace;
}) {
  const { t } = useLocale();
  const todo = todoOf(dispatch, holder);
  const done = !['correct', 'edit', 'finish-draft'].includes(todo);
  const [first] = passages;
  const open = (passage: TracePassage | undefined): void => {
    if (passage !== undefined) openPassage(dispatch.dispatchId, holder, passage);
  };
  return (
    <div className={cx(styles['place'], done && styles['done'])}>
      <p className={styles['facts']}>
        <HolderName holder={holder} />
        <span>{t(`trace.todo.${todo}`)}</span>
      </p>
      <ul>
        {passages.map((passage) => (
          <li key={`${passage.sentence} ${passage.range.start}`}>
            <Passage dispatch={dispatch} holder={holder} passage={passage} onOpen={open} />
          </li>
        ))}
      </ul>
      {todo === 'correct' && (
        <div className={styles['actions']}>
          <Button
            writes
            onClick={() => void appendDraftTo(dispatch.dispatchId, 'correction', holder.id)}
          >
            {t('trace.correct')}
          </Button>
          <Button writes onClick={() => void appendDraftTo(dispatch.dispatchId, 'kill', null)}>
            {t('trace.withdraw')}
          </Button>
        </div>
      )}
      {(todo === 'edit' || todo === 'finish-draft') && (
        <div className={styles['actions']}>
          <Button onClick={() => open(first)}>
            {t(todo === 'edit' ? 'trace.edit' : 'trace.open-draft')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A passage; choosing it shows it on the sheet. A draft put away is not on any sheet. */
function Passage({
  dispatch,
  holder,
  passage,
  onOpen,
}: {
  readonly dispatch: TraceDispatch;
  readonly holder: TraceHolder;
  readonly passage: TracePassage;
  readonly onOpen: (passage: TracePassage) => void;
}) {
  const { t } = useLocale();
  const text = (
    <span className={styles['excerpt']} lang={dispatch.language}>
      <MarkedText value={passage.excerpt} />
    </span>
  );
  if (holder.is === 'discarded') return <div className={styles['passage']}>{text}</div>;
  return (
    <button
      type="button"
      className={styles['passage']}
      title={t('trace.open-title')}
      onClick={() => onOpen(passage)}
    >
      {text}
      {passage.containment < 1 && <span className={styles['near']}>{t('trace.near')}</span>}
    </button>
  );
}

function HolderName({ holder }: { readonly holder: TraceHolder }) {
  const { t, format } = useLocale();
  if (holder.is === 'take') {
    const stamp = format.stamp(holder.stamp) ?? t('take.time-unknown');
    return <strong>{t('trace.take', { kind: t(`kind.${holder.kind}`), stamp })}</strong>;
  }
  const time = format.dateTime(holder.savedAt);
  return <strong>{t(`trace.${holder.is}`, { time })}</strong>;
}
