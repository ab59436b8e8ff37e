import { Fragment } from 'react';
import type { Segment } from '@domain/compare/word-diff';
import { visibleText } from '@domain/compare/words-of-comparison';
import { useLocale } from '../i18n/Locale';
import { invisibleClass } from '../invisible';
import type { MessageKey } from '../i18n/translate';
import styles from './Compared.module.css';

/**
 * The words of a row: what was inserted or deleted is told by colour, by underline or strike, and in
 * words for those who hear it.
 */
export function Words({ segments }: { readonly segments: readonly Segment[] }) {
  // Segments have no identity but their place.
  return segments.map((segment, index) => <Piece key={index} segment={segment} />);
}

function Piece({ segment }: { readonly segment: Segment }) {
  const { t } = useLocale();
  switch (segment.is) {
    case 'kept':
      return segment.text;
    case 'inserted':
      return (
        <ins className={styles['inserted']}>
          <Told>{t('compare.inserted')}</Told>
          <Signs segment={segment} />
          <Told>{t('compare.end')}</Told>
        </ins>
      );
    case 'deleted':
      return (
        <del className={styles['deleted']}>
          <Told>{t('compare.deleted')}</Told>
          <Signs segment={segment} />
          <Told>{t('compare.end')}</Told>
        </del>
      );
    case 'formatted':
      return (
        <span className={styles['formatted']}>
          <Told>{t('compare.formatted')}</Told>
          {segment.text}
          <Told>{t('compare.end')}</Told>
        </span>
      );
  }
}

/** Words for those who hear the text, a space away from its own. */
function Told({ children }: { readonly children: string }) {
  return <span className="visually-hidden"> {children} </span>;
}

/** A changed piece; where it has no word, its spaces are shown and named, or nobody would see them. */
function Signs({ segment }: { readonly segment: Segment }) {
  const { t } = useLocale();
  const text = visibleText(segment);
  if (/[\p{L}\p{N}]/u.test(text)) return text;
  return text.split(apart).map((sign, index) => (
    <Fragment key={index}>
      {spaceNames[sign] === undefined ? (
        sign
      ) : (
        <span className={invisibleClass(sign)}>
          {sign}
          <Told>{t(spaceNames[sign])}</Told>
        </span>
      )}
    </Fragment>
  ));
}

const spaceNames: Readonly<Record<string, MessageKey>> = {
  ' ': 'compare.space',
  '\u00A0': 'compare.no-break-space',
  '\u202F': 'compare.narrow-space',
};

const apart = /([ \u00A0\u202F])/;
