import type { Node } from 'prosemirror-model';
import { signedBy, type Signing } from '@domain/record/sign-off';
import { useLiveDraft } from './draft';
import { initials, usePreferences } from './queries';
import { say } from './toasts';

/** Puts the person's initials last in the sign-off of the open draft. */
export function signDraft(): void {
  const { handle } = useLiveDraft.getState();
  if (handle === null) {
    say('toast.no-draft');
    return;
  }
  if (initials() === '') {
    say('sign.no-initials');
    return;
  }
  const signing = signedBy(signoffOf(handle.document()), initials());
  if (signing.is === 'signed') {
    handle.sign(signing.signoff);
    say('sign.signed', { signoff: signing.signoff }, 'good');
  } else {
    say(`sign.${signing.is}`, { initials: initials() });
  }
}

/** The sign-off of the open draft with the person's initials last; null where nothing is to be changed. */
export function useSigning(): string | null {
  const document = useLiveDraft((live) => live.document);
  const name = usePreferences().data?.preferences.initials ?? '';
  if (document === null || name === '') return null;
  const signing: Signing = signedBy(signoffOf(document), name);
  return signing.is === 'signed' ? signing.signoff : null;
}

function signoffOf(document: Node): string {
  return document.lastChild?.textContent ?? '';
}
