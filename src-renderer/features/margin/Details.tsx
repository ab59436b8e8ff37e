import { useEffect, useRef, useState, type FocusEvent } from 'react';
import type { AppError } from '@contract/errors';
import type { DetailsModel, DispatchModel } from '@contract/models';
import { slugProblem, type SlugProblem } from '@domain/record/slug';
import { call } from '../../bridge/bridge';
import { refresh } from '../../state/queries';
import { sayError } from '../../state/toasts';
import { cx } from '../../ui/cx';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import { slugText } from '../../ui/slugText';
import { useNoWriting } from '../../ui/Writing';
import { Originals } from './Originals';
import { Persons } from './Persons';
import { Subjects } from './Subjects';
import styles from './Details.module.css';

const urgencies = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const longest = 120;
const texts = ['desk', 'agency', 'place'] as const;

/** What is known of a dispatch besides its words, and the files it came from. */
export function Details({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t, format } = useLocale();
  return (
    <div className={styles['scroll']} tabIndex={-1} data-focus-target="">
      <DetailsForm key={dispatch.id} dispatch={dispatch} />
      <Subjects dispatch={dispatch} />
      <Persons dispatch={dispatch} />
      {dispatch.originals.length > 0 && <Originals originals={dispatch.originals} />}
      <section className={styles['section']}>
        <p className={styles['facts']}>
          {t('details.created', { time: format.dateTime(dispatch.createdAt) })}
        </p>
      </section>
    </div>
  );
}

type SaveResult = { readonly is: 'none' | 'saving' | 'saved' } | { readonly error: AppError };

/** The form keeps what was entered when a field or the form is left, or at once for a choice. */
function DetailsForm({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const refused = useNoWriting();
  const { details, result, change, keep } = useDetails(dispatch);
  const onBlur = (_event: FocusEvent): void => void keep(details);
  const slug = slugTyped(details, dispatch);
  return (
    <>
      <fieldset className={styles['form']} disabled={refused !== null} title={refused?.why}>
        <Field
          label={t('details.slug')}
          hint={t('details.slug-hint')}
          problem={slug === null ? null : slugText(t, slug)}
        >
          {(ids) => (
            <input
              {...ids}
              data-slug=""
              maxLength={longest}
              value={details.slug}
              onChange={(event) => change({ slug: event.target.value.toUpperCase() })}
              onBlur={onBlur}
            />
          )}
        </Field>
        <Field label={t('details.language')}>
          {(ids) => (
            <select
              {...ids}
              value={details.language}
              onChange={(event) =>
                void keep(change({ language: event.target.value === 'fr' ? 'fr' : 'en' }))
              }
            >
              <option value="fr">{t('language.fr')}</option>
              <option value="en">{t('language.en')}</option>
            </select>
          )}
        </Field>
        <Field label={t('details.urgency')}>
          {(ids) => (
            <select
              {...ids}
              value={details.urgency}
              onChange={(event) => void keep(change({ urgency: Number(event.target.value) }))}
            >
              {urgencies.map((urgency) => (
                <option key={urgency} value={urgency}>
                  {t('details.urgency-option', { urgency })}
                </option>
              ))}
            </select>
          )}
        </Field>
        {texts.map((name) => (
          <Field key={name} label={t(`details.${name}`)}>
            {(ids) => (
              <input
                {...ids}
                maxLength={longest}
                value={details[name]}
                onChange={(event) => change({ [name]: event.target.value })}
                onBlur={onBlur}
              />
            )}
          </Field>
        ))}
      </fieldset>
      <SaveLine result={result} />
    </>
  );
}

/** What stands in the form, and what became of it in the archive. */
function useDetails(dispatch: DispatchModel) {
  const [details, setDetails] = useState<DetailsModel>(() => detailsOf(dispatch));
  const [result, setResult] = useState<SaveResult>({ is: 'none' });
  const sent = useRef<DetailsModel | null>(details);
  const shown = useRef(false);
  const keep = async (next: DetailsModel): Promise<void> => {
    // A slug that is none stays in its field with the reason; the rest is kept.
    const kept = slugTyped(next, dispatch) === null ? next : { ...next, slug: dispatch.slug };
    if (sent.current !== null && same(kept, sent.current)) return;
    sent.current = kept;
    setResult({ is: 'saving' });
    const outcome = await call('dispatch.set-details', { id: dispatch.id, details: kept });
    if (!outcome.ok) {
      sent.current = null;
      if (shown.current) setResult({ error: outcome.error });
      else sayError(outcome.error);
      return;
    }
    setResult({ is: 'saved' });
    refresh([dispatch.id]);
  };
  const change = (part: Partial<DetailsModel>): DetailsModel => {
    const next = { ...details, ...part };
    setDetails(next);
    return next;
  };
  // What was written in the sheet meanwhile stands here too, unless it is being written here.
  const from = JSON.stringify(detailsOf(dispatch));
  useEffect(() => {
    const outside = JSON.parse(from) as DetailsModel;
    if (sent.current === null || same(outside, sent.current)) return;
    const before = sent.current;
    sent.current = outside;
    setDetails((now) => (same(now, before) ? outside : now));
  }, [from]);
  // A field that goes with the form is not told that it lost the focus.
  const keepLast = useRef<() => void>(() => undefined);
  useEffect(() => {
    keepLast.current = () => void keep(details);
  });
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
      keepLast.current();
    };
  }, []);
  return { details, result, change, keep };
}

/** What is wrong with a slug that was typed here; one that came so is let be. */
function slugTyped({ slug }: DetailsModel, dispatch: DispatchModel): SlugProblem | null {
  return slug === dispatch.slug ? null : slugProblem(slug);
}

function SaveLine({ result }: { readonly result: SaveResult }) {
  const { t } = useLocale();
  if ('error' in result) return <ErrorNote error={result.error} />;
  return (
    <p role="status" className={cx(styles['state'], result.is === 'saved' && styles['saved'])}>
      {result.is === 'saved' && t('details.saved')}
      {result.is === 'saving' && t('details.saving')}
    </p>
  );
}

function detailsOf({ slug, language, urgency, desk, agency, place }: DetailsModel): DetailsModel {
  return { slug, language, urgency, desk, agency, place };
}

function same(a: DetailsModel, b: DetailsModel): boolean {
  return JSON.stringify(detailsOf(a)) === JSON.stringify(detailsOf(b));
}
