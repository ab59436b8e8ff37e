import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useState, type RefObject } from 'react';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { outOfSight, type OutOfSight } from './layout';
import styles from './Notes.module.css';

/** Where in the margin, from its top, the nearest note is put by the button, as a share of it. */
const level = 1 / 3;

/** Where the text in sight has no notes but other text has: how many, on which side, and a way there. */
export function NotesOutOfSight({
  margin,
  tops,
}: {
  readonly margin: RefObject<HTMLElement | null>;
  readonly tops: ReadonlyMap<string, number>;
}) {
  const { t } = useLocale();
  const unseen = useOutOfSight(margin, tops);
  if (unseen === null) return null;
  const { side, count, nearest } = unseen;
  const Arrow = side === 'above' ? ArrowUp : ArrowDown;
  const go = (): void => {
    const element = margin.current;
    // The sheet is scrolled along.
    element?.scrollTo({ top: nearest - element.clientHeight * level });
  };
  return (
    <div className={styles['unseen']} data-side={side}>
      <Button onClick={go}>
        <Arrow aria-hidden="true" />
        {t(`note.${side}`, { count })}
      </Button>
    </div>
  );
}

function useOutOfSight(
  margin: RefObject<HTMLElement | null>,
  tops: ReadonlyMap<string, number>,
): OutOfSight | null {
  const [unseen, setUnseen] = useState<OutOfSight | null>(null);
  useEffect(() => {
    const element = margin.current;
    if (element === null) return undefined;
    const look = (): void => {
      const { scrollTop, clientHeight } = element;
      const next = outOfSight([...tops.values()], scrollTop, scrollTop + clientHeight);
      setUnseen((old) => (JSON.stringify(old) === JSON.stringify(next) ? old : next));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, [margin, tops]);
  return unseen;
}
