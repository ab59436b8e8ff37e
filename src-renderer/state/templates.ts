import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { create } from 'zustand';
import type { RequestOf } from '@contract/requests';
import { toJson } from '@domain/document/node';
import { shippedTemplates } from '@domain/template/shipped';
import { templateDocument, type TemplateWords } from '@domain/template/template';
import { call, type Outcome } from '../bridge/bridge';
import { formatsFor } from '../ui/format/formats';
import { fetchFrom, queryClient } from './client';
import { showDialog } from './desk';
import { useLiveDraft } from './draft';
import { createDispatch } from './drafts';
import { initials, knownPreferences } from './queries';
import { say, sayError } from './toasts';

const key = ['templates'];

/** A template that can be used: one of the desk, or one the workstation comes with. */
export type Template = TemplateWords & { readonly id: string; readonly own: boolean };

/** The template the dialog is opened at; null for none in particular. */
export const useTemplateAt = create<{ readonly id: string | null }>()(() => ({ id: null }));

/** All templates: those of the desk, then those the workstation comes with, these in its language first. */
export function useTemplates(language: 'fr' | 'en'): readonly Template[] {
  const { data } = useQuery({ queryKey: key, queryFn: () => fetchFrom('template.list', {}) });
  return useMemo(() => {
    const own = (data?.templates ?? []).map((template) => ({ ...template, own: true }));
    const shipped = shippedTemplates.map((template) => ({ ...template, own: false }));
    const isForeign = (template: Template): number => Number(template.language !== language);
    return [...own, ...shipped.toSorted((a, b) => isForeign(a) - isForeign(b))];
  }, [data, language]);
}

/** Reads the templates again: they were changed. */
export function refreshTemplates(): void {
  void queryClient.invalidateQueries({ queryKey: key });
}

/** Keeps a template; the error where the archive refuses it. */
export async function saveTemplate(
  template: Omit<RequestOf<'template.save'>, 'author'>,
): Promise<Outcome<'template.save'>> {
  const outcome = await call('template.save', { ...template, author: initials() });
  if (outcome.ok) refreshTemplates();
  return outcome;
}

/** Takes a template of the desk away. */
export async function removeTemplate(id: string): Promise<boolean> {
  const outcome = await call('template.remove', { id });
  if (!outcome.ok) sayError(outcome.error);
  refreshTemplates();
  return outcome.ok;
}

/** Takes in a file of templates, and says what became of them; of those that are there as told. */
export async function importTemplates(there: RequestOf<'template.import'>['there']): Promise<void> {
  const outcome = await call('template.import', { author: initials(), there });
  refreshTemplates();
  if (outcome.ok) say('template.imported', outcome.value, 'good');
  else if (outcome.error.code !== 'cancelled') sayError(outcome.error);
}

/** Saves the desk's templates as a file. */
export async function exportTemplates(): Promise<void> {
  const outcome = await call('template.export', {});
  if (outcome.ok) say('template.exported', outcome.value, 'good');
  else if (outcome.error.code !== 'cancelled') sayError(outcome.error);
}

/** Opens the templates, at one where it is given. */
export function openTemplates(id: string | null): void {
  useTemplateAt.setState({ id });
  showDialog('templates');
}

/** What the desk's clock and the preferences fill of a template by themselves, by the names of fields. */
function givenFields(language: 'fr' | 'en', zone: string): ReadonlyMap<string, string> {
  const now = Date.now();
  const clock = formatsFor(language, zone);
  const [day, time, who] = [clock.weekday(now), clock.time(now), initials()];
  const known = language === 'fr' ? ['jour', 'heure', 'initiales'] : ['day', 'time', 'initials'];
  const values = [day, time, who];
  return new Map(
    known.map((name, at) => [name, values[at] ?? ''] as const).filter(([, value]) => value !== ''),
  );
}

function documentBy(template: Template, zone: string) {
  const signedOff = knownPreferences()?.preferences.signOff ?? '';
  return templateDocument(template, givenFields(template.language, zone), signedOff);
}

/** Begins a dispatch by a template, with its first field selected. */
export async function newFromTemplate(template: Template, zone: string): Promise<void> {
  const { desk, urgency, language } = template;
  const document = toJson(documentBy(template, zone));
  await createDispatch(language, { document, desk, urgency });
}

/** Offers the templates for the open draft, which must not have words yet. */
export function chooseForDraft(): void {
  const { handle } = useLiveDraft.getState();
  if (handle === null) say('toast.no-draft');
  else if (hasWords()) say('template.draft-has-words');
  else showDialog('draft-from-template');
}

/** Puts a template into the open draft, with its first field selected; one undo takes it out again. */
export function fillDraft(template: Template, zone: string): void {
  const { handle } = useLiveDraft.getState();
  if (handle === null) {
    say('toast.no-draft');
    return;
  }
  if (hasWords()) {
    say('template.draft-has-words');
    return;
  }
  handle.become(documentBy(template, zone));
  handle.focus();
  // From the beginning on, wherever the caret was.
  handle.find.select(handle.document(), { from: 1, to: 1 });
  handle.run('format.next-field');
}

/** Whether the open draft has words besides its sign-off. */
function hasWords(): boolean {
  const children = useLiveDraft.getState().handle?.document().children ?? [];
  return children.slice(0, -1).some(({ textContent }) => textContent.trim() !== '');
}

/** Selects the next field to fill in the open draft. */
export function nextField(): void {
  const { handle } = useLiveDraft.getState();
  if (handle === null) say('toast.no-draft');
  else if (handle.run('format.next-field')) handle.focus();
  else say('template.no-fields');
}
