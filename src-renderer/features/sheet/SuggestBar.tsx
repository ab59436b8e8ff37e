import { useMemo } from 'react';
import { useRunCommand } from '../../state/commands';
import { settle, showSuggestions, useSuggestions, useSuggestView } from '../../state/suggest';
import { Button } from '../../ui/Button';
import { Menu } from '../../ui/Menu';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Suggest.module.css';

/** What is suggested in the draft, and how to settle it; nothing while it is written plainly. */
export function SuggestBar() {
  const { t } = useLocale();
  const run = useRunCommand();
  const suggestions = useSuggestions();
  const shown = useSuggestView((view) => view.shown);
  const authors = useMemo(
    () => [...new Set((suggestions ?? []).flatMap(({ by }) => by))].toSorted(),
    [suggestions],
  );
  if (suggestions === null) return null;
  const none = suggestions.length === 0;
  return (
    <div role="group" aria-label={t('suggest.bar')} className={styles['bar']}>
      <span role="status" className={styles['count']}>
        {t('suggest.count', { count: suggestions.length })}
      </span>
      <label className={styles['view']}>
        <input
          type="checkbox"
          checked={shown}
          onChange={(event) => showSuggestions(event.target.checked)}
        />
        {t('suggest.shown')}
      </label>
      <Button look="quiet" disabled={none} onClick={() => run('suggest.next')}>
        {t('suggest.next')}
      </Button>
      <Button
        look="quiet"
        disabled={none}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => run('suggest.accept')}
      >
        {t('suggest.accept')}
      </Button>
      <Button
        look="quiet"
        disabled={none}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => run('suggest.reject')}
      >
        {t('suggest.reject')}
      </Button>
      {!none && <AllMenu how="accept" authors={authors} />}
      {!none && <AllMenu how="reject" authors={authors} />}
      <Button look="quiet" disabled={!none} onClick={() => run('suggest.toggle')}>
        {t('suggest.end')}
      </Button>
    </div>
  );
}

/** Settles all suggestions, or all of one author. */
function AllMenu({
  how,
  authors,
}: {
  readonly how: 'accept' | 'reject';
  readonly authors: readonly string[];
}) {
  const { t } = useLocale();
  const everybody = ' all';
  const items = [
    { value: everybody, label: t(`suggest.${how}-all`) },
    ...authors.map((name) => ({
      value: name,
      label: t(`suggest.${how}-by`, { who: name === '' ? t('note.someone') : name }),
    })),
  ];
  return (
    <Menu
      writes
      text={t(`suggest.${how}-all-short`)}
      label={t(`suggest.${how}-all-label`)}
      items={items}
      onChoose={(value) =>
        settle(how, value === everybody ? { which: 'all' } : { which: 'by', initials: value })
      }
    />
  );
}
