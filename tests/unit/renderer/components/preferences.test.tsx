// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { App } from '../../../../src-renderer/app/App';
import type { FakeBridge } from '../../../../src-renderer/bridge/fake';
import { useDesk } from '../../../../src-renderer/state/desk';
import { all, click, fill, leave, the, words } from './find';
import { freshWindow, openFake, settle, showBare } from './window';

freshWindow();

async function openPreferences(): Promise<FakeBridge> {
  const bridge = await openFake();
  useDesk.setState({ dialog: 'preferences' });
  await showBare(<App />);
  return bridge;
}

const title = () => words(the('dialog').querySelector('h2'));
const initials = () => the('textbox', 'Your initials') as HTMLInputElement;
const desk = () => document.querySelector('footer[aria-label]');

describe('the preferences', () => {
  it('show what is preferred, with the caret in the initials', async () => {
    await openPreferences();
    expect(initials().value).toBe('ptur');
    expect(document.activeElement).toBe(initials());
    const chosen = (all('radio') as HTMLInputElement[]).filter(({ checked }) => checked);
    expect(chosen.map((radio) => radio.value)).toEqual(['all', 'en', 'system']);
    expect((the('combobox', 'Time zone of the desk') as HTMLSelectElement).value).toBe(
      'Europe/Zurich',
    );
    expect(words(the('dialog'))).toContain('Writethru 0.1.0');
  });

  it('switch the whole window to another language at once, and back', async () => {
    const bridge = await openPreferences();
    await click(the('radio', 'Français'));
    expect(title()).toBe('Préférences');
    expect(document.documentElement.lang).toBe('fr');
    expect(words()).toContain('Le fil est vide');
    expect(words()).not.toContain('The wire is empty');
    expect(bridge.asked('preferences.set')).toEqual([{ language: 'fr' }]);
    await click(the('radio', 'English'));
    expect(title()).toBe('Preferences');
    expect(document.documentElement.lang).toBe('en');
  });

  it('follow a language that was chosen in the menu', async () => {
    const bridge = await openPreferences();
    bridge.state.preferences = { ...bridge.state.preferences, language: 'fr' };
    await settle(() => bridge.emit('preferences-changed', {}));
    expect(title()).toBe('Préférences');
  });

  it('change the appearance at once, and leave it to the system again', async () => {
    await openPreferences();
    await click(the('radio', 'Night desk'));
    expect(document.documentElement.dataset['theme']).toBe('dark');
    const system = all('radio', 'System').at(-1)!;
    await click(system);
    expect(document.documentElement.dataset['theme']).toBeUndefined();
  });

  it('change the zone of the desk, and with it its clock', async () => {
    await openPreferences();
    expect(words(desk())).toContain('22:58 Zurich 20:58 UTC');
    await fill(the('combobox', 'Time zone of the desk'), 'America/New_York');
    expect(words(desk())).toContain('16:58 New York 20:58 UTC');
  });

  it('keep the initials, without spaces, when their field is left', async () => {
    const bridge = await openPreferences();
    await fill(initials(), ' mbr ');
    expect(bridge.state.preferences.initials).toBe('ptur');
    await leave(initials());
    expect(bridge.state.preferences.initials).toBe('mbr');
  });

  it('keep the initials also when the dialog goes by Escape', async () => {
    const bridge = await openPreferences();
    await fill(initials(), 'mbr');
    await settle(() => the('dialog').dispatchEvent(new Event('cancel', { cancelable: true })));
    expect(all('dialog')).toEqual([]);
    expect(bridge.state.preferences.initials).toBe('mbr');
  });

  it('say why something could not be kept, and show what still holds', async () => {
    const bridge = await openPreferences();
    bridge.fail('preferences.set', { code: 'internal' });
    await click(the('radio', 'Français'));
    expect(words(the('alert', undefined, the('dialog')))).toMatch(/^Writethru could not do that/);
    expect((the('radio', 'English') as HTMLInputElement).checked).toBe(true);
    expect(title()).toBe('Preferences');
  });

  it('say also after the dialog has gone that the initials could not be kept', async () => {
    const bridge = await openPreferences();
    bridge.fail('preferences.set', { code: 'internal' });
    await fill(initials(), 'mbr');
    await click(the('button', 'Done'));
    expect(all('dialog')).toEqual([]);
    expect(words(the('status', 'Messages'))).toMatch(/^Writethru could not do that/);
  });
});
