import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { frameOptions, overlayColours, overlayHeight } from '../../../src-main/shell/frame';

vi.mock('electron', () => ({ BrowserWindow: {}, Menu: {}, nativeTheme: {} }));

const tokens = readFileSync(
  path.resolve(import.meta.dirname, '../../../src-renderer/ui/tokens.css'),
  'utf8',
);

/** A colour of the tokens: `light-dark(…)` of the plain look, or of the one with more contrast. */
function token(name: string, { dark, contrast }: { dark: boolean; contrast: boolean }): string {
  const part = contrast ? tokens.slice(tokens.indexOf("[data-contrast='more']")) : tokens;
  const found = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(part);
  return found?.[dark ? 2 : 1] ?? 'none';
}

it('leaves the frame to the system but on Windows', () => {
  const look = { dark: false, contrast: false };
  expect(frameOptions('linux', look)).toEqual({});
  expect(frameOptions('darwin', look)).toEqual({});
  expect(frameOptions('win32', look)).toEqual({
    titleBarStyle: 'hidden',
    titleBarOverlay: { color: '#f3f1eb', symbolColor: '#1b1a17', height: overlayHeight },
  });
});

it('paints the buttons of the window as the bar they lie on, in every look', () => {
  for (const dark of [false, true]) {
    for (const contrast of [false, true]) {
      const look = { dark, contrast };
      expect(overlayColours(look)).toEqual({
        color: token('sunken', look),
        symbolColor: token('ink', look),
      });
    }
  }
  expect(tokens).toContain(`--bar: ${overlayHeight + 1}px;`);
});
