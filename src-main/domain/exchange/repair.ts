import { repairCodes as wireRepairCodes } from '../wire/repair';

/**
 * What was put right, noticed or kept aside while an item was read, besides what the wire form knows
 * (`domain/wire/repair`). The codes are stable; the renderer has the words.
 *
 * Repaired: `namespace-missing` (the format's XML namespace was not declared), `doctype-dropped`
 * (a document type was named; it is never fetched), `entity-unknown` (an entity nobody declared, kept
 * as its letters; detail: its name), `declared-encoding` (the file says another encoding than it has;
 * detail: which), `field-order` (elements stood where the format has no place for them),
 * `date-unreadable` (detail: as it stood), `headline-from-title`, `line-breaks` (made paragraphs of
 * their own; detail: how many), `table-as-text` (its rows became paragraphs, before there
 * were tables; detail: how many), `table-simplified` (cells that span others, too many columns or rows;
 * detail: how many rows),
 * `nested-list` (its items were put in the list around it), `structure-flattened` (blocks inside a
 * quote, item or caption became its paragraphs), `language-other` (neither French nor English;
 * detail: its tag), `urgency-out-of-range` (detail: as it stood), `padding-dropped` (filling bytes
 * around a message; detail: how many), `transfer-decoding` (broken sequences of an e-mail's encoding;
 * detail: how many).
 *
 * Kept aside, in the byte-exact original: `active-content` (scripts, forms, handlers; detail: what),
 * `remote-resource` (an address that was not fetched; detail: it), `field-kept-aside` (the dispatch
 * has no place for it; detail: its name), `part-kept-aside` (a part of another type, an attachment;
 * detail: its type), `older-version` (a newer version is already in the archive; detail: its number).
 */
export const exchangeRepairCodes = [
  'namespace-missing',
  'doctype-dropped',
  'entity-unknown',
  'declared-encoding',
  'field-order',
  'date-unreadable',
  'headline-from-title',
  'line-breaks',
  'table-as-text',
  'table-simplified',
  'nested-list',
  'structure-flattened',
  'language-other',
  'urgency-out-of-range',
  'padding-dropped',
  'transfer-decoding',
  'active-content',
  'remote-resource',
  'field-kept-aside',
  'part-kept-aside',
  'older-version',
] as const;

/** Every code a repair may have. */
export const allRepairCodes = [...wireRepairCodes, ...exchangeRepairCodes] as const;

export type RepairCode = (typeof allRepairCodes)[number];

/** One repair: what, on which line of the file (from 1) where it has a place, and its detail. */
export type Repair = {
  readonly code: RepairCode;
  readonly line?: number;
  readonly detail?: string;
};

/** Gathers repairs; of the same one (code and detail) in a file, only the first is told. */
export class Repairs {
  private readonly seen = new Map<string, Repair>();

  add(code: RepairCode, detail?: string, line?: number): void {
    const key = `${code}\u0000${detail ?? ''}`;
    if (this.seen.has(key) || this.seen.size >= maxRepairs) return;
    this.seen.set(key, {
      code,
      ...(line !== undefined && { line }),
      ...(detail !== undefined && { detail: detail.slice(0, longestDetail) }),
    });
  }

  addAll(repairs: readonly Repair[]): void {
    for (const { code, detail, line } of repairs) this.add(code, detail, line);
  }

  list(): readonly Repair[] {
    return [...this.seen.values()];
  }
}

/** A hostile file must not make a report that nobody can hold. */
const maxRepairs = 200;
const longestDetail = 300;
