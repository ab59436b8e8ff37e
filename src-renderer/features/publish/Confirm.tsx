import { useEffect, useId, useRef } from 'react';
import { missingCodes } from '@domain/record/carries';
import type { Finding } from '@domain/record/checks';
import { useNow } from '../../state/useNow';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { instantGiven } from '../../ui/ZonedTime';
import { stampOf, type Timing } from './StampForm';
import type { usePublishing } from './usePublishing';
import styles from './Publish.module.css';

/** What a field of the sheet gives: the code of the check that wants it, or the reason of a stamp. */
export type Fills = (typeof missingCodes)[number] | 'stamp-reason';

/** Marks the input that gives it, so that it can be gone to. */
export const fills = (what: Fills) => ({ 'data-fills': what });

/** Why it cannot be published yet, and the field that would help, if one of the sheet would. */
type Hindrance = { readonly text: string; readonly field: Fills | null };

function useHindrance(findings: readonly Finding[], timing: Timing): Hindrance | null {
  const { t } = useLocale();
  const now = useNow();
  const blocking = findings.filter((finding) => finding.blocking);
  const field = missingCodes.find((code) => blocking.some((finding) => finding.code === code));
  if (blocking.length > 0) {
    const text = t('publish.blocked', { count: blocking.length });
    if (field === undefined) return { text, field: null };
    return { text: `${text} ${t(`check.${field}`, { count: 1, words: '' })}`, field };
  }
  if (timing.when === 'now') return null;
  const at = instantGiven(timing.time);
  const late = timing.when === 'later' && at !== null && at <= now;
  if (at === null || late) return { text: t('publish.time-missing'), field: null };
  if (stampOf(timing) !== null || timing.when === 'later') return null;
  return { text: t('publish.reason-missing'), field: 'stamp-reason' };
}

/**
 * The one action: publish, or have it published at its hour. While something is missing it says what
 * beside itself, and goes to the field that is to be filled in.
 */
export function Confirm({
  publishing: { phase, publish, schedule, retry },
  timing,
  findings,
}: {
  readonly publishing: ReturnType<typeof usePublishing>;
  readonly timing: Timing;
  readonly findings: readonly Finding[];
}) {
  const { t } = useLocale();
  const hindrance = useHindrance(findings, timing);
  const confirm = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (phase === 'ready') confirm.current?.focus();
  }, [phase]);
  if (phase === 'not-flushed') {
    return (
      <Button look="primary" onClick={retry}>
        {t('common.retry')}
      </Button>
    );
  }
  const act = (): void => {
    if (hindrance !== null) return goTo(hindrance.field);
    const at = instantGiven(timing.time);
    const stamp = stampOf(timing);
    if (timing.when !== 'later') return stamp === null ? undefined : publish(stamp);
    return at === null ? undefined : schedule(at, timing.time.zone);
  };
  const label = phase === 'publishing' ? 'publish.publishing' : 'publish.confirm';
  return (
    <>
      <p id={id} className={styles['blocked']}>
        {hindrance?.text}
      </p>
      <Button
        look="primary"
        ref={confirm}
        disabled={phase === 'flushing' || phase === 'publishing'}
        aria-disabled={hindrance !== null}
        aria-describedby={id}
        onClick={act}
      >
        {t(timing.when === 'later' ? 'publish.schedule' : label)}
      </Button>
    </>
  );
}

function goTo(field: Fills | null): void {
  document.querySelector<HTMLElement>(`[data-fills="${field ?? ''}"]`)?.focus();
}
