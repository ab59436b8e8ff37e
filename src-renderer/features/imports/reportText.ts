import type { ImportItem, ImportReport } from '@contract/models';
import type { Formats } from '../../ui/format/formats';
import { isMessageKey, type Translate } from '../../ui/i18n/translate';
import { repairText } from '../../ui/repairText';

/** What became of one file, in a sentence. */
export function outcomeText(t: Translate, format: Formats, item: ImportItem): string {
  const { outcome } = item;
  switch (outcome.is) {
    case 'added':
    case 'updated': {
      const { takes, encoding } = outcome;
      return t(`import.${outcome.is}`, {
        takes,
        encoding,
        format: t(`format.read.${outcome.format}`),
      });
    }
    case 'unchanged':
    case 'older':
      return t(`import.${outcome.is}`);
    case 'refused':
      return refusalText(t, format, item, outcome);
  }
}

type Refused = Extract<ImportItem['outcome'], { is: 'refused' }>;

function refusalText(t: Translate, format: Formats, item: ImportItem, outcome: Refused): string {
  const detail = outcome.detail ?? '';
  const binary = `binary.${detail}`;
  const archive = `error.${detail}`;
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

/** A whole report as plain text, to be kept beside the files. */
export function reportText(t: Translate, format: Formats, report: ImportReport): string {
  const lines = [summaryText(t, report)];
  if (report.cancelled) lines.push(t('import.cancelled'));
  for (const item of report.items) {
    lines.push('', item.name, `  ${outcomeText(t, format, item)}`);
    if (item.outcome.is === 'added' || item.outcome.is === 'updated') {
      lines.push(...item.outcome.repairs.map((repair) => `  – ${repairText(t, repair)}`));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** What an import came to, in one sentence. */
export function summaryText(t: Translate, report: ImportReport): string {
  const { added, updated, unchanged, refused } = report;
  return t('import.summary', { added, updated, unchanged, refused });
}
