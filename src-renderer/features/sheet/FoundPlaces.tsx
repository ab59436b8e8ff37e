import type { DispatchModel } from '@contract/models';
import { correctable } from '@domain/record/carries';
import { rangeOf } from '@domain/find/in-document';
import { appendDraft } from '../../state/drafts';
import { useFinding } from '../../state/find-everywhere';
import { showPlace, useFind } from '../../state/find-in-draft';
import type { FoundText } from '../../state/places';
import { Button } from '../../ui/Button';
import { PlaceWords } from '../../ui/PlaceWords';
import { useLocale } from '../../ui/i18n/Locale';
import { appendable } from './model';
import styles from './FindBar.module.css';

/** The most places of a text that are listed; all of them are stepped through. */
const mostListed = 200;

/** The places that were found, text by text: each leads to its words, published ones to a correction. */
export function FoundPlaces({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const texts = useFind((find) => find.texts).filter(({ places }) => places.length > 0);
  return (
    <ul aria-label={t('find.places')} className={styles['list']}>
      {texts.map((text) => (
        <li key={text.id}>
          <Head dispatch={dispatch} text={text} />
          <Places text={text} />
        </li>
      ))}
    </ul>
  );
}

function Head({ dispatch, text }: { readonly dispatch: DispatchModel; readonly text: FoundText }) {
  const { t } = useLocale();
  const { on, id, kind, places } = text;
  const isCorrectable =
    on === 'take' &&
    appendable(dispatch).includes('correction') &&
    correctable(dispatch.takes).some((take) => take.id === id);
  const name = t(`kind.${kind}`);
  return (
    <div className={styles['head']}>
      <span>
        {t(on === 'take' ? 'everywhere.take' : 'everywhere.draft', {
          kind: name,
          count: places.length,
        })}
      </span>
      {isCorrectable && (
        <Button
          writes
          look="quiet"
          aria-label={t('everywhere.correct-named', { title: name })}
          onClick={() => void appendDraft('correction', id)}
        >
          {t('everywhere.correct')}
        </Button>
      )}
    </div>
  );
}

function Places({ text: { on, id, places } }: { readonly text: FoundText }) {
  const { t } = useLocale();
  const quotedToo = useFinding((finding) => finding.quotedToo);
  const current = useFind((find) => find.current);
  return (
    <ol>
      {places.slice(0, mostListed).map((place) => {
        const range = rangeOf(place);
        return (
          <li key={range.from}>
            <button
              type="button"
              className={styles['place']}
              aria-current={current?.id === id && current.from === range.from}
              onClick={() => showPlace({ id, ...range })}
            >
              <PlaceWords place={place} stays={on === 'draft' && place.quoted && !quotedToo} />
            </button>
          </li>
        );
      })}
      {places.length > mostListed && (
        <li>{t('find.more', { count: places.length - mostListed })}</li>
      )}
    </ol>
  );
}
