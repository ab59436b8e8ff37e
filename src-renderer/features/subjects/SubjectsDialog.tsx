import { useState } from 'react';
import { topicName } from '@domain/exchange/topics';
import type { DispatchModel } from '@contract/models';
import { showDialog } from '../../state/desk';
import { setSubjects, useTopics } from '../../state/topics';
import { Chooser } from '../../ui/Chooser';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Subjects.module.css';

/** Chooses a subject for a dispatch among the Media Topics. */
export function SubjectsDialog({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t, language } = useLocale();
  const [text, setText] = useState('');
  const { data } = useTopics(text);
  const { data: top } = useTopics('');
  const topics = data?.topics ?? [];
  const only = data !== undefined && data.release === null;
  const items = topics.map((topic) => {
    const other = language === 'fr' ? topic.en : topic.fr;
    const name = topicName(topic, language);
    const above = top?.topics.find(({ code }) => code === topic.broader);
    return {
      key: topic.code,
      content: (
        <>
          <span className={styles['name']}>
            {name}
            {other !== '' && other !== name && <small>{other}</small>}
          </span>
          {above !== undefined && (
            <small>{t('subjects.within', { name: topicName(above, language) })}</small>
          )}
          <span className={styles['code']}>{topic.code}</span>
        </>
      ),
    };
  });
  const choose = (code: string): void => {
    const topic = topics.find((one) => one.code === code);
    showDialog(null);
    if (topic === undefined || dispatch.subjects.some((one) => one.code === code)) return;
    const name = topicName(topic, dispatch.language);
    void setSubjects(dispatch.id, [...dispatch.subjects, { code, name }]);
  };
  return (
    <Chooser
      title={t('subjects.title')}
      label={t('subjects.search')}
      empty={t('subjects.empty')}
      note={only ? t('subjects.only-top') : undefined}
      items={items}
      onText={setText}
      onChoose={choose}
      onClose={() => showDialog(null)}
    />
  );
}
