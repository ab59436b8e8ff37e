import { Search, X } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { commands } from '@contract/commands';
import { useDesk } from '../../state/desk';
import { focusWire } from '../../state/focus';
import { IconButton, Kbd } from '../../ui/Button';
import { ariaShortcut } from '../../ui/format/shortcut';
import { useLocale } from '../../ui/i18n/Locale';
import { hitId, resultsId } from './SearchPane';
import { activeHit } from './model';
import { chooseHit, leaveSearch, moveHit, search, showSearch, useSearch } from './store';
import styles from './Search.module.css';

const { accelerator = '' } = commands['search.archive'];
const page = 5;
const moves: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: page,
  PageUp: -page,
};

/** The field that searches the archive as one types, and steps through the results. */
export function SearchField({ field }: { readonly field: RefObject<HTMLInputElement | null> }) {
  const { t, platform } = useLocale();
  const state = useSearch();
  const searching = useDesk((desk) => desk.mode === 'search');
  const expanded = searching && (state.answer?.hits.length ?? 0) > 0;
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = moves[event.key];
    if (by !== undefined && searching) {
      event.preventDefault();
      moveHit(by);
    } else if (event.key === 'Enter' && activeHit(state) !== undefined) {
      event.preventDefault();
      chooseHit(state.active);
    } else if (event.key === 'Escape' && (searching || state.text !== '')) {
      event.preventDefault();
      back();
    }
  };
  return (
    <div role="search" className={styles['box']}>
      <Search aria-hidden="true" />
      <input
        ref={field}
        type="search"
        role="combobox"
        className={styles['input']}
        aria-label={t('search.field')}
        aria-keyshortcuts={ariaShortcut(accelerator, platform)}
        aria-expanded={expanded}
        aria-controls={expanded ? resultsId : undefined}
        aria-activedescendant={expanded ? hitId(state.active) : undefined}
        aria-autocomplete="none"
        placeholder={t('search.field')}
        autoComplete="off"
        spellCheck={false}
        maxLength={1000}
        value={state.text}
        onChange={(event) => {
          showSearch();
          void search(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <span className={styles['after']}>
        {searching || state.text !== '' ? (
          <IconButton label={t('search.escape')} onClick={back}>
            <X aria-hidden="true" />
          </IconButton>
        ) : (
          <Kbd accelerator={accelerator} />
        )}
      </span>
    </div>
  );
}

/** Back to the wire, and the keyboard with it. */
function back(): void {
  leaveSearch();
  requestAnimationFrame(focusWire);
}
