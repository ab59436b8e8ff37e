import { describe, expect, it } from 'vitest';
import { commandIds, commands } from '../../../src-main/contract/commands';
import {
  clashesIn,
  holderOf,
  normalShortcut,
  refusalOf,
  shortcutOf,
  shortcutPressed,
  type PressedKey,
} from '../../../src-main/contract/keymap';

const pressed = (key: string, code: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key,
  code,
  ctrl: false,
  meta: false,
  alt: false,
  shift: false,
  ...held,
});

describe('the shortcuts commands come with', () => {
  it('do not clash, and may be given', () => {
    expect(clashesIn({})).toEqual([]);
    for (const id of commandIds) {
      const { accelerator } = commands[id];
      // The crosshead's is the one that UI drawings name themselves: see docs/architecture.md.
      if (accelerator === undefined || id === 'block.crosshead') continue;
      for (const platform of ['windows', 'linux', 'mac'] as const) {
        expect(refusalOf(accelerator, platform), `${id} on ${platform}`).toBeNull();
      }
    }
  });
});

describe('a keymap', () => {
  it('gives, takes away and leaves shortcuts', () => {
    const keymap = { 'dispatch.new': 'F5', 'draft.publish': null };
    expect(shortcutOf('dispatch.new', keymap)).toBe('F5');
    expect(shortcutOf('draft.publish', keymap)).toBeUndefined();
    expect(shortcutOf('app.palette', keymap)).toBe(commands['app.palette'].accelerator);
  });

  it('tells clashes, in whatever order the modifiers are written', () => {
    const keymap = { 'import.paste': 'Shift+CmdOrCtrl+f' };
    expect(clashesIn(keymap)).toEqual([
      { accelerator: 'Shift+CmdOrCtrl+f', commands: ['import.paste', 'search.archive'] },
    ]);
    expect(holderOf('CmdOrCtrl+Shift+F', 'import.paste', {})).toBe('search.archive');
    expect(holderOf('CmdOrCtrl+Shift+F', 'search.archive', {})).toBeUndefined();
    expect(normalShortcut('Shift+CmdOrCtrl+f')).toBe('CmdOrCtrl+Shift+F');
    expect(normalShortcut('CmdOrCtrl++')).toBe('CmdOrCtrl+PLUS');
  });
});

describe('what may not be a shortcut', () => {
  // AltGr on an AZERTY keyboard: € @ # [ ] { } | \ ~ ^ ` on E, 0, 3, 5, °), 4, +=, 6, 8, 2, 9, 7.
  it.each(['E', '0', '3', '5', ')', '4', '=', '6', '8', '2', '9', '7'])(
    'AltGr+%s, by which AZERTY types',
    (key) => {
      expect(refusalOf(`CmdOrCtrl+Alt+${key}`, 'windows')).toBe('altgr');
      expect(refusalOf(`CmdOrCtrl+Alt+${key}`, 'linux')).toBe('altgr');
      expect(refusalOf(`CmdOrCtrl+Alt+${key}`, 'mac')).toBeNull();
    },
  );

  it('what types, and what is the system’s', () => {
    expect(refusalOf('A', 'linux')).toBe('types');
    expect(refusalOf('Shift+É', 'linux')).toBe('types');
    expect(refusalOf('Alt+5', 'mac')).toBe('types');
    expect(refusalOf('CmdOrCtrl+C', 'windows')).toBe('system');
    expect(refusalOf('F5', 'windows')).toBeNull();
    expect(refusalOf('CmdOrCtrl+Alt+J', 'windows')).toBeNull();
  });
});

describe('a pressed key', () => {
  it('is a shortcut by what it types, a digit by its place', () => {
    expect(shortcutPressed(pressed('q', 'KeyA', { ctrl: true }), 'linux')).toBe('CmdOrCtrl+Q');
    expect(shortcutPressed(pressed('é', 'Digit2', { ctrl: true, alt: true }), 'windows')).toBe(
      'CmdOrCtrl+Alt+2',
    );
    expect(shortcutPressed(pressed('F8', 'F8', { shift: true }), 'linux')).toBe('Shift+F8');
    expect(shortcutPressed(pressed('k', 'KeyK', { meta: true }), 'mac')).toBe('CmdOrCtrl+K');
    expect(shortcutPressed(pressed('Enter', 'Enter', { ctrl: true }), 'linux')).toBe(
      'CmdOrCtrl+Enter',
    );
    expect(shortcutPressed(pressed('Control', 'ControlLeft', { ctrl: true }), 'linux')).toBeNull();
  });
});
