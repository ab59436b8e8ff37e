// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { ImportItem, ImportReport } from '@contract/models';
import { err, ok } from '@domain/result';
import { Announcer } from '../../../../src-renderer/app/Announcer';
import { Toasts } from '../../../../src-renderer/app/Toasts';
import type { Outcome } from '../../../../src-renderer/bridge/bridge';
import type { FakeBridge } from '../../../../src-renderer/bridge/fake';
import { dam } from '../../../../src-renderer/bridge/fake/desk';
import { fakeId } from '../../../../src-renderer/bridge/fake/samples';
import { ImportPanel } from '../../../../src-renderer/features/imports/ImportPanel';
import { useDesk } from '../../../../src-renderer/state/desk';
import { chooseImport } from '../../../../src-renderer/state/imports';
import { all, click, the, words } from './find';
import { freshWindow, later, openFake, settle, show } from './window';

freshWindow();

type ItemOutcome = ImportItem['outcome'];

const added = (takes: number, repairs: { code: string; line?: number }[] = []): ItemOutcome => ({
  is: 'added',
  dispatchId: fakeId(),
  headline: 'Un titre',
  takes,
  encoding: 'windows-1252',
  format: 'wire',
  repairs,
});

function reportOf(...outcomes: readonly ItemOutcome[]): ImportReport {
  const count = (is: ItemOutcome['is']) => outcomes.filter((each) => each.is === is).length;
  return {
    items: outcomes.map((outcome, index) => ({
      name: `file-${index + 1}.txt`,
      byteLength: 41_000_000,
      outcome,
    })),
    added: count('added'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    cancelled: false,
    durationMs: 12,
  };
}

async function openPanel(report?: ImportReport): Promise<FakeBridge> {
  const bridge = await openFake({ dispatches: [dam()] });
  await show(
    <>
      <ImportPanel />
      <Announcer />
      <Toasts />
    </>,
  );
  if (report !== undefined) await settle(() => bridge.emit('import-report', report));
  return bridge;
}

const items = () => [...document.querySelectorAll('section > ul > li')].map(words);
const said = () => words(the('status', 'Messages'));

describe('the report of an import', () => {
  it('says what became of each file that was taken, and what was mended', async () => {
    const repaired = added(2, [{ code: 'joined-lines', line: 6 }, { code: 'unheard-of' }]);
    const known = { is: 'unchanged', dispatchId: fakeId(), headline: 'Un titre' } as const;
    await openPanel(reportOf(added(1), repaired, known));
    expect(items()).toEqual([
      'file-1.txt Added with 1 take · wire text · windows-1252 Open',
      'file-2.txt Added with 2 takes · wire text · windows-1252 2 repairs while reading ' +
        'Line 6: Lines of wrapped paragraphs were joined (). Repaired while reading: unheard-of. ' +
        'Open',
      'file-3.txt Already in the archive; nothing was changed. Open',
    ]);
    expect(words(the('region', 'Import report'))).toContain(
      '2 dispatches added, 1 already here, none refused.',
    );
  });

  it.each([
    ['empty', undefined, 'Refused: the file is empty.'],
    ['no-text', undefined, 'Refused: no words were found in it.'],
    ['too-large', undefined, 'Refused: the file is too large (41 MB). Split it and try again.'],
    ['unreadable', undefined, 'Refused: the file could not be read.'],
    ['binary', 'pdf', 'Refused: this is not text (a PDF document). The file was left'],
    ['binary', 'unheard-of', 'Refused: this is not text (binary data).'],
    ['archive', 'archive-full', 'Refused by the archive: The disk is full.'],
    ['archive', 'unheard-of', 'Refused by the archive: Writethru could not do that'],
  ] as const)('says why a file was refused: %s, %s', async (reason, detail, sentence) => {
    await openPanel(reportOf({ is: 'refused', reason, detail }));
    expect(items()[0]).toContain(`file-1.txt ${sentence}`);
    expect(all('button', 'Open')).toEqual([]);
    expect(words()).toContain('Nothing added, none already here, 1 refused.');
  });

  it('is told to those who do not see it', async () => {
    await openPanel(reportOf(added(1), added(1)));
    expect(all('status').map(words)).toContain(
      '2 dispatches added, none already here, none refused.',
    );
  });

  it('says that it was stopped before the end', async () => {
    await openPanel({ ...reportOf(added(1)), cancelled: true });
    expect(words()).toContain('Stopped before the end. What was added stays.');
  });

  it('opens what was added: at once when it is the only one, else when asked', async () => {
    const [first, second] = [added(1), added(1)];
    const idOf = (outcome: ItemOutcome) => ('dispatchId' in outcome ? outcome.dispatchId : null);
    const bridge = await openPanel(reportOf(first, second));
    expect(useDesk.getState().dispatchId).toBeNull();
    await click(all('button', 'Open')[1]!);
    expect(useDesk.getState().dispatchId).toBe(idOf(second));
    await settle(() => bridge.emit('import-report', reportOf(first)));
    expect(useDesk.getState().dispatchId).toBe(idOf(first));
  });

  it('goes when it is closed', async () => {
    await openPanel(reportOf(added(1)));
    await click(the('button', 'Close'));
    expect(all('region', 'Import report')).toEqual([]);
  });
});

describe('keeping the report', () => {
  const report = reportOf(added(1, [{ code: 'empty-take' }]), { is: 'refused', reason: 'empty' });
  const text = [
    '1 dispatch added, none already here, 1 refused.',
    '',
    'file-1.txt',
    '  Added with 1 take · wire text · windows-1252',
    '  – A “Published” line has no text after it.',
    '',
    'file-2.txt',
    '  Refused: the file is empty.',
    '',
  ].join('\n');

  it('saves its words where the person says', async () => {
    const bridge = await openPanel(report);
    bridge.answer('import.save-report', () => ok({ path: '/tmp/report.txt' }));
    await click(the('button', 'Save the report…'));
    expect(bridge.asked('import.save-report')).toEqual([{ text, name: 'Import report.txt' }]);
    expect(said()).toBe('The report was saved as /tmp/report.txt.');
  });

  it('says why it could not be saved, and nothing when the person thought better of it', async () => {
    const bridge = await openPanel(report);
    bridge.fail('import.save-report', { code: 'cancelled' });
    await click(the('button', 'Save the report…'));
    expect(said()).toBe('');
    bridge.fail('import.save-report', { code: 'archive-full' });
    await click(the('button', 'Save the report…'));
    expect(said()).toMatch(/^The disk is full\./);
  });

  it('copies its words, and says only then that they were', async () => {
    await openPanel(report);
    let copied: string | undefined;
    let allowed = false;
    const copy = vi.fn(() => {
      const clipboardData = new DataTransfer();
      document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, cancelable: true }));
      copied = clipboardData.getData('text/plain');
      return allowed;
    });
    Object.defineProperty(document, 'execCommand', { configurable: true, value: copy });
    await click(the('button', 'Copy the report'));
    expect(copied).toBe(text);
    expect(said()).not.toContain('Copied.');
    allowed = true;
    await click(the('button', 'Copy the report'));
    expect(said()).toContain('Copied.');
  });
});

