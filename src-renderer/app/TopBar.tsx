import { PanelLeft, PanelRight } from 'lucide-react';
import { useRef } from 'react';
import { SearchField } from '../features/search/SearchField';
import { useRunCommand } from '../state/commands';
import { useDesk } from '../state/desk';
import { useDispatch } from '../state/queries';
import { Button, IconButton } from '../ui/Button';
import { useLocale } from '../ui/i18n/Locale';
import styles from './App.module.css';

const edges = 32;

/** The bar: the name, the search, and the two things a desk does most. */
export function TopBar() {
  const { t } = useLocale();
  const run = useRunCommand();
  const field = useRef<HTMLInputElement>(null);
  const { focusMode, wireWidth, dispatchId, ...desk } = useDesk();
  const wireOpen = desk.wireOpen && !focusMode;
  const marginOpen = desk.marginOpen && !focusMode;
  const { data: dispatch } = useDispatch(dispatchId);
  return (
    <header data-pane="toolbar" aria-label={t('pane.toolbar')} className={styles['bar']}>
      <div
        className={styles['brand']}
        style={{ width: wireOpen ? wireWidth - edges / 2 : undefined }}
      >
        <span className={styles['mark']}>{t('app.name')}</span>
        <IconButton
          label={t(wireOpen ? 'pane.hide-wire' : 'pane.show-wire')}
          command="view.wire"
          aria-expanded={wireOpen}
          onClick={() => run('view.wire')}
        >
          <PanelLeft aria-hidden="true" />
        </IconButton>
      </div>
      <div className={styles['search']}>
        <SearchField field={field} />
      </div>
      <div className={styles['actions']}>
        <Button writes command="dispatch.new" showShortcut onClick={() => run('dispatch.new')}>
          {t('bar.new')}
        </Button>
        {dispatch?.draft != null && (
          <Button
            writes
            look="primary"
            command="draft.publish"
            showShortcut
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run('draft.publish')}
          >
            {t('bar.publish')}
          </Button>
        )}
        <IconButton
          label={t(marginOpen ? 'pane.hide-margin' : 'pane.show-margin')}
          command="view.margin"
          aria-expanded={marginOpen}
          onClick={() => run('view.margin')}
        >
          <PanelRight aria-hidden="true" />
        </IconButton>
      </div>
    </header>
  );
}
