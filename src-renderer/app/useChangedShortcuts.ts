import { useEffect, useMemo } from 'react';
import { commandIds, commands, type CommandId } from '@contract/commands';
import { normalShortcut, shortcutOf, shortcutPressed, type Keymap } from '@contract/keymap';
import type { RunCommand } from '../state/commands';
import { useLocale } from '../ui/i18n/Locale';

/** What a pressed shortcut stands for now: a command, or nothing any more. */
type Meanings = ReadonlyMap<string, CommandId | null>;

/**
 * Runs shortcuts that were changed before a text can take them for its own: the editor knows some of
 * those the commands came with (Mod+B), and must not do by them what they no longer stand for.
 */
export function useChangedShortcuts(keymap: Keymap | undefined, run: RunCommand): void {
  const { platform } = useLocale();
  const meanings = useMemo(() => meaningsOf(keymap ?? {}), [keymap]);
  useEffect(() => {
    if (meanings.size === 0) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.getModifierState('AltGraph')) return;
      if (event.target instanceof Element && event.target.matches('[data-records-keys]')) return;
      const { key, code, ctrlKey: ctrl, metaKey: meta, altKey: alt, shiftKey: shift } = event;
      const pressed = shortcutPressed({ key, code, ctrl, meta, alt, shift }, platform);
      const id = pressed === null ? undefined : meanings.get(normalShortcut(pressed));
      if (id === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (id !== null) run(id);
    };
    globalThis.addEventListener('keydown', onKeyDown, { capture: true });
    return () => globalThis.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [meanings, platform, run]);
}

function meaningsOf(keymap: Keymap): Meanings {
  const meanings = new Map<string, CommandId | null>();
  const changed = commandIds.filter((id) => id in keymap);
  for (const id of changed) {
    const own = commands[id].accelerator;
    if (own !== undefined) meanings.set(normalShortcut(own), null);
  }
  // Whoever has one of these now has it for good; of several, the first, as in the menu.
  for (const id of commandIds.toReversed()) {
    const accelerator = shortcutOf(id, keymap);
    if (accelerator === undefined) continue;
    const normal = normalShortcut(accelerator);
    if (meanings.has(normal) || id in keymap) meanings.set(normal, id);
  }
  return meanings;
}
