import { ChevronDown, ChevronUp } from 'lucide-react';
import { IconButton } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Compare.module.css';

/** How many changes there are, which one is current, and the way from change to change. */
export function ChangeSteps({
  total,
  current,
  told,
  onStep,
}: {
  readonly total: number;
  /** From 0; null before the first step. */
  readonly current: number | null;
  /** What the current change is, in words. */
  readonly told: string | null;
  readonly onStep: (by: 1 | -1) => void;
}) {
  const { t } = useLocale();
  return (
    <div role="group" aria-label={t('compare.changes')} className={styles['steps']}>
      <span role="status">
        {current === null || told === null ? (
          t('compare.changes-count', { count: total })
        ) : (
          <>
            <span aria-hidden="true">
              {t('compare.change-of', { current: current + 1, total })}
            </span>
            <span className="visually-hidden">
              {t('compare.change-at', { current: current + 1, total, row: told })}
            </span>
          </>
        )}
      </span>
      <IconButton
        label={`${t('compare.previous')}  ⇧ F7`}
        disabled={total === 0}
        onClick={() => onStep(-1)}
      >
        <ChevronUp aria-hidden="true" />
      </IconButton>
      <IconButton
        label={`${t('compare.next')}  F7`}
        disabled={total === 0}
        onClick={() => onStep(1)}
      >
        <ChevronDown aria-hidden="true" />
      </IconButton>
    </div>
  );
}
