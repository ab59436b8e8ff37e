import { commandIds, commands, type CommandId } from './commands';

/** Shortcuts a person changed, by command, in Electron's notation; null where a command shall have none. */
export type Keymap = Readonly<Record<string, string | null>>;

/** The platform whose keys are meant; what AltGr is on the others, Option is not on macOS. */
export type KeyPlatform = 'mac' | 'windows' | 'linux';

/** The shortcut of a command: the one a person gave it, else its own; undefined where it has none. */
export function shortcutOf(id: CommandId, keymap: Keymap): string | undefined {
  const given = keymap[id];
  return given === undefined ? commands[id].accelerator : (given ?? undefined);
}

const order = ['CmdOrCtrl', 'Ctrl', 'Alt', 'Shift'] as const;

/** A shortcut in one form, so that two that are the same read the same. */
export function normalShortcut(accelerator: string): string {
  const parts = accelerator.split('+');
  // The key itself may be a plus, which splits to two empty parts.
  const key = parts.at(-1) === '' ? 'Plus' : (parts.at(-1) ?? '');
  const modifiers = new Set(parts.slice(0, -1));
  return [...order.filter((name) => modifiers.has(name)), key.toUpperCase()].join('+');
}

/** Shortcuts that several commands have, and which: none of those can be relied on. */
export function clashesIn(keymap: Keymap): readonly {
  readonly accelerator: string;
  readonly commands: readonly CommandId[];
}[] {
  const holders = new Map<string, { accelerator: string; commands: CommandId[] }>();
  for (const id of commandIds) {
    const accelerator = shortcutOf(id, keymap);
    if (accelerator === undefined) continue;
    const normal = normalShortcut(accelerator);
    const holder = holders.get(normal) ?? { accelerator, commands: [] };
    holder.commands.push(id);
    holders.set(normal, holder);
  }
  return [...holders.values()].filter((holder) => holder.commands.length > 1);
}

/** The command that has a shortcut, other than one; undefined where it is free. */
export function holderOf(
  accelerator: string,
  except: CommandId,
  keymap: Keymap,
): CommandId | undefined {
  const normal = normalShortcut(accelerator);
  return commandIds.find((id) => {
    const held = id === except ? undefined : shortcutOf(id, keymap);
    return held !== undefined && normalShortcut(held) === normal;
  });
}

/** Why a shortcut is not to be had. */
export type ShortcutRefusal = 'altgr' | 'types' | 'system';

/**
 * The keys by which an AZERTY keyboard types € @ # [ ] { } | \ ~ ^ ` with AltGr, which is Ctrl+Alt on
 * Windows: E, the digits but 1, and the two keys beside them, as Electron names them.
 */
const azertyAltGr: ReadonlySet<string> = new Set('E023456789)=]['.split(''));

/** Shortcuts of the platform's own items of the menu, and of the system. */
const systemShortcuts: ReadonlySet<string> = new Set(
  [
    'CmdOrCtrl+C',
    'CmdOrCtrl+V',
    'CmdOrCtrl+X',
    'CmdOrCtrl+A',
    'CmdOrCtrl+Shift+V',
    'CmdOrCtrl+W',
    'CmdOrCtrl+Q',
    'CmdOrCtrl+M',
    'CmdOrCtrl+0',
    'CmdOrCtrl+=',
    'CmdOrCtrl+-',
    'CmdOrCtrl+Plus',
    'Alt+F4',
    'F11',
    'F10',
  ].map(normalShortcut),
);

/** Keys that are shortcuts by themselves. */
const alone = /^F(?:[1-9]|1\d|2[0-4])$/;

/**
 * Whether a shortcut would take a character from whoever types, or one of the platform's own; null
 * where it may be given.
 */
export function refusalOf(accelerator: string, platform: KeyPlatform): ShortcutRefusal | null {
  const parts = normalShortcut(accelerator).split('+');
  const key = parts.at(-1) ?? '';
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  const main = has('CmdOrCtrl') || has('Ctrl');
  if (systemShortcuts.has(parts.join('+'))) return 'system';
  if (!main && !alone.test(key)) return 'types';
  const altGr = main && has('Alt') && platform !== 'mac';
  return altGr && azertyAltGr.has(key) ? 'altgr' : null;
}

/** What is needed of a key that was pressed. */
export type PressedKey = {
  readonly key: string;
  /** Its place on the keyboard, by the name it has on an English one. */
  readonly code: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
};

const named: Readonly<Record<string, string>> = {
  Enter: 'Enter',
  Space: 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
  Delete: 'Delete',
  Backspace: 'Backspace',
};

/**
 * A pressed key as a shortcut: letters by what they type, digits by their place (an AZERTY keyboard types
 * them with Shift), other signs by themselves. Null for a modifier alone and for keys of no use.
 */
export function shortcutPressed(pressed: PressedKey, platform: KeyPlatform): string | null {
  const key = keyOf(pressed);
  if (key === null) return null;
  const main = platform === 'mac' ? pressed.meta : pressed.ctrl;
  const other = platform === 'mac' ? pressed.ctrl : false;
  return [
    ...(main ? ['CmdOrCtrl'] : []),
    ...(other ? ['Ctrl'] : []),
    ...(pressed.alt ? ['Alt'] : []),
    ...(pressed.shift ? ['Shift'] : []),
    key,
  ].join('+');
}

function keyOf({ key, code }: PressedKey): string | null {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  if (/^F\d{1,2}$/.test(key)) return key;
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const name = named[code] ?? named[key];
  if (name !== undefined) return name;
  // With Alt or Option a letter's key may type something else: its place tells.
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return letter;
  if (key === '+') return 'Plus';
  return /^[!-~]$/.test(key) ? key : null;
}
