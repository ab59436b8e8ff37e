import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { StyleMark } from '@domain/style/marks';
import { useLiveDraft } from '../../state/draft';
import {
  addWords,
  fixMark,
  leaveMark,
  useFixes,
  useStyle,
  type AskedMark,
} from '../../state/style';
import { useLocale } from '../../ui/i18n/Locale';
import { styleText } from '../../ui/styleText';
import styles from './StyleMenu.module.css';

/** What can be done about the mark a person asks about, below its words. */
export function StyleMenu() {
  const asked = useStyle((style) => style.asked);
  return asked === null ? null : <OpenStyleMenu key={keyOf(asked)} asked={asked} />;
}

function keyOf({ mark, place }: AskedMark): string {
  return `${mark.kind} ${mark.words} ${place.x} ${place.y}`;
}

function OpenStyleMenu({ asked: { mark, place } }: { readonly asked: AskedMark }) {
  const { t, format } = useLocale();
  const menu = useRef<HTMLDivElement>(null);
  const fixes = useFixes(mark);
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(0, Math.min(place.x, innerWidth - width))}px`;
    const below = place.y + height <= innerHeight;
    element.style.top = `${Math.max(0, below ? place.y : innerHeight - height)}px`;
  }, [place, fixes]);
  useEffect(() => {
    // The first thing to choose has the focus, suggestions as soon as they are there.
    menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [fixes]);
  const close = (): void => {
    useStyle.setState({ asked: null });
    useLiveDraft.getState().handle?.focus();
  };
  const choose = (act: (mark: StyleMark) => void) => () => {
    close();
    act(mark);
  };
  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      aria-label={t('style.menu', { words: mark.words })}
      tabIndex={-1}
      className={styles['menu']}
      onToggle={(event) => {
        if (event.newState === 'closed') close();
      }}
      onKeyDown={(event) => move(event, menu.current)}
    >
      <p className={styles['why']}>{styleText(t, format, mark)}</p>
      {fixes === null && <p className={styles['why']}>{t('style.fixes-wait')}</p>}
      {mark.kind === 'spelling' && fixes?.length === 0 && (
        <p className={styles['why']}>{t('style.fixes-none')}</p>
      )}
      {(fixes ?? []).map((fix) => (
        <Item key={fix} onChoose={choose(() => fixMark(mark, fix))}>
          <b>{fix.trim() === '' ? t('style.fix-remove') : fix}</b>
        </Item>
      ))}
      <Item onChoose={choose(() => void leaveMark(mark, true))}>{t('style.leave-title')}</Item>
      {mark.kind === 'spelling' &&
        (['words', 'houseForms'] as const).map((list) => (
          <Item key={list} onChoose={choose(() => void addWords(mark, list))}>
            {t(`style.add-${list}`)}
          </Item>
        ))}
    </div>
  );
}

function Item({
  children,
  onChoose,
}: {
  readonly children: React.ReactNode;
  readonly onChoose: () => void;
}) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={styles['item']}
      onClick={onChoose}
    >
      {children}
    </button>
  );
}

function move(event: KeyboardEvent, menu: HTMLElement | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Tab') event.preventDefault();
  if (step === undefined) return;
  event.preventDefault();
  const items = [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const at = items.findIndex((item) => item === document.activeElement);
  items[(at + step + items.length) % items.length]?.focus();
}
