import { useMemo } from 'react';
import type { DispatchModel } from '@contract/models';
import type { StorySection } from '@domain/record/story';
import { headlineText } from '../../state/headline';
import { useLocale } from '../../ui/i18n/Locale';
import { headlineOf } from './model';
import { StateText } from './StateText';
import { storyAsTake, storyTakes } from '../../state/story';
import styles from './Views.module.css';

/** The dispatch as one story: the merged text with its updates placed, and what it is made of. */
export function StoryPage({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const { id, takes, language } = dispatch;
  const { story, take } = useMemo(() => storyAsTake(`${id}-story`, storyTakes(takes)), [id, takes]);
  if (story.is === 'nothing') return <p className={styles['state']}>{t('view.nothing')}</p>;
  const sections = story.is === 'killed' ? story.withdrawn : story.sections;
  return (
    <section aria-label={t('view.story')}>
      {story.is === 'running' && <MadeOf sections={sections} />}
      <StateText
        label={t('view.story-text')}
        take={take}
        language={language}
        headlineHidden={headlineText(take.document) === headlineOf(takes).text}
      />
    </section>
  );
}

/** The takes a story is made of, with the corrections that stand in them. */
function MadeOf({ sections }: { readonly sections: readonly StorySection[] }) {
  const { t, format } = useLocale();
  const told = (one: StorySection['take']): string =>
    t('view.made-of-take', {
      kind: t(`kind.${one.kind}`),
      stamp: format.stamp(one.stamp) ?? t('take.time-unknown'),
    });
  return (
    <ul className={styles['madeOf']} aria-label={t('view.made-of')}>
      {sections.map(({ take, correctedBy }) => (
        <li key={take.id}>
          {told(take)}
          {correctedBy !== null && ` · ${told(correctedBy)}`}
        </li>
      ))}
    </ul>
  );
}
