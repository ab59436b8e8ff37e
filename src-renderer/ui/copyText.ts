/**
 * Copies a text to the clipboard by the platform's own copy command, which needs no permission.
 *
 * @param html the same with its structure, for programs that take it
 * @returns whether it was copied
 */
export function copyText(text: string, html?: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.preventDefault();
    // Before the editor's own answer to copying: it would copy its selection.
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  // oxlint-disable-next-line typescript/no-deprecated -- writing through navigator.clipboard needs a permission the window does not have
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  return copied;
}
