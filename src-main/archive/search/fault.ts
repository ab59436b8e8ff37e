/** Whether SQLite says of the index that it is not what it should be, or not there. */
export function isIndexFault(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const code = 'code' in thrown ? String(thrown.code) : '';
  return (
    code.startsWith('SQLITE_CORRUPT') ||
    /no such table: (?:main\.)?search_|search_index|vtable constructor failed/.test(thrown.message)
  );
}
