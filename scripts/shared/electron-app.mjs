/** Starting the application's window as a person would. */
import { electronExecutable, ROOT } from './paths.mjs';
import { say } from './progress.mjs';

/** Whether Chromium's sandbox has to be left off: it refuses to run as root. */
export function isRootOnLinux() {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/**
 * The command that opens the application.
 * @param {readonly string[]} extra arguments of the application's own
 */
export function applicationCommand(extra) {
  const args = ['.', ...extra];
  if (isRootOnLinux()) {
    say("Running as root: Chromium's sandbox is off (--no-sandbox). Prefer an ordinary user.");
    args.unshift('--no-sandbox');
  }
  return { command: electronExecutable(), args };
}

/**
 * The same for another program to begin, from wherever it stands, without a word.
 * @returns {{ command: string, args: string[] }}
 */
export function quietCommand() {
  const sandbox = isRootOnLinux() ? ['--no-sandbox'] : [];
  return { command: electronExecutable(), args: [...sandbox, ROOT] };
}
