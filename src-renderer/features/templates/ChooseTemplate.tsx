import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { fold } from '@domain/text/fold';
import { showDialog } from '../../state/desk';
import { fillDraft, newFromTemplate, useTemplates, type Template } from '../../state/templates';
import { Chooser } from '../../ui/Chooser';
import chooser from '../../ui/Chooser.module.css';
import { useLocale } from '../../ui/i18n/Locale';

/** Chooses the template a dispatch is begun by, or that goes into the draft in hand. */
export function ChooseTemplate({ into }: { readonly into: 'dispatch' | 'draft' }) {
  const { t, language, zone } = useLocale();
  const [text, setText] = useState('');
  const templates = useTemplates(language);
  const found = useMemo(() => matching(templates, text), [templates, text]);
  const choose = (id: string): void => {
    const template = found.find((one) => one.id === id);
    // The dialog gives the focus back as it goes: the draft may then take it.
    flushSync(() => showDialog(null));
    if (template === undefined) return;
    if (into === 'dispatch') void newFromTemplate(template, zone);
    else fillDraft(template, zone);
  };
  return (
    <Chooser
      title={t(`template.choose-title.${into}`)}
      label={t('template.choose')}
      empty={t('template.none-found')}
      note={t('template.choose-note')}
      items={found.map((template) => ({
        key: template.id,
        content: (
          <>
            <span className={chooser['headline']}>{template.name}</span>
            <span className={chooser['slug']}>
              {[
                template.desk,
                t(`language.${template.language}`),
                t('template.urgency', { urgency: template.urgency }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </>
        ),
      }))}
      onText={setText}
      onChoose={choose}
      onClose={() => showDialog(null)}
    />
  );
}

/** The templates with all of these words in their name, desk or text. */
export function matching(templates: readonly Template[], words: string): readonly Template[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return templates.filter(({ name, desk, headline, text }) => {
    const said = fold([name, desk, headline, text].join('\n'));
    return wanted.every((word) => said.includes(word));
  });
}
