import { join } from 'node:path';

/** What of the machine decides where a person's files live. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** The folder of the application's own name, the same Electron calls `userData`. */
export function userDataFolder({ platform, home, env }: Machine): string {
  switch (platform) {
    case 'win32':
      return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Writethru');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Writethru');
    default:
      return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Writethru');
  }
}

/** Where the archive is created at the first start. */
export function firstArchivePath(userData: string): string {
  return join(userData, 'archive', 'desk.writethru');
}

/** Where the sample archive is created. */
export function sampleArchivePath(userData: string): string {
  return join(userData, 'archive', 'sample.writethru');
}

/** The settings file. */
export function settingsPath(userData: string): string {
  return join(userData, 'preferences.json');
}
