import { documentParts } from '../../document/build';
import { agencyOf } from '../../record/slug';
import { ok, type Result } from '../../result';
import { parseWire } from '../../wire/parse';
import { plainItem, plainTake } from '../item';
import type { ReadContext, ReadFault, ReadItem } from '../reading';

/** Reads the wire form: plain text in which each stamp line begins a take. */
export function readWire(
  text: string,
  context: ReadContext,
): Result<readonly ReadItem[], ReadFault> {
  const parsed = parseWire(text, context);
  if (!parsed.ok) return parsed;
  const { takes, language, repairs } = parsed.value;
  const signoffs = takes.map(({ document }) => documentParts(document).signoff);
  const agency = signoffs.map(agencyOf).find((name) => name !== '') ?? '';
  const item = plainItem(
    takes.map(({ document, kind, stamp, label }) => plainTake(document, { kind, stamp, label })),
    { language, agency },
  );
  return ok([{ item, repairs }]);
}
