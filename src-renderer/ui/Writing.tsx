import { createContext, use } from 'react';

/** Why nothing can be changed, in words, and how it is said when somebody tries; null when all can be. */
export type NoWriting = { readonly why: string; readonly explain: () => void };

/** Tells controls marked `writes` whether they may be used. */
export const NoWritingContext = createContext<NoWriting | null>(null);

/** The {@link NoWriting} around a component. */
export function useNoWriting(): NoWriting | null {
  return use(NoWritingContext);
}
