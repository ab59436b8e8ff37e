import { templateBounds, type TemplateWords } from '@domain/template/template';
import { announce } from '../../state/announce';
import { removeTemplate, saveTemplate } from '../../state/templates';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import styles from '../../ui/Shelf.module.css';
import {
  ShelfForm,
  ShelfLanguage,
  ShelfLine,
  ShelfText,
  type ShelfDraft,
} from '../../ui/ShelfForm';

const urgencies = [1, 2, 3, 4, 5, 6, 7, 8] as const;
/** The fields that fill themselves, as a template of a language names them. */
const filledBy = {
  fr: { day: '{jour}', time: '{heure}', initials: '{initiales}' },
  en: { day: '{day}', time: '{time}', initials: '{initials}' },
} as const;

/** A template being written. One that is shipped can be looked at and copied. */
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
  return (
    <ShelfForm<TemplateWords>
      label={t(id === null && !shipped ? 'template.new' : 'template.one')}
      begin={() => wordsOf(template, language)}
      isWhole={({ name, text }) => name.trim() !== '' && text.trim() !== ''}
      locked={shipped ? <Shipped onCopy={onCopy} /> : null}
      keep={(draft) => saveTemplate({ ...draft, id })}
      remove={id === null ? null : { label: t('template.remove'), run: () => removeTemplate(id) }}
      onKept={(kept, { name }) => {
        announce(t('template.kept', { name }));
        onKept(kept);
      }}
      onGone={onGone}
    >
      {(form) => (
        <>
          <Facts {...form} shipped={shipped} />
          <Words {...form} />
        </>
      )}
    </ShelfForm>
  );
}

function Shipped({ onCopy }: { readonly onCopy: () => void }) {
  const { t } = useLocale();
  return (
    <div className={styles['aside']}>
      <p>{t('template.shipped-hint')}</p>
      <Button writes look="primary" onClick={onCopy}>
        {t('template.copy')}
      </Button>
    </div>
  );
}

type PartProps = ShelfDraft<TemplateWords>;

function Facts({ draft, change, shipped }: PartProps & { readonly shipped: boolean }) {
  const { t } = useLocale();
  return (
    <>
      <ShelfLine
        label={t('template.name')}
        autoFocus={!shipped}
        most={templateBounds.name}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <ShelfLine
        label={t('template.desk')}
        hint={t('template.desk-hint')}
        most={templateBounds.desk}
        value={draft.desk}
        onChange={(desk) => change({ desk })}
      />
      <ShelfLanguage
        label={t('template.language')}
        value={draft.language}
        onChange={(value) => change({ language: value })}
      />
      <Field label={t('details.urgency')}>
        {(ids) => (
          <select
            {...ids}
            value={draft.urgency}
            onChange={(event) => change({ urgency: Number(event.target.value) })}
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

function Words({ draft, change }: PartProps) {
  const { t } = useLocale();
  const field = draft.language === 'fr' ? '{lieu}' : '{place}';
  const line = { lang: draft.language, most: templateBounds.line };
  return (
    <>
      <ShelfLine
        {...line}
        label={t('template.headline')}
        hint={t('template.headline-hint', { field })}
        value={draft.headline}
        onChange={(headline) => change({ headline })}
      />
      <ShelfText
        label={t('template.text')}
        hint={t('template.text-hint', filledBy[draft.language])}
        rows={8}
        lang={draft.language}
        most={templateBounds.text}
        value={draft.text}
        onChange={(text) => change({ text })}
      />
      <ShelfLine
        {...line}
        label={t('template.signoff')}
        hint={t('template.signoff-hint')}
        value={draft.signoff}
        onChange={(signoff) => change({ signoff })}
      />
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
