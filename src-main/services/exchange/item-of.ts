import type { DispatchModel } from '../../contract/models';
import { parseDocument } from '../../domain/document/node';
import type { ExchangeItem, ExchangeTake } from '../../domain/exchange/item';
import type { Carries } from '../../domain/record/carries';

/** A dispatch of the archive as it goes out: its published takes, with the times they have now. */
export function exchangeItemOf(
  dispatch: DispatchModel,
  facts: Pick<ExchangeItem, 'guid' | 'version' | 'subjects'>,
): ExchangeItem {
  const { slug, language, urgency, agency, desk, place, embargo, takes } = dispatch;
  return {
    ...facts,
    // Every take makes a version: counted so, an update always has a higher one.
    version: Math.max(facts.version ?? 0, takes.length),
    slug,
    language,
    urgency,
    agency,
    desk,
    place,
    embargo,
    takes: takes.flatMap((take): readonly ExchangeTake[] => {
      const document = parseDocument(take.document);
      if (!document.ok) return [];
      const { kind, stamp, label, advisoryLine, author } = take;
      const carries = carriedBy(take.carries, takes);
      return [{ kind, stamp, label, advisoryLine, author, carries, document: document.value }];
    }),
  };
}

function carriedBy(carries: Carries, takes: DispatchModel['takes']): Carries {
  if (carries.of !== 'correction') return carries;
  const corrected = takes.find(({ id }) => id === carries.corrects);
  return { ...carries, corrects: corrected === undefined ? '' : String(corrected.ordinal) };
}
