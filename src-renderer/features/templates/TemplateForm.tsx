import { useState, type KeyboardEvent } from 'react';
import type { AppError } from '@contract/errors';
import { templateBounds, type TemplateWords } from '@domain/template/template';
import { announce } from '../../state/announce';
import { removeTemplate, saveTemplate } from '../../state/templates';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { cx } from '../../ui/cx';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import styles from '../../ui/Shelf.module.css';

const urgencies = [1, 2, 3, 4, 5, 6, 7, 8] as const;
/** The fields that fill themselves, as a template of a language names them. */
const filledBy = {
  fr: { day: '{jour}', time: '{heure}', initials: '{initiales}' },
  en: { day: '{day}', time: '{time}', initials: '{initials}' },
} as const;
const lines = ['headline', 'signoff'] as const;

/** A template being written; Ctrl+Enter keeps it. One that is shipped can be looked at and copied. */
export function TemplateForm({
  template,
  id,
  shipped,
  onCopy,
  onKept,
  onGone,
}: {
  /** What it begins with; null for nothing. */
  readonly template: TemplateWords | null;
  /** Null for one that is not kept yet. */
  readonly id: string | null;
  readonly shipped: boolean;
  readonly onCopy: () => void;
  readonly onKept: (id: string) => void;
  readonly onGone: () => void;
}) {
  const { t, language } = useLocale();
  const [draft, setDraft] = useState<TemplateWords>(() => wordsOf(template, language));
  const [refused, setRefused] = useState<AppError | null>(null);
  const change = (part: Partial<TemplateWords>): void => setDraft({ ...draft, ...part });
  const isWhole = draft.name.trim() !== '' && draft.text.trim() !== '';
  const save = async (): Promise<void> => {
    if (!isWhole || shipped) return;
    const outcome = await saveTemplate({ ...draft, id });
    setRefused(outcome.ok ? null : outcome.error);
    if (!outcome.ok) return;
    announce(t('template.kept', { name: draft.name }));
    onKept(outcome.value.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
  };
  return (
    <form
      className={styles['form']}
      aria-label={t(id === null && !shipped ? 'template.new' : 'template.one')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {refused !== null && <ErrorNote error={refused} />}
      {shipped && (
        <div className={styles['aside']}>
          <p>{t('template.shipped-hint')}</p>
          <Button writes look="primary" onClick={onCopy}>
            {t('template.copy')}
          </Button>
        </div>
      )}
      <fieldset className={styles['form']} disabled={shipped}>
        <Facts draft={draft} shipped={shipped} onChange={change} />
        <Words draft={draft} onChange={change} />
      </fieldset>
      <div className={styles['buttons']}>
        {id !== null && (
          <Button
            writes
            look="danger"
            onClick={() => void removeTemplate(id).then((gone) => gone && onGone())}
          >
            {t('template.remove')}
          </Button>
        )}
        {!shipped && (
          <Button writes look="primary" disabled={!isWhole} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        )}
      </div>
    </form>
  );
}

type PartProps = {
  readonly draft: TemplateWords;
  readonly onChange: (part: Partial<TemplateWords>) => void;
};

function Facts({ draft, shipped, onChange }: PartProps & { readonly shipped: boolean }) {
  const { t } = useLocale();
  return (
    <>
      <Field label={t('template.name')}>
        {(ids) => (
          <input
            {...ids}
            autoFocus={!shipped}
            maxLength={templateBounds.name}
            value={draft.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('template.desk')} hint={t('template.desk-hint')}>
        {(ids) => (
          <input
            {...ids}
            maxLength={templateBounds.desk}
            value={draft.desk}
            onChange={(event) => onChange({ desk: event.target.value })}
          />
        )}
      </Field>
      <Choice
        label={t('template.language')}
        value={draft.language}
        onChange={(value) => onChange({ language: value })}
        options={[
          { value: 'fr', label: t('language.fr') },
          { value: 'en', label: t('language.en') },
        ]}
      />
      <Field label={t('details.urgency')}>
        {(ids) => (
          <select
            {...ids}
            value={draft.urgency}
            onChange={(event) => onChange({ urgency: Number(event.target.value) })}
          >
            {urgencies.map((urgency) => (
              <option key={urgency} value={urgency}>
                {t('details.urgency-option', { urgency })}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}

function Words({ draft, onChange }: PartProps) {
  const { t } = useLocale();
  const [headline, signoff] = lines.map((name) => (
    <Field
      key={name}
      label={t(`template.${name}`)}
      hint={t(`template.${name}-hint`, { field: draft.language === 'fr' ? '{lieu}' : '{place}' })}
    >
      {(ids) => (
        <input
          {...ids}
          lang={draft.language}
          maxLength={templateBounds.line}
          value={draft[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  ));
  return (
    <>
      {headline}
      <Field label={t('template.text')} hint={t('template.text-hint', filledBy[draft.language])}>
        {(ids) => (
          <textarea
            {...ids}
            className={cx(ids.className, styles['area'])}
            rows={8}
            lang={draft.language}
            maxLength={templateBounds.text}
            value={draft.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
      {signoff}
    </>
  );
}

function wordsOf(template: TemplateWords | null, language: 'fr' | 'en'): TemplateWords {
  if (template === null) {
    return { name: '', desk: '', language, urgency: 5, headline: '', text: '', signoff: '' };
  }
  const { name, desk, urgency, headline, text, signoff } = template;
  return { name, desk, language: template.language, urgency, headline, text, signoff };
}
