import { create } from 'zustand';
import type { AppError } from '@contract/errors';
import type { MessageKey, MessageValues } from '../ui/i18n/translate';

/** Something said to the person, kept as a message so that it follows the language. */
export type Toast = {
  readonly id: number;
  readonly tone: 'plain' | 'good' | 'bad';
  readonly offers?: readonly Offer[];
} & (
  | { readonly key: MessageKey; readonly values?: MessageValues | undefined }
  | { readonly error: AppError }
);

/** What can be done about what is said: a button in the message. */
export type Offer = { readonly label: MessageKey; readonly run: () => void };

type Toasts = { readonly toasts: readonly Toast[] };

const atOnce = 3;
let lastId = 0;

/** What is being said. */
export const useToasts = create<Toasts>()(() => ({ toasts: [] }));

/** Says something. */
export function say(key: MessageKey, values?: MessageValues, tone: Toast['tone'] = 'plain'): void {
  add({ id: (lastId += 1), tone, key, values });
}

/** Says something, and offers what can be done about it. */
export function sayAndOffer(
  key: MessageKey,
  offers: Offer | readonly Offer[],
  values?: MessageValues,
): void {
  add({ id: (lastId += 1), tone: 'plain', key, values, offers: [offers].flat() });
}

/** Says what went wrong. A cancelled request is what the person asked for, so it is not mentioned. */
export function sayError(error: AppError): void {
  if (error.code === 'cancelled') return;
  add({ id: (lastId += 1), tone: 'bad', error });
}

/** Takes a message away. */
export function dismiss(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

function add(toast: Toast): void {
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, toast].slice(-atOnce) }));
}
