import { createContext, use } from 'react';
import type { CommandId } from '@contract/commands';

/** Runs a command of the window: the same one for its menu item, its shortcut and its button. */
export type RunCommand = (id: CommandId) => void;

/** Gives the parts of the window the way to run commands. */
export const CommandContext = createContext<RunCommand>(() => undefined);

/** The {@link RunCommand} of the window. */
export function useRunCommand(): RunCommand {
  return use(CommandContext);
}
