import { useEffect } from 'react';
import { importText } from '../../state/imports';
import { useLocale } from '../../ui/i18n/Locale';

/** Imports text pasted while nothing that can be typed in has the focus. */
export function usePasteImport(): void {
  const { t, format } = useLocale();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || isEditable(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      void importText(text, t('import.pasted-name', { time: format.clock(Date.now()) }));
    };
    globalThis.addEventListener('paste', onPaste);
    return () => globalThis.removeEventListener('paste', onPaste);
  }, [t, format]);
}

function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, dialog') !== null;
}
