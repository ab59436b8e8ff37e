import type { ImportItem, ImportReport } from '@contract/models';
import type { Formats } from '../../ui/format/formats';
import { isMessageKey, type Translate } from '../../ui/i18n/translate';
import { repairText } from '../../ui/repairText';

/** What became of one file, in a sentence. */
export function outcomeText(t: Translate, format: Formats, item: ImportItem): string {
  const { outcome } = item;
  if (outcome.is === 'added') {
    return t('import.added', { takes: outcome.takes, encoding: outcome.encoding });
  }
  if (outcome.is === 'unchanged') return t('import.unchanged');
  const detail = outcome.detail ?? '';
  const binary = `binary.${detail}`;
  const archive = `error.${detail}`;
  return t(`import.refused.${outcome.reason}`, {
    size: format.bytes(item.byteLength),
    detail:
      outcome.reason === 'binary'
        ? t(isMessageKey(binary) ? binary : 'binary.unknown')
        : isMessageKey(archive)
          ? t(archive)
          : t('error.internal'),
  });
}

/** A whole report as plain text, to be kept beside the files. */
export function reportText(t: Translate, format: Formats, report: ImportReport): string {
  const lines = [summaryText(t, report)];
  if (report.cancelled) lines.push(t('import.cancelled'));
  for (const item of report.items) {
    lines.push('', item.name, `  ${outcomeText(t, format, item)}`);
    if (item.outcome.is === 'added') {
      lines.push(...item.outcome.repairs.map((repair) => `  – ${repairText(t, repair)}`));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** What an import came to, in one sentence. */
export function summaryText(t: Translate, report: ImportReport): string {
  const { added, unchanged, refused } = report;
  return t('import.summary', { added, unchanged, refused });
}
