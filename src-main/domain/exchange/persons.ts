/** Persons of one dispatch, and UTF-16 units of a name, at most. */
export const mostPersons = 100;
export const longestPerson = 200;

/**
 * Names of persons as a dispatch keeps them: white space single, none empty or too long, none twice
 * in whatever case, the first so many.
 */
export function distinctPersons(names: readonly string[]): readonly string[] {
  const distinct = new Map<string, string>();
  for (const name of names) {
    const tidy = name.replace(/\s+/gu, ' ').trim().slice(0, longestPerson).trim();
    const key = tidy.toLocaleLowerCase('und');
    if (tidy !== '' && !distinct.has(key)) distinct.set(key, tidy);
  }
  return [...distinct.values()].slice(0, mostPersons);
}
