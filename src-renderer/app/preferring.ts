import { sheetBounds, type Preferences } from '@contract/models';
import { setPreferences } from '../state/preferences';
import { knownPreferences } from '../state/queries';
import { say, sayError } from '../state/toasts';

/** Changes preferences; a failure is said. */
export function prefer(part: Partial<Preferences>): void {
  void setPreferences(part).then((error) => {
    if (error !== null) sayError(error);
  });
}

/** Shows the invisible signs of drafts, or hides them. */
export function toggleInvisibles(): void {
  const known = knownPreferences()?.preferences;
  if (known !== undefined) prefer({ invisibles: !known.invisibles });
}

/** Shows the marks on spelling and style in the text, or hides them. */
export function toggleStyleMarks(): void {
  const known = knownPreferences()?.preferences;
  if (known === undefined) return;
  prefer({ styleMarks: !known.styleMarks });
  say(known.styleMarks ? 'style.marks-hidden' : 'style.marks-shown');
}

/** Holds the line in hand at one height of the window, or lets it go. */
export function toggleTypewriter(): void {
  const known = knownPreferences()?.preferences;
  if (known === undefined) return;
  prefer({ typewriter: !known.typewriter });
  say(known.typewriter ? 'sheet.line-free' : 'sheet.line-held');
}

/** Makes the lines of the sheet longer or shorter, or its text larger or smaller, within bounds. */
export function stepSheet(what: keyof typeof sheetBounds, step: number): void {
  const known = knownPreferences()?.preferences;
  if (known === undefined) return;
  const { least, most } = sheetBounds[what];
  const value = Math.max(least, Math.min(most, known[what] + step));
  prefer({ [what]: value });
  say(`sheet.now.${what}`, { value });
}
