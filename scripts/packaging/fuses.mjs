/** The switches burned into the packaged executable, and reading them back. */
import fuses from '@electron/fuses';

const { FuseV1Options, getCurrentFuseWire } = fuses;
/** How a fuse that is on is written: the sign 1. */
const ON = 0x31;

/**
 * What each fuse is set to. As plain Node, with NODE_OPTIONS or an inspector the signed program would
 * run anyone's code; pages get nothing from `file:`; code comes from the archive of the application
 * alone, unchanged where the platform can tell.
 */
export const FUSES = /** @type {const} */ ({
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
});

/** @type {Record<keyof typeof FUSES, import('@electron/fuses').FuseV1Options>} */
const NUMBERS = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};

/**
 * The fuses of an executable, as they are burned into it.
 * @param {string} executable
 * @returns {Promise<Record<string, boolean>>} by the names of {@link FUSES}
 */
export async function fusesOf(executable) {
  const wire = await getCurrentFuseWire(executable);
  return Object.fromEntries(
    Object.entries(NUMBERS).map(([name, number]) => [name, Number(wire[number]) === ON]),
  );
}
