import { documentParts } from '../../document/build';
import { agencyOf } from '../../record/slug';
import { ok, type Result } from '../../result';
import { datelineOf } from '../../wire/dateline';
import { urgencyInLabel } from '../../wire/stamp-line';
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
  const signed = signoffs.map(agencyOf).find((name) => name !== '') ?? '';
  const dateline = takes.map((take) => datelineOf(take.document)).find((one) => one !== null);
  const agency = signed === '' ? (dateline?.agency ?? '') : signed;
  const item = plainItem(
    takes.map(({ document, kind, stamp, label }) => plainTake(document, { kind, stamp, label })),
    {
      language,
      agency,
      place: dateline?.place ?? '',
      urgency: urgencyInLabel(takes[0]?.label ?? null),
    },
  );
  return ok([{ item, repairs }]);
}
