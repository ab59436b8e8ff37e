import { countedKinds, type CountedKind } from '@domain/record/counted';
import { cx } from '../../ui/cx';
import { useLocale } from '../../ui/i18n/Locale';
import type { Counts } from './model';
import styles from './TimeLine.module.css';

/** What is brushed, how much of each kind is in it, and how each kind is drawn. */
export function Legend({ counts, name }: { readonly counts: Counts; readonly name: string }) {
  const { t, format } = useLocale();
  return (
    <div className={styles['legend']}>
      <h3 className={styles['name']}>{name}</h3>
      <dl className={styles['kinds']}>
        {countedKinds.map((kind) => (
          <div key={kind}>
            <dt>
              <KindMark kind={kind} />
              {t(`time-line.of.${kind}`)}
            </dt>
            <dd>{format.number(counts[kind])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** How a kind is drawn: filled, hatched, a lozenge, a cross; told apart without colour. */
export function KindMark({ kind }: { readonly kind: CountedKind }) {
  if (kind === 'report' || kind === 'update') {
    return <span aria-hidden="true" className={cx(styles['swatch'], styles[kind])} />;
  }
  return (
    <svg viewBox="0 0 10 10" aria-hidden="true" className={cx(styles['sign'], styles[kind])}>
      <path d={kind === 'correction' ? 'M5 1 9 5 5 9 1 5Z' : 'M1.5 1.5 8.5 8.5M8.5 1.5 1.5 8.5'} />
    </svg>
  );
}
