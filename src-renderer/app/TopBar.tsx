import { Menu, PanelLeft, PanelRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { call } from '../bridge/bridge';
import { SearchField } from '../features/search/SearchField';
import { useRunCommand } from '../state/commands';
import { useDeskParts } from '../state/desk';
import { useDispatch } from '../state/queries';
import { Button, IconButton } from '../ui/Button';
import { useLocale } from '../ui/i18n/Locale';
import styles from './App.module.css';

const edges = 32;

/** The bar: the name, the search, and the two things a desk does most. */
export function TopBar() {
  const { t, platform } = useLocale();
  const run = useRunCommand();
  const field = useRef<HTMLInputElement>(null);
  const { focusMode, wireWidth, dispatchId, ...desk } = useDeskParts(
    'focusMode',
    'wireWidth',
    'dispatchId',
    'wireOpen',
    'marginOpen',
  );
  const wireOpen = desk.wireOpen && !focusMode;
  const marginOpen = desk.marginOpen && !focusMode;
  const { data: dispatch } = useDispatch(dispatchId);
  return (
    <header data-pane="toolbar" aria-label={t('pane.toolbar')} className={styles['bar']}>
      <div
        className={styles['brand']}
        style={{ width: wireOpen ? wireWidth - edges / 2 : undefined }}
      >
        {platform === 'windows' && <MenuButton />}
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

/** The way to the application menu where a window has no bar for it: on Windows, by F10 too. */
function MenuButton() {
  const { t } = useLocale();
  const button = useRef<HTMLButtonElement>(null);
  const open = (): void => {
    const box = button.current?.getBoundingClientRect();
    if (box !== undefined) void call('window.show-menu', { x: box.left, y: box.bottom });
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const held = event.ctrlKey || event.shiftKey || event.altKey || event.metaKey;
      if (event.key !== 'F10' || held) return;
      event.preventDefault();
      open();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <IconButton ref={button} label={t('bar.menu')} aria-haspopup="menu" onClick={open}>
      <Menu aria-hidden="true" />
    </IconButton>
  );
}
