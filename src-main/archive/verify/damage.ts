/** Whether SQLite says that a file is not as it was written, or a value in it is none. */
export function isDamage(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  // What is no longer JSON was damaged after it was written.
  if (thrown instanceof SyntaxError) return true;
  const code = 'code' in thrown ? String(thrown.code) : '';
  return (
    code.startsWith('SQLITE_CORRUPT') ||
    code.startsWith('SQLITE_NOTADB') ||
    code.startsWith('SQLITE_IOERR') ||
    /malformed|no such (?:table|column)/.test(thrown.message)
  );
}
