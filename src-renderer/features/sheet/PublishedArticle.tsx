import type { DispatchModel, TakeModel } from '@contract/models';
import { PublishedTake, type PublishedTakeProps } from '../../editor';
import { showDialog } from '../../state/desk';
import { appendDraft } from '../../state/drafts';
import { useChecksOf, usePublishedStyle } from '../../state/published-style';
import { openTrace } from '../../state/trace';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { Menu, type MenuItem } from '../../ui/Menu';
import { useSurface } from './surface';
import { TakeStamp } from './TakeStamp';
import styles from './Sheet.module.css';

/** A published take: locked, under its stamp, with a correction one click away. */
export function PublishedArticle({
  dispatch,
  take,
  headlineHidden,
  correctable,
}: {
  readonly dispatch: DispatchModel;
  readonly take: TakeModel;
  readonly headlineHidden: boolean;
  readonly correctable: boolean;
}) {
  const { t, format } = useLocale();
  const surface = useSurface(dispatch, take.id);
  const checking = usePublishedStyle((style) => style.on === dispatch.id);
  const stamp = format.stamp(take.stamp);
  const label =
    stamp === undefined
      ? t('take.article-unknown', { kind: take.kind })
      : t('take.article', { kind: take.kind, stamp });
  return (
    <article aria-label={label} className={styles['take']} data-take={take.id}>
      <header className={styles['stampLine']}>
        <span aria-hidden="true" className={styles['dot']} title={t('take.locked')} />
        <span className={styles['published']} title={t('take.locked')}>
          {t(`take.published.${take.kind}`)}
        </span>
        <TakeStamp take={take} />
        {take.author !== '' && <span>{take.author}</span>}
        <Tools take={take} correctable={correctable} />
      </header>
      <Carried dispatch={dispatch} take={take} />
      <div className="take-document" data-role={take.kind}>
        {checking ? (
          <CheckedTake
            {...surface}
            dispatch={dispatch}
            label={t('take.text')}
            take={take}
            headlineHidden={headlineHidden}
          />
        ) : (
          <PublishedTake
            {...surface}
            label={t('take.text')}
            take={take}
            headlineHidden={headlineHidden}
          />
        )}
      </div>
    </article>
  );
}

/** What can be done about a take; what is done every day is in sight, the rest behind three dots. */
function Tools({ take, correctable }: { readonly take: TakeModel; readonly correctable: boolean }) {
  const { t } = useLocale();
  const { id } = take;
  const timeless = take.stamp.precision === 'unknown';
  const others: readonly MenuItem<'stamp' | 'trace'>[] = [
    { value: 'trace', label: t('take.trace') },
    ...(timeless ? [] : [{ value: 'stamp' as const, label: t('stamp.put-right'), writes: true }]),
  ];
  return (
    <span className={styles['tools']}>
      {timeless && (
        <Button writes look="quiet" onClick={() => showDialog('stamp', id)}>
          {t('stamp.supply')}
        </Button>
      )}
      {correctable && (
        <Button writes look="quiet" onClick={() => void appendDraft('correction', id)}>
          {t('take.correct')}
        </Button>
      )}
      <Menu
        label={t('take.more')}
        items={others}
        onChoose={(value) => (value === 'trace' ? openTrace(id) : showDialog('stamp', id))}
      />
    </span>
  );
}

/** A published take with the marks of its spelling and style. */
function CheckedTake({
  dispatch,
  take,
  ...surface
}: Omit<PublishedTakeProps, 'checks' | 'take'> & {
  readonly dispatch: DispatchModel;
  readonly take: TakeModel;
}) {
  const checks = useChecksOf(dispatch, take);
  return <PublishedTake {...surface} take={take} checks={checks} />;
}

/** What the take carries besides its words: the advisory line, what it puts right, why it withdraws. */
function Carried({
  dispatch,
  take: { advisoryLine, carries, stampReason },
}: {
  readonly dispatch: DispatchModel;
  readonly take: TakeModel;
}) {
  const { t, format } = useLocale();
  const corrected =
    carries.of === 'correction' ? dispatch.takes.find(({ id }) => id === carries.corrects) : null;
  return (
    <>
      {stampReason !== null && (
        <p className={styles['carried']}>{t('stamp.by-hand', { reason: stampReason })}</p>
      )}
      {advisoryLine !== '' && (
        <p className="advisory-line" lang={dispatch.language}>
          {advisoryLine}
        </p>
      )}
      {carries.of === 'correction' && (
        <div className={styles['carried']}>
          <p>
            {t('correction.of', {
              ordinal: corrected?.ordinal ?? 0,
              stamp:
                corrected == null
                  ? t('take.time-unknown')
                  : (format.stamp(corrected.stamp) ?? t('take.time-unknown')),
            })}
          </p>
          <p lang={dispatch.language}>
            <del>{carries.wrong}</del> <ins>{carries.right}</ins>
          </p>
        </div>
      )}
      {carries.of === 'kill' && (
        <p className={styles['carried']}>
          {t('kill.reason', { reason: carries.reason, who: carries.decidedBy })}
        </p>
      )}
    </>
  );
}
