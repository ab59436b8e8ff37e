import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../../src-renderer/ui/format/formats';
import { ariaShortcut, shortcutText } from '../../../src-renderer/ui/format/shortcut';

const instant = Date.UTC(2017, 4, 2, 19, 14, 3);
const nb = '\u00A0';

describe('formatsFor', () => {
  const fr = formatsFor('fr', 'Europe/Zurich');
  const en = formatsFor('en', 'Europe/Zurich');

  it('writes stamps as each language does', () => {
    const stamp = { precision: 'second', instant, zone: 'Asia/Almaty' } as const;
    expect(fr.stamp(stamp)).toBe(`2${nb}mai 2017, 21${nb}h${nb}14`);
    expect(en.stamp(stamp)).toBe(`2${nb}May 2017, 21:14`);
  });

  it('never invents what is not known of a stamp', () => {
    expect(fr.stamp({ precision: 'unknown' })).toBeUndefined();
    const day = { precision: 'day', instant, zone: 'Europe/Zurich' } as const;
    expect(fr.stamp(day)).toBe(`2${nb}mai 2017`);
  });

  it('writes the first of the month as French does', () => {
    const first = Date.UTC(2017, 4, 1, 10);
    expect(fr.day(first)).toBe('lundi 1er mai 2017');
    expect(en.day(first)).toBe('Monday 1 May 2017');
    expect(fr.date(Date.UTC(2017, 4, 21, 10))).toBe(`21${nb}mai 2017`);
  });

  it('keeps columns in 24 hours with two figures', () => {
    expect(fr.clock(Date.UTC(2017, 0, 1, 23, 5))).toBe('00:05');
    expect(en.clockSeconds(instant)).toBe('21:14:03');
    expect(fr.time(Date.UTC(2017, 0, 1, 8, 5))).toBe(`9${nb}h${nb}05`);
  });

  it('reads other zones', () => {
    expect(en.dateTime(Date.UTC(2017, 4, 1, 23, 30), 'UTC')).toBe(`1${nb}May 2017, 23:30`);
    expect(en.dateTime(Date.UTC(2017, 4, 1, 23, 30))).toBe(`2${nb}May 2017, 01:30`);
  });

  it('tells days apart by the desk, not by UTC', () => {
    const late = Date.UTC(2017, 4, 1, 22, 30);
    expect(fr.dayKey(late)).toBe(fr.dayKey(instant));
    expect(formatsFor('fr', 'UTC').dayKey(late)).not.toBe(fr.dayKey(instant));
  });

  it('writes sizes and numbers as each language does', () => {
    expect(fr.bytes(2891)).toBe(`2,9${nb}ko`);
    expect(en.bytes(2891)).toBe(`2.9${nb}kB`);
    expect(en.bytes(12)).toBe(`12${nb}bytes`);
    expect(fr.number(0.9, 1)).toBe('0,9');
  });

  it('names the city of a zone', () => {
    expect(en.city('America/New_York')).toBe('New York');
    expect(en.city('UTC')).toBe('UTC');
  });
});

describe('shortcuts', () => {
  it('are written as the platform writes them', () => {
    expect(shortcutText('CmdOrCtrl+Shift+F', 'mac')).toBe('⌘⇧F');
    expect(shortcutText('CmdOrCtrl+Shift+F', 'windows')).toBe('Ctrl ⇧ F');
    expect(ariaShortcut('CmdOrCtrl+Alt+M', 'linux')).toBe('Control+Alt+M');
    expect(ariaShortcut('CmdOrCtrl+Alt+M', 'mac')).toBe('Meta+Alt+M');
  });
});
