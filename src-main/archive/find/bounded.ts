import { createContext, Script } from 'node:vm';
import { Refusal } from '../refusal';

const script = new Script('work()');

/**
 * Runs work that a regular expression may make endless, and stops it: V8 gives up such a script even
 * within one match. Refuses with `pattern-too-slow`.
 *
 * @param most ms
 */
export function bounded<T>(work: () => T, most: number): T {
  try {
    return script.runInContext(createContext({ work }), { timeout: most }) as T;
  } catch (thrown) {
    // The error is of the script's own context: no instance of this one's Error.
    const isTime =
      typeof thrown === 'object' &&
      thrown !== null &&
      'code' in thrown &&
      thrown.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    throw isTime ? new Refusal('validation', 'pattern-too-slow') : thrown;
  }
}
