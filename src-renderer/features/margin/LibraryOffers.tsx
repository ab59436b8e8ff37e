import type { DispatchModel } from '@contract/models';
import {
  insertAsNote,
  insertAsText,
  openLibrary,
  useOffers,
  useOffersShown,
  type LibraryOffer,
} from '../../state/library';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './LibraryOffers.module.css';

/** What the house library has on the terms of the draft: one folded line, until it is asked for. */
export function LibraryOffers({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const offers = useOffers(dispatch);
  const shown = useOffersShown((state) => state.shown);
  if (offers.length === 0) return null;
  return (
    <details
      className={styles['offers']}
      open={shown}
      onToggle={(event) => useOffersShown.setState({ shown: event.currentTarget.open })}
    >
      <summary>{t('library.offers', { count: offers.length })}</summary>
      <ul aria-label={t('library.offers-label')} data-library="">
        {offers.map((offer) => (
          <Offered key={offer.entry.id} dispatch={dispatch} offer={offer} />
        ))}
      </ul>
    </details>
  );
}

function Offered({
  dispatch,
  offer,
}: {
  readonly dispatch: DispatchModel;
  readonly offer: LibraryOffer;
}) {
  const { t } = useLocale();
  const { term, text, id } = offer.entry;
  const act = (run: () => void, label: string, name: string) => (
    <Button look="quiet" aria-label={name} onClick={run}>
      {label}
    </Button>
  );
  return (
    <li className={styles['offer']}>
      <p className={styles['term']}>{term}</p>
      <p className={styles['text']}>{text}</p>
      <div className={styles['actions']}>
        {act(() => insertAsText(offer), t('library.as-text'), t('library.as-text-of', { term }))}
        {act(
          () => void insertAsNote(dispatch, offer),
          t('library.as-note'),
          t('library.as-note-of', { term }),
        )}
        {act(() => openLibrary(id), t('library.edit'), t('library.edit-of', { term }))}
      </div>
    </li>
  );
}
