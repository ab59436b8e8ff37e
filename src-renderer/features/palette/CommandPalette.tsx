import { useState } from 'react';
import { flushSync } from 'react-dom';
import { commandIds, commands } from '@contract/commands';
import { commandLabels, menuLabels } from '@contract/labels';
import { useRunCommand } from '../../state/commands';
import { showDialog } from '../../state/desk';
import { Kbd } from '../../ui/Button';
import { Chooser } from '../../ui/Chooser';
import { useLocale } from '../../ui/i18n/Locale';
import { matchingCommands } from './model';
import styles from './Palette.module.css';

/** Every command, found by typing, with its menu and shortcut. */
export function CommandPalette() {
  const { t, language, shortcut } = useLocale();
  const run = useRunCommand();
  const [text, setText] = useState('');
  const items = matchingCommands(text, language).map((id) => {
    const { menu } = commands[id];
    const accelerator = shortcut(id);
    return {
      key: id,
      content: (
        <>
          <span className={styles['name']}>{commandLabels[language][id]}</span>
          <span className={styles['side']}>{menuLabels[language][menu]}</span>
          {accelerator !== undefined && <Kbd accelerator={accelerator} />}
        </>
      ),
    };
  });
  const choose = (key: string): void => {
    const id = commandIds.find((known) => known === key);
    // The dialog gives the focus back as it goes: the command may then take it.
    flushSync(() => showDialog(null));
    if (id !== undefined) run(id);
  };
  return (
    <Chooser
      title={t('palette.title')}
      label={t('palette.label')}
      empty={t('palette.none')}
      items={items}
      onText={setText}
      onChoose={choose}
      onClose={() => showDialog(null)}
    />
  );
}
