const remembered = 'writethru.searches';
const most = 12;

/** The last searches that led somewhere, the newest first. */
export function readHistory(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(remembered) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Remembers a search; one that was there already moves to the front. */
export function remember(text: string): void {
  const query = text.trim();
  if (query === '') return;
  try {
    const others = readHistory().filter((one) => one !== query);
    localStorage.setItem(remembered, JSON.stringify([query, ...others].slice(0, most)));
  } catch {
    // Without storage there is no history; nothing else depends on it.
  }
}

/** Forgets all searches. */
export function forgetHistory(): void {
  try {
    localStorage.removeItem(remembered);
  } catch {
    // As above.
  }
}
