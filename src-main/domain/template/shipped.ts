import type { TemplateWords } from './template';

/** A template that comes with the workstation; a desk copies it to change it. */
export type ShippedTemplate = TemplateWords & { readonly id: string };

const lines = (...all: readonly string[]): string => all.join('\n');

const french = { desk: '', language: 'fr', signoff: '' } as const;
const english = { desk: '', language: 'en', signoff: '' } as const;

/** The templates the workstation comes with: alert, urgent, lead and live, in French and in English. */
export const shippedTemplates: readonly ShippedTemplate[] = [
  {
    ...french,
    id: 'fr-alert',
    name: 'Alerte',
    urgency: 1,
    headline: '{l’information en une ligne} ({source})',
    text: '{l’information et sa source, en cent signes}',
  },
  {
    ...french,
    id: 'fr-urgent',
    name: 'Urgent',
    urgency: 2,
    headline: '{titre} ({source})',
    text: lines(
      '{qui} {a fait quoi} {jour} à {lieu}, a annoncé {source}.',
      '{les précisions connues, et ce qui ne l’est pas encore}',
    ),
  },
  {
    ...french,
    id: 'fr-lead',
    name: 'Papier général',
    urgency: 3,
    headline: '{titre}',
    text: lines(
      '{l’essentiel : qui, quoi, où, quand, pourquoi}',
      '{la source et les circonstances}',
      '«\u202F{citation}\u202F», a déclaré {nom, fonction}.',
      '## {intertitre : les réactions}',
      '{qui réagit, et comment}',
      '## {intertitre : le contexte}',
      '{le rappel des faits}',
      '{la suite attendue}',
    ),
  },
  {
    ...french,
    id: 'fr-live',
    name: 'Suivi en direct',
    urgency: 3,
    headline: 'DIRECT – {événement}',
    text: lines(
      '{l’essentiel à cette heure}',
      '## {heure} – {ce qui vient de se passer}',
      '{les précisions, avec leur source}',
      '---',
      'Ce qu’il faut savoir',
      '- {premier point}',
      '- {deuxième point}',
    ),
  },
  {
    ...english,
    id: 'en-alert',
    name: 'Alert',
    urgency: 1,
    headline: '{the news in one line} - {source}',
    text: '{the news and its source, in a hundred characters}',
  },
  {
    ...english,
    id: 'en-urgent',
    name: 'Urgent',
    urgency: 2,
    headline: '{headline} - {source}',
    text: lines(
      '{who} {did what} in {place} on {day}, {source} said.',
      '{what else is known, and what is not yet}',
    ),
  },
  {
    ...english,
    id: 'en-lead',
    name: 'Lead',
    urgency: 3,
    headline: '{headline}',
    text: lines(
      '{the gist: who, what, where, when, why}',
      '{the source and the circumstances}',
      '“{quote},” said {name, title}.',
      '## {crosshead: reactions}',
      '{who reacts, and how}',
      '## {crosshead: background}',
      '{what led to it}',
      '{what comes next}',
    ),
  },
  {
    ...english,
    id: 'en-live',
    name: 'Live',
    urgency: 3,
    headline: 'LIVE – {event}',
    text: lines(
      '{where things stand}',
      '## {time} – {what has just happened}',
      '{details, with their source}',
      '---',
      'What to know',
      '- {first point}',
      '- {second point}',
    ),
  },
];