describe('an import under way', () => {
  const progress = { done: 3, total: 12, name: 'file-4.txt' };

  it('says how far it is and what is left', async () => {
    const bridge = await openPanel();
    await settle(() => bridge.emit('import-progress', progress));
    const panel = the('region', 'Importing');
    expect(words(panel)).toBe(
      'Importing Cancel 3 of 12 6 a second 2 seconds left Reading file-4.txt',
    );
    expect(panel.querySelector('progress')).toMatchObject({ value: 3, max: 12 });
    await settle(() => bridge.emit('import-report', reportOf(added(1))));
    expect(all('region', 'Importing')).toEqual([]);
    expect(all('region', 'Import report')).toHaveLength(1);
  });

  it('can be stopped, once', async () => {
    const bridge = await openPanel();
    bridge.answer('import.cancel', () => ok({}));
    await settle(() => bridge.emit('import-progress', progress));
    await click(the('button', 'Cancel'));
    await click(the('button', 'Stopping…'));
    expect(bridge.asked('import.cancel')).toHaveLength(1);
  });

  it('takes the report of the one before away for good', async () => {
    const { answer, give } = later<Outcome<'import.choose'>>();
    const bridge = await openPanel(reportOf(added(1)));
    bridge.answer('import.choose', () => answer);
    await settle(() => void chooseImport());
    await settle(() => bridge.emit('import-progress', progress));
    expect(all('region').map((region) => region.getAttribute('aria-label'))).toEqual(['Importing']);
    await settle(() => give(err({ code: 'archive-busy' })));
    expect(all('region')).toEqual([]);
  });

  it('that was asked for here ends with its report, or with why there is none', async () => {
    const { answer, give } = later<Outcome<'import.choose'>>();
    const bridge = await openPanel();
    bridge.answer('import.choose', () => answer);
    await settle(() => void chooseImport());
    await settle(() => bridge.emit('import-progress', progress));
    await settle(() => give(ok(reportOf(added(1)))));
    expect(all('region', 'Import report')).toHaveLength(1);
    bridge.answer('import.choose', () => err({ code: 'archive-read-only' }));
    await settle(() => void chooseImport());
    expect(said()).toMatch(/^The archive cannot be written\./);
  });
});
