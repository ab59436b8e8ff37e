/** A zip and a .deb of a Linux directory, with what every machine has and with plain dpkg-deb. */
import {
  chmodSync,
  cpSync,
  createWriteStream,
  mkdirSync,
  readFileSync,
  readlinkSync,
  lstatSync,
  readdirSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { readJson, remove, writeWhole } from '../shared/files.mjs';
import { findProgram, ROOT } from '../shared/paths.mjs';
import { lastLines, run } from '../shared/processes.mjs';
import { PlainError } from '../shared/progress.mjs';
import { DEB_DEPENDENCIES, DIST, EXECUTABLE } from './config.mjs';

const { version, description } = readJson(path.join(ROOT, 'package.json'));
const ICON_SIZES = [16, 32, 48, 64, 128, 256];

/**
 * Zips a directory, with the modes of its files.
 * @param {string} folder
 * @param {string} name of the file, without its ending
 */
export async function zipOf(folder, name) {
  const file = path.join(DIST, `${name}.zip`);
  const zip = new yazl.ZipFile();
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const full = path.join(folder, entry);
    const { mode } = lstatSync(full);
    const inside = `${name}/${entry.split(path.sep).join('/')}`;
    if (lstatSync(full).isSymbolicLink()) {
      zip.addBuffer(Buffer.from(readlinkSync(full)), inside, { mode });
    } else if (statSync(full).isFile()) zip.addFile(full, inside, { mode });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

/**
 * Makes a .deb of a directory.
 * @param {string} folder
 * @param {string} name of the file, without its ending
 * @param {string} note added to the description: what the package is not for
 * @returns {Promise<string | undefined>} undefined where dpkg-deb is not on the machine
 */
export async function debOf(folder, name, note) {
  if (findProgram('dpkg-deb') === undefined) return undefined;
  const root = path.join(DIST, `.${name}-deb`);
  remove(root);
  lay(folder, root, note);
  const file = path.join(DIST, `${name}.deb`);
  const made = await run('dpkg-deb', [
    '--root-owner-group',
    '-Zgzip',
    '-z1',
    '--build',
    root,
    file,
  ]);
  remove(root);
  if (made.code !== 0) throw new PlainError('dpkg-deb failed (see above).', lastLines(made));
  return file;
}

/**
 * Lays the files out as they will stand in the system.
 * @param {string} folder
 * @param {string} root
 * @param {string} note
 */
function lay(folder, root, note) {
  const application = path.join(root, 'opt', 'Writethru');
  cpSync(folder, application, { recursive: true, verbatimSymlinks: true });
  chmodSync(path.join(application, 'chrome-sandbox'), 0o4755);
  const bin = path.join(root, 'usr', 'bin');
  mkdirSync(bin, { recursive: true });
  symlinkSync(`/opt/Writethru/${EXECUTABLE}`, path.join(bin, EXECUTABLE));
  const share = path.join(root, 'usr', 'share');
  for (const size of ICON_SIZES) {
    const place = path.join(share, 'icons/hicolor', `${size}x${size}`, 'apps', `${EXECUTABLE}.png`);
    writeWhole(place, readFileSync(path.join(ROOT, 'resources/icons', `${size}x${size}.png`)));
  }
  writeWhole(path.join(share, 'applications', `${EXECUTABLE}.desktop`), desktopEntry());
  writeWhole(path.join(share, 'mime/packages', `${EXECUTABLE}.xml`), mimeTypes());
  writeWhole(path.join(root, 'DEBIAN', 'control'), control(note));
  // Files are written for their owner here; a system's are for all to read.
  for (const entry of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const full = path.join(root, entry);
    const state = lstatSync(full);
    if (state.isDirectory()) chmodSync(full, 0o755);
    else if (state.isFile() && (state.mode & 0o100) === 0) chmodSync(full, 0o644);
  }
}

/** @param {string} note */
function control(note) {
  return [
    `Package: ${EXECUTABLE}`,
    `Version: ${version}`,
    'Architecture: amd64',
    'Section: editors',
    'Priority: optional',
    'Maintainer: Writethru maintainers <maintainers@writethru.invalid>',
    `Depends: ${DEB_DEPENDENCIES.join(', ')}`,
    `Description: ${description.split(':')[0]}`,
    ` ${description}`,
    ...(note ? [' .', ` ${note}`] : []),
    '',
  ].join('\n');
}

function desktopEntry() {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Writethru',
    'Comment=An offline editorial workstation for news dispatches',
    'Comment[fr]=Un poste de rédaction hors ligne pour les dépêches',
    `Exec=/opt/Writethru/${EXECUTABLE} %U`,
    `Icon=${EXECUTABLE}`,
    'Categories=Office;',
    'StartupWMClass=Writethru',
    'MimeType=application/x-writethru;application/x-nitf;application/xml;application/json;x-scheme-handler/writethru;',
    '',
  ].join('\n');
}

function mimeTypes() {
  return `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-writethru">
    <comment>Writethru archive</comment>
    <comment xml:lang="fr">Archive Writethru</comment>
    <glob pattern="*.writethru"/>
  </mime-type>
  <mime-type type="application/x-nitf">
    <comment>NITF document</comment>
    <sub-class-of type="application/xml"/>
    <glob pattern="*.nitf"/>
  </mime-type>
</mime-info>
`;
}
