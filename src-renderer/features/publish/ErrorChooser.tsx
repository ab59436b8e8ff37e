import { useState } from 'react';
import type { DispatchModel } from '@contract/models';
import { chooseRemedy, remediesAsked, type Answers, type Remedy } from '@domain/record/remedy';
import { correctable } from '@domain/record/carries';
import { showDialog } from '../../state/desk';
import { appendDraft } from '../../state/drafts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Publish.module.css';

/** Two questions that lead from "something is wrong" to what puts it right. */
export function ErrorChooser({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const [answers, setAnswers] = useState<Answers>({ story: null, fault: null });
  const remedy = chooseRemedy(answers);
  return (
    <Dialog
      title={t('remedy.title')}
      onClose={() => showDialog(null)}
      footer={
        <>
          <Button onClick={() => showDialog(null)}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            disabled={remedy === null}
            onClick={() => remedy !== null && begin(dispatch, remedy)}
          >
            {remedy === null ? t('remedy.begin') : t(`remedy.begin.${remedy}`)}
          </Button>
        </>
      }
    >
      <Question
        legend={t('remedy.question.story')}
        options={remediesAsked.story.map((value) => ({ value, label: t(`remedy.story.${value}`) }))}
        value={answers.story}
        first
        onChange={(story) => setAnswers({ story, fault: null })}
      />
      {answers.story !== null && (
        <Question
          legend={t('remedy.question.fault')}
          options={remediesAsked.fault[answers.story].map((value) => ({
            value,
            label: t(`remedy.fault.${value}`),
          }))}
          value={answers.fault}
          onChange={(fault) => setAnswers({ ...answers, fault })}
        />
      )}
      <p role="status" className={styles['note']}>
        {remedy !== null && t(`remedy.is.${remedy}`)}
      </p>
    </Dialog>
  );
}

/** Begins what puts it right: a draft of the kind, for a correction of the newest take that can be. */
function begin({ takes }: DispatchModel, remedy: Remedy): void {
  showDialog(null);
  switch (remedy) {
    case 'correction':
      void appendDraft('correction', correctable(takes).at(-1)?.id ?? null);
      break;
    case 'refile':
      void appendDraft('writethru');
      break;
    case 'hold':
      void appendDraft('advisory');
      break;
    case 'kill':
      void appendDraft('kill');
      break;
  }
}

function Question<V extends string>({
  legend,
  options,
  value,
  first = false,
  onChange,
}: {
  readonly legend: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V | null;
  readonly first?: boolean;
  readonly onChange: (value: V) => void;
}) {
  return (
    <fieldset className={styles['question']}>
      <legend className={styles['title']}>{legend}</legend>
      {options.map((option, index) => (
        <label key={option.value}>
          <input
            type="radio"
            name={legend}
            value={option.value}
            checked={option.value === value}
            {...(first && index === 0 && { 'data-autofocus': '' })}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
