import { Search, X } from 'lucide-react';
import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { call } from '../../bridge/bridge';
import { useDesk } from '../../state/desk';
import { focusWire } from '../../state/focus';
import { IconButton, Kbd } from '../../ui/Button';
import { ariaShortcut } from '../../ui/format/shortcut';
import { useLocale } from '../../ui/i18n/Locale';
import { completed, completingAt, type Completing } from './completion';
import { activeHit } from './model';
import { hitId, resultsId } from './Results';
import {
  chooseHit,
  leaveSearch,
  markForComparison,
  moveHit,
  search,
  showSearch,
  useSearch,
} from './store';
import own from './Completions.module.css';
import styles from './Search.module.css';

const page = 5;
const moves: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: page,
  PageUp: -page,
};
const listId = 'search-completions';

type Field = RefObject<HTMLInputElement | null>;

/** The field that searches the archive as one types, completes it, and steps through the results. */
export function SearchField({ field }: { readonly field: Field }) {
  const { t, platform, shortcut } = useLocale();
  const accelerator = shortcut('search.archive');
  const state = useSearch();
  const searching = useDesk((desk) => desk.mode === 'search');
  const completion = useCompletion(field);
  const expanded = searching && (state.answer?.hits.length ?? 0) > 0;
  const choosing = completion.items.length > 0;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (completion.onKeyDown(event)) {
      event.preventDefault();
      return;
    }
    const by = moves[event.key];
    if (by !== undefined && searching) {
      event.preventDefault();
      moveHit(by);
    } else if (event.key === 'Enter' && activeHit(state) !== undefined) {
      event.preventDefault();
      if (event.altKey) markForComparison(state.active);
      else chooseHit(state.active);
    } else if (event.key === 'Escape' && (searching || state.text !== '')) {
      event.preventDefault();
      back();
    }
  };
  const described = choosing ? listId : expanded ? resultsId : undefined;
  const active = choosing
    ? completion.active === null
      ? undefined
      : `${listId}-${completion.active}`
    : expanded
      ? hitId(state.active)
      : undefined;
  return (
    <div role="search" className={styles['box']}>
      <Search aria-hidden="true" />
      <input
        ref={field}
        type="search"
        role="combobox"
        className={styles['input']}
        aria-label={t('search.field')}
        aria-keyshortcuts={
          accelerator === undefined ? undefined : ariaShortcut(accelerator, platform)
        }
        aria-expanded={expanded || choosing}
        aria-controls={described}
        aria-activedescendant={active}
        aria-autocomplete="list"
        placeholder={t('search.field')}
        autoComplete="off"
        spellCheck={false}
        maxLength={20_000}
        value={state.text}
        onChange={(event) => {
          showSearch();
          void search(event.target.value);
          completion.typed(event.target);
        }}
        onBlur={completion.close}
        onKeyDown={onKeyDown}
      />
      {choosing && <Completions completion={completion} />}
      <span className={styles['after']}>
        {searching || state.text !== '' ? (
          <IconButton label={t('search.escape')} onClick={back}>
            <X aria-hidden="true" />
          </IconButton>
        ) : (
          accelerator !== undefined && <Kbd accelerator={accelerator} />
        )}
      </span>
    </div>
  );
}

type Item = { readonly text: string; readonly count: number | null };
type Completion = ReturnType<typeof useCompletion>;

/** What can go on at the caret: offered after a name and its colon, and by Ctrl+Space anywhere. */
function useCompletion(field: Field) {
  const { language } = useLocale();
  const [shown, setShown] = useState<{ completing: Completing; items: readonly Item[] } | null>(
    null,
  );
  const [active, setActive] = useState<number | null>(null);
  const [wanted, setWanted] = useState<Completing | null>(null);
  useEffect(() => {
    let stale = false;
    void itemsOf(wanted).then((items) => {
      if (stale) return;
      setActive(null);
      setShown(wanted === null || items.length === 0 ? null : { completing: wanted, items });
    });
    return () => {
      stale = true;
    };
  }, [wanted]);
  const close = (): void => setWanted(null);
  const look = (input: HTMLInputElement, everywhere: boolean): void => {
    const found = completingAt(input.value, input.selectionStart ?? 0, language);
    // Words are completed on demand: a list at every letter would hide the results.
    const offered =
      found !== null &&
      (everywhere || (found.of.is === 'known' ? isName(found) : found.of.of !== 'word'));
    setWanted(offered ? found : null);
  };
  const choose = (index: number): void => {
    const item = shown?.items[index];
    const input = field.current;
    if (shown === null || item === undefined || input === null) return;
    const { text, caret } = completed(input.value, shown.completing, item.text);
    void search(text);
    close();
    requestAnimationFrame(() => {
      input.setSelectionRange(caret, caret);
      look(input, false);
    });
  };
  return {
    items: shown?.items ?? [],
    active,
    choose,
    close,
    typed: (input: HTMLInputElement) => look(input, false),
    /** Whether it took the key. */
    onKeyDown(event: KeyboardEvent): boolean {
      if (event.key === ' ' && event.ctrlKey && field.current !== null) {
        look(field.current, true);
        return true;
      }
      if (shown === null) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) {
        const { length } = shown.items;
        setActive(
          (active === null ? (step === 1 ? 0 : length - 1) : active + step + length) % length,
        );
        return true;
      }
      if (event.key === 'Escape') {
        close();
        return true;
      }
      if ((event.key === 'Enter' || event.key === 'Tab') && active !== null) {
        choose(active);
        return true;
      }
      return false;
    },
  };
}

/** Values of a choice are offered as they are typed; names of fields only on demand. */
function isName({ of }: Completing): boolean {
  return of.is === 'known' && !of.items.some((item) => item.endsWith(':'));
}

async function itemsOf(completing: Completing | null): Promise<readonly Item[]> {
  if (completing === null) return [];
  const { of, typed } = completing;
  if (of.is === 'known') return of.items.map((text) => ({ text, count: null }));
  const answer = await call('search.complete', { of: of.of, typed: typed.slice(0, 200) });
  return answer.ok ? answer.value.items : [];
}

function Completions({ completion }: { readonly completion: Completion }) {
  const { t, format } = useLocale();
  return (
    <div
      role="listbox"
      id={listId}
      aria-label={t('search.completions')}
      className={own['completions']}
    >
      {completion.items.map(({ text, count }, index) => (
        <div
          key={text}
          id={`${listId}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === completion.active}
          className={own['completion']}
          onMouseDown={(event) => {
            event.preventDefault();
            completion.choose(index);
          }}
        >
          <span>{text}</span>
          {count !== null && <span className={styles['number']}>{format.number(count)}</span>}
        </div>
      ))}
    </div>
  );
}

/** Back to the wire, and the keyboard with it. */
function back(): void {
  leaveSearch();
  requestAnimationFrame(focusWire);
}
