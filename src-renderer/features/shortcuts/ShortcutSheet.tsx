import { commandIds, commands, menuIds } from '@contract/commands';
import { commandLabels, menuLabels } from '@contract/labels';
import { showDialog } from '../../state/desk';
import { Kbd } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { shortcutText } from '../../ui/format/shortcut';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Shortcuts.module.css';

/** Every shortcut, by menu. */
export function ShortcutSheet() {
  const { t, language, shortcut } = useLocale();
  return (
    <Dialog size="wide" title={t('shortcuts.title')} onClose={() => showDialog(null)}>
      {/* Longer than a small window: the arrow keys scroll what has the focus. */}
      <div
        role="region"
        aria-label={t('shortcuts.title')}
        tabIndex={0}
        data-autofocus=""
        className={styles['columns']}
      >
        {menuIds.map((menu) => {
          const ids = commandIds.filter(
            (id) => commands[id].menu === menu && shortcut(id) !== undefined,
          );
          if (ids.length === 0) return null;
          return (
            <section key={menu} className={styles['group']}>
              <h3>{menuLabels[language][menu]}</h3>
              <dl>
                {ids.map((id) => (
                  <Row
                    key={id}
                    label={commandLabels[language][id]}
                    accelerators={[shortcut(id) ?? '']}
                  />
                ))}
              </dl>
            </section>
          );
        })}
        <section className={styles['group']}>
          <h3>{t('shortcuts.in-search')}</h3>
          <dl>
            <Row label={t('shortcuts.next-passage')} accelerators={['F3', 'Shift+F3']} />
            <Row label={t('shortcuts.complete')} accelerators={['Ctrl+Space']} />
            <Row label={t('shortcuts.mark')} accelerators={['Alt+Enter']} />
            <Row label={t('shortcuts.back')} accelerators={['Esc']} />
          </dl>
        </section>
        <section className={styles['group']}>
          <h3>{t('shortcuts.in-comparison')}</h3>
          <dl>
            <Row label={t('shortcuts.next-change')} accelerators={['F7', 'Shift+F7']} />
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

function Row({
  label,
  accelerators,
}: {
  readonly label: string;
  readonly accelerators: readonly string[];
}) {
  const { platform } = useLocale();
  return (
    <div className={styles['row']}>
      <dt>{label.replace('…', '')}</dt>
      <dd>
        {accelerators.map((accelerator) => (
          <span key={accelerator}>
            <Kbd accelerator={accelerator} />
            <span className="visually-hidden">{shortcutText(accelerator, platform)}</span>
          </span>
        ))}
      </dd>
    </div>
  );
}
