import { useState } from 'react';
import type { Subject } from '@domain/exchange/item';
import { topicName } from '@domain/exchange/topics';
import { useTopics } from '../../state/topics';
import { Chooser } from '../../ui/Chooser';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Subjects.module.css';

/** The item for what was typed itself; codes of topics are digits. */
const ownWord = 'own';

/** Chooses a subject among the Media Topics, or a word of the desk's own. */
export function SubjectChooser({
  title,
  named,
  onChoose,
  onClose,
}: {
  readonly title: string;
  /** The language the subject is called in. */
  readonly named: 'fr' | 'en';
  readonly onChoose: (subject: Subject) => void;
  readonly onClose: () => void;
}) {
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
  const typed = text.trim();
  const own = {
    key: ownWord,
    content: (
      <>
        <span className={styles['name']}>{typed}</span>
        <small>{t('subjects.own')}</small>
      </>
    ),
  };
  const choose = (key: string): void => {
    const topic = topics.find(({ code }) => code === key);
    if (topic !== undefined) onChoose({ code: topic.code, name: topicName(topic, named) });
    else if (key === ownWord) onChoose({ code: '', name: typed });
  };
  return (
    <Chooser
      title={title}
      label={t('subjects.search')}
      empty={t('subjects.empty')}
      note={only ? t('subjects.only-top') : undefined}
      items={typed === '' ? items : [...items, own]}
      onText={setText}
      onChoose={choose}
      onClose={onClose}
    />
  );
}
