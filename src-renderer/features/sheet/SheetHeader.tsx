import type { DispatchModel } from '@contract/models';
import { highlightRanges } from '@domain/query/highlight';
import { showMargin, useDesk } from '../../state/desk';
import { useLiveDraft } from '../../state/draft';
import { cx } from '../../ui/cx';
import { useLocale } from '../../ui/i18n/Locale';
import { pieces } from '../../ui/MarkedText';
import { UrgencyShape } from '../../ui/Urgency';
import { useNoWriting } from '../../ui/Writing';
import { HeadingField } from './HeadingField';
import styles from './Sheet.module.css';

const urgent = 3;

/** What the desk knows of the dispatch, and its headline. */
export function SheetHeader({
  dispatch,
  headline,
}: {
  readonly dispatch: DispatchModel;
  readonly headline: string;
}) {
  const { t } = useLocale();
  const killed = dispatch.takes.some((take) => take.kind === 'kill');
  const draft = useNoWriting() === null ? dispatch.draft : null;
  return (
    <header className={styles['head']}>
      {draft !== null && (
        <HeadingField key={draft.id} field="slug" dispatch={dispatch} draft={draft} />
      )}
      <button
        type="button"
        className={styles['details']}
        data-printed=""
        title={t('sheet.edit-details')}
        onClick={() => showMargin('details')}
      >
        {draft === null && (
          <strong>{dispatch.slug === '' ? t('wire.no-slug') : dispatch.slug}</strong>
        )}
        {dispatch.desk !== '' && <span>{dispatch.desk}</span>}
        <span className={cx(dispatch.urgency <= urgent && styles['urgent'])}>
          <UrgencyShape urgency={dispatch.urgency} />
          {t('sheet.urgency', { urgency: dispatch.urgency })}
        </span>
        <span>{t(`language.${dispatch.language}`)}</span>
        {draft === null && dispatch.place !== '' && <span>{dispatch.place}</span>}
        {draft === null && dispatch.agency !== '' && <span>{dispatch.agency}</span>}
      </button>
      {dispatch.draft?.kind === 'report' ? (
        <LiveHeadline />
      ) : (
        <h1 className={styles['headline']} lang={dispatch.language}>
          {killed ? <s>{headline}</s> : <FoundHeadline headline={headline} />}
        </h1>
      )}
    </header>
  );
}

/** The headline, with what a search found in it. */
function FoundHeadline({ headline }: { readonly headline: string }) {
  const { t } = useLocale();
  const matchers = useDesk((desk) => desk.searchMatchers);
  if (headline === '') return t('wire.untitled');
  const ranges = highlightRanges(headline, matchers, 'headline');
  return pieces({ text: headline, ranges }).map((piece, index) => (
    // Pieces have no identity but their place.
    <span key={index} className={piece.marked ? 'search-mark' : undefined}>
      {piece.text}
    </span>
  ));
}

/** The headline of a report being written is edited in the draft itself; here it is only heard. */
function LiveHeadline() {
  const { t } = useLocale();
  const text = useLiveDraft((live) => live.document?.firstChild?.textContent ?? '');
  return <h1 className="visually-hidden">{text === '' ? t('wire.untitled') : text}</h1>;
}
