import type { ImportItem } from '@contract/models';
import type { Formats } from './format/formats';
import { isMessageKey, type Translate } from './i18n/translate';

/** A file that was refused, and why. */
export type Refused = Extract<ImportItem['outcome'], { is: 'refused' }>;

/** Why a file was refused, in a sentence. */
export function refusalText(
  t: Translate,
  format: Formats,
  item: Pick<ImportItem, 'byteLength'>,
  outcome: Refused,
): string {
  const detail = outcome.detail ?? '';
  const binary = `binary.${detail}`;
  const archive = `error.${detail}`;
  const unreadable = `unreadable.${detail}`;
  if (outcome.reason === 'unreadable' && isMessageKey(unreadable)) return t(unreadable);
  return t(`import.refused.${outcome.reason}`, {
    size: format.bytes(item.byteLength),
    line: outcome.line ?? 1,
    detail:
      outcome.reason === 'binary'
        ? t(isMessageKey(binary) ? binary : 'binary.unknown')
        : outcome.reason !== 'archive'
          ? detail
          : t(isMessageKey(archive) ? archive : 'error.internal'),
  });
}
