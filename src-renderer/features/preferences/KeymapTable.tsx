import { useState, type KeyboardEvent } from 'react';
import { commandIds, commands, menuIds, type CommandId } from '@contract/commands';
import {
  clashesIn,
  holderOf,
  normalShortcut,
  refusalOf,
  shortcutOf,
  shortcutPressed,
  type Keymap,
  type ShortcutRefusal,
} from '@contract/keymap';
import { commandLabels, menuLabels } from '@contract/labels';
import { fold } from '@domain/text/fold';
import { Button, Kbd } from '../../ui/Button';
import { shortcutText } from '../../ui/format/shortcut';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Preferences.module.css';

/** What keys are being pressed for, and what became of the last ones. */
type Recording = {
  readonly id: CommandId;
  readonly pressed: string | null;
  readonly problem:
    | { readonly is: 'refused'; readonly why: ShortcutRefusal }
    | { readonly is: 'held'; readonly by: CommandId }
    | null;
};

/** Every command with its shortcut, which can be changed, taken away and put back. */
export function KeymapTable({
  keymap,
  searched,
  onChange,
}: {
  readonly keymap: Keymap;
  readonly searched: string;
  readonly onChange: (keymap: Record<string, string | null>) => void;
}) {
  const { t, language } = useLocale();
  const [recording, setRecording] = useState<Recording | null>(null);
  const shown = commandsShown(searched, language);
  const give = (id: CommandId, accelerator: string | null, from?: CommandId): void => {
    setRecording(null);
    onChange(given(keymap, id, accelerator, from));
  };
  return (
    <div className={styles['group']}>
      <p className={styles['hint']}>{t('keymap.hint')}</p>
      <Clashes keymap={keymap} />
      {menuIds.map((menu) => {
        const ids = shown.filter((id) => commands[id].menu === menu);
        if (ids.length === 0) return null;
        return (
          <section key={menu} aria-label={menuLabels[language][menu]} className={styles['keys']}>
            <h4>{menuLabels[language][menu]}</h4>
            <ul>
              {ids.map((id) => (
                <Row
                  key={id}
                  id={id}
                  keymap={keymap}
                  recording={recording?.id === id ? recording : null}
                  onRecord={setRecording}
                  onGive={give}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {Object.keys(keymap).length > 0 && (
        <div>
          <Button onClick={() => onChange({})}>{t('keymap.reset-all')}</Button>
        </div>
      )}
    </div>
  );
}

/** The commands whose names have every word searched for; all of them where none has. */
function commandsShown(searched: string, language: 'fr' | 'en'): readonly CommandId[] {
  const words = fold(searched).split(/\s+/).filter(Boolean);
  const found = commandIds.filter((id) => {
    const label = fold(commandLabels[language][id]);
    return words.every((word) => label.includes(word));
  });
  return found.length === 0 ? commandIds : found;
}

/** A keymap in which a command has a shortcut, or none; one that had it before loses it. */
function given(
  keymap: Keymap,
  id: CommandId,
  accelerator: string | null,
  from: CommandId | undefined,
): Record<string, string | null> {
  const next: Record<string, string | null> = { ...keymap, [id]: accelerator };
  if (from !== undefined) next[from] = null;
  const own = commands[id].accelerator;
  const isOwn =
    accelerator === null
      ? own === undefined
      : own !== undefined && normalShortcut(own) === normalShortcut(accelerator);
  if (isOwn) delete next[id];
  return next;
}

function Clashes({ keymap }: { readonly keymap: Keymap }) {
  const { t, language, platform } = useLocale();
  const clashes = clashesIn(keymap);
  return (
    <div role="status">
      {clashes.map(({ accelerator, commands: ids }) => (
        <p key={accelerator} className={styles['clash']}>
          {t('keymap.clash', {
            keys: shortcutText(accelerator, platform),
            commands: ids.map((id) => commandLabels[language][id].replace('…', '')).join(', '),
          })}
        </p>
      ))}
    </div>
  );
}

type RowProps = {
  readonly id: CommandId;
  readonly keymap: Keymap;
  readonly recording: Recording | null;
  readonly onRecord: (recording: Recording | null) => void;
  readonly onGive: (id: CommandId, accelerator: string | null, from?: CommandId) => void;
};

function Row({ id, keymap, recording, onRecord, onGive }: RowProps) {
  const { t, language, platform } = useLocale();
  const name = commandLabels[language][id].replace('…', '');
  const accelerator = shortcutOf(id, keymap);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (recording === null || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      onRecord(null);
      return;
    }
    const pressed = shortcutPressed(keyOf(event), platform);
    if (pressed === null) return;
    const altGr = event.getModifierState('AltGraph');
    const why = altGr ? 'altgr' : refusalOf(pressed, platform);
    const by = holderOf(pressed, id, keymap);
    if (why !== null) onRecord({ id, pressed, problem: { is: 'refused', why } });
    else if (by !== undefined) onRecord({ id, pressed, problem: { is: 'held', by } });
    else onGive(id, pressed);
  };
  return (
    <li className={styles['key']}>
      <span className={styles['command']}>{name}</span>
      {accelerator === undefined ? (
        <span className={styles['none']}>{t('keymap.none')}</span>
      ) : (
        <span>
          <Kbd accelerator={accelerator} />
          <span className="visually-hidden">{shortcutText(accelerator, platform)}</span>
        </span>
      )}
      <button
        type="button"
        data-records-keys=""
        className={styles['change']}
        aria-label={t(recording === null ? 'keymap.change-of' : 'keymap.press-for', { name })}
        aria-pressed={recording !== null}
        onClick={() => onRecord(recording === null ? { id, pressed: null, problem: null } : null)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (recording !== null && recording.problem === null) onRecord(null);
        }}
      >
        {t(recording === null ? 'keymap.change' : 'keymap.press')}
      </button>
      {/* Each keeps its column, whether it has something to do or not. */}
      <span>
        {accelerator !== undefined && (
          <Button
            look="quiet"
            aria-label={t('keymap.remove-of', { name })}
            onClick={() => onGive(id, null)}
          >
            {t('keymap.remove')}
          </Button>
        )}
      </span>
      <span>
        {id in keymap && (
          <Button
            look="quiet"
            aria-label={t('keymap.reset-of', { name })}
            onClick={() => onGive(id, commands[id].accelerator ?? null)}
          >
            {t('keymap.reset')}
          </Button>
        )}
      </span>
      {recording?.pressed != null && recording.problem !== null && (
        <Problem id={id} pressed={recording.pressed} problem={recording.problem} onGive={onGive} />
      )}
    </li>
  );
}

function Problem({
  id,
  pressed,
  problem,
  onGive,
}: {
  readonly id: CommandId;
  readonly pressed: string;
  readonly problem: NonNullable<Recording['problem']>;
  readonly onGive: RowProps['onGive'];
}) {
  const { t, language, platform } = useLocale();
  const keys = shortcutText(pressed, platform);
  if (problem.is === 'refused') {
    return (
      <p role="alert" className={styles['clash']}>
        {t(`keymap.refused.${problem.why}`, { keys })}
      </p>
    );
  }
  const name = commandLabels[language][problem.by].replace('…', '');
  return (
    <p role="alert" className={styles['clash']}>
      {t('keymap.held', { keys, name })}{' '}
      <Button onClick={() => onGive(id, pressed, problem.by)}>{t('keymap.take', { name })}</Button>
    </p>
  );
}

function keyOf(event: KeyboardEvent): Parameters<typeof shortcutPressed>[0] {
  return {
    key: event.key,
    code: event.code,
    ctrl: event.ctrlKey,
    meta: event.metaKey,
    alt: event.altKey,
    shift: event.shiftKey,
  };
}
