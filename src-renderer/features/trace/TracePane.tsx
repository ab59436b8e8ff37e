import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Trace } from '@contract/trace';
import { useEvent } from '../../bridge/useEvent';
import { announce } from '../../state/announce';
import { errorOf } from '../../state/client';
import { closeTrace, traceAgain, useTrace, useTracing } from '../../state/trace';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { useLocale } from '../../ui/i18n/Locale';
import { Exports } from './Exports';
import { TracedDispatch } from './TracedDispatch';
import styles from './Trace.module.css';

/** Where the sentences of a take stand elsewhere in the archive, and what to do about each, in place of the wire. */
export function TracePane() {
  const { t } = useLocale();
  const tracing = useTracing();
  const { data, isError, error, isFetching, refetch } = useTrace(tracing);
  const list = useRef<HTMLDivElement>(null);
  useEvent('dispatches-changed', traceAgain);
  const found = data?.elsewhere.length;
  useEffect(() => {
    if (found !== undefined) announce(t('trace.found', { count: found }));
  }, [found, t]);
  useEffect(() => list.current?.focus({ preventScroll: true }), [tracing.takeId]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') closeTrace();
  };
  return (
    <div className={styles['pane']} role="presentation" onKeyDown={onKeyDown}>
      <div className={styles['bar']} aria-busy={isFetching}>
        <h2 className={styles['title']}>{t('trace.title')}</h2>
        <Button look="quiet" onClick={closeTrace}>
          {t('search.escape')}
        </Button>
      </div>
      <div ref={list} className={styles['list']} tabIndex={-1} data-focus-target="">
        {isError ? (
          <div className={styles['foot']}>
            <ErrorNote error={errorOf(error)} />
            <Button onClick={() => void refetch()}>{t('common.retry')}</Button>
          </div>
        ) : data === undefined ? (
          <p className={styles['foot']}>{t('trace.tracing')}</p>
        ) : (
          <Found trace={data} />
        )}
      </div>
    </div>
  );
}

function Found({ trace }: { readonly trace: Trace }) {
  const { t } = useLocale();
  const { take, of, sentences, elsewhere, own, leftOut, bounded } = trace;
  return (
    <>
      <Traced trace={trace} />
      {sentences.length === 0 ? (
        <Empty text={t('trace.nothing-to-trace')} />
      ) : elsewhere.length === 0 ? (
        <Empty text={t('trace.nowhere')} />
      ) : (
        <section aria-label={t('trace.elsewhere')}>
          {elsewhere.map((dispatch) => (
            <TracedDispatch key={dispatch.dispatchId} dispatch={dispatch} />
          ))}
        </section>
      )}
      <Exports exports={trace.exports} />
      {(leftOut > 0 || bounded) && (
        <div className={styles['foot']}>
          {leftOut > 0 && <p>{t('trace.left-out', { count: leftOut })}</p>}
          {leftOut > 0 && (
            <Button onClick={() => useTracing.setState({ formulas: true })}>
              {t('trace.show-formulas')}
            </Button>
          )}
          {bounded && <p>{t('trace.bounded')}</p>}
        </div>
      )}
      {own !== null && (
        <section aria-labelledby={`own-${take.id}`}>
          <h3 id={`own-${take.id}`} className={styles['apart']}>
            {t(of === 'withdrawn' ? 'trace.own-withdrawn' : 'trace.own')}
          </h3>
          <TracedDispatch dispatch={own} />
        </section>
      )}
    </>
  );
}

/** What is looked for, sentence by sentence, with how many dispatches hold each. */
function Traced({ trace }: { readonly trace: Trace }) {
  const { t } = useLocale();
  const { take, of, sentences, tooShort } = trace;
  return (
    <div className={styles['traced']}>
      <p>
        {t(`trace.of.${of}`, {
          count: sentences.length,
          ordinal: take.ordinal,
          slug: take.slug === '' ? t('wire.no-slug') : take.slug,
        })}
      </p>
      {sentences.length > 0 && (
        <details>
          <summary>{t('trace.sentences')}</summary>
          <ol className={styles['sentences']}>
            {sentences.map(({ text, dispatches, formula }) => (
              <li key={text}>
                <span className={styles['sentence']}>{text}</span>
                <span>
                  {t(formula ? 'trace.held-formula' : 'trace.held', { count: dispatches })}
                </span>
              </li>
            ))}
          </ol>
          {tooShort > 0 && <p>{t('trace.too-short', { count: tooShort })}</p>}
        </details>
      )}
    </div>
  );
}
