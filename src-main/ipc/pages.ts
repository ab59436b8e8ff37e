/** Which page each open window has: a window that was read anew has another. */
export type Pages = {
  /** Takes note of a window's page; the pages of the other windows that are open. */
  readonly others: (windowId: number, clientId: string) => readonly string[];
};

export function createPages(isOpen: (windowId: number) => boolean): Pages {
  const pages = new Map<number, string>();
  return {
    others: (windowId, clientId) => {
      pages.set(windowId, clientId);
      for (const known of pages.keys()) {
        if (!isOpen(known)) pages.delete(known);
      }
      return [...pages].flatMap(([known, page]) => (known === windowId ? [] : [page]));
    },
  };
}
