import { commandIds, type CommandId } from '@contract/commands';
import { commandLabels } from '@contract/labels';
import { fold } from '@domain/text/fold';

/** Commands that the palette does not offer: itself, and what only has sense at its own place. */
const left: ReadonlySet<CommandId> = new Set<CommandId>(['app.palette']);

/**
 * The commands whose label holds every word typed, in any order and whatever the accents; those
 * that begin with the first word come first.
 */
export function matchingCommands(typed: string, language: 'fr' | 'en'): readonly CommandId[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const labelled = commandIds
    .filter((id) => !left.has(id))
    .map((id) => ({ id, label: fold(commandLabels[language][id]) }))
    .filter(({ label }) => words.every((word) => label.includes(word)));
  const first = words[0] ?? '';
  return labelled
    .toSorted((a, b) => Number(b.label.startsWith(first)) - Number(a.label.startsWith(first)))
    .map(({ id }) => id);
}
