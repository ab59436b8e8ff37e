import { useMemo, useRef, useState } from 'react';
import { showDialog } from '../../state/desk';
import {
  exportTemplates,
  importTemplates,
  useTemplateAt,
  useTemplates,
  type Template,
} from '../../state/templates';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { Menu } from '../../ui/Menu';
import { Shelf } from '../../ui/Shelf';
import { matching } from './ChooseTemplate';
import { TemplateForm } from './TemplateForm';

/** What is in the form: a template by its id; without one, a new one, as a copy where it is of another. */
type At = { readonly id: string } | { readonly id: null; readonly from: Template | null };

/** The templates of dispatches: those the workstation comes with, and those the desk makes. */
export function TemplatesDialog() {
  const { t, language } = useLocale();
  const templates = useTemplates(language);
  const [words, setWords] = useState('');
  const start = useTemplateAt(({ id }) => id);
  const [at, setAt] = useState<At | null>(start === null ? null : { id: start });
  const found = useMemo(() => matching(templates, words), [templates, words]);
  const shown = at === null ? undefined : templates.find(({ id }) => id === at.id);
  const field = useRef<HTMLInputElement>(null);
  const copied = at !== null && at.id === null ? at.from : null;
  return (
    <Shelf
      title={t('template.title')}
      labels={{
        search: t('template.search'),
        list: t('template.list'),
        new: t('template.new'),
      }}
      found={found.map((template) => ({
        id: template.id,
        name: template.name,
        aside: [
          template.desk,
          t(`language.${template.language}`),
          template.own ? '' : t('template.shipped'),
        ]
          .filter((part) => part !== '')
          .join(' · '),
        language: template.language,
        text: template.text,
      }))}
      empty={t('template.none-found')}
      words={words}
      onWords={setWords}
      at={at?.id ?? null}
      onChoose={(id) => setAt({ id })}
      onNew={() => setAt({ id: null, from: null })}
      onClose={() => showDialog(null)}
      field={field}
      footer={<Footer hasOwn={templates.some(({ own }) => own)} />}
    >
      {at !== null && (at.id === null || shown !== undefined) && (
        <TemplateForm
          key={`${at.id} ${copied?.id}`}
          template={shown ?? copied}
          id={shown?.own === true ? shown.id : null}
          shipped={shown !== undefined && !shown.own}
          onCopy={() => setAt({ id: null, from: shown ?? null })}
          onKept={(id) => setAt({ id })}
          onGone={() => {
            setAt(null);
            field.current?.focus();
          }}
        />
      )}
    </Shelf>
  );
}

/** The ways in and out by files. */
function Footer({ hasOwn }: { readonly hasOwn: boolean }) {
  const { t } = useLocale();
  return (
    <>
      <Menu
        writes
        text={t('template.import')}
        label={t('template.import-label')}
        items={(['stays', 'is-replaced'] as const).map((value) => ({
          value,
          label: t(`template.import.${value}`),
        }))}
        onChoose={(there) => void importTemplates(there)}
      />
      <Button disabled={!hasOwn} onClick={() => void exportTemplates()}>
        {t('template.export')}
      </Button>
      <Button onClick={() => showDialog(null)}>{t('common.close')}</Button>
    </>
  );
}
