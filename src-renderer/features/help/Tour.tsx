import { useEffect, useId, useRef } from 'react';
import { leaveTour, moveTour, tourPanes, tourSteps, useTour } from '../../state/tour';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { HelpText } from './HelpText';
import styles from './Help.module.css';

/** The tour: six cards over the desk, which stays in use; the part spoken of is framed. */
export function Tour() {
  const { t } = useLocale();
  const step = useTour((tour) => tour.step);
  const titleId = useId();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const root = document.documentElement;
    if (step === null) return undefined;
    root.dataset['tour'] = tourPanes[step];
    card.current?.focus();
    return () => {
      delete root.dataset['tour'];
    };
  }, [step]);
  if (step === null) return null;
  const at = tourSteps.indexOf(step);
  const last = at === tourSteps.length - 1;
  return (
    <section
      ref={card}
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      data-screen-only=""
      className={styles['tour']}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leaveTour();
      }}
    >
      <h2 id={titleId}>{t(`tour.${step}.title`)}</h2>
      <HelpText text={t(`tour.${step}.text`)} />
      <div className={styles['buttons']}>
        <span className={styles['steps']}>
          {t('tour.step', { step: at + 1, steps: tourSteps.length })}
        </span>
        {!last && <Button onClick={leaveTour}>{t('tour.leave')}</Button>}
        {at > 0 && <Button onClick={() => moveTour(-1)}>{t('tour.back')}</Button>}
        <Button look="primary" onClick={() => moveTour(1)}>
          {t(last ? 'tour.done' : 'tour.next')}
        </Button>
      </div>
    </section>
  );
}
