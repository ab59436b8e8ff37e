/**
 * The bounds of what one process accepts from another. A request over a bound is refused whole.
 * Lengths are UTF-16 code units.
 */
export const bounds = {
  /** All strings of one request together. */
  requestCharacters: 40_000_000,
  /** Values (objects, arrays, scalars) in one request. */
  requestValues: 2_000_000,
  requestDepth: 64,
  id: 64,
  path: 4_096,
  line: 2_000,
  note: 20_000,
  /** Notes of one draft. */
  notes: 20_000,
  query: 20_000,
  pastedText: 16 * 1024 * 1024,
  stepsPerBatch: 5_000,
  /** What can be undone of a draft: groups of a stack, and steps of a group. */
  undoGroups: 1_000,
  undoItems: 200_000,
  pageRows: 500,
  /** One text block given to be checked, how many at once, and the foreign parts of each. */
  styleText: 200_000,
  styleBlocks: 400,
  styleParts: 2_000,
  /** Text blocks looked through at once. */
  foundTexts: 500_000,
  /** Entries of a list of words, and the length of each. */
  listEntries: 5_000,
  listEntry: 200,
} as const;

/** How a value exceeds {@link bounds}, or undefined when it does not. Bounded itself: it stops at the first excess. */
export function excessOf(value: unknown): 'characters' | 'values' | 'depth' | undefined {
  let characters = 0;
  let values = 0;
  const pending: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    values += 1;
    if (values > bounds.requestValues) return 'values';
    if (item.depth > bounds.requestDepth) return 'depth';
    if (typeof item.value === 'string') {
      characters += item.value.length;
      if (characters > bounds.requestCharacters) return 'characters';
    } else if (ArrayBuffer.isView(item.value)) {
      // Bytes are no values of their own: two of them weigh as much as a character.
      characters += item.value.byteLength / 2;
      if (characters > bounds.requestCharacters) return 'characters';
    } else if (typeof item.value === 'object' && item.value !== null) {
      for (const [key, child] of Object.entries(item.value)) {
        characters += key.length;
        pending.push({ value: child, depth: item.depth + 1 });
      }
    }
  }
  return undefined;
}
