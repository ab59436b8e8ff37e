import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useCallback, useEffect, useState, type RefObject } from 'react';
import { stopMarking, useDesk } from '../../state/desk';
import { IconButton } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Sheet.module.css';

const highlightName = 'search-current';

/** Steps through the passages a search found in the open dispatch: n of N, F3 and Shift+F3. */
export function HitsBar({ sheet }: { readonly sheet: RefObject<HTMLElement | null> }) {
  const { t } = useLocale();
  const { count, current, step } = useHits(sheet);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'F3') return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    };
    globalThis.addEventListener('keydown', onKeyDown);
    return () => globalThis.removeEventListener('keydown', onKeyDown);
  }, [step]);
  return (
    <div role="group" aria-label={t('sheet.hits')} className={styles['hits']}>
      <span aria-live="polite">
        {count === 0
          ? t('sheet.hits-none')
          : t('sheet.hit-of', { current: current + 1, total: count })}
      </span>
      <IconButton
        label={`${t('sheet.hit-previous')}  ⇧ F3`}
        disabled={count === 0}
        onClick={() => step(-1)}
      >
        <ChevronUp aria-hidden="true" />
      </IconButton>
      <IconButton
        label={`${t('sheet.hit-next')}  F3`}
        disabled={count === 0}
        onClick={() => step(1)}
      >
        <ChevronDown aria-hidden="true" />
      </IconButton>
      <IconButton label={t('sheet.hits-end')} onClick={stopMarking}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** The marked passages of the sheet, kept up with as its texts are drawn and edited. */
function useHits(sheet: RefObject<HTMLElement | null>) {
  const opened = useDesk((desk) => desk.hitOpened);
  const sourceId = useDesk((desk) => desk.hitSourceId);
  const [place, setPlace] = useState({ count: 0, current: 0, opened: -1 });
  const look = useCallback(() => {
    const marks = marksIn(sheet.current);
    setPlace((old) => {
      if (old.opened === opened && old.count === marks.length) return old;
      if (old.opened === opened && old.count > 0) {
        return {
          ...old,
          count: marks.length,
          current: Math.min(old.current, Math.max(0, marks.length - 1)),
        };
      }
      const first = marks.findIndex((mark) => mark.closest(`[data-take="${sourceId}"]`) !== null);
      const current = Math.max(0, first);
      if (marks.length > 0) goTo(marks[current]);
      return { count: marks.length, current, opened: marks.length > 0 ? opened : old.opened };
    });
  }, [sheet, opened, sourceId]);
  useEffect(() => {
    const root = sheet.current;
    if (root === null) return undefined;
    let frame = requestAnimationFrame(look);
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    });
    observer.observe(root, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      CSS.highlights.delete(highlightName);
    };
  }, [sheet, look]);
  const step = useCallback(
    (by: number) => {
      const marks = marksIn(sheet.current);
      if (marks.length === 0) return;
      setPlace((old) => {
        const current = (old.current + by + marks.length) % marks.length;
        goTo(marks[current]);
        return { ...old, count: marks.length, current };
      });
    },
    [sheet],
  );
  return { ...place, step };
}

function marksIn(root: HTMLElement | null): readonly Element[] {
  const marks = [...(root?.querySelectorAll('.search-mark') ?? [])];
  // A headline that stands at the top of the sheet is hidden in its take.
  return marks.filter((mark) => mark.getClientRects().length > 0);
}

/** Shows a passage as the current one without touching the editor's own elements. */
function goTo(mark: Element | undefined): void {
  if (mark === undefined) return;
  const range = new Range();
  range.selectNodeContents(mark);
  CSS.highlights.set(highlightName, new Highlight(range));
  mark.scrollIntoView({ block: 'center' });
}
