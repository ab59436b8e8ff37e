import { app, nativeTheme } from 'electron';
import type { ShellPorts } from '../ipc/ports';
import { changedPreferences, type SettingsStore } from '../services/preferences';

/** Preferences as main lives by them: theme, language and zone, with what `system` stands for. */
export type LivePreferences = ShellPorts['preferences'] & {
  readonly language: () => 'fr' | 'en';
  /** IANA zone of the desk. */
  readonly zone: () => string;
};

export function createPreferences(settings: SettingsStore, changed: () => void): LivePreferences {
  const language = () => {
    const chosen = settings.get().preferences.language;
    return chosen === 'system' ? systemLanguage() : chosen;
  };
  const zone = () => {
    const chosen = settings.get().preferences.zone;
    return chosen === 'system' ? Intl.DateTimeFormat().resolvedOptions().timeZone : chosen;
  };
  const applyTheme = () => {
    const { theme } = settings.get().preferences;
    // High contrast is the page's own, in the lightness of the system.
    nativeTheme.themeSource = theme === 'contrast' ? 'system' : theme;
  };
  applyTheme();
  return {
    language,
    zone,
    get: () => ({
      preferences: settings.get().preferences,
      resolved: { language: language(), zone: zone() },
      platform: platformName(),
      version: app.getVersion(),
    }),
    set: (change) => {
      const preferences = changedPreferences(settings.get().preferences, change);
      settings.set({ preferences });
      applyTheme();
      changed();
      return preferences;
    },
  };
}

/** The first of the system's languages that the workstation speaks; English where it speaks none. */
function systemLanguage(): 'fr' | 'en' {
  for (const tag of app.getPreferredSystemLanguages()) {
    const language = tag.slice(0, 2).toLowerCase();
    if (language === 'fr' || language === 'en') return language;
  }
  return 'en';
}

function platformName(): 'mac' | 'windows' | 'linux' {
  if (process.platform === 'darwin') return 'mac';
  return process.platform === 'win32' ? 'windows' : 'linux';
}
