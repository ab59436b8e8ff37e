import { BrowserWindow } from 'electron';
import { appError, type AppError } from '../contract/errors';
import { err, ok, type Result } from '../domain/result';

/** Prints a window with the system's dialog; the page's print styles leave only the sheet. */
export function printWindow(windowId: number): Promise<Result<void, AppError>> {
  const window = BrowserWindow.fromId(windowId);
  if (window === null) return Promise.resolve(err(appError('not-found', 'window')));
  return new Promise((resolve) => {
    window.webContents.print({}, (success, failure) => {
      if (success) resolve(ok(undefined));
      else if (/cancel/i.test(failure)) resolve(err(appError('cancelled')));
      else resolve(err(appError('internal', 'printing', { message: failure })));
    });
  });
}
