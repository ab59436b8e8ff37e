/**
 * Copies a text to the clipboard by the platform's own copy command, which needs no permission.
 *
 * @returns whether it was copied
 */
export function copyText(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  // oxlint-disable-next-line typescript/no-deprecated -- writing through navigator.clipboard needs a permission the window does not have
  const copied = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
