import type { TakeKind } from './take';

/**
 * What a take of certain kinds must carry besides its words, so that the record says what was done
 * and why: a correction, which take it puts right, what was wrong and what is right; a kill, why and
 * on whose decision. An imported take carries nothing: nobody has told the archive.
 */
export type Carries =
  | {
      readonly of: 'correction';
      /** The id of the take that is put right. */
      readonly corrects: string;
      readonly wrong: string;
      readonly right: string;
    }
  | { readonly of: 'kill'; readonly reason: string; readonly decidedBy: string }
  | { readonly of: 'nothing' };

/** What a take that need not carry anything carries. */
export const carriesNothing: Carries = { of: 'nothing' };

/** What a draft of a kind begins with; a correction, with the take it puts right. */
export function carriesToFill(kind: TakeKind, corrects: string | null): Carries {
  if (kind === 'correction') {
    return { of: 'correction', corrects: corrects ?? '', wrong: '', right: '' };
  }
  return kind === 'kill' ? { of: 'kill', reason: '', decidedBy: '' } : carriesNothing;
}

/** A take already published, as far as the rules of what may follow it go. */
export type Published = { readonly id: string; readonly kind: TakeKind };

/** Something a take must carry and does not, as a stable code. */
export const missingCodes = [
  'correction-target-missing',
  'correction-wrong-missing',
  'correction-right-missing',
  'kill-reason-missing',
  'kill-decider-missing',
] as const;
export type MissingCode = (typeof missingCodes)[number];

/** What a take of a kind still lacks; empty when it carries all it must. */
export function missingFrom(
  kind: TakeKind,
  carries: Carries,
  published: readonly Published[],
): readonly MissingCode[] {
  if (kind === 'correction') return missingFromCorrection(carries, published);
  if (kind === 'kill') return missingFromKill(carries);
  return [];
}

/** The takes a correction may put right: those that speak to readers. */
export function correctable<T extends Published>(published: readonly T[]): readonly T[] {
  return published.filter(({ kind }) => kind !== 'advisory' && kind !== 'kill');
}

function missingFromCorrection(
  carries: Carries,
  published: readonly Published[],
): readonly MissingCode[] {
  const { corrects, wrong, right } =
    carries.of === 'correction' ? carries : { corrects: '', wrong: '', right: '' };
  const missing: MissingCode[] = [];
  if (!correctable(published).some(({ id }) => id === corrects)) {
    missing.push('correction-target-missing');
  }
  if (wrong.trim() === '') missing.push('correction-wrong-missing');
  if (right.trim() === '') missing.push('correction-right-missing');
  return missing;
}

function missingFromKill(carries: Carries): readonly MissingCode[] {
  const { reason, decidedBy } = carries.of === 'kill' ? carries : { reason: '', decidedBy: '' };
  const missing: MissingCode[] = [];
  if (reason.trim() === '') missing.push('kill-reason-missing');
  if (decidedBy.trim() === '') missing.push('kill-decider-missing');
  return missing;
}

/** What a take carries, of a value that came from outside; nothing where it is none of ours. */
export function readCarries(value: unknown): Carries {
  if (typeof value !== 'object' || value === null) return carriesNothing;
  const facts = value as Readonly<Record<string, unknown>>;
  const text = (name: string): string => (typeof facts[name] === 'string' ? facts[name] : '');
  if (facts['of'] === 'correction') {
    return {
      of: 'correction',
      corrects: text('corrects'),
      wrong: text('wrong'),
      right: text('right'),
    };
  }
  return facts['of'] === 'kill'
    ? { of: 'kill', reason: text('reason'), decidedBy: text('decidedBy') }
    : carriesNothing;
}
