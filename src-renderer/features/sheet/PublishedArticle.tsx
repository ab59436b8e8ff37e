import type { DispatchModel, TakeModel } from '@contract/models';
import { PublishedTake } from '../../editor';
import { appendDraft } from '../../state/drafts';
import { openTrace } from '../../state/trace';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { useLocale } from '../../ui/i18n/Locale';
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
        <span className={styles['tools']}>
          <Button look="quiet" onClick={() => openTrace(take.id)}>
            {t('take.trace')}
          </Button>
          {correctable && (
            <Button writes look="quiet" onClick={() => void appendDraft('correction')}>
              {t('take.correct')}
            </Button>
          )}
        </span>
      </header>
      <div className={cx('take-document')} data-role={take.kind}>
        <PublishedTake
          {...surface}
          label={t('take.text')}
          take={take}
          headlineHidden={headlineHidden}
        />
      </div>
    </article>
  );
}
