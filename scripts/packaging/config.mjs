/** How electron-builder makes the packages of the three systems. */
import path from 'node:path';
import { remove } from '../shared/files.mjs';
import { ROOT } from '../shared/paths.mjs';
import { FUSES } from './fuses.mjs';

/** @typedef {import('electron-builder').Configuration} Configuration */

/** Where packages are made. */
export const DIST = path.join(ROOT, 'dist');

/** What a package is called inside its system: also the folder of a person's files (src-main/places.ts). */
export const EXECUTABLE = 'writethru';

/** Archives open by a double click; the formats of others are offered, never taken over. */
const associations = {
  archive: {
    ext: 'writethru',
    name: 'Writethru archive',
    description: 'Writethru archive',
    mimeType: 'application/x-writethru',
    rank: 'Owner',
  },
  nitf: {
    ext: 'nitf',
    name: 'NITF document',
    description: 'NITF document',
    mimeType: 'application/x-nitf',
    rank: 'Alternate',
  },
  xml: { ext: 'xml', name: 'XML document', mimeType: 'application/xml', rank: 'Alternate' },
  json: { ext: 'json', name: 'JSON document', mimeType: 'application/json', rank: 'Alternate' },
};

/**
 * The configuration for electron-builder.
 * @param {object} facts
 * @param {'linux' | 'windows' | 'mac'} facts.system
 * @param {boolean} facts.standIn whether the runtime is the one for tests, whose addon was compiled here
 * @param {NodeJS.ProcessEnv} facts.env what is told by the environment: signing, notarisation
 * @returns {Configuration}
 */
export function configuration({ system, standIn, env }) {
  return {
    appId: 'org.writethru.workstation',
    productName: 'Writethru',
    copyright: 'MIT licence',
    directories: { output: DIST, buildResources: path.join(ROOT, 'resources') },
    artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
    // Linux is made for this machine's processor alone, by the runtime that is here: nothing is fetched.
    electronDist: system === 'linux' ? path.join(ROOT, 'node_modules', 'electron', 'dist') : null,
    // The .deb must name one; there is no site to send anyone to.
    extraMetadata: { homepage: 'https://writethru.invalid' },
    electronFuses: FUSES,
    afterPack: withoutDefaultApplication,
    asar: true,
    asarUnpack: ['**/*.node'],
    // The addon ships prebuilt for every system (Node-API): nothing is compiled.
    npmRebuild: false,
    buildDependenciesFromSource: false,
    files: filesOf(standIn),
    protocols: [{ name: 'Writethru', schemes: ['writethru'] }],
    // The feed is our own file (feed.mjs): electron-builder's are for an updater that is not in here.
    publish: null,
    ...windows(),
    ...mac(env),
    ...linux(),
  };
}

/**
 * Takes away what Electron runs where it is given no application: this one is.
 * @param {import('electron-builder').AfterPackContext} context
 */
function withoutDefaultApplication({ appOutDir, packager }) {
  remove(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'));
}

/** @param {boolean} standIn */
function filesOf(standIn) {
  const addon = standIn
    ? ['!node_modules/better-sqlite3/prebuilds/**']
    : [
        '!node_modules/better-sqlite3/build/**',
        '!node_modules/better-sqlite3/prebuilds/**',
        // On macOS both halves of the universal application carry both.
        'node_modules/better-sqlite3/prebuilds/${platform}-*.node',
      ];
  return [
    'package.json',
    'out/**',
    '!out/**/*.map',
    '!out/.build.json',
    'resources/samples/**',
    'resources/icons/icon.png',
    'LICENSE',
    '!node_modules/better-sqlite3/{deps,src,binding.gyp}',
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/node-addon-api/**',
    ...addon,
  ];
}

/** @returns {Pick<Configuration, 'win' | 'nsis' | 'msi'>} */
function windows() {
  return {
    win: {
      target: [
        { target: 'nsis', arch: ['x64', 'arm64'] },
        { target: 'msi', arch: ['x64', 'arm64'] },
      ],
      icon: 'icons/icon.ico',
      executableName: 'Writethru',
      // XML and JSON are offered by installer.nsh, as alternates: an association here takes them over.
      fileAssociations: [associations.archive, associations.nitf],
      extraFiles: [{ from: 'resources/bin/writethru.cmd', to: 'bin/writethru.cmd' }],
    },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowElevation: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
      include: path.join(ROOT, 'resources', 'installer.nsh'),
    },
    msi: { perMachine: false, oneClick: false },
  };
}

/**
 * Notarisation happens where Apple's credentials are in the environment, as electron-builder reads them.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Pick<Configuration, 'mac' | 'dmg'>}
 */
function mac(env) {
  const withKey = Boolean(
    env['APPLE_API_KEY'] && env['APPLE_API_KEY_ID'] && env['APPLE_API_ISSUER'],
  );
  const withPassword = Boolean(
    env['APPLE_ID'] && env['APPLE_APP_SPECIFIC_PASSWORD'] && env['APPLE_TEAM_ID'],
  );
  const entitlements = path.join(ROOT, 'resources', 'entitlements.mac.plist');
  return {
    mac: {
      target: [
        { target: 'dmg', arch: ['universal'] },
        { target: 'zip', arch: ['universal'] },
      ],
      category: 'public.app-category.productivity',
      icon: 'icons/icon.icns',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements,
      entitlementsInherit: entitlements,
      notarize: withKey || withPassword,
      // Each half carries the addon of both processors.
      x64ArchFiles: '**/better-sqlite3/prebuilds/*.node',
      fileAssociations: Object.values(associations),
      extraFiles: [{ from: 'resources/bin/writethru.sh', to: 'Resources/bin/writethru' }],
    },
    dmg: { title: '${productName} ${version}' },
  };
}

/** @returns {Pick<Configuration, 'linux' | 'deb'>} */
function linux() {
  return {
    linux: {
      target: ['AppImage', 'deb'],
      executableName: EXECUTABLE,
      icon: 'icons',
      category: 'Office',
      maintainer: 'Writethru maintainers <maintainers@writethru.invalid>',
      synopsis: 'An offline editorial workstation for news dispatches',
      fileAssociations: Object.values(associations),
      desktop: { entry: { StartupWMClass: 'Writethru', Keywords: 'news;editor;wire;' } },
    },
    deb: { depends: DEB_DEPENDENCIES },
  };
}

/** What Electron needs of a Debian system. */
export const DEB_DEPENDENCIES = [
  'libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2',
  'libatk-bridge2.0-0',
  'libxss1',
  'libxtst6',
  'libnotify4',
  'xdg-utils',
];
