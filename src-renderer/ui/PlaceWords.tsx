import { shownPlace, type Place } from '@domain/find/in-document';
import { useLocale } from './i18n/Locale';

/** The words of a place among those around them; `stays` says that quoted words are not replaced. */
export function PlaceWords({ place, stays }: { readonly place: Place; readonly stays: boolean }) {
  return <ShownWords {...shownPlace(place)} stays={stays} />;
}

/** {@link PlaceWords} of a place as it comes from the archive. */
export function ShownWords({
  before,
  words,
  after,
  stays,
}: {
  readonly before: string;
  readonly words: string;
  readonly after: string;
  readonly stays: boolean;
}) {
  const { t } = useLocale();
  return (
    <>
      {before}
      <mark>{words}</mark>
      {after}
      {stays && <small> {t('everywhere.quoted-stays')}</small>}
    </>
  );
}
