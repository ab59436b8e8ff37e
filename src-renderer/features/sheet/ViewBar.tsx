import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react';
import { sheetViews, showView, useDesk } from '../../state/desk';
import { IconButton } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Views.module.css';

/** How the dispatch is read: take by take, as one story, or as it read at an instant. */
export function ViewBar() {
  const { t } = useLocale();
  const view = useDesk((desk) => desk.sheetView);
  const order = useDesk((desk) => desk.takesOrder);
  const newest = order === 'newest';
  const Order = newest ? ArrowDownWideNarrow : ArrowUpNarrowWide;
  return (
    <div className={styles['bar']} data-screen-only="">
      <Choice
        boxed
        label={t('view.label')}
        value={view}
        options={sheetViews.map((value) => ({ value, label: t(`view.${value}`) }))}
        onChange={showView}
      />
      {view === 'takes' && (
        <IconButton
          label={t(newest ? 'view.order-newest' : 'view.order-oldest')}
          onClick={() => useDesk.setState({ takesOrder: newest ? 'oldest' : 'newest' })}
        >
          <Order aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}
