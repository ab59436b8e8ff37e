import type { ImportItem, ImportReport } from '@contract/models';
import type { Formats } from '../../ui/format/formats';
import type { Translate } from '../../ui/i18n/translate';
import { refusalText } from '../../ui/refusalText';
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
    case 'notes': {
      const { added, unchanged, withoutWords } = outcome;
      return t('import.notes', { added, unchanged, withoutWords });
    }
    case 'refused':
      return refusalText(t, format, item, outcome);
  }
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
